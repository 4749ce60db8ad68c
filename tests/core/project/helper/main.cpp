// Runs one job on a project folder in a process of its own:
//   hold FOLDER           opens for writing, says so, and waits to be killed
//   edit FOLDER           edits for ever, to be killed at any time; prints what is on disk
//   create FOLDER         makes a project
//   open FOLDER           opens it for writing
//   read FOLDER           opens it for reading and counts its datasets
//   deploy FOLDER         makes deployments of checkpoint 1 for ever, to be killed at any time; prints
//                         the id of each that is on disk
//   fill FOLDER BYTES     appends answers while no file may grow beyond BYTES, as on a full disk
//   measure FOLDER        stores 100,000 samples x 80 labels and reads them again, with figures
// An option --nobody after the job drops the rights of root first. The first line of the output is
// "ok" or "error: …".

#include "core/project/annotations.h"
#include "core/project/checks.h"
#include "core/project/datasets.h"
#include "core/project/deployments.h"
#include "core/project/imports.h"
#include "core/project/labels.h"
#include "core/project/project.h"
#include "core/project/samples.h"
#include "core/project/snapshot.h"
#include "core/project/subsets.h"
#include "core/project/versions.h"
#include "tests/core/project/made_plan.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <thread>

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

namespace labelwright::tests {

namespace {

int report(const Error& error)
{
    std::printf("error: %s\n", qPrintable(error.summary));
    std::fflush(stdout);
    return 1;
}

template <class T>
int report(const Result<T>& result)
{
    if (!result)
        return report(result.error());
    std::printf("ok\n");
    std::fflush(stdout);
    return 0;
}

int hold(const QString& folder)
{
    const Result<Project> project = Project::open(folder, Access::ReadWrite);
    report(project);
    while (project)
        std::this_thread::sleep_for(std::chrono::seconds(1));
    return 1;
}

/// One round of every kind of edit. Prints the log position once it must be on disk.
Result<void> editOnce(Project& project, DatasetId dataset, int round)
{
    const ImportPlan plan = madePlan(50, 6, static_cast<std::uint64_t>(round),
                                     QStringLiteral("round %1").arg(round));
    if (const auto done = importInto(project, dataset, plan, Keeping::Copy); !done)
        return failureOf(done);
    const Result<std::vector<SampleId>> fresh = nextUnchecked(project, dataset, {}, 50);
    const Result<std::vector<Label>> known = labels(project, dataset);
    if (!fresh || !known)
        return failure(QStringLiteral("unreadable"));
    std::vector<CheckedSample> checks;
    std::vector<std::pair<SampleId, Subset>> members;
    for (const SampleId id : *fresh) {
        checks.push_back({id, {QByteArray(64, 'a'), 10, 3, 4, 5, {}}, QStringLiteral("jpg"), 0});
        members.emplace_back(id, allSubsets[static_cast<std::size_t>(id.value % 3)]);
    }
    if (const auto done = storeChecks(project, checks); !done)
        return done;
    if (const auto done = setSubsets(project, dataset, members, Resplit::No, {}); !done)
        return done;
    const Answer answer{fresh->front(), known->front().id, Annotation::Present};
    const auto position = appendAnswers(project, dataset, std::span(&answer, 1), Annotator::Human,
                                        QStringLiteral("helper"));
    if (!position)
        return failureOf(position);
    std::printf("%lld\n", static_cast<long long>(*position));
    std::fflush(stdout);
    const Result<Version> named = createVersion(project, dataset);
    return named ? Result<void>() : failureOf(named);
}

int edit(const QString& folder)
{
    Result<Project> project = Project::existsIn(folder)
                                  ? Project::open(folder, Access::ReadWrite)
                                  : Project::create(folder);
    if (report(project) != 0)
        return 1;
    Result<Dataset> dataset = findDataset(*project, QStringLiteral("photos"));
    const Result<DatasetId> id = dataset ? Result<DatasetId>(dataset->id)
                                         : createDataset(*project, QStringLiteral("photos"));
    if (!id)
        return report(id);
    const int first = static_cast<int>(getpid()) * 1000;
    for (int round = first;; ++round)
        if (const Result<void> done = editOnce(*project, *id, round); !done)
            return report(done);
}

int read(const QString& folder)
{
    const Result<Project> project = Project::open(folder, Access::ReadOnly);
    if (!project)
        return report(project);
    const Result<std::vector<Dataset>> found = datasets(*project);
    const int code = report(found);
    std::printf("%zu\n", found ? found->size() : 0);
    return code;
}

int deploy(const QString& folder)
{
    Result<Project> project = Project::open(folder, Access::ReadWrite);
    if (report(project) != 0)
        return 1;
    for (;;) {
        const Result<Deployment> made = createDeployment(*project, CheckpointId{1}, QString());
        if (!made)
            return report(made);
        std::printf("%lld\n", static_cast<long long>(made->id.value));
        std::fflush(stdout);
    }
}

int fill(const QString& folder, rlim_t bytes)
{
    Result<Project> project = Project::open(folder, Access::ReadWrite);
    if (!project)
        return report(project);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    for (int round = 0; round < 1000; ++round) {
        const auto added = importNew(*project, QStringLiteral("more %1").arg(round),
                                     madePlan(500, 8, 1), Keeping::Copy);
        if (!added)
            return report(added);
    }
    return report(Error{QStringLiteral("the disk was never full"), {}});
}

long residentKiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLong() * (sysconf(_SC_PAGESIZE) / 1024);
}

int measure(const QString& folder)
{
    QElapsedTimer timer;
    Result<Project> made = Project::create(folder);
    if (!made)
        return report(made);
    {
        const ImportPlan plan = madePlan(100'000, 80, 1);
        const long before = residentKiB();
        timer.start();
        const auto added = importNew(*made, QStringLiteral("photos"), plan, Keeping::Copy);
        if (!added)
            return report(added);
        std::printf("import: %.2f s, %ld MiB more than the plan's %ld MiB\n",
                    static_cast<double>(timer.elapsed()) / 1000, (residentKiB() - before) / 1024,
                    before / 1024);
        made = failure(QString());
    }
    malloc_trim(0);
    const long before = residentKiB();
    timer.start();
    const Result<Project> project = Project::open(folder, Access::ReadWrite);
    const Result<Snapshot> snapshot = currentSnapshot(*project, DatasetId{1});
    if (!snapshot)
        return report(snapshot);
    std::printf("reopen and read the matrix: %.3f s, %ld MiB more\n",
                static_cast<double>(timer.elapsed()) / 1000, (residentKiB() - before) / 1024);
    timer.start();
    const auto all = samples(*project, DatasetId{1});
    std::printf("list %zu samples: %.3f s, %ld MiB in all\n", all ? all->size() : 0,
                static_cast<double>(timer.elapsed()) / 1000, residentKiB() / 1024);
    std::printf("database: %lld KiB\n",
                static_cast<long long>(
                    QFile(folder + QStringLiteral("/project.sqlite")).size() / 1024));
    return 0;
}

bool dropRights()
{
    constexpr uid_t nobody = 65534;
    return geteuid() != 0 || (setgid(nobody) == 0 && setuid(nobody) == 0);
}

int run(QStringList arguments)
{
    if (arguments.removeOne(QStringLiteral("--nobody")) && !dropRights())
        return report(Error{QStringLiteral("rights cannot be dropped"), {}});
    const QString job = arguments.value(1);
    const QString folder = arguments.value(2);
    if (job == QStringLiteral("hold"))
        return hold(folder);
    if (job == QStringLiteral("edit"))
        return edit(folder);
    if (job == QStringLiteral("create"))
        return report(Project::create(folder));
    if (job == QStringLiteral("open"))
        return report(Project::open(folder, Access::ReadWrite));
    if (job == QStringLiteral("read"))
        return read(folder);
    if (job == QStringLiteral("deploy"))
        return deploy(folder);
    if (job == QStringLiteral("fill"))
        return fill(folder, arguments.value(3).toULong());
    if (job == QStringLiteral("measure"))
        return measure(folder);
    return report(Error{QStringLiteral("unknown job"), {}});
}

} // namespace

} // namespace labelwright::tests

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("project_test_helper"));
    return labelwright::tests::run(QCoreApplication::arguments());
}
