#pragma once

#include <QtGlobal>

#include <compare>
#include <cstddef>
#include <functional>

namespace labelwright {

/// Number that names one thing for ever: never reused, independent of the thing's name. Ids of
/// different kinds do not mix. 0 means "none".
template <class Tag>
struct Id
{
    qint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

using DatasetId = Id<struct DatasetTag>;
using SampleId = Id<struct SampleTag>;
using LabelId = Id<struct LabelTag>;
using FeatureSetId = Id<struct FeatureSetTag>;
using VersionId = Id<struct VersionTag>;
using ExperimentId = Id<struct ExperimentTag>;
using CheckpointId = Id<struct CheckpointTag>;
using DeploymentId = Id<struct DeploymentTag>;
using TokenId = Id<struct TokenTag>;

} // namespace labelwright

template <class Tag>
struct std::hash<labelwright::Id<Tag>>
{
    std::size_t operator()(const labelwright::Id<Tag>& id) const noexcept
    {
        return std::hash<qint64>{}(id.value);
    }
};
