#include "core/model/shape_walker.h"

#include "core/model/backbone_facts.h"
#include "core/model/block_fields.h"
#include "core/model/model_json.h"

#include <algorithm>
#include <limits>
#include <type_traits>

namespace labelwright {

namespace {

/// Values that one block may give per image (1 GiB in f32): more cannot be trained on anywhere.
constexpr qint64 mostValues = qint64{1} << 28;

/// Parameters of a whole network (8 GB with gradients and optimizer in f32).
constexpr qint64 mostParameters = 500'000'000;

QString sidesOf(qint64 height, qint64 width)
{
    return QStringLiteral("%1×%2").arg(height).arg(width);
}

/// Output side of a window with padding kernel / 2.
qint64 strided(qint64 side, qint64 stride)
{
    return (side - 1) / stride + 1;
}

} // namespace

ShapeWalker::ShapeWalker(const ModelSpec& spec, int labelCount)
    : m_spec(spec), m_labelCount(labelCount)
{
    for (std::size_t i = 0; i < spec.blocks.size(); ++i)
        if (std::holds_alternative<DenseBlock>(spec.blocks[i]))
            m_lastDense = i;
}

SpecCheck ShapeWalker::walk()
{
    m_check.shapes.resize(m_spec.blocks.size());
    for (std::size_t i = 0; i < m_spec.blocks.size(); ++i)
        enter(i);
    if (m_check.parameters > mostParameters)
        m_check.problems.push_back(
            {0, QStringLiteral("The network has %L1 parameters; at most %L2 are supported: take "
                               "fewer filters or nodes.")
                    .arg(m_check.parameters)
                    .arg(mostParameters)});
    return m_check;
}

void ShapeWalker::enter(std::size_t index)
{
    m_index = index;
    FieldChecker checker;
    Block block = m_spec.blocks[index];
    std::visit([&](auto& fields) { visitFields(checker, fields); }, block);
    if (!checker.problem.isEmpty())
        refuse(checker.problem + QLatin1Char('.'), true);
    else if (m_shape || std::holds_alternative<InputBlock>(block))
        std::visit([this](const auto& fields) { visit(fields); }, block);
    write();
}

void ShapeWalker::write()
{
    BlockShape& shape = m_check.shapes[m_index];
    m_check.parameters += shape.parameters;
    m_check.multiplyAdds += shape.multiplyAdds;
    if (m_shape && m_shape->values() > mostValues)
        refuse(QStringLiteral("it gives %L1 values per image; take a larger stride, a smaller input "
                              "or fewer filters.")
                   .arg(m_shape->values()),
               true);
    if (!m_shape)
        return;
    shape.channels = static_cast<int>(m_shape->channels);
    shape.height = static_cast<int>(m_shape->height);
    shape.width = static_cast<int>(m_shape->width);
    shape.output = m_shape->isVector()
                       ? QString::number(shape.channels)
                       : QStringLiteral("%1×%2").arg(shape.channels).arg(
                             sidesOf(shape.height, shape.width));
}

void ShapeWalker::refuse(const QString& sentence, bool hidesShape)
{
    m_check.problems.push_back(
        {static_cast<int>(m_index),
         QStringLiteral("%1: %2").arg(blockTitle(m_spec, m_index), sentence)});
    if (hidesShape)
        m_shape.reset();
}

bool ShapeWalker::needMaps()
{
    if (!m_shape->isVector())
        return true;
    refuse(QStringLiteral("it needs feature maps, but a global pooling before it has made a vector; "
                          "put it before that pooling."),
           true);
    return false;
}

ShapeWalker::Shape ShapeWalker::convolve(const Shape& from, qint64 filters, qint64 kernel,
                                       qint64 stride, bool bias)
{
    const Shape to{filters, strided(from.height, stride), strided(from.width, stride)};
    const qint64 weights = filters * from.channels * kernel * kernel;
    m_check.shapes[m_index].parameters += weights + (bias ? filters : 0);
    m_check.shapes[m_index].multiplyAdds += weights * to.height * to.width;
    return to;
}

void ShapeWalker::countBatchNorm(qint64 channels)
{
    m_check.shapes[m_index].parameters += 2 * channels;
}

void ShapeWalker::visit(const InputBlock& block)
{
    const Preprocessing& input = block.preprocessing;
    m_shape = Shape{channelCount(input.color), input.height, input.width};
}

void ShapeWalker::visit(const BackboneBlock& block)
{
    if (!needMaps())
        return;
    const BackboneFacts* facts = backboneFacts(block.name);
    if (!facts) {
        QStringList names;
        for (const BackboneFacts& known : allBackbones())
            names.append(known.name);
        refuse(QStringLiteral("there is no backbone \"%1\"; take %2.")
                   .arg(block.name.left(60), orList(names)),
               true);
        return;
    }
    checkBackbonePlace(block);
    checkFreezing(block, facts->stages);
    const qint64 height = m_shape->height;
    const qint64 width = m_shape->width;
    const Shape maps{facts->channels, backboneOutputSide(block.name, static_cast<int>(height)),
                     backboneOutputSide(block.name, static_cast<int>(width))};
    if (maps.height == 0 || maps.width == 0) {
        refuse(QStringLiteral("a backbone needs at least %1 pixels, the input has %2; enlarge the "
                              "input.")
                   .arg(sidesOf(smallestBackboneInput, smallestBackboneInput),
                        sidesOf(height, width)),
               true);
        return;
    }
    m_check.shapes[m_index].parameters = facts->parameters;
    m_check.shapes[m_index].multiplyAdds
        = facts->multiplyAdds * (height * width) / (qint64{224} * 224);
    m_shape = maps;
}

void ShapeWalker::checkBackbonePlace(const BackboneBlock&)
{
    for (std::size_t i = 0; i < m_index; ++i)
        if (std::holds_alternative<BackboneBlock>(m_spec.blocks[i])) {
            refuse(QStringLiteral("there is a backbone already; remove one of the two."), false);
            return;
        }
    if (m_index != 1)
        refuse(QStringLiteral("a backbone takes the image itself; put it right after the input."),
               false);
}

void ShapeWalker::checkFreezing(const BackboneBlock& block, int stages)
{
    if (block.frozenStages > stages)
        refuse(QStringLiteral("%1 has %2 stages, so \"frozenStages\" is at most %2.")
                   .arg(block.name)
                   .arg(stages),
               false);
    if (!block.frozen)
        return;
    if (!block.pretrained)
        refuse(QStringLiteral("a frozen backbone must be pretrained, because random weights that "
                              "never train know nothing."),
               false);
    const auto* pooling = m_index + 1 < m_spec.blocks.size()
                              ? std::get_if<PoolingBlock>(&m_spec.blocks[m_index + 1])
                              : nullptr;
    if (!pooling || pooling->kind == PoolingKind::Max || pooling->kind == PoolingKind::Average)
        refuse(QStringLiteral("a global pooling must follow a frozen backbone at once, because its "
                              "pooled output is what is computed once and kept."),
               false);
}

void ShapeWalker::visit(const ConvBlock& block)
{
    if (!needMaps())
        return;
    if (block.kernel > m_shape->height || block.kernel > m_shape->width) {
        refuse(QStringLiteral("its kernel %1 is larger than the feature map of %2; take a smaller "
                              "kernel or less stride before it.")
                   .arg(sidesOf(block.kernel, block.kernel),
                        sidesOf(m_shape->height, m_shape->width)),
               true);
        return;
    }
    m_shape = convolve(*m_shape, block.filters, block.kernel, block.stride, !block.batchNorm);
    if (block.batchNorm)
        countBatchNorm(block.filters);
}

void ShapeWalker::visit(const ResidualBlock& block)
{
    if (!needMaps())
        return;
    const Shape from = *m_shape;
    const Shape to = convolve(from, block.filters, 3, block.stride, false);
    convolve(to, block.filters, 3, 1, false);
    countBatchNorm(block.filters);
    countBatchNorm(block.filters);
    if (block.stride != 1 || from.channels != block.filters) {
        convolve(from, block.filters, 1, block.stride, false);
        countBatchNorm(block.filters);
    }
    m_shape = to;
}

void ShapeWalker::visit(const PoolingBlock& block)
{
    if (!needMaps())
        return;
    switch (block.kind) {
    case PoolingKind::Max:
    case PoolingKind::Average: visitLocalPooling(block.kind); break;
    case PoolingKind::GlobalAverage:
    case PoolingKind::GlobalMax: m_shape = Shape{m_shape->channels, 0, 0}; break;
    case PoolingKind::GlobalAverageMax: m_shape = Shape{2 * m_shape->channels, 0, 0}; break;
    }
}

void ShapeWalker::visitLocalPooling(PoolingKind kind)
{
    const bool isMax = kind == PoolingKind::Max;
    const Shape to{m_shape->channels,
                   isMax ? strided(m_shape->height, 2) : m_shape->height / 2,
                   isMax ? strided(m_shape->width, 2) : m_shape->width / 2};
    if (to.height == 0 || to.width == 0)
        refuse(QStringLiteral("the feature map of %1 is too small to be halved; remove this "
                              "pooling.")
                   .arg(sidesOf(m_shape->height, m_shape->width)),
               true);
    else
        m_shape = to;
}

void ShapeWalker::visit(const DenseBlock& block)
{
    if (!m_shape->isVector()) {
        refuse(QStringLiteral("a dense layer needs a vector, but %1 feature maps arrive; put a "
                              "global pooling before it.")
                   .arg(m_shape->channels),
               true);
        return;
    }
    const qint64 nodes = block.nodes == 0 ? m_labelCount : block.nodes;
    if (block.nodes == 0 && m_index != m_lastDense)
        refuse(QStringLiteral("0 nodes means one per label and belongs to the last dense layer; "
                              "give a number."),
               false);
    m_check.shapes[m_index].parameters = (m_shape->channels + 1) * nodes;
    m_check.shapes[m_index].multiplyAdds = m_shape->channels * nodes;
    m_shape = Shape{nodes, 0, 0};
}

void ShapeWalker::visit(const ActivationBlock& block)
{
    const bool beforeTarget = m_index + 1 < m_spec.blocks.size()
                              && std::holds_alternative<TargetBlock>(m_spec.blocks[m_index + 1]);
    if (block.kind == ActivationKind::Softmax && !m_shape->isVector() && !beforeTarget)
        refuse(QStringLiteral("Softmax needs a vector; put a global pooling before it."), false);
}

QString blockTitle(const ModelSpec& spec, std::size_t index)
{
    return QStringLiteral("Block %1 (%2)").arg(index + 1).arg(blockName(spec.blocks.at(index)));
}

} // namespace labelwright
