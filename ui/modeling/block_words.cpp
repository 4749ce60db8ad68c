#include "ui/modeling/block_words.h"

#include "core/model/backbone_facts.h"
#include "ui/modeling/modeling_words.h"

#include <QLocale>

#include <cmath>

namespace labelwright {

namespace {

template <class... Visitors>
struct Visitor : Visitors...
{
    using Visitors::operator()...;
};
template <class... Visitors>
Visitor(Visitors...) -> Visitor<Visitors...>;

QString poolingWords(PoolingKind kind)
{
    switch (kind) {
    case PoolingKind::Max: return ModelingWords::tr("Max pooling");
    case PoolingKind::Average: return ModelingWords::tr("Average pooling");
    case PoolingKind::GlobalAverage: return ModelingWords::tr("Global average pooling");
    case PoolingKind::GlobalMax: return ModelingWords::tr("Global max pooling");
    case PoolingKind::GlobalAverageMax: return ModelingWords::tr("Global average and max pooling");
    }
    return {};
}

QString activationWords(ActivationKind kind)
{
    switch (kind) {
    case ActivationKind::Relu: return ModelingWords::tr("ReLU");
    case ActivationKind::HardSwish: return ModelingWords::tr("Hard swish");
    case ActivationKind::Sigmoid: return ModelingWords::tr("Sigmoid");
    case ActivationKind::Softmax: return ModelingWords::tr("Softmax");
    }
    return {};
}

QString activationPurpose(ActivationKind kind)
{
    return kind == ActivationKind::Sigmoid ? ModelingWords::tr("A score from 0 to 1 for each label by itself")
           : kind == ActivationKind::Softmax ? ModelingWords::tr("Scores that exclude one another")
                                             : ModelingWords::tr("Keeps what is positive");
}

QString lossWords(LossKind loss)
{
    switch (loss) {
    case LossKind::BinaryCrossentropy: return ModelingWords::tr("Binary crossentropy");
    case LossKind::Asymmetric: return ModelingWords::tr("Asymmetric loss");
    case LossKind::Focal: return ModelingWords::tr("Focal loss");
    }
    return {};
}

QString backboneWords(const BackboneBlock& block)
{
    const BackboneFacts* const facts = backboneFacts(block.name);
    const QString weights = block.pretrained ? ModelingWords::tr("pretrained") : ModelingWords::tr("random weights");
    if (block.frozen)
        return ModelingWords::tr("%1, frozen: only what follows is trained").arg(weights);
    if (block.frozenStages == 0)
        return ModelingWords::tr("%1, all stages train").arg(weights);
    return ModelingWords::tr("%1, first %2 of %3 stages frozen")
        .arg(weights)
        .arg(block.frozenStages)
        .arg(facts != nullptr ? facts->stages : 0);
}

QString poolingPurpose(PoolingKind kind)
{
    switch (kind) {
    case PoolingKind::Max:
    case PoolingKind::Average: return ModelingWords::tr("Halves width and height");
    case PoolingKind::GlobalAverageMax: return ModelingWords::tr("Two values for each feature map");
    case PoolingKind::GlobalAverage:
    case PoolingKind::GlobalMax: break;
    }
    return ModelingWords::tr("One value for each feature map");
}

} // namespace

std::vector<BlockKindWords> addableBlocks()
{
    return {
        {BlockKind::Backbone, ModelingWords::tr("Backbone"), QStringLiteral("block-backbone"),
         ModelingWords::tr("A network that has learned to see from 1.2 million photos.")},
        {BlockKind::Conv, ModelingWords::tr("Convolution"), QStringLiteral("block-conv"),
         ModelingWords::tr("Looks for small patterns everywhere in the image.")},
        {BlockKind::Residual, ModelingWords::tr("Residual block"), QStringLiteral("block-residual"),
         ModelingWords::tr("Two convolutions with a shortcut past them, easy to train in depth.")},
        {BlockKind::Pooling, ModelingWords::tr("Pooling"), QStringLiteral("block-pooling"),
         ModelingWords::tr("Makes feature maps smaller, or one vector of them.")},
        {BlockKind::Dropout, ModelingWords::tr("Dropout"), QStringLiteral("block-dropout"),
         ModelingWords::tr("Leaves values out at random in training, against overfitting.")},
        {BlockKind::Dense, ModelingWords::tr("Dense"), QStringLiteral("block-dense"),
         ModelingWords::tr("Combines all values of a vector.")},
        {BlockKind::Activation, ModelingWords::tr("Activation"), QStringLiteral("block-activation"),
         ModelingWords::tr("Bends values, so that layers can learn more than straight lines.")},
    };
}

Block newBlock(BlockKind kind)
{
    switch (kind) {
    case BlockKind::Backbone: return BackboneBlock{.name = QStringLiteral("mobilenet_v2")};
    case BlockKind::Conv: return ConvBlock{};
    case BlockKind::Residual: return ResidualBlock{};
    case BlockKind::Pooling: return PoolingBlock{};
    case BlockKind::Dropout: return DropoutBlock{};
    case BlockKind::Dense: return DenseBlock{256};
    case BlockKind::Activation: return ActivationBlock{ActivationKind::Relu};
    }
    return DropoutBlock{};
}

QString blockHeading(const Block& block)
{
    return std::visit(
        Visitor{[](const InputBlock&) { return ModelingWords::tr("Input"); },
                [](const BackboneBlock& b) {
                    const BackboneFacts* const facts = backboneFacts(b.name);
                    return facts != nullptr ? facts->title : b.name;
                },
                [](const ConvBlock&) { return ModelingWords::tr("Convolution"); },
                [](const ResidualBlock&) { return ModelingWords::tr("Residual block"); },
                [](const PoolingBlock& b) { return poolingWords(b.kind); },
                [](const DropoutBlock&) { return ModelingWords::tr("Dropout"); },
                [](const DenseBlock&) { return ModelingWords::tr("Dense"); },
                [](const ActivationBlock& b) { return ModelingWords::tr("Activation: %1").arg(activationWords(b.kind)); },
                [](const TargetBlock&) { return ModelingWords::tr("Target"); }},
        block);
}

QString blockIcon(const Block& block)
{
    static constexpr const char* names[] = {"input",   "backbone", "conv",       "residual", "pooling",
                                            "dropout", "dense",    "activation", "target"};
    static_assert(std::size(names) == std::variant_size_v<Block>);
    return QStringLiteral("block-") + QLatin1String(names[block.index()]);
}

QString blockSummary(const ModelSpec& spec, std::size_t index, int labelCount)
{
    return std::visit(
        Visitor{[](const InputBlock& b) { return inputInWords(b.preprocessing); },
                [](const BackboneBlock& b) { return backboneWords(b); },
                [](const ConvBlock& b) {
                    return ModelingWords::tr("%1×%1, %2 filters, stride %3").arg(b.kernel).arg(b.filters).arg(b.stride)
                           + (b.batchNorm ? ModelingWords::tr(", batch norm") : QString());
                },
                [](const ResidualBlock& b) {
                    return ModelingWords::tr("%1 filters, stride %2").arg(b.filters).arg(b.stride);
                },
                [](const PoolingBlock& b) { return poolingPurpose(b.kind); },
                [](const DropoutBlock& b) {
                    return ModelingWords::tr("%1 % of the values left out in training").arg(qRound(100 * b.rate));
                },
                [&](const DenseBlock& b) {
                    return b.nodes == 0 && isLastDense(spec, index)
                               ? ModelingWords::tr("Nodes = labels (%1)").arg(labelCount)
                               : ModelingWords::tr("%1 nodes").arg(b.nodes);
                },
                [](const ActivationBlock& b) { return activationPurpose(b.kind); },
                [](const TargetBlock& b) { return ModelingWords::tr("Loss: %1").arg(lossWords(b.loss)); }},
        spec.blocks.at(index));
}

bool isLastDense(const ModelSpec& spec, std::size_t index)
{
    if (!std::holds_alternative<DenseBlock>(spec.blocks.at(index)))
        return false;
    for (std::size_t i = index + 1; i < spec.blocks.size(); ++i)
        if (std::holds_alternative<DenseBlock>(spec.blocks[i]))
            return false;
    return true;
}

bool isFixed(const Block& block)
{
    return std::holds_alternative<InputBlock>(block) || std::holds_alternative<TargetBlock>(block);
}

QString countInWords(qint64 count)
{
    static constexpr const char* units[] = {"", " k", " M", " G", " T"};
    auto value = static_cast<double>(count);
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < std::size(units)) {
        value /= 1000;
        ++unit;
    }
    const int decimals = unit == 0 || value >= 99.95 ? 0 : 1;
    return QLocale().toString(value, 'f', decimals) + QString::fromUtf8(units[unit]);
}

QString bytesInWords(qint64 bytes)
{
    return ModelingWords::tr("%1 MB").arg(std::max<qint64>(1, (bytes + 500'000) / 1'000'000));
}

QString rateInWords(double rate)
{
    if (rate <= 0)
        return QStringLiteral("0");
    if (rate >= 0.01)
        return QString::number(rate, 'g', 4);
    const int power = static_cast<int>(std::floor(std::log10(rate) + 1e-9));
    return QStringLiteral("%1e%2").arg(QString::number(rate / std::pow(10.0, power), 'g', 4)).arg(power);
}

QString inputInWords(const Preprocessing& preprocessing)
{
    return QStringLiteral("%1×%2, %3")
        .arg(preprocessing.width)
        .arg(preprocessing.height)
        .arg(preprocessing.color == ColorMode::Rgb ? ModelingWords::tr("colour") : ModelingWords::tr("grey"));
}

} // namespace labelwright
