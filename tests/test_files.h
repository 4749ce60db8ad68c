#pragma once

#include <QString>

#include <optional>

namespace labelwright::tests {

/// The path of a file in one of the folders that LABELWRIGHT_TEST_DATA lists (separated by ':'),
/// for example "aquarium.zip"; nothing when no folder has it. A test without its data is skipped:
/// `if (!path) GTEST_SKIP() << "aquarium.zip is not in LABELWRIGHT_TEST_DATA";`
std::optional<QString> testDataFile(const QString& name);

/// The same for weights in the folders that LABELWRIGHT_BACKBONES lists; `name` may hold
/// wildcards: "mobilenet_v2-*.pth".
std::optional<QString> backboneFile(const QString& name);

} // namespace labelwright::tests
