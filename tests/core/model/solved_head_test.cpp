#include "core/model/solved_head.h"

#include <gtest/gtest.h>

namespace labelwright {

namespace {

/// What a frozen backbone with one Dense looks like with `head` behind its pooling.
ModelSpec frozenWith(std::vector<Block> head, const BackboneBlock& backbone = {},
                     LossKind loss = LossKind::BinaryCrossentropy)
{
    ModelSpec spec{{InputBlock{}, backbone, PoolingBlock{}}};
    spec.blocks.insert(spec.blocks.end(), head.begin(), head.end());
    spec.blocks.insert(spec.blocks.end(), {ActivationBlock{}, TargetBlock{.loss = loss}});
    return spec;
}

} // namespace

TEST(SolvedHead, IsOneDenseOnAFrozenPretrainedBackbone)
{
    EXPECT_TRUE(headIsSolved(frozenWith({DenseBlock{}})));
    EXPECT_TRUE(headIsSolved(frozenWith({DropoutBlock{}, DenseBlock{}})));
    EXPECT_FALSE(headIsSolved(frozenWith({DenseBlock{8}, ActivationBlock{}, DenseBlock{}})));
    EXPECT_FALSE(headIsSolved(frozenWith({DenseBlock{}}, {.name = {}, .frozen = false})));
    EXPECT_FALSE(headIsSolved(frozenWith({DenseBlock{}}, {.name = {}, .pretrained = false})));
    EXPECT_FALSE(headIsSolved(frozenWith({DenseBlock{}}, {}, LossKind::Focal)));
    EXPECT_FALSE(headIsSolved({}));
}

TEST(SolvedHead, HasTheEpochsOfItsPath)
{
    RunSettings settings;
    settings.epochs = 3;
    EXPECT_EQ(plannedEpochs(frozenWith({DenseBlock{}}), settings), 13);
    EXPECT_EQ(plannedEpochs(frozenWith({DenseBlock{}}, {.name = {}, .frozen = false}), settings), 3);
}

} // namespace labelwright
