#include "ui/deployment/deployable.h"

#include "core/project/deployments.h"
#include "core/project/labels.h"

#include <algorithm>

namespace labelwright {

Result<std::vector<Deployable>> deployableExperiments(const Project& project)
{
    auto all = experiments(project);
    if (!all)
        return failureOf(all);
    std::ranges::reverse(*all);
    std::vector<Deployable> found;
    for (Experiment& one : *all) {
        auto kept = checkpoints(project, one.id);
        if (!kept)
            return failureOf(kept);
        if (!kept->empty())
            found.push_back({std::move(one), *std::move(kept)});
    }
    return found;
}

Result<CarriedDecisions> carriedDecisions(const Project& project, const Experiment& experiment,
                                          CheckpointId checkpoint)
{
    const auto names = labelNames(project, experiment.labels);
    if (!names)
        return failureOf(names);
    auto set = decisions(project, checkpoint);
    if (!set)
        return failureOf(set);
    return CarriedDecisions{*names, *std::move(set)};
}

QString freeDeploymentName(const Project& project, const QString& wanted)
{
    const auto all = deployments(project);
    const auto isTaken = [&](const QString& name) {
        return all && std::ranges::find(*all, name, &Deployment::name) != all->end();
    };
    QString name = wanted;
    for (int number = 2; isTaken(name); ++number)
        name = QStringLiteral("%1 (%2)").arg(wanted).arg(number);
    return name;
}

} // namespace labelwright
