#include "ui/datasets/dataset_contents.h"

#include <algorithm>
#include <limits>

namespace labelwright {

namespace {

using Rows = std::vector<std::uint32_t>;

/// Sorts rows by a key that is made once per row.
template <class Key>
void sortBy(Rows& rows, Qt::SortOrder order, const Key& keyOf)
{
    using Value = decltype(keyOf(std::uint32_t{}));
    std::vector<std::pair<Value, std::uint32_t>> keyed;
    keyed.reserve(rows.size());
    for (const std::uint32_t row : rows)
        keyed.emplace_back(keyOf(row), row);
    std::stable_sort(keyed.begin(), keyed.end(), [order](const auto& a, const auto& b) {
        return order == Qt::AscendingOrder ? a.first < b.first : b.first < a.first;
    });
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = keyed[i].second;
}

void sortByText(Rows& rows, Qt::SortOrder order, const DatasetContents& contents,
                const SampleColumn& column)
{
    if (!column.histogram.isNumeric) {
        sortBy(rows, order, [&](std::uint32_t row) { return cellText(contents, row, column); });
        return;
    }
    sortBy(rows, order, [&](std::uint32_t row) {
        bool isNumber = false;
        const double value = cellText(contents, row, column).toDouble(&isNumber);
        return isNumber ? value : std::numeric_limits<double>::lowest();
    });
}

void sortRows(Rows& rows, const DatasetContents& contents, const SampleOrder& order)
{
    const SampleColumn& column = contents.columns[static_cast<std::size_t>(order.column)];
    switch (column.kind) {
    case ColumnKind::Image: return;
    case ColumnKind::Subset:
        return sortBy(rows, order.order, [&](std::uint32_t row) {
            const auto& subset = contents.snapshot.subsets[row];
            return subset ? static_cast<int>(*subset) : 3;
        });
    case ColumnKind::Label:
        return sortBy(rows, order.order, [&](std::uint32_t row) {
            return -static_cast<int>(contents.snapshot.annotations.at(row, column.index));
        });
    case ColumnKind::Size:
        return sortBy(rows, order.order, [&](std::uint32_t row) {
            const Sample& sample = contents.samples[row];
            return static_cast<qint64>(sample.width) * sample.height;
        });
    default: return sortByText(rows, order.order, contents, column);
    }
}

} // namespace

QuerySubject subjectOf(const DatasetContents& contents)
{
    QuerySubject subject;
    subject.annotations = &contents.snapshot.annotations;
    subject.labels = contents.labels;
    subject.subsets = contents.snapshot.subsets;
    subject.name = [&contents](std::size_t row) { return contents.samples[row].name; };
    const qsizetype fields = contents.fields.columns.size();
    subject.columns = contents.fields.columns
                      + QStringList{QStringLiteral("group"), QStringLiteral("width"),
                                    QStringLiteral("height"), QStringLiteral("problem")};
    subject.cell = [&contents, fields](std::size_t row, qsizetype column) {
        if (column < fields)
            return contents.fields.rows[row].at(column);
        const Sample& sample = contents.samples[row];
        switch (column - fields) {
        case 0: return sample.group;
        case 1: return QString::number(sample.width);
        case 2: return QString::number(sample.height);
        default: return sample.problem;
        }
    };
    return subject;
}

Result<std::vector<std::uint32_t>> arrangedRows(const DatasetContents& contents,
                                                const SampleQuery& query,
                                                const SampleOrder& order)
{
    auto rows = matchingRows(query, subjectOf(contents));
    const auto columns = static_cast<int>(contents.columns.size());
    if (rows && order.column >= 0 && order.column < columns)
        sortRows(*rows, contents, order);
    return rows;
}

} // namespace labelwright
