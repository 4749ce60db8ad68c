#pragma once

#include <QString>

#include <array>
#include <optional>

namespace labelwright {

/// Part of a dataset: the parts are disjoint.
enum class Subset { Training, Validation, Test };

inline constexpr std::array<Subset, 3> allSubsets{Subset::Training, Subset::Validation,
                                                  Subset::Test};

/// "training", "validation" or "test".
QString subsetName(Subset subset);

/// The subset that a cell of a `subset` column means, in any case and with the field's usual short
/// forms: training/train, validation/valid/val/dev, test/testing. Nothing for any other text.
std::optional<Subset> subsetFromText(const QString& text);

} // namespace labelwright
