#include "core/project/annotations.h"

#include "core/project/log_content.h"
#include "core/project/log_store.h"
#include "core/project/project_storage.h"
#include "core/project/statement.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace labelwright {

namespace {

QString appendFailed()
{
    return QStringLiteral("The answers cannot be stored");
}

Error foreignError(const QString& what)
{
    return {QStringLiteral("The answers cannot be stored: a %1 does not belong to the dataset; "
                           "open it again.")
                .arg(what),
            {}};
}

/// The ids that a statement with ?1 = dataset lists.
template <class IdType>
std::unordered_set<IdType> idsOf(Database& database, const char* sql, DatasetId dataset)
{
    std::unordered_set<IdType> ids;
    Statement rows(database, sql);
    rows.with(dataset);
    while (rows.next())
        ids.insert(rows.id<IdType>(0));
    return ids;
}

/// Fails when a sample is not the dataset's. Few are looked up one by one, many by one pass.
Result<void> checkSamples(Database& database, DatasetId dataset, std::span<const SampleId> samples)
{
    if (samples.size() > 1000) {
        const auto known = idsOf<SampleId>(database, "SELECT id FROM samples WHERE dataset = ?1",
                                           dataset);
        if (!std::ranges::all_of(samples, [&](SampleId id) { return known.contains(id); }))
            return tl::unexpected<Error>(foreignError(QStringLiteral("sample")));
        return {};
    }
    Statement owner(database, "SELECT dataset FROM samples WHERE id = ?1");
    for (const SampleId id : samples) {
        owner.with(id);
        if (!owner.next() || owner.id<DatasetId>(0) != dataset)
            return tl::unexpected<Error>(foreignError(QStringLiteral("sample")));
    }
    return {};
}

Result<void> checkLabels(Database& database, DatasetId dataset, std::span<const LabelId> labels)
{
    const auto known = idsOf<LabelId>(database, "SELECT id FROM labels WHERE dataset = ?1",
                                      dataset);
    if (!std::ranges::all_of(labels, [&](LabelId id) { return known.contains(id); }))
        return tl::unexpected<Error>(foreignError(QStringLiteral("label")));
    return {};
}

Result<qint64> append(Project& project, std::span<const SampleId> samples,
                      std::span<const LabelId> labels, const NewEntry& entry)
{
    return editing(project, appendFailed(), [&](ProjectStorage& storage) -> Result<qint64> {
        Database& database = storage.database;
        if (const auto fits = checkSamples(database, entry.dataset, samples); !fits)
            return failureOf(fits);
        if (const auto fits = checkLabels(database, entry.dataset, labels); !fits)
            return failureOf(fits);
        if (samples.empty())
            return lastPosition(database, entry.dataset);
        return appendEntry(database, entry);
    });
}

/// What an entry says about one cell; nothing when it is silent.
std::optional<Annotation> valueIn(LogKind kind, const QByteArray& content, SampleId sample,
                                  LabelId label)
{
    std::optional<Annotation> value;
    if (kind == LogKind::Answers) {
        for (const Answer& answer : unpackAnswers(content))
            if (answer.sample == sample && answer.label == label)
                value = answer.value;
        return value;
    }
    const MatrixContent matrix = unpackMatrix(content);
    const auto row = std::ranges::find(matrix.rows, sample);
    const auto column = std::ranges::find(matrix.columns, label);
    if (row == matrix.rows.end() || column == matrix.columns.end())
        return value;
    const auto index = static_cast<std::size_t>(row - matrix.rows.begin()) * matrix.columns.size()
                       + static_cast<std::size_t>(column - matrix.columns.begin());
    if (matrix.at(index) != Annotation::Unknown)
        value = matrix.at(index);
    return value;
}

} // namespace

Result<qint64> appendAnswers(Project& project, DatasetId dataset, std::span<const Answer> answers,
                             Annotator who, const QString& source)
{
    std::vector<SampleId> samples;
    std::vector<LabelId> labels;
    for (const Answer& answer : answers) {
        samples.push_back(answer.sample);
        labels.push_back(answer.label);
    }
    return append(project, samples, labels,
                  {dataset, LogKind::Answers, who, source, static_cast<qint64>(answers.size()),
                   packAnswers(answers)});
}

Result<qint64> appendMatrix(Project& project, DatasetId dataset, std::span<const SampleId> rows,
                            std::span<const LabelId> columns, const LabelMatrix& values,
                            Annotator who, const QString& source)
{
    Q_ASSERT(values.samples() == rows.size() && values.labels() == columns.size());
    const auto known = std::ranges::count_if(
        values.cells(), [](Annotation cell) { return cell != Annotation::Unknown; });
    return append(project, rows, columns,
                  {dataset, LogKind::Matrix, who, source, static_cast<qint64>(known),
                   packMatrix(rows, columns, values)});
}

Result<std::vector<LogEntry>> annotationLog(const Project& project, DatasetId dataset)
{
    return reading(project, QStringLiteral("The log cannot be read"),
                   [&](ProjectStorage& storage) -> Result<std::vector<LogEntry>> {
        Statement rows(storage.database, "SELECT position, kind, time, who, source, cells FROM log "
                                         "WHERE dataset = ?1 ORDER BY position");
        rows.with(dataset);
        std::vector<LogEntry> entries;
        while (rows.next())
            entries.push_back({rows.integer(0), static_cast<LogKind>(rows.integer(1)),
                               rows.time(2), static_cast<Annotator>(rows.integer(3)), rows.text(4),
                               rows.integer(5)});
        return entries;
    });
}

Result<std::vector<PastAnswer>> historyOf(const Project& project, SampleId sample, LabelId label)
{
    return reading(project, QStringLiteral("The history cannot be read"),
                   [&](ProjectStorage& storage) -> Result<std::vector<PastAnswer>> {
        Statement rows(storage.database,
                       "SELECT position, time, who, source, kind, content FROM log WHERE dataset = "
                       "(SELECT dataset FROM samples WHERE id = ?1) AND kind IN (0, 1) "
                       "ORDER BY position");
        rows.with(sample);
        std::vector<PastAnswer> answers;
        while (rows.next()) {
            const auto kind = static_cast<LogKind>(rows.integer(4));
            if (const auto value = valueIn(kind, rows.blob(5), sample, label))
                answers.push_back({rows.integer(0), rows.time(1),
                                   static_cast<Annotator>(rows.integer(2)), rows.text(3), *value});
        }
        return answers;
    });
}

} // namespace labelwright
