#pragma once

#include <QString>

#include <string>
#include <vector>

namespace labelwright::tests {

/// An input that an import refuses, and the one sentence that it must get.
struct BadInput
{
    std::string name; ///< Letters and digits only.
    QString path;     ///< What is handed to `planImport`.
    QString sentence; ///< Exact.
};

/// Makes all refused inputs below `folder`: really written zips, CSV files and folders.
std::vector<BadInput> makeBadInputs(const QString& folder);

} // namespace labelwright::tests
