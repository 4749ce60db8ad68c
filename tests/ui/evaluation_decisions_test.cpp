// What is inspected stays true to what is stored, whoever stores it, and whatever is not loaded.

#include "tests/ui/evaluation_fixture.h"

#include "core/project/decisions.h"
#include "ui/evaluation/inspection_view.h"

#include <QComboBox>

namespace labelwright::tests {

class EvaluationDecisionsTest : public EvaluationTest
{
protected:
    void SetUp() override
    {
        importSample();
        run(addExperiment({.epochs = 6}));
        openPage();
        inspect();
    }

    [[nodiscard]] InspectionState& state() const
    {
        return page->findChild<InspectionView*>()->state();
    }

    [[nodiscard]] float storedThreshold() const
    {
        const auto set = decisions(workspace->project(), state().evaluation()->model.checkpoint.id);
        return set->labels[static_cast<std::size_t>(state().label())].threshold;
    }
};

TEST_F(EvaluationDecisionsTest, AThresholdSeenOnOtherScoresIsStoredForThoseThatCount)
{
    const CheckpointId checkpoint = state().evaluation()->model.checkpoint.id;
    const auto label = static_cast<std::size_t>(state().label());
    const LabelCalibration seen = state().decisions().labels[label].calibration;
    // As the end of a run does while a person looks at the checkpoint.
    DecisionSet fitted = *decisions(workspace->project(), checkpoint);
    for (LabelDecision& decision : fitted.labels)
        decision.calibration = {seen.scale * 2, seen.offset + 0.5F};
    ASSERT_TRUE(storeDecisions(workspace->project(), checkpoint, fitted));
    state().storeThreshold(0.3);
    ASSERT_TRUE(settle());
    EXPECT_FLOAT_EQ(storedThreshold(),
                    thresholdUnder(0.3F, seen, fitted.labels[label].calibration));
    EXPECT_EQ(state().decisions(), *decisions(workspace->project(), checkpoint));
    EXPECT_EQ(state().evaluation()->model.decisions.labels[label].calibration,
              fitted.labels[label].calibration);
    EXPECT_FLOAT_EQ(state().threshold(), storedThreshold());
    ASSERT_NE(state().inspection(), nullptr);
    EXPECT_EQ(state().counts(), state().inspection()->sorted.at(storedThreshold()));
}

TEST_F(EvaluationDecisionsTest, ACancelledEvaluationLeavesTheNamesOfWhatIsShown)
{
    auto* const subset = find<QComboBox>("subset");
    const QVariant shown = subset->currentData();
    subset->setCurrentIndex(subset->findData(static_cast<int>(Subset::Training)));
    ASSERT_TRUE(state().isLoading());
    workspace->jobs().cancel(state().loading());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !state().isLoading(); }, 60'000));
    ASSERT_NE(state().evaluation()->subset, Subset::Training) << "it was not cancelled";
    EXPECT_EQ(subset->currentData(), shown);
}

TEST_F(EvaluationDecisionsTest, WhatWasLeftUnfittedIsFittedWhenItIsEvaluated)
{
    const CheckpointId checkpoint = state().evaluation()->model.checkpoint.id;
    DecisionSet unfitted = *decisions(workspace->project(), checkpoint);
    unfitted.thresholdSource = unfittedThresholds;
    unfitted.calibration = CalibrationKind::None;
    for (LabelDecision& decision : unfitted.labels)
        decision = {.label = decision.label, .calibration = {}, .note = {}};
    ASSERT_TRUE(storeDecisions(workspace->project(), checkpoint, unfitted));
    workspace->tellDecisionsChanged(checkpoint);
    ASSERT_TRUE(settle());
    EXPECT_FALSE(isUnfitted(*decisions(workspace->project(), checkpoint)));
    EXPECT_FALSE(isUnfitted(state().decisions()));
}

} // namespace labelwright::tests
