#pragma once

#include "core/nn/network_plan.h"

#include <string>

namespace labelwright {

/// Shape of a convolution.
struct ConvShape
{
    int out = 0;
    int kernel = 1;
    int stride = 1;
    int groups = 1;
    bool bias = false;
    int padding = -1; ///< -1: half the kernel, so that stride 1 keeps the size.
};

/// Appends steps to a plan. Each function returns the new value's index; `name` is the layer's,
/// put behind the prefix. Throws std::invalid_argument when a value does not fit.
class PlanBuilder
{
public:
    /// A plan that holds the input with that many channels.
    explicit PlanBuilder(int channels);

    /// What is put before the names of the layers that follow: "backbone.".
    void setPrefix(std::string prefix) { m_prefix = std::move(prefix); }

    /// Batch norms from here on have these settings; torch's are 1e-5 and 0.1.
    void setBatchNorm(double epsilon, double momentum);

    /// Layers from here on belong to the next parameter group. No effect before the first layer
    /// with parameters of the current one.
    void nextStage();

    int conv(int x, const std::string& name, const ConvShape& shape);
    int batchNorm(int x, const std::string& name);
    int linear(int x, const std::string& name, int out);
    int apply(OpKind kind, int x); ///< Activations, Flatten, GlobalAverage, GlobalMax.
    int add(int a, int b);
    int scale(int maps, int factors);
    int concat(int a, int b);
    int slice(int x, int first, int count);
    int shuffle(int x, int groups);
    int repeatChannels(int x, int count);
    int maxPool(int x, int kernel, int stride, int padding, bool roundUp);
    int averagePool(int x, int kernel, int stride);
    int dropout(int x, double rate);
    int stochasticDepth(int x, double rate);

    /// Convolution `name.0`, batch norm `name.1` and an activation (Input: none).
    int convNorm(int x, const std::string& name, const ConvShape& shape, OpKind activation);

    [[nodiscard]] int channels(int value) const;
    [[nodiscard]] int last() const { return static_cast<int>(m_plan.ops.size()) - 1; }
    [[nodiscard]] int stage() const { return m_stage; }
    NetworkPlan& plan() { return m_plan; }

private:
    int append(Op op);
    [[nodiscard]] Op like(OpKind kind, int x) const;

    NetworkPlan m_plan;
    std::string m_prefix;
    double m_epsilon = 1e-5;
    double m_momentum = 0.1;
    int m_stage = 0;
    bool m_stageHasLayers = false;
};

} // namespace labelwright
