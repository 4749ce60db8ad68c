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

using Problems = QHash<QString, QString>; ///< Why an image cannot be read, by the sample's name.

/// Looks at every image before anything is stored.
Result<Problems> unreadableImages(const ImportPlan& plan, const SourceLimits& limits,
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
    Problems found;
    for (std::size_t index = 0; index < problems.size(); ++index)
        if (!problems[index].isEmpty())
            found.insert(plan.samples[index].name, problems[index]);
    return found;
}

/// Unreadable images join the issues and rejects of the index; gives how many they are.
qint64 addUnreadable(const Problems& problems, ImportPlan& plan)
{
    QStringList names;
    std::vector<qint64> rows;
    for (const PlannedSample& sample : plan.samples) {
        const auto found = problems.constFind(sample.name);
        if (found == problems.constEnd())
            continue;
        names.append(sample.name);
        if (sample.row > 0)
            rows.push_back(sample.row);
        plan.rejects.push_back({sample.row, IssueKind::UnreadableImage, *found, {sample.name}});
    }
    if (names.isEmpty())
        return 0;
    auto issue = std::find_if(plan.issues.begin(), plan.issues.end(), [](const Issue& known) {
        return known.kind == IssueKind::UnreadableImage;
    });
    if (issue == plan.issues.end())
        issue = plan.issues.insert(plan.issues.end(),
                                   Issue{IssueKind::UnreadableImage, {}, 0, {}, {}});
    issue->names += names;
    issue->rows.insert(issue->rows.end(), rows.begin(), rows.end());
    std::sort(issue->rows.begin(), issue->rows.end());
    issue->count += names.size();
    issue->text = issueText(issue->kind, issue->count);
    return names.size();
}

Result<void> saveWantedRejects(const ImportRequest& request, const ImportPlan& plan)
{
    return request.rejects.isEmpty() ? Result<void>() : saveRejects(plan, request.rejects);
}

/// A strict import finds all that is bad before it is refused.
Result<void> refuseBad(const ImportRequest& request, ImportPlan& plan,
                       const ProgressCallback& progress, std::stop_token stop)
{
    const auto problems =
        unreadableImages(plan, request.options.limits, progress, std::move(stop));
    if (!problems)
        return failureOf(problems);
    addUnreadable(*problems, plan);
    const auto good = strictlyGood(plan);
    if (!good)
        if (const auto saved = saveWantedRejects(request, plan); !saved)
            return saved;
    return good;
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

/// What the check found about the new samples.
Result<Problems> problemsOf(const Project& project, DatasetId dataset,
                            const QStringList& alreadyThere)
{
    const auto stored = sampleProblems(project, dataset);
    if (!stored)
        return failureOf(stored);
    Problems problems;
    for (const SampleProblem& problem : *stored)
        problems.insert(problem.name, problem.problem);
    for (const QString& name : alreadyThere)
        problems.remove(name);
    return problems;
}

/// Counts what came in and what did not.
Result<void> sumUp(const Project& project, const ImportOutcome& stored, ImportPlan& plan,
                   ImportSummary& summary)
{
    const auto info = dataset(project, stored.dataset);
    const auto problems = problemsOf(project, stored.dataset, stored.alreadyThere);
    const auto known = labels(project, stored.dataset);
    const auto table = subsetTable(project, stored.dataset);
    if (!info || !problems)
        return info ? failureOf(problems) : failureOf(info);
    if (!known || !table)
        return known ? failureOf(table) : failureOf(known);
    summary.dataset = stored.dataset;
    summary.name = info->name;
    summary.samplesBefore = info->samples - stored.added;
    summary.added = stored.added - addUnreadable(*problems, plan);
    for (const Issue& issue : plan.issues)
        if (issue.kind == IssueKind::UnreadableImage)
            summary.unreadable = issue.count;
    summary.alreadyThere = stored.alreadyThere;
    summary.newLabels = stored.newLabels;
    for (const Label& label : *known)
        summary.labels.append(label.name);
    summary.subsets = *table;
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
    ImportOptions options = request.options;
    options.strictness = Strictness::KeepGoodRows; // A strict one is refused below, with all it has.
    auto plan = planImport(request.path, options, progress, stop);
    if (!plan)
        return failureOf(plan);
    if (request.options.strictness == Strictness::RefuseAll)
        if (const auto good = refuseBad(request, *plan, progress, stop); !good)
            return failureOf(good);
    const auto stored = storeIndex(project, request, *plan);
    if (!stored)
        return failureOf(stored);
    summary.indexSeconds = lap(timer);
    if (const auto done = finishImport(project, stored->dataset, request.split, progress, stop);
        !done)
        return failureOf(done);
    summary.checkSeconds = lap(timer);
    if (const auto summed = sumUp(project, *stored, *plan, summary); !summed)
        return failureOf(summed);
    if (const auto saved = saveWantedRejects(request, *plan); !saved)
        return failureOf(saved);
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
