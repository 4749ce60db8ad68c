#pragma once

#include "tests/app/cli_runner.h"

#include <vector>

namespace labelwright::tests {

/// A command that must be refused, and the one sentence that says why.
struct BadCommand
{
    QString name;
    QStringList arguments; ///< Without --project and --json.
    QString sentence;      ///< Exact.
};

/// Files that are no backbone weights, really written below `folder`: .pth and .safetensors.
std::vector<BadCommand> badWeights(const QString& folder);

/// Model and settings files below `folder` made from a good one by one change each; the dataset
/// has the eight labels of the landscapes.
std::vector<BadCommand> badSpecs(const QString& folder, const QJsonObject& good);

/// Names of things that are not there and values out of range.
std::vector<BadCommand> badNames(const QString& folder);

} // namespace labelwright::tests
