#pragma once

#include <QString>

namespace labelwright::tests {

/// How much a made project holds; small enough to be made within seconds.
struct MadeProject
{
    int images = 48;  ///< Drawn landscapes; 0: no dataset at all.
    int side = 48;    ///< Pixels of the network's input.
    int epochs = 2;   ///< 0: no experiment.
    int experiments = 1;
    bool deployed = true; ///< Makes a deployment of the first experiment's best epoch.
};

/// Makes a project with the core in `folder` and closes it again: dataset, trained experiment with
/// scores, deployment. Returns why that failed, or nothing.
QString makeProject(const QString& folder, const MadeProject& wanted = {});

} // namespace labelwright::tests
