#include "core/project/run_history.h"

#include "core/nn/checkpoint_json.h"
#include "core/project/experiment_rows.h"
#include "core/project/project_storage.h"
#include "core/project/score_files.h"
#include "core/project/statement.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace labelwright {

namespace {

QString jsonOf(const EpochReport& report)
{
    return QString::fromUtf8(QJsonDocument(reportToJson(report)).toJson(QJsonDocument::Compact));
}

QString scoresPath(const Project& project, ExperimentId experiment, int epoch)
{
    return project.runFolder(experiment)
           + QStringLiteral("/validation-%1.scores").arg(epoch, 5, 10, QLatin1Char('0'));
}

} // namespace

Result<void> appendEpoch(Project& project, ExperimentId experiment, const EpochReport& report)
{
    const QString failed = QStringLiteral("The epoch cannot be recorded");
    if (project.access() == Access::ReadOnly)
        return tl::unexpected<Error>(readOnlyError(failed));
    if (!report.validationScores.empty()) {
        const ScoreTable table{{}, static_cast<int>(report.labels.size()),
                               report.validationScores};
        const QString path = scoresPath(project, experiment, report.epoch);
        if (const Result<void> written = writeScoreFile(path, table); !written)
            return written;
    }
    return editing(project, failed, [&](ProjectStorage& storage) -> Result<void> {
        if (experimentLabels(storage.database, experiment).empty())
            return tl::unexpected<Error>(missingExperiment(experiment));
        Statement(storage.database, "DELETE FROM epochs WHERE experiment = ?1 AND epoch >= ?2")
            .run(experiment, report.epoch);
        Statement(storage.database,
                  "INSERT INTO epochs (experiment, epoch, report) VALUES (?1, ?2, ?3)")
            .run(experiment, report.epoch, jsonOf(report));
        return {};
    });
}

Result<std::vector<EpochReport>> epochReports(const Project& project, ExperimentId experiment)
{
    return reading(project, QStringLiteral("The run's history cannot be read"),
                   [&](ProjectStorage& storage) -> Result<std::vector<EpochReport>> {
        Statement rows(storage.database,
                       "SELECT report FROM epochs WHERE experiment = ?1 ORDER BY epoch");
        rows.with(experiment);
        std::vector<EpochReport> reports;
        while (rows.next())
            reports.push_back(
                reportFromJson(QJsonDocument::fromJson(rows.text(0).toUtf8()).object()));
        return reports;
    });
}

Result<std::vector<float>> epochValidationScores(const Project& project, ExperimentId experiment,
                                                 int epoch)
{
    const QString path = scoresPath(project, experiment, epoch);
    if (!QFileInfo::exists(path))
        return std::vector<float>();
    Result<ScoreTable> table = readScoreFile(path);
    if (!table)
        return failureOf(table);
    return std::move(table->logits);
}

} // namespace labelwright
