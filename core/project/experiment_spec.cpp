#include "core/project/experiment_spec.h"

#include "core/model/model_json.h"
#include "core/project/experiments.h"
#include "core/project/project_storage.h"
#include "core/project/statement.h"

#include <QJsonDocument>

namespace labelwright {

namespace {

QString textOf(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace

Result<void> setExperimentDesign(Project& project, ExperimentId id, const ModelSpec& spec,
                                 const RunSettings& settings)
{
    return editing(project, QStringLiteral("The experiment cannot be changed"),
                   [&](ProjectStorage& storage) -> Result<void> {
        Statement(storage.database,
                  "UPDATE experiments SET spec = ?2, settings = ?3 WHERE id = ?1 AND state = ?4")
            .run(id, textOf(toJson(spec)), textOf(toJson(settings)),
                 static_cast<int>(ExperimentState::Created));
        if (storage.database.changes() == 0)
            return failure(QStringLiteral("The experiment has been run or does not exist any "
                                          "more; duplicate it to change its network."));
        return {};
    });
}

} // namespace labelwright
