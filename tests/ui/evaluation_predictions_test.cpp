// The order of the images of a label.

#include "tests/ui/evaluation_fixture.h"

#include "ui/evaluation/inspection_view.h"
#include "ui/evaluation/prediction_view.h"

namespace labelwright::tests {

TEST_F(EvaluationTest, MistakesAtTheThresholdStandBeforeAllOthers)
{
    importSample();
    run(addExperiment({.epochs = 2}));
    openPage({1180, 760});
    inspect();
    InspectionState& state = page->findChild<InspectionView*>()->state();
    PredictionModel& model = page->findChild<PredictionView*>()->model();
    const auto mistakesFirst = [&] {
        const auto wrong = static_cast<int>(state.counts().falsePositive
                                            + state.counts().falseNegative);
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString verdict = model.index(row, 0).data(PredictionModel::VerdictRole).toString();
            if ((verdict == "miss" || verdict == "false alarm") != (row < wrong))
                return false;
        }
        return true;
    };
    for (const double threshold : {0.5, 0.2, 0.8}) {
        state.moveThreshold(threshold);
        EXPECT_TRUE(QTest::qWaitFor(mistakesFirst, 1000)) << threshold;
    }
    const int all = static_cast<int>(state.evaluation()->table.samples.size());
    EXPECT_EQ(model.rowCount(), all);
}

} // namespace labelwright::tests
