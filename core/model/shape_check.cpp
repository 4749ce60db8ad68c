#include "core/model/shape_check.h"

#include "core/model/shape_walker.h"

#include <algorithm>

namespace labelwright {

SpecCheck checkSpec(const ModelSpec& spec, int labelCount)
{
    SpecCheck check;
    if (spec.blocks.empty()) {
        check.problems.push_back({0, QStringLiteral("The model has no blocks; it needs an input, "
                                                    "layers and a target.")});
        return check;
    }
    if (labelCount < 1) {
        check.shapes.resize(spec.blocks.size());
        check.problems.push_back({0, QStringLiteral("There is no label to learn; choose a feature "
                                                    "set with at least one.")});
        return check;
    }
    check = ShapeWalker(spec, labelCount).walk();
    const std::vector<SpecProblem> order = checkOrder(spec, labelCount);
    check.problems.insert(check.problems.end(), order.begin(), order.end());
    std::stable_sort(check.problems.begin(), check.problems.end(),
                     [](const SpecProblem& a, const SpecProblem& b) { return a.block < b.block; });
    return check;
}

Result<void> requireValidSpec(const ModelSpec& spec, int labelCount)
{
    const SpecCheck check = checkSpec(spec, labelCount);
    if (check.ok())
        return {};
    return failure(check.problems.front().sentence);
}

} // namespace labelwright
