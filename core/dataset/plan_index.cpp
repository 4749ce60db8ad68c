#include "core/dataset/cell_value.h"
#include "core/dataset/index_columns.h"
#include "core/dataset/issue_log.h"
#include "core/dataset/plan_parts.h"

#include <QSet>

#include <algorithm>

namespace labelwright {

namespace {

QString textOf(std::string_view cell)
{
    return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
}

/// Turns the rows of an index into samples, issues and rejects.
class RowPlanner
{
public:
    RowPlanner(const PlanContext& context, const CsvTable& table, const PathMatcher& matcher,
               const IndexColumns& columns, QString folder)
        : m_context(context)
        , m_table(table)
        , m_matcher(matcher)
        , m_columns(columns)
        , m_folder(std::move(folder))
        , m_states(context.source.entries().size(), State::Unnamed)
    {
    }

    Result<ImportPlan> plan()
    {
        nameColumns();
        m_values.resize(static_cast<std::size_t>(m_plan.labels.size()));
        m_plan.annotations = LabelMatrix(0, m_values.size());
        m_plan.samples.reserve(m_table.rows());
        for (std::size_t row = 0; row < m_table.rows(); ++row) {
            if (row % 1024 == 0 && !reportRow(row))
                return tl::unexpected(cancelledError());
            planRow(row);
        }
        if (m_context.imagesWithoutRow == ImagesWithoutRow::TakeAsUnknown &&
            !m_plan.samples.empty())
            takeImagesWithoutRow();
        m_plan.issues = m_log.take();
        nameLabelsInDoubt();
        return std::move(m_plan);
    }

private:
    /// What the rows have said of an entry so far.
    enum class State : char { Unnamed, Named, Taken };

    void nameColumns()
    {
        const auto name = [this](std::size_t column) { return m_table.columnName(column); };
        for (std::size_t column = 0; column < m_table.columns(); ++column)
            m_plan.columns.append(name(column));
        m_plan.form = m_columns.tags             ? ImportForm::Tags
                      : m_columns.labels.empty() ? ImportForm::PlainImages
                                                 : ImportForm::Index;
        m_plan.imageColumn = name(m_columns.image);
        m_plan.subsetColumn = m_columns.subset ? name(*m_columns.subset) : QString();
        m_plan.groupColumn = m_columns.group ? name(*m_columns.group) : QString();
        m_plan.tagColumn = m_columns.tags ? name(m_columns.tags->column) : QString();
        for (const std::size_t column : m_columns.otherImages)
            m_plan.otherImageColumns.append(name(column));
        for (const std::size_t column : m_columns.fields)
            m_plan.fieldColumns.append(name(column));
        for (const std::size_t column : m_columns.labels)
            m_plan.labels.append(name(column));
        for (const std::size_t column : m_columns.repeated)
            m_log.add(IssueKind::RepeatedColumn, 0, name(column));
        if (m_columns.tags)
            m_plan.labels = allTags();
        for (qsizetype i = 0; i < m_plan.labels.size(); ++i)
            m_labelNumbers.insert(m_plan.labels[i], static_cast<std::size_t>(i));
    }

    [[nodiscard]] QStringList allTags() const
    {
        QSet<QString> tags;
        for (std::size_t row = 0; row < m_table.rows(); ++row)
            if (m_table.isComplete(row))
                for (const QString& tag : tagsOf(row))
                    tags.insert(tag);
        QStringList sorted(tags.begin(), tags.end());
        sorted.sort();
        return sorted;
    }

    [[nodiscard]] QStringList tagsOf(std::size_t row) const
    {
        return splitTags(textOf(m_table.cell(row, m_columns.tags->column)),
                         m_columns.tags->delimiter);
    }

    [[nodiscard]] bool reportRow(std::size_t row) const
    {
        if (m_context.progress)
            m_context.progress({QStringLiteral("Reading the index"), static_cast<qint64>(row),
                                static_cast<qint64>(m_table.rows())});
        return !m_context.stop.stop_requested();
    }

    void planRow(std::size_t row)
    {
        if (!m_table.isComplete(row))
            return reject(row, IssueKind::WrongCellCount,
                          textOf(m_table.cell(row, m_columns.image)),
                          QStringLiteral("The row has %1 cells instead of %2.")
                              .arg(m_table.cellCount(row))
                              .arg(m_table.columns()));
        const QString written = textOf(m_table.cell(row, m_columns.image));
        const auto match = m_matcher.match(written);
        if (!match)
            return reject(row, IssueKind::MissingImage, written,
                          written.isEmpty() ? QStringLiteral("The image's cell is blank.")
                                            : QStringLiteral("There is no image %1.").arg(written));
        State& state = m_states[match->entry];
        if (state == State::Taken)
            return reject(row, IssueKind::DuplicatePath, written,
                          QStringLiteral("An earlier row names %1.").arg(written));
        state = State::Named;
        const SourceEntry& entry = m_context.source.entries()[match->entry];
        if (entry.bytes == 0)
            return reject(row, IssueKind::UnreadableImage, written,
                          QStringLiteral("The file %1 is empty.").arg(written));
        if (m_columns.tags)
            readTags(row);
        else if (!readLabels(row, written))
            return;
        state = State::Taken;
        noteHealing(row, *match, written);
        m_plan.annotations.append(m_values);
        m_plan.samples.push_back(sampleOf(row, entry));
    }

    /// False when a cell is not binary and the row was rejected.
    bool readLabels(std::size_t row, const QString& written)
    {
        for (std::size_t i = 0; i < m_columns.labels.size(); ++i) {
            const std::string_view cell = m_table.cell(row, m_columns.labels[i]);
            switch (cellValue(cell)) {
            case CellValue::Blank: m_values[i] = m_context.options.blank; break;
            case CellValue::Absent: m_values[i] = Annotation::Absent; break;
            case CellValue::Present: m_values[i] = Annotation::Present; break;
            case CellValue::Other:
                if (!m_inDoubt.contains(m_plan.labels[static_cast<qsizetype>(i)]))
                    m_inDoubt.append(m_plan.labels[static_cast<qsizetype>(i)]);
                reject(row, IssueKind::NotBinary, written,
                       QStringLiteral("The cell of '%1' holds '%2'.")
                           .arg(m_plan.labels[static_cast<qsizetype>(i)], textOf(cell)));
                return false;
            }
        }
        return true;
    }

    /// Says which columns were taken as labels though some of their cells are not binary.
    void nameLabelsInDoubt()
    {
        for (Issue& issue : m_plan.issues) {
            if (issue.kind != IssueKind::NotBinary)
                continue;
            issue.columns = m_inDoubt;
            issue.text.chop(1);
            issue.text += QStringLiteral(": '%1' %2.")
                              .arg(m_inDoubt.join(QStringLiteral("', '")),
                                   m_inDoubt.size() == 1
                                       ? QStringLiteral("was taken as a label")
                                       : QStringLiteral("were taken as labels"));
        }
    }

    void readTags(std::size_t row)
    {
        const QStringList tags = tagsOf(row);
        std::fill(m_values.begin(), m_values.end(),
                  tags.isEmpty() ? Annotation::Unknown : m_context.options.unlisted);
        for (const QString& tag : tags)
            m_values[m_labelNumbers.value(tag)] = Annotation::Present;
    }

    PlannedSample sampleOf(std::size_t row, const SourceEntry& entry)
    {
        PlannedSample sample;
        sample.entry = entry.path;
        sample.name = entry.path.mid(commonLength(entry.path));
        sample.row = m_table.line(row);
        if (m_columns.subset) {
            const QString text = textOf(m_table.cell(row, *m_columns.subset));
            sample.subset = subsetFromText(text);
            if (!sample.subset && !text.isEmpty())
                m_log.add(IssueKind::UnknownSubset, sample.row, text);
        }
        if (m_columns.group)
            sample.group = textOf(m_table.cell(row, *m_columns.group));
        for (const std::size_t column : m_columns.fields)
            sample.fields.append(textOf(m_table.cell(row, column)));
        return sample;
    }

    /// How much of an entry's path is the index's own folder.
    [[nodiscard]] qsizetype commonLength(const QString& path) const
    {
        return path.startsWith(m_folder) ? m_folder.size() : 0;
    }

    void noteHealing(std::size_t row, const PathMatch& match, const QString& written)
    {
        const qint64 line = m_table.line(row);
        if (match.separatorHealed)
            m_log.add(IssueKind::HealedSeparator, line, written);
        if (match.caseHealed)
            m_log.add(IssueKind::HealedCase, line, written);
        if (match.unicodeHealed)
            m_log.add(IssueKind::HealedUnicode, line, written);
        if (match.nameHealed)
            m_log.add(IssueKind::HealedName, line, written);
    }

    void reject(std::size_t row, IssueKind kind, const QString& name, QString problem)
    {
        RejectedRow rejected{m_table.line(row), kind, std::move(problem), {}};
        for (std::size_t column = 0; column < m_table.cellCount(row); ++column)
            rejected.cells.push_back(textOf(m_table.cell(row, column)));
        m_log.add(kind, rejected.row, name);
        m_plan.rejects.push_back(std::move(rejected));
    }

    /// Marks the images that rejected rows and other image columns name.
    void markNamed()
    {
        std::vector<std::size_t> columns = m_columns.otherImages;
        columns.push_back(m_columns.image);
        const bool all = columns.size() > 1;
        for (std::size_t row = 0; row < m_table.rows(); ++row) {
            if (!all && m_table.isComplete(row))
                continue;
            for (const std::size_t column : columns)
                if (const auto match = m_matcher.match(textOf(m_table.cell(row, column))))
                    if (m_states[match->entry] == State::Unnamed)
                        m_states[match->entry] = State::Named;
        }
    }

    void takeImagesWithoutRow()
    {
        markNamed();
        std::fill(m_values.begin(), m_values.end(), Annotation::Unknown);
        const auto& entries = m_context.source.entries();
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (m_states[i] != State::Unnamed || !isImageName(entries[i].path))
                continue;
            const SourceEntry& entry = entries[i];
            m_log.add(entry.bytes == 0 ? IssueKind::UnreadableImage : IssueKind::ImageWithoutRow, 0,
                      entry.path);
            if (entry.bytes == 0)
                continue;
            PlannedSample sample;
            sample.entry = entry.path;
            sample.name = entry.path.mid(commonLength(entry.path));
            sample.fields = QStringList(static_cast<qsizetype>(m_columns.fields.size()), QString());
            m_plan.samples.push_back(std::move(sample));
            m_plan.annotations.append(m_values);
        }
    }

    const PlanContext& m_context;
    const CsvTable& m_table;
    const PathMatcher& m_matcher;
    const IndexColumns& m_columns;
    QString m_folder;            ///< The index's, empty or ending in '/'.
    std::vector<State> m_states; ///< One per entry of the source.
    QHash<QString, std::size_t> m_labelNumbers;
    std::vector<Annotation> m_values; ///< Of the row at hand.
    QStringList m_inDoubt; ///< Labels with cells that are not binary.
    IssueLog m_log;
    ImportPlan m_plan;
};

std::optional<ColumnRoles> readRoles(const ImageSource& source, const QString& folder)
{
    const QString path = folder + columnRolesFile.toString();
    const auto& entries = source.entries();
    const bool exists = std::any_of(entries.begin(), entries.end(),
                                    [&](const SourceEntry& entry) { return entry.path == path; });
    if (!exists)
        return std::nullopt;
    const auto bytes = source.read(path);
    return bytes ? columnRolesFromJson(*bytes) : std::nullopt;
}

} // namespace

Result<ImportPlan> planIndex(const PlanContext& context, const QString& indexEntry)
{
    const QString name = indexEntry.mid(indexEntry.lastIndexOf(u'/') + 1);
    const QString folder = indexEntry.chopped(name.size());
    const auto bytes = context.source.read(indexEntry);
    if (!bytes)
        return failureOf(bytes);
    const auto table = parseCsv(*bytes, QStringLiteral("The index %1").arg(name));
    if (!table)
        return failureOf(table);
    if (table->rows() == 0)
        return failure(QStringLiteral("The index %1 has a header but no rows.").arg(name));
    const PathMatcher matcher(context.source.entries(), folder);
    const IndexTable index{*table, name, readRoles(context.source, folder)};
    const auto columns = findColumns(index, matcher, context.options);
    if (!columns)
        return failureOf(columns);
    auto plan = RowPlanner(context, *table, matcher, *columns, folder).plan();
    if (!plan)
        return plan;
    plan->indexEntry = indexEntry;
    plan->encoding = table->encoding();
    plan->separator = table->separatorName();
    return plan;
}

} // namespace labelwright
