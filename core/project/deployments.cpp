#include "core/project/deployments.h"

#include "core/model/model_json.h"
#include "core/project/deployment_files.h"
#include "core/project/experiments.h"
#include "core/project/labels.h"
#include "core/project/names.h"
#include "core/project/project_storage.h"
#include "core/project/statement.h"

#include <QJsonDocument>

#include <optional>

namespace labelwright {

namespace {

constexpr const char* selectDeployments =
    "SELECT id, name, experiment, experiment_name, kind, epoch, created, enabled, spec, sha256, "
    "input_name, is_public, keeps_requests FROM deployments WHERE ?1 IS NULL OR id = ?1 ORDER BY id";

QString changeFailed()
{
    return QStringLiteral("The deployment cannot be changed");
}

Error missingDeployment()
{
    return {QStringLiteral("The deployment does not exist any more."), {}};
}

void readLabels(Database& database, Deployment& deployment)
{
    Statement rows(database, "SELECT label, name, output_name, scale, offset, threshold, "
                             "attainable, note FROM deployment_labels WHERE deployment = ?1 "
                             "ORDER BY place");
    rows.with(deployment.id);
    while (rows.next()) {
        deployment.labels.append(rows.text(1));
        deployment.outputNames.append(rows.text(2));
        deployment.decisions.push_back(
            {rows.id<LabelId>(0),
             {static_cast<float>(rows.real(3)), static_cast<float>(rows.real(4))},
             static_cast<float>(rows.real(5)), rows.integer(6) != 0, rows.text(7)});
    }
}

Result<Deployment> deploymentIn(ProjectStorage& storage, const Statement& row)
{
    const QByteArray text = row.text(8).toUtf8();
    Result<ModelSpec> spec = modelSpecFromJson(QJsonDocument::fromJson(text).object());
    if (!spec)
        return failureOf(spec);
    Deployment deployment;
    deployment.id = row.id<DeploymentId>(0);
    deployment.name = row.text(1);
    deployment.experiment = row.id<ExperimentId>(2);
    deployment.experimentName = row.text(3);
    deployment.kind = static_cast<CheckpointKind>(row.integer(4));
    deployment.epoch = static_cast<int>(row.integer(5));
    deployment.created = row.time(6);
    deployment.enabled = row.integer(7) != 0;
    deployment.spec = std::move(*spec);
    deployment.weightsPath = deploymentWeights(storage.folder, deployment.id);
    deployment.sha256 = row.text(9).toLatin1();
    deployment.inputName = row.text(10);
    deployment.isPublic = row.integer(11) != 0;
    deployment.keepsRequests = row.integer(12) != 0;
    readLabels(storage.database, deployment);
    return deployment;
}

Result<std::vector<Deployment>> select(const Project& project, std::optional<DeploymentId> id)
{
    return reading(project, QStringLiteral("The deployments cannot be read"),
                   [&](ProjectStorage& storage) -> Result<std::vector<Deployment>> {
        Statement rows(storage.database, selectDeployments);
        rows.with(id);
        std::vector<Deployment> found;
        while (rows.next()) {
            Result<Deployment> one = deploymentIn(storage, rows);
            if (!one)
                return failureOf(one);
            found.push_back(std::move(*one));
        }
        return found;
    });
}

/// What a new deployment holds, before it has an id.
Result<Deployment> draftOf(const Project& project, const Checkpoint& source, const QString& name)
{
    const Result<Experiment> origin = experiment(project, source.experiment);
    if (!origin)
        return failureOf(origin);
    const Result<QStringList> names = labelNames(project, origin->labels);
    if (!names)
        return failureOf(names);
    const Result<DecisionSet> set = decisions(project, source.id);
    if (!set)
        return failureOf(set);
    const QString wanted = name.trimmed().isEmpty() ? origin->name : name;
    const Result<QString> usable = usableName(wanted, QStringLiteral("deployment"));
    if (!usable)
        return failureOf(usable);
    Deployment draft;
    draft.name = *usable;
    draft.experiment = origin->id;
    draft.experimentName = origin->name;
    draft.kind = source.kind;
    draft.epoch = source.epoch;
    draft.spec = origin->spec;
    draft.labels = *names;
    draft.decisions = set->labels;
    draft.sha256 = source.sha256;
    draft.inputName = QStringLiteral("image");
    draft.outputNames = *names;
    return draft;
}

DeploymentId insert(Database& database, const Deployment& draft)
{
    const QByteArray spec = QJsonDocument(toJson(draft.spec)).toJson(QJsonDocument::Compact);
    Statement(database, "INSERT INTO deployments (name, experiment, experiment_name, kind, epoch, "
                        "created, spec, sha256, input_name) "
                        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
        .run(draft.name, draft.experiment, draft.experimentName, static_cast<int>(draft.kind),
             draft.epoch, QDateTime::currentMSecsSinceEpoch(), QString::fromUtf8(spec),
             QString::fromLatin1(draft.sha256), draft.inputName);
    const DeploymentId id{database.lastInsertId()};
    Statement row(database, "INSERT INTO deployment_labels (deployment, place, label, name, "
                            "output_name, scale, offset, threshold, attainable, note) "
                            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    for (std::size_t place = 0; place < draft.decisions.size(); ++place) {
        const LabelDecision& decision = draft.decisions[place];
        const auto index = static_cast<qsizetype>(place);
        row.run(id, place, decision.label, draft.labels.at(index), draft.outputNames.at(index),
                static_cast<double>(decision.calibration.scale),
                static_cast<double>(decision.calibration.offset),
                static_cast<double>(decision.threshold), decision.attainable, decision.note);
    }
    return id;
}

template <class... Values>
Result<void> update(Project& project, DeploymentId id, const char* sql, const Values&... values)
{
    return editing(project, changeFailed(), [&](ProjectStorage& storage) -> Result<void> {
        Statement(storage.database, sql).run(id, values...);
        if (storage.database.changes() == 0)
            return tl::unexpected<Error>(missingDeployment());
        return {};
    });
}

/// Outputs as they will be stored: trimmed, none empty, none twice.
Result<QStringList> usableOutputs(const QStringList& outputs)
{
    QStringList usable;
    for (const QString& output : outputs) {
        const Result<QString> name = usableName(output, QStringLiteral("deployment's output"));
        if (!name)
            return failureOf(name);
        if (usable.contains(*name))
            return failure(QStringLiteral("Two outputs cannot both be called '%1'; give each a "
                                          "name of its own.")
                               .arg(*name));
        usable.append(*name);
    }
    return usable;
}

} // namespace

Result<Deployment> createDeployment(Project& project, CheckpointId checkpointId,
                                    const QString& name)
{
    const QString failed = QStringLiteral("The deployment cannot be made");
    if (project.access() == Access::ReadOnly)
        return tl::unexpected<Error>(readOnlyError(failed));
    const Result<Checkpoint> source = checkpoint(project, checkpointId);
    if (!source)
        return failureOf(source);
    const Result<Deployment> draft = draftOf(project, *source, name);
    if (!draft)
        return failureOf(draft);
    // The copy takes longest, so it is made before other writers have to wait.
    Result<DeploymentFiles> files = DeploymentFiles::stage(project.folder(), source->path, *draft);
    if (!files)
        return failureOf(files);
    const Result<DeploymentId> made =
        editing(project, failed, [&](ProjectStorage& storage) -> Result<DeploymentId> {
            const DeploymentId id = insert(storage.database, *draft);
            const Result<void> moved = files->publish(id);
            return moved ? Result<DeploymentId>(id) : failureOf(moved);
        });
    if (!made)
        return failureOf(made);
    files->keep();
    return deployment(project, *made);
}

Result<std::vector<Deployment>> deployments(const Project& project)
{
    return select(project, std::nullopt);
}

Result<Deployment> deployment(const Project& project, DeploymentId id)
{
    Result<std::vector<Deployment>> found = select(project, id);
    if (!found)
        return failureOf(found);
    if (found->empty())
        return tl::unexpected<Error>(missingDeployment());
    return std::move(found->front());
}

Result<void> renameDeployment(Project& project, DeploymentId id, const QString& name)
{
    const Result<QString> usable = usableName(name, QStringLiteral("deployment"));
    if (!usable)
        return failureOf(usable);
    return update(project, id, "UPDATE deployments SET name = ?2 WHERE id = ?1", *usable);
}

Result<void> setDeploymentEnabled(Project& project, DeploymentId id, bool enabled)
{
    return update(project, id, "UPDATE deployments SET enabled = ?2 WHERE id = ?1", enabled);
}

Result<void> setDeploymentNames(Project& project, DeploymentId id, const QString& input,
                                const QStringList& outputs)
{
    const Result<QString> inputName = usableName(input, QStringLiteral("deployment's input"));
    if (!inputName)
        return failureOf(inputName);
    const Result<QStringList> names = usableOutputs(outputs);
    if (!names)
        return failureOf(names);
    const Result<Deployment> present = deployment(project, id);
    if (!present)
        return failureOf(present);
    if (names->size() != present->labels.size())
        return failure(QStringLiteral("The deployment has %1 outputs, not %2.")
                           .arg(present->labels.size())
                           .arg(names->size()));
    return editing(project, changeFailed(), [&](ProjectStorage& storage) -> Result<void> {
        Statement(storage.database, "UPDATE deployments SET input_name = ?2 WHERE id = ?1")
            .run(id, *inputName);
        Statement row(storage.database, "UPDATE deployment_labels SET output_name = ?3 WHERE "
                                        "deployment = ?1 AND place = ?2");
        for (qsizetype place = 0; place < names->size(); ++place)
            row.run(id, place, names->at(place));
        return {};
    });
}

Result<void> deleteDeployment(Project& project, DeploymentId id)
{
    const Result<void> deleted = editing(
        project, QStringLiteral("The deployment cannot be deleted"),
        [&](ProjectStorage& storage) -> Result<void> {
            Statement row(storage.database, "SELECT enabled FROM deployments WHERE id = ?1");
            if (!row.with(id).next())
                return tl::unexpected<Error>(missingDeployment());
            if (row.integer(0) != 0)
                return failure(QStringLiteral("The deployment cannot be deleted while it is "
                                              "enabled; disable it first."));
            Statement(storage.database, "DELETE FROM deployments WHERE id = ?1").run(id);
            return {};
        });
    if (deleted)
        removeDeploymentFiles(project.folder(), id);
    return deleted;
}

} // namespace labelwright
