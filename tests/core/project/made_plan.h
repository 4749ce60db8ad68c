#pragma once

#include "core/dataset/import_plan.h"

#include <QString>

#include <cstdint>

namespace labelwright::tests {

/// A plan as `planImport` makes it, of images that need not exist: `samples` × `labels` random
/// cells (most Absent, some Present, few Unknown), a group for every four samples and one field.
/// Names begin with `prefix`, labels are "label 0", "label 1", …
ImportPlan madePlan(std::size_t samples, std::size_t labels, std::uint64_t seed,
                    const QString& prefix = QStringLiteral("image"));

} // namespace labelwright::tests
