#include "core/session/import_job.h"

#include "core/base/parallel.h"
#include "core/dataset/sample_check.h"
#include "core/project/checks.h"
#include "core/project/datasets.h"
#include "core/project/imports.h"
#include "core/project/labels.h"
#include "core/session/check_job.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <memory>

namespace labelwright {

namespace {

/// Seconds since the timer was started last; starts it anew.
double lap(QElapsedTimer& timer)
{
    return static_cast<double>(timer.restart()) / 1000;
}

QString nameFor(const ImportRequest& request)
{
    if (!request.dataset.isEmpty())
        return request.dataset;
    const QFileInfo file(QFileInfo(request.path).absoluteFilePath());
    return file.isDir() ? file.fileName() : file.completeBaseName();
}

/// A strict import looks at every image before anything is stored.
Result<void> refuseUnreadable(const ImportPlan& plan, const SourceLimits& limits,
                              const ProgressCallback& progress, std::stop_token stop)
{
    const auto source = openSource(plan.sourcePath, limits);
    if (!source)
        return failureOf(source);
    const int threads = defaultThreadCount();
    std::vector<std::unique_ptr<ImageSource>> readers;
    for (int i = 0; i < threads; ++i) {
        auto reader = (*source)->clone();
        if (!reader)
            return failureOf(reader);
        readers.push_back(std::move(*reader));
    }
    std::vector<QString> problems(plan.samples.size());
    parallelFor(plan.samples.size(), threads, [&](int worker, std::size_t index) {
        const auto bytes = readers[static_cast<std::size_t>(worker)]->read(plan.samples[index].entry);
        problems[index] = bytes ? checkSample(*bytes).problem : bytes.error().summary;
        if (progress && worker == 0)
            progress({QStringLiteral("Checking images"), static_cast<qint64>(index) + 1,
                      static_cast<qint64>(problems.size())});
    }, stop);
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    for (std::size_t index = 0; index < problems.size(); ++index)
        if (!problems[index].isEmpty())
            return failure(QStringLiteral("Nothing was imported, as --strict asks: %1: %2")
                               .arg(plan.samples[index].name, problems[index]));
    return {};
}

Result<ImportOutcome> storeIndex(Project& project, const ImportRequest& request,
                                 const ImportPlan& plan)
{
    if (request.target == ImportTarget::NewDataset)
        return importNew(project, nameFor(request), plan, request.keeping, toJson(request.split));
    const auto found = findDataset(project, request.dataset);
    if (!found)
        return failureOf(found);
    return importInto(project, found->id, plan, request.keeping, toJson(request.split));
}

/// Fails early, before a large source is read.
Result<void> checkTarget(const Project& project, const ImportRequest& request)
{
    if (request.target == ImportTarget::ExistingDataset) {
        const auto found = findDataset(project, request.dataset);
        return found ? Result<void>() : failureOf(found);
    }
    if (findDataset(project, nameFor(request)))
        return failure(QStringLiteral("There is already a dataset %1: choose another name with "
                                      "--dataset, or add to it with --into.")
                           .arg(nameFor(request)));
    return {};
}

/// Unreadable images of this import join the issues and rejects of its index.
Result<void> addUnreadable(const Project& project, const ImportSummary& summary, ImportPlan& plan)
{
    const auto problems = sampleProblems(project, summary.dataset);
    if (!problems)
        return failureOf(problems);
    QHash<QString, QString> problemOf;
    for (const SampleProblem& problem : *problems)
        problemOf.insert(problem.name, problem.problem);
    QStringList names;
    std::vector<qint64> rows;
    for (const PlannedSample& sample : plan.samples) {
        const auto found = problemOf.constFind(sample.name);
        if (found == problemOf.constEnd())
            continue;
        names.append(sample.name);
        rows.push_back(sample.row);
        plan.rejects.push_back(
            {sample.row, IssueKind::UnreadableImage, *found, {sample.name}});
    }
    if (names.isEmpty())
        return {};
    auto issue = std::find_if(plan.issues.begin(), plan.issues.end(), [](const Issue& known) {
        return known.kind == IssueKind::UnreadableImage;
    });
    if (issue == plan.issues.end())
        issue = plan.issues.insert(plan.issues.end(), Issue{IssueKind::UnreadableImage, {}, 0, {}, {}});
    issue->names += names;
    issue->rows.insert(issue->rows.end(), rows.begin(), rows.end());
    std::sort(issue->rows.begin(), issue->rows.end());
    issue->count += names.size();
    issue->text = issueText(issue->kind, issue->count);
    return {};
}

} // namespace

Result<ImportSummary> importDataset(Project& project, const ImportRequest& request,
                                    const ProgressCallback& progress, std::stop_token stop)
{
    if (const auto target = checkTarget(project, request); !target)
        return failureOf(target);
    QElapsedTimer timer;
    timer.start();
    ImportSummary summary;
    auto plan = planImport(request.path, request.options, progress, stop);
    if (!plan)
        return failureOf(plan);
    if (request.options.strictness == Strictness::RefuseAll)
        if (const auto good = refuseUnreadable(*plan, request.options.limits, progress, stop); !good)
            return failureOf(good);
    const auto stored = storeIndex(project, request, *plan);
    if (!stored)
        return failureOf(stored);
    summary.indexSeconds = lap(timer);
    if (const auto done = finishImport(project, stored->dataset, request.split, progress, stop);
        !done)
        return failureOf(done);
    summary.checkSeconds = lap(timer);
    summary.dataset = stored->dataset;
    summary.name = dataset(project, stored->dataset).value().name;
    summary.added = stored->added;
    summary.alreadyThere = stored->alreadyThere;
    if (const auto added = addUnreadable(project, summary, *plan); !added)
        return failureOf(added);
    const auto known = labels(project, stored->dataset);
    if (!known)
        return failureOf(known);
    for (const Label& label : *known)
        summary.labels.append(label.name);
    const auto table = subsetTable(project, stored->dataset);
    if (!table)
        return failureOf(table);
    summary.subsets = *table;
    plan->samples.clear();
    plan->annotations = LabelMatrix();
    summary.plan = std::move(*plan);
    return summary;
}

Result<SplitOutcome> finishImport(Project& project, DatasetId dataset,
                                  const std::optional<SplitOptions>& split,
                                  const ProgressCallback& progress, std::stop_token stop)
{
    if (const auto checked = checkDataset(project, dataset, progress, stop); !checked)
        return failureOf(checked);
    const auto options = split ? Result<SplitOptions>(*split) : usualSplit(project, dataset);
    return options ? splitDataset(project, dataset, *options)
                   : Result<SplitOutcome>(failureOf(options));
}

} // namespace labelwright
