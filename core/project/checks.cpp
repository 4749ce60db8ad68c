#include "core/project/checks.h"

#include "core/project/original_files.h"
#include "core/project/project_storage.h"
#include "core/project/samples.h"
#include "core/project/statement.h"

namespace labelwright {

namespace {

CheckState stateOf(const SampleCheck& check)
{
    return check.problem.isEmpty() ? CheckState::Ok : CheckState::Problem;
}

std::optional<QByteArray> digestOf(const SampleCheck& check)
{
    if (check.digest.isEmpty())
        return std::nullopt;
    return QByteArray::fromHex(check.digest);
}

} // namespace

Result<std::vector<SampleId>> nextUnchecked(const Project& project, DatasetId dataset,
                                            SampleId after, int limit)
{
    return reading(project, QStringLiteral("The list of unchecked images cannot be read"),
                   [&](ProjectStorage& storage) -> Result<std::vector<SampleId>> {
        Statement rows(storage.database, "SELECT id FROM samples WHERE dataset = ?1 AND state = 0 "
                                         "AND id > ?2 ORDER BY id LIMIT ?3");
        rows.with(dataset, after, limit);
        std::vector<SampleId> found;
        while (rows.next())
            found.push_back(rows.id<SampleId>(0));
        return found;
    });
}

Result<void> storeChecks(Project& project, std::span<const CheckedSample> checks)
{
    if (project.access() == Access::ReadWrite)
        flushToDisk(project.folder());
    return editing(project, QStringLiteral("The checks cannot be stored"),
                   [&](ProjectStorage& storage) -> Result<void> {
        Statement update(storage.database,
                         "UPDATE samples SET state = ?2, problem = ?3, sha256 = ?4, bytes = ?5, "
                         "width = ?6, height = ?7, hash = ?8, suffix = ?9, modified = ?10 "
                         "WHERE id = ?1");
        for (const CheckedSample& checked : checks) {
            const SampleCheck& check = checked.check;
            const bool good = check.problem.isEmpty();
            update.run(checked.sample, static_cast<int>(stateOf(check)),
                       good ? std::nullopt : std::optional(check.problem), digestOf(check),
                       check.bytes, check.width, check.height, check.perceptualHash,
                       checked.suffix, checked.modified);
        }
        return {};
    });
}

Result<std::vector<SampleProblem>> sampleProblems(const Project& project, DatasetId dataset)
{
    return reading(project, QStringLiteral("The list of problems cannot be read"),
                   [&](ProjectStorage& storage) -> Result<std::vector<SampleProblem>> {
        Statement rows(storage.database, "SELECT id, name, problem FROM samples WHERE dataset = ?1 "
                                         "AND state = 2 ORDER BY id");
        rows.with(dataset);
        std::vector<SampleProblem> problems;
        while (rows.next())
            problems.push_back({rows.id<SampleId>(0), rows.text(1), rows.text(2)});
        return problems;
    });
}

Result<qint64> recheckProblems(Project& project, DatasetId dataset)
{
    return editing(project, QStringLiteral("The problems cannot be looked at again"),
                   [&](ProjectStorage& storage) -> Result<qint64> {
        Statement(storage.database, "UPDATE samples SET state = 0, problem = NULL, sha256 = NULL "
                                    "WHERE dataset = ?1 AND state = 2")
            .run(dataset);
        return storage.database.changes();
    });
}

} // namespace labelwright
