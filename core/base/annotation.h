#pragma once

#include <cstdint>

namespace labelwright {

/// What is known of one label on one sample. Unknown is not Absent: it takes no part in loss,
/// metrics and stratification.
enum class Annotation : std::int8_t { Unknown = -1, Absent = 0, Present = 1 };

} // namespace labelwright
