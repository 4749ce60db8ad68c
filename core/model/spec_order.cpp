#include "core/model/shape_walker.h"

namespace labelwright {

namespace {

/// Notes problems of a spec's order.
class OrderChecker
{
public:
    OrderChecker(const ModelSpec& spec, int labelCount) : m_spec(spec), m_labelCount(labelCount) {}

    std::vector<SpecProblem> check()
    {
        checkEnds();
        for (std::size_t i = 0; i < m_spec.blocks.size(); ++i)
            checkRepeats(i);
        if (std::holds_alternative<TargetBlock>(m_spec.blocks.back()))
            checkHead();
        return m_problems;
    }

private:
    template <class B>
    [[nodiscard]] bool is(std::size_t index) const
    {
        return std::holds_alternative<B>(m_spec.blocks[index]);
    }

    void refuse(std::size_t index, const QString& sentence)
    {
        m_problems.push_back({static_cast<int>(index),
                              QStringLiteral("%1: %2").arg(blockTitle(m_spec, index), sentence)});
    }

    void checkEnds()
    {
        if (!is<InputBlock>(0))
            refuse(0, QStringLiteral("the first block must be the input; put one before it."));
        const std::size_t last = m_spec.blocks.size() - 1;
        if (!is<TargetBlock>(last))
            refuse(last, QStringLiteral("the last block must be the target; put one after it."));
    }

    void checkRepeats(std::size_t index)
    {
        if (index > 0 && is<InputBlock>(index))
            refuse(index, QStringLiteral("the input must be the first block; remove this one."));
        if (index + 1 < m_spec.blocks.size() && is<TargetBlock>(index))
            refuse(index, QStringLiteral("the target must be the last block; remove this one."));
    }

    /// … Dense (one node per label), Sigmoid, target.
    void checkHead()
    {
        const std::size_t target = m_spec.blocks.size() - 1;
        if (target == 0 || !is<ActivationBlock>(target - 1)) {
            refuse(target, QStringLiteral("a Sigmoid activation must stand before the target, so "
                                          "that each label gets a score from 0 to 1; put one "
                                          "there."));
            return;
        }
        checkLastActivation(target - 1);
        if (target < 2 || !is<DenseBlock>(target - 2)) {
            refuse(target - 1, QStringLiteral("a dense layer with one node per label must stand "
                                              "before the last activation; put one there."));
            return;
        }
        const int nodes = std::get<DenseBlock>(m_spec.blocks[target - 2]).nodes;
        if (nodes != 0 && nodes != m_labelCount)
            refuse(target - 2, QStringLiteral("the last dense layer has %1 nodes for %2 labels; "
                                              "give 0 for one node per label.")
                                   .arg(nodes)
                                   .arg(m_labelCount));
    }

    void checkLastActivation(std::size_t index)
    {
        const ActivationKind kind = std::get<ActivationBlock>(m_spec.blocks[index]).kind;
        if (kind == ActivationKind::Softmax)
            refuse(index, QStringLiteral("Softmax makes the labels exclude one another, but with "
                                         "binary losses such as binary crossentropy several labels "
                                         "can hold at once; use Sigmoid."));
        else if (kind != ActivationKind::Sigmoid)
            refuse(index, QStringLiteral("the last activation must give scores from 0 to 1; use "
                                         "Sigmoid."));
    }

    const ModelSpec& m_spec;
    int m_labelCount;
    std::vector<SpecProblem> m_problems;
};

} // namespace

std::vector<SpecProblem> checkOrder(const ModelSpec& spec, int labelCount)
{
    return OrderChecker(spec, labelCount).check();
}

} // namespace labelwright
