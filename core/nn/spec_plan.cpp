#include "core/nn/spec_plan.h"

#include "core/nn/backbone_plans.h"

#include <algorithm>
#include <stdexcept>

namespace labelwright {

namespace {

/// Walks the blocks of a spec and appends what each computes.
class SpecWalker
{
public:
    SpecWalker(const ModelSpec& spec, int labels)
        : m_spec(spec), m_labels(labels), m_builder(inputChannels(spec)),
          m_hasBackbone(find<BackboneBlock>(spec) != nullptr)
    {}

    NetworkPlan walk()
    {
        for (m_index = 0; m_index < m_spec.blocks.size(); ++m_index)
            std::visit([this](const auto& block) { append(block); }, m_spec.blocks[m_index]);
        if (!m_isVector || m_builder.channels(m_value) != m_labels)
            throw std::invalid_argument("The network does not end in one value per label.");
        NetworkPlan& plan = m_builder.plan();
        plan.embedding = m_embedding;
        plan.stageCount = m_builder.stage() + 1;
        plan.backboneStages = m_backboneStages;
        plan.frozenStages = m_frozenStages;
        return plan;
    }

private:
    static int inputChannels(const ModelSpec& spec)
    {
        const auto* input = spec.blocks.empty() ? nullptr
                                                : std::get_if<InputBlock>(&spec.blocks.front());
        if (!input)
            throw std::invalid_argument("The first block is not the input.");
        return channelCount(input->preprocessing.color);
    }

    [[nodiscard]] std::string name(const char* part = "") const
    {
        return "blocks." + std::to_string(m_index) + part;
    }

    void needMaps(const char* block) const
    {
        if (m_isVector)
            throw std::invalid_argument(std::string(block) + " needs feature maps, not a vector.");
    }

    void append(const InputBlock& block)
    {
        if (m_index != 0)
            throw std::invalid_argument("There is a second input block.");
        m_builder.plan().mean = block.preprocessing.mean;
        m_builder.plan().stddev = block.preprocessing.stddev;
    }

    void append(const BackboneBlock& block)
    {
        if (m_value != 0)
            throw std::invalid_argument("A backbone must follow the input.");
        if (m_builder.channels(m_value) == 1)
            m_value = m_builder.repeatChannels(m_value, 3);
        m_builder.setPrefix("backbone.");
        m_value = appendBackbone(m_builder, block.name, m_value);
        m_builder.setPrefix("");
        m_backboneStages = m_builder.stage() + 1;
        m_frozenStages = block.frozen ? m_backboneStages
                                      : std::clamp(block.frozenStages, 0, m_backboneStages);
        m_builder.nextStage();
    }

    /// From scratch each convolution block is a stage; behind a backbone all is one.
    void beginBlock()
    {
        if (!m_hasBackbone)
            m_builder.nextStage();
    }

    void append(const ConvBlock& block)
    {
        needMaps("A convolution");
        beginBlock();
        m_value = m_builder.conv(m_value, name(".conv"),
                                 {.out = block.filters,
                                  .kernel = block.kernel,
                                  .stride = block.stride,
                                  .bias = !block.batchNorm});
        if (block.batchNorm)
            m_value = m_builder.batchNorm(m_value, name(".bn"));
        m_value = m_builder.apply(OpKind::Relu, m_value);
    }

    void append(const ResidualBlock& block)
    {
        needMaps("A residual block");
        beginBlock();
        const int input = m_value;
        int x = m_builder.conv(input, name(".conv1"),
                               {.out = block.filters, .kernel = 3, .stride = block.stride});
        x = m_builder.apply(OpKind::Relu, m_builder.batchNorm(x, name(".bn1")));
        x = m_builder.conv(x, name(".conv2"), {.out = block.filters, .kernel = 3});
        x = m_builder.batchNorm(x, name(".bn2"));
        const bool same = block.stride == 1 && m_builder.channels(input) == block.filters;
        const int kept = same ? input
                              : m_builder.convNorm(input, name(".downsample"),
                                                   {.out = block.filters, .stride = block.stride},
                                                   OpKind::Input);
        m_value = m_builder.apply(OpKind::Relu, m_builder.add(x, kept));
    }

    void append(const PoolingBlock& block)
    {
        needMaps("Pooling");
        if (block.kind == PoolingKind::Max)
            m_value = m_builder.maxPool(m_value, 3, 2, 1, false);
        else if (block.kind == PoolingKind::Average)
            m_value = m_builder.averagePool(m_value, 2, 2);
        else
            poolGlobally(block.kind);
    }

    void poolGlobally(PoolingKind kind)
    {
        int pooled = -1;
        if (kind == PoolingKind::GlobalAverageMax)
            pooled = m_builder.concat(m_builder.apply(OpKind::GlobalAverage, m_value),
                                      m_builder.apply(OpKind::GlobalMax, m_value));
        else
            pooled = m_builder.apply(kind == PoolingKind::GlobalMax ? OpKind::GlobalMax
                                                                    : OpKind::GlobalAverage,
                                     m_value);
        m_value = m_builder.apply(OpKind::Flatten, pooled);
        m_embedding = m_value;
        m_isVector = true;
        beginBlock();
    }

    void append(const DropoutBlock& block)
    {
        if (block.rate > 0)
            m_value = m_builder.dropout(m_value, block.rate);
    }

    void append(const DenseBlock& block)
    {
        if (!m_isVector)
            throw std::invalid_argument("A dense layer needs a vector: put a global pooling "
                                        "before it.");
        m_value = m_builder.linear(m_value, name(), block.nodes == 0 ? m_labels : block.nodes);
    }

    void append(const ActivationBlock& block)
    {
        const bool last = m_index + 1 == m_spec.blocks.size()
                          || std::holds_alternative<TargetBlock>(m_spec.blocks[m_index + 1]);
        if (last && block.kind != ActivationKind::Sigmoid)
            throw std::invalid_argument("Several labels can hold at once, so the last activation "
                                        "must be Sigmoid.");
        if (last)
            return;
        if (block.kind == ActivationKind::Softmax && !m_isVector)
            throw std::invalid_argument("Softmax needs a vector.");
        m_value = m_builder.apply(opOf(block.kind), m_value);
    }

    static OpKind opOf(ActivationKind kind)
    {
        switch (kind) {
        case ActivationKind::Relu: return OpKind::Relu;
        case ActivationKind::HardSwish: return OpKind::HardSwish;
        case ActivationKind::Sigmoid: return OpKind::Sigmoid;
        case ActivationKind::Softmax: return OpKind::Softmax;
        }
        throw std::invalid_argument("Unknown activation.");
    }

    void append(const TargetBlock&)
    {
        if (m_index + 1 != m_spec.blocks.size())
            throw std::invalid_argument("The target is not the last block.");
    }

    const ModelSpec& m_spec;
    int m_labels;
    PlanBuilder m_builder;
    bool m_hasBackbone;
    std::size_t m_index = 0;
    int m_value = 0;
    int m_embedding = -1;
    bool m_isVector = false;
    int m_backboneStages = 0;
    int m_frozenStages = 0;
};

} // namespace

NetworkPlan planNetwork(const ModelSpec& spec, int labels)
{
    if (labels < 1)
        throw std::invalid_argument("A network needs at least one label.");
    return SpecWalker(spec, labels).walk();
}

} // namespace labelwright
