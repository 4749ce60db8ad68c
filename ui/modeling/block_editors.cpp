#include "ui/modeling/block_editors.h"

#include "core/model/backbone_facts.h"
#include "ui/modeling/block_words.h"
#include "ui/modeling/experiment_document.h"
#include "ui/modeling/field_form.h"
#include "ui/modeling/input_editors.h"
#include "ui/modeling/modeling_words.h"

namespace labelwright {

namespace {

/// Makes accesses to members of one block.
class BlockAccess
{
public:
    BlockAccess(ExperimentDocument& document, std::size_t block)
        : m_document(document)
        , m_block(block)
    {}

    template <class B, class T>
    FieldAccess<T> member(const FieldWords& words, T B::* member) const
    {
        return {[&document = m_document, block = m_block, member] {
                    return std::get<B>(document.spec().blocks.at(block)).*member;
                },
                [&document = m_document, block = m_block, member, words](T value) {
                    document.edit(ModelingWords::tr("Change “%1”").arg(words.name),
                                  [&](Design& design) {
                                      std::get<B>(design.spec.blocks.at(block)).*member = value;
                                  },
                                  QStringLiteral("%1/%2").arg(block).arg(words.id));
                }};
    }

    /// The value is the place in the enumeration.
    template <class B, class E>
    FieldAccess<int> place(const FieldWords& words, E B::* field) const
    {
        const FieldAccess<E> access = member(words, field);
        return {[access] { return static_cast<int>(access.get()); },
                [access](int value) { access.set(static_cast<E>(value)); }};
    }

private:
    ExperimentDocument& m_document;
    std::size_t m_block;
};

class Builder
{
    Q_DECLARE_TR_FUNCTIONS(labelwright::ModelingWords)

public:
    Builder(FieldForm& form, ExperimentDocument& document, std::size_t block)
        : m_form(form)
        , m_document(document)
        , m_block(block)
        , m_access(document, block)
    {}

    void operator()(const InputBlock&) { addInputFields(m_form, m_document); }

    void operator()(const BackboneBlock& block)
    {
        const FieldWords frozen{tr("Frozen"),
                                tr("The backbone never changes: its output is computed once, so "
                                   "that training takes seconds."),
                                QStringLiteral("frozen"), reason("Regime")};
        m_form.addFlag(frozen, m_access.member(frozen, &BackboneBlock::frozen));
        const FieldWords stages{tr("Frozen stages"),
                                tr("How many stages from the front stay as they are when the rest "
                                   "is trained."),
                                QStringLiteral("frozenStages"), reason("Frozen stages"), {},
                                tr("None")};
        const BackboneFacts* const facts = backboneFacts(block.name);
        m_form.addWhole(stages, 0, facts != nullptr ? facts->stages : 0,
                        m_access.member(stages, &BackboneBlock::frozenStages));
        const FieldWords pretrained{tr("Start from pretrained weights"),
                                    tr("What the backbone learned from 1.2 million photos; without "
                                       "it, it has to learn to see from your images alone."),
                                    QStringLiteral("pretrained")};
        m_form.addFlag(pretrained, m_access.member(pretrained, &BackboneBlock::pretrained));
    }

    void operator()(const ConvBlock&)
    {
        addFilters(&ConvBlock::filters);
        const FieldWords kernel{tr("Kernel"), tr("Side of the patterns it looks for, in values."),
                                QStringLiteral("kernel")};
        FieldAccess<int> access = m_access.member(kernel, &ConvBlock::kernel);
        // Only odd sides have a middle.
        access.set = [set = access.set](int value) { set(value | 1); };
        m_form.addWhole(kernel, 1, 11, access, 2);
        addStride(&ConvBlock::stride, 4);
        const FieldWords norm{tr("Batch normalisation"),
                              tr("Keeps values in a usual range, which makes training quicker and "
                                 "steadier."),
                              QStringLiteral("batchNorm")};
        m_form.addFlag(norm, m_access.member(norm, &ConvBlock::batchNorm));
    }

    void operator()(const ResidualBlock&)
    {
        addFilters(&ResidualBlock::filters);
        addStride(&ResidualBlock::stride, 2);
    }

    void operator()(const PoolingBlock&)
    {
        const FieldWords kind{tr("Kind"),
                              tr("Max and average halve the sides; the global kinds make one vector "
                                 "of all places."),
                              QStringLiteral("poolingKind")};
        m_form.addChoice(kind,
                         {tr("Max"), tr("Average"), tr("Global average"), tr("Global max"),
                          tr("Global average and max")},
                         m_access.place(kind, &PoolingBlock::kind));
    }

    void operator()(const DropoutBlock&)
    {
        const FieldWords rate{tr("Rate"), tr("Share of values that are left out in each step."),
                              QStringLiteral("dropoutRate"), reason("Dropout")};
        m_form.addShare(rate, 0, 0.99, m_access.member(rate, &DropoutBlock::rate));
    }

    void operator()(const DenseBlock& block)
    {
        const FieldWords nodes{tr("Nodes"), tr("How many values it gives."),
                               QStringLiteral("nodes")};
        if (isLastDense(m_document.spec(), m_block) && block.nodes == 0) {
            FieldWords fixed = nodes;
            fixed.reason = reason("Output");
            fixed.tip = tr("The last dense layer has one node per label of the target.");
            m_form.addFixed(fixed, tr("Labels (%1)").arg(m_document.labelCount()),
                            QStringLiteral("lock"));
            return;
        }
        FieldWords words = nodes;
        words.zeroText = tr("One per label");
        m_form.addWhole(words, 0, 65'536, m_access.member(words, &DenseBlock::nodes));
    }

    void operator()(const ActivationBlock&)
    {
        const bool isLast = m_block + 2 == m_document.spec().blocks.size();
        const FieldWords kind{tr("Function"),
                              tr("Sigmoid gives each label a score of its own, several can hold at "
                                 "once; ReLU and hard swish stand between layers."),
                              QStringLiteral("activationKind"),
                              isLast ? reason("Output") : nullptr};
        m_form.addChoice(kind, {tr("ReLU"), tr("Hard swish"), tr("Sigmoid"), tr("Softmax")},
                         m_access.place(kind, &ActivationBlock::kind));
    }

    void operator()(const TargetBlock& block)
    {
        m_form.addNote(tr("Labels: %1").arg(m_document.labels().join(QStringLiteral(", "))));
        const FieldWords loss{tr("Loss"),
                              tr("How wrong scores are judged; binary crossentropy is the usual "
                                 "choice, the others help where labels are rare."),
                              QStringLiteral("loss"), reason("Loss")};
        m_form.addChoice(loss, {tr("Binary crossentropy"), tr("Asymmetric"), tr("Focal")},
                         m_access.place(loss, &TargetBlock::loss));
        addGammas(block.loss);
        const FieldWords cap{tr("Weight of positives, at most"),
                             tr("Rare labels count more, up to this factor; 1 counts all alike."),
                             QStringLiteral("positiveWeightCap")};
        m_form.addNumber(cap, 1, 1000, 1, m_access.member(cap, &TargetBlock::positiveWeightCap));
        const FieldWords smoothing{tr("Label smoothing"),
                                   tr("Targets move a little away from 0 and 1, so that scores "
                                      "become less sure."),
                                   QStringLiteral("labelSmoothing")};
        m_form.addNumber(smoothing, 0, 0.5, 3,
                         m_access.member(smoothing, &TargetBlock::labelSmoothing));
    }

private:
    [[nodiscard]] std::function<QString()> reason(const char* setting) const
    {
        return [&document = m_document, setting] { return document.reason(QLatin1String(setting)); };
    }

    template <class B>
    void addFilters(int B::* member)
    {
        const FieldWords words{tr("Filters"), tr("How many patterns it looks for."),
                               QStringLiteral("filters")};
        m_form.addWhole(words, 1, 4096, m_access.member(words, member), 8);
    }

    template <class B>
    void addStride(int B::* member, int most)
    {
        const FieldWords words{tr("Stride"), tr("2 halves width and height."),
                               QStringLiteral("stride")};
        m_form.addWhole(words, 1, most, m_access.member(words, member));
    }

    void addGammas(LossKind loss)
    {
        const FieldWords positive{tr("Focus on positives"),
                                  tr("How little positives count that are right already; 0 counts "
                                     "all alike."),
                                  QStringLiteral("gammaPositive")};
        const FieldWords negative{tr("Focus on negatives"),
                                  tr("How little negatives count that are right already."),
                                  QStringLiteral("gammaNegative")};
        const FieldWords clip{tr("Margin of negatives"),
                              tr("Negatives with a score below this do not count at all."),
                              QStringLiteral("clip")};
        if (loss == LossKind::BinaryCrossentropy)
            return;
        m_form.addNumber(positive, 0, 10, 1, m_access.member(positive, &TargetBlock::gammaPositive));
        if (loss != LossKind::Asymmetric)
            return;
        m_form.addNumber(negative, 0, 10, 1, m_access.member(negative, &TargetBlock::gammaNegative));
        m_form.addNumber(clip, 0, 0.5, 3, m_access.member(clip, &TargetBlock::clip));
    }

    FieldForm& m_form;
    ExperimentDocument& m_document;
    std::size_t m_block;
    BlockAccess m_access;
};

} // namespace

void addBlockFields(FieldForm& form, ExperimentDocument& document, std::size_t block)
{
    std::visit(Builder(form, document, block), document.spec().blocks.at(block));
}

} // namespace labelwright
