#pragma once

#include "core/imaging/pixels.h"

#include <QString>

#include <vector>

namespace labelwright {

/// One drawn image of the sample data with its true labels.
struct SampleImage
{
    Pixels image;
    std::vector<bool> labels; ///< One entry per label name, in the order of the names.
    QString group;            ///< What stays on one side of a split (a song); may be empty.
};

} // namespace labelwright
