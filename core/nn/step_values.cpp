#include "core/nn/step_values.h"

#include "core/nn/guarded.h"
#include "core/nn/lowered_network.h"
#include "core/nn/threads.h"

namespace labelwright {

Result<std::vector<std::vector<float>>> stepValues(const LoweredGraph& graph, PixelsView image)
{
    return guarded(QStringLiteral("The network could not be run."), [&] {
        setTorchThreads(0);
        const at::NoGradGuard noGrad;
        std::vector<std::vector<float>> values;
        for (const torch::Tensor& value : networkOf(graph)->everyStep(toImages({&image, 1})))
            values.push_back(toVector(value));
        return values;
    });
}

} // namespace labelwright
