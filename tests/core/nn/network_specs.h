#pragma once

#include "core/model/model_spec.h"

namespace labelwright::tests {

/// Input of that size, a backbone from random weights that trains, pooling, dropout, dense.
inline ModelSpec backboneSpec(const QString& name, int width, int height,
                              ColorMode color = ColorMode::Rgb)
{
    InputBlock input;
    input.preprocessing.width = width;
    input.preprocessing.height = height;
    input.preprocessing.color = color;
    return {{input,
             BackboneBlock{.name = name, .pretrained = false, .frozen = false},
             PoolingBlock{},
             DropoutBlock{.rate = 0.2},
             DenseBlock{},
             ActivationBlock{},
             TargetBlock{}}};
}

/// Every block that a network without backbone can have.
inline ModelSpec scratchSpec(int width, int height)
{
    InputBlock input;
    input.preprocessing.width = width;
    input.preprocessing.height = height;
    return {{input,
             ConvBlock{.filters = 8, .kernel = 5, .stride = 2},
             ConvBlock{.filters = 12, .kernel = 3, .stride = 1, .batchNorm = false},
             PoolingBlock{PoolingKind::Max},
             ResidualBlock{.filters = 12, .stride = 1},
             ResidualBlock{.filters = 16, .stride = 2},
             ActivationBlock{ActivationKind::HardSwish},
             PoolingBlock{PoolingKind::Average},
             PoolingBlock{PoolingKind::GlobalAverageMax},
             DenseBlock{.nodes = 10},
             ActivationBlock{ActivationKind::Softmax},
             DropoutBlock{.rate = 0.1},
             DenseBlock{.nodes = 6},
             ActivationBlock{ActivationKind::Relu},
             DenseBlock{},
             ActivationBlock{},
             TargetBlock{}}};
}

} // namespace labelwright::tests
