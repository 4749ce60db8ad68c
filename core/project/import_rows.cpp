#include "core/project/import_rows.h"

#include "core/project/label_rows.h"
#include "core/project/log_content.h"
#include "core/project/log_store.h"
#include "core/project/sample_fields.h"
#include "core/project/statement.h"

#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <optional>

namespace labelwright {

namespace {

QString issuesJson(const ImportPlan& plan)
{
    QStringList texts;
    for (const Issue& issue : plan.issues)
        texts += issue.text;
    return jsonOfStrings(texts);
}

/// The plan's annotations of the rows that come in; the plan's own where all do.
LabelMatrix cellsOf(const ImportPlan& plan, std::span<const std::size_t> fresh)
{
    if (fresh.size() == plan.annotations.samples())
        return plan.annotations;
    LabelMatrix cells(0, plan.annotations.labels());
    for (const std::size_t row : fresh)
        cells.append(plan.annotations.row(row));
    return cells;
}

std::optional<QString> textUnlessEmpty(const QString& text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

Result<std::vector<LabelId>> uniteLabels(Database& database, DatasetId dataset,
                                         const QStringList& names, QStringList& added)
{
    QHash<QString, LabelId> known;
    for (const Label& label : selectLabels(database, dataset))
        known.insert(label.name, label.id);
    std::vector<LabelId> columns;
    std::vector<LabelId> fresh;
    for (const QString& name : names) {
        if (const auto found = known.constFind(name.trimmed()); found != known.cend()) {
            columns.push_back(*found);
            continue;
        }
        const Result<LabelId> id = insertLabel(database, dataset, name);
        if (!id)
            return failureOf(id);
        columns.push_back(*id);
        fresh.push_back(*id);
        known.insert(name.trimmed(), *id);
        added += name.trimmed();
    }
    if (!fresh.empty())
        logLabels(database, dataset, fresh, true, QStringLiteral("labels imported"));
    return columns;
}

std::vector<std::size_t> newSamples(Database& database, DatasetId dataset, const ImportPlan& plan,
                                    QStringList& known)
{
    QSet<QString> names;
    Statement rows(database, "SELECT name FROM samples WHERE dataset = ?1");
    rows.with(dataset);
    while (rows.next())
        names.insert(rows.text(0));
    std::vector<std::size_t> fresh;
    fresh.reserve(plan.samples.size());
    for (std::size_t row = 0; row < plan.samples.size(); ++row) {
        const QString& name = plan.samples[row].name;
        const qsizetype before = names.size();
        names.insert(name);
        if (names.size() > before)
            fresh.push_back(row);
        else
            known += name;
    }
    return fresh;
}

qint64 insertImport(Database& database, DatasetId dataset, const ImportPlan& plan)
{
    Statement(database, "INSERT INTO imports (dataset, time, path, group_column, field_columns, "
                        "issues) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
        .run(dataset, currentTime(), QFileInfo(plan.sourcePath).absoluteFilePath(),
             plan.groupColumn, jsonOfStrings(plan.fieldColumns), issuesJson(plan));
    return database.lastInsertId();
}

std::vector<SampleId> reserveSamples(Database& database, std::size_t count)
{
    Statement last(database, "SELECT seq FROM sqlite_sequence WHERE name = 'samples'");
    qint64 id = last.with().next() ? last.integer(0) : 0;
    std::vector<SampleId> ids(count);
    for (SampleId& reserved : ids)
        reserved = SampleId{++id};
    return ids;
}

qint64 logCells(Database& database, DatasetId dataset, const ImportPlan& plan,
                std::span<const std::size_t> fresh, std::span<const SampleId> rows,
                std::span<const LabelId> columns)
{
    const LabelMatrix cells = cellsOf(plan, fresh);
    const auto known = std::ranges::count_if(
        cells.cells(), [](Annotation cell) { return cell != Annotation::Unknown; });
    return appendEntry(database, {dataset, LogKind::Matrix, Annotator::Import,
                                  QFileInfo(plan.sourcePath).fileName(),
                                  static_cast<qint64>(known), packMatrix(rows, columns, cells)});
}

void insertSamples(Database& database, const SampleOrigin& origin, const ImportPlan& plan,
                   std::span<const std::size_t> fresh, std::span<const SampleId> rows)
{
    Statement insert(database, "INSERT INTO samples (id, dataset, added_at, subset, keeping, "
                               "import, name, entry, group_key, fields) "
                               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const PlannedSample& sample = plan.samples[fresh[i]];
        const std::optional<int> subset = sample.subset ? std::optional(int(*sample.subset))
                                                        : std::nullopt;
        const std::optional<QString> entry = sample.entry == sample.name
                                                 ? std::nullopt
                                                 : std::optional(sample.entry);
        const std::optional<QString> fields = sample.fields.isEmpty()
                                                  ? std::nullopt
                                                  : std::optional(jsonOfStrings(sample.fields));
        insert.run(rows[i], origin.dataset, origin.position, subset,
                   static_cast<int>(origin.keeping), origin.import, sample.name, entry,
                   textUnlessEmpty(sample.group), fields);
    }
}

void logPlannedSubsets(Database& database, DatasetId dataset, const ImportPlan& plan,
                       std::span<const std::size_t> fresh, std::span<const SampleId> rows)
{
    std::vector<Membership> members;
    for (std::size_t i = 0; i < fresh.size(); ++i)
        if (const std::optional<Subset> subset = plan.samples[fresh[i]].subset)
            members.emplace_back(rows[i], *subset);
    if (members.empty())
        return;
    appendEntry(database, {dataset, LogKind::Subsets, Annotator::Import,
                           QStringLiteral("column '%1'").arg(plan.subsetColumn),
                           static_cast<qint64>(members.size()), packSubsets(members)});
    Statement(database, "UPDATE datasets SET subset_rules = ?2 WHERE id = ?1")
        .run(dataset, QStringLiteral("{\"method\":\"column\"}"));
}

void planSplit(Database& database, DatasetId dataset, const QJsonObject& split)
{
    const QByteArray text = QJsonDocument(split).toJson(QJsonDocument::Compact);
    Statement(database, "UPDATE datasets SET subset_rules = json_set(subset_rules, '$.planned', "
                        "json(?2)) WHERE id = ?1")
        .run(dataset, QString::fromUtf8(text));
}

} // namespace labelwright
