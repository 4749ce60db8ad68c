#pragma once

#include "app/cli/console.h"
#include "core/session/served_models.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace labelwright::cli {

/// How the deployments are offered at one moment.
struct ServedOffer
{
    QString url; ///< Of the endpoint, without a slash at the end.
    std::vector<EndpointModel> models;
    std::vector<ServedProblem> problems;
};

/// {"url", "deployments": [{"id", "name", "title", "url", "enabled", "ready", "public", "tokens"}]},
/// where a problem has "problem" too.
QJsonObject offerJson(const ServedOffer& offer);

/// Tells what is offered, compared with what was: URL and curl line of each deployment that became
/// ready, and a sentence for each that ceased to be, that nobody may call, or that has a problem.
void tellOffer(const ServedOffer& before, const ServedOffer& now, Console& console);

} // namespace labelwright::cli
