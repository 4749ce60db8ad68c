#include "core/dataset/import_plan.h"

#include "core/base/atomic_file.h"
#include "core/dataset/csv.h"
#include "core/dataset/guarded_zip.h"
#include "core/dataset/plan_parts.h"
#include "core/dataset/zip_source.h"

#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace labelwright {

namespace {

bool isTableName(const QString& path)
{
    return path.endsWith(u".csv", Qt::CaseInsensitive) ||
           path.endsWith(u".tsv", Qt::CaseInsensitive);
}

/// Where the images of a path are looked for, in words.
QString sourceName(const QString& path, const ImageSource& source)
{
    const QFileInfo info(path);
    if (source.isArchive())
        return QStringLiteral("The archive %1").arg(info.fileName());
    return QStringLiteral("The folder %1").arg(info.isDir() ? path : info.absolutePath());
}

qsizetype depth(const QString& path)
{
    return path.count(u'/');
}

/// The tables that lie highest, those called index.csv before all others.
QStringList highestTables(const QStringList& paths)
{
    QStringList tables;
    QStringList indexes;
    for (const QString& path : paths) {
        if (!isTableName(path))
            continue;
        tables.append(path);
        if (path.mid(path.lastIndexOf(u'/') + 1).compare(u"index.csv", Qt::CaseInsensitive) == 0)
            indexes.append(path);
    }
    QStringList& chosen = indexes.isEmpty() ? tables : indexes;
    qsizetype highest = std::numeric_limits<qsizetype>::max();
    for (const QString& path : chosen)
        highest = std::min(highest, depth(path));
    chosen.removeIf([&](const QString& path) { return depth(path) > highest; });
    return chosen;
}

Result<void> checkPath(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists() || info.isDir() || isTableName(path))
        return {};
    if (isImageName(path))
        return failure(QStringLiteral("The file %1 is a single image; import the folder it is in.")
                           .arg(info.fileName()));
    if (isZipFile(path))
        return {};
    return failure(
        QStringLiteral("The file %1 is neither a zip archive nor a CSV file; name one of "
                       "these or a folder.")
            .arg(info.fileName()));
}

Result<void> checkPlan(const PlanContext& context, const ImportPlan& plan)
{
    const bool hasImages =
        std::any_of(context.source.entries().begin(), context.source.entries().end(),
                    [](const SourceEntry& entry) { return isImageName(entry.path); });
    if (!hasImages && plan.samples.empty())
        return failure(QStringLiteral("%1 holds no images (JPEG, PNG, GIF, WebP, BMP or TIFF).")
                           .arg(context.sourceName));
    const auto rejection = std::find_if(plan.issues.begin(), plan.issues.end(),
                                        [](const Issue& issue) { return isRejection(issue.kind); });
    if (plan.samples.empty())
        return failure(QStringLiteral("Nothing in %1 can be imported: %2")
                           .arg(QFileInfo(plan.sourcePath).fileName(),
                                rejection == plan.issues.end() ? QString() : rejection->text));
    return context.options.strictness == Strictness::RefuseAll ? strictlyGood(plan)
                                                               : Result<void>();
}

Result<ImportPlan> planSource(const PlanContext& context, const QString& path)
{
    const auto index = findIndex(context, path);
    if (!index)
        return failureOf(index);
    auto plan = index->isEmpty() ? planFolders(context) : planIndex(context, *index);
    if (!plan)
        return plan;
    plan->sourcePath = path;
    if (const auto checked = checkPlan(context, *plan); !checked)
        return failureOf(checked);
    return plan;
}

} // namespace

Result<QString> findIndex(const PlanContext& context, const QString& path)
{
    if (!context.source.isArchive() && QFileInfo(path).isFile())
        return QFileInfo(path).fileName();
    const QStringList tables = highestTables(context.source.paths());
    if (tables.size() > 1)
        return failure(
            QStringLiteral("%1 holds several CSV files (%2): call the one to use index.csv, "
                           "at the top.")
                .arg(context.sourceName, tables.mid(0, 5).join(QStringLiteral(", "))));
    return tables.isEmpty() ? QString() : tables.front();
}

Result<ImportPlan> planImport(const QString& path, const ImportOptions& options,
                              const ProgressCallback& progress, std::stop_token stop)
{
    if (const auto checked = checkPath(path); !checked)
        return failureOf(checked);
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    const auto source = openSource(path, options.limits);
    if (!source)
        return failureOf(source);
    const bool isTable = !(*source)->isArchive() && QFileInfo(path).isFile();
    const PlanContext context{
        **source, sourceName(path, **source),
        options,  progress,
        stop,     isTable ? ImagesWithoutRow::LeaveOut : options.imagesWithoutRow};
    return guardedZip(
        QStringLiteral("%1 is too large for this machine's memory.").arg(context.sourceName),
        [&] { return planSource(context, path); });
}

Result<void> strictlyGood(const ImportPlan& plan)
{
    const QString rejections = rejectionsInWords(plan.issues);
    if (rejections.isEmpty())
        return {};
    QStringList details;
    for (const RejectedRow& reject : plan.rejects)
        details.append(reject.row > 0
                           ? QStringLiteral("Line %1: %2").arg(reject.row).arg(reject.problem)
                           : reject.problem);
    return failure(QStringLiteral("The strict import of %1 is refused: %2.")
                       .arg(QFileInfo(plan.sourcePath).fileName(), rejections),
                   details.join(u'\n'));
}

Result<void> saveRejects(const ImportPlan& plan, const QString& path)
{
    std::vector<QString> header{QStringLiteral("line"), QStringLiteral("problem")};
    if (plan.columns.isEmpty())
        header.push_back(QStringLiteral("image"));
    header.insert(header.end(), plan.columns.begin(), plan.columns.end());
    QByteArray csv = csvLine(header);
    for (const RejectedRow& reject : plan.rejects) {
        std::vector<QString> cells{QString::number(reject.row), reject.problem};
        cells.insert(cells.end(), reject.cells.begin(), reject.cells.end());
        csv += csvLine(cells);
    }
    return writeFileAtomically(path, csv);
}

} // namespace labelwright
