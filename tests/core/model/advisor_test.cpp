#include "core/model/advisor.h"

#include "core/model/recipe.h"
#include "core/model/settings_words.h"
#include "core/model/shape_check.h"
#include "core/model/solved_head.h"

#include <QSet>

#include <gtest/gtest.h>

namespace labelwright {

namespace {

/// 640 colour photos of 160×160 with balanced labels and no weights on disk.
DataFacts landscapes()
{
    DataFacts facts;
    facts.training = 640;
    facts.validation = 80;
    facts.test = 80;
    facts.labels = {"sky", "water", "tree"};
    facts.positives = {400, 200, 150};
    facts.negatives = {240, 440, 490};
    facts.unknown = {0, 0, 0};
    facts.medianWidth = 160;
    facts.medianHeight = 160;
    facts.cores = 2;
    return facts;
}

DataFacts withBackbones(std::vector<QString> names)
{
    DataFacts facts = landscapes();
    facts.availableBackbones = std::move(names);
    return facts;
}

DataFacts spectrograms()
{
    DataFacts facts = landscapes();
    facts.medianWidth = 716;
    facts.medianHeight = 150;
    facts.greyShare = 1;
    return facts;
}

Advice advised(const DataFacts& facts, const AdviceWishes& wishes = {})
{
    const Result<Advice> advice = advise(facts, wishes);
    EXPECT_TRUE(advice) << advice.error().summary.toStdString();
    return advice ? *advice : Advice();
}

QString refusal(const DataFacts& facts, const AdviceWishes& wishes = {})
{
    const Result<Advice> advice = advise(facts, wishes);
    return advice ? QStringLiteral("(advised)") : advice.error().summary;
}

QString reasonOf(const Advice& advice, const char* setting)
{
    for (const Advice::Reason& reason : advice.reasons)
        if (reason.setting == QLatin1String(setting))
            return reason.sentence;
    return {};
}

} // namespace

TEST(Advisor, EveryAdviceFitsAndGivesReasons)
{
    std::vector<DataFacts> all{landscapes(), spectrograms(), withBackbones({"mobilenet_v2"}),
                               withBackbones({"squeezenet1_1", "resnet50"})};
    for (const DataFacts& base : {landscapes(), spectrograms(), withBackbones({"resnet18"})})
        for (const auto& [width, height] : std::initializer_list<std::pair<int, int>>{
                 {0, 0}, {1, 1}, {20, 20}, {4000, 3000}, {9000, 10}, {10, 9000}})
            for (double grey : {0.0, 1.0}) {
                all.push_back(base);
                all.back().medianWidth = width;
                all.back().medianHeight = height;
                all.back().greyShare = grey;
                all.back().training = width % 7 + 1;
            }
    for (const DataFacts& facts : all) {
        const Advice advice = advised(facts);
        const SpecCheck check = checkSpec(advice.spec, static_cast<int>(facts.labels.size()));
        EXPECT_TRUE(check.ok()) << check.problems.front().sentence.toStdString();
        EXPECT_EQ(settingsProblem(advice.settings), QString());
        QSet<QString> settings;
        for (const Advice::Reason& reason : advice.reasons) {
            EXPECT_TRUE(reason.sentence.endsWith('.')) << reason.sentence.toStdString();
            EXPECT_FALSE(reason.sentence.contains('%') && reason.sentence.contains("%1"));
            EXPECT_FALSE(settings.contains(reason.setting)) << reason.setting.toStdString();
            settings.insert(reason.setting);
        }
        for (const char* setting : {"Input", "Backbone", "Augmentation", "Output", "Loss"})
            EXPECT_TRUE(settings.contains(QLatin1String(setting))) << setting;
        for (const char* setting : {"Epochs", "Batch size", "Learning rate", "Schedule"})
            EXPECT_NE(settings.contains(QLatin1String(setting)), headIsSolved(advice.spec))
                << setting;
    }
}

TEST(Advisor, ASolvedHeadIsExplainedInsteadOfSettingsWithoutEffect)
{
    DataFacts facts = withBackbones({"mobilenet_v2"});
    const Advice advice = advised(facts, {.regime = Regime::Frozen, .epochs = 3});
    EXPECT_TRUE(headIsSolved(advice.spec));
    EXPECT_EQ(plannedEpochs(advice.spec, advice.settings), 13);
    EXPECT_EQ(reasonOf(advice, "Head").toStdString(),
              "Solved exactly by logistic regression for 13 strengths of regularisation from strong "
              "to weak; the one with the lowest validation loss is kept.");
    for (const char* setting : {"Epochs", "Batch size", "Learning rate", "Schedule", "Optimizer",
                                "Early stopping", "Dropout"})
        EXPECT_EQ(reasonOf(advice, setting), QString()) << setting;
    facts.validation = 0;
    EXPECT_TRUE(reasonOf(advised(facts, {.regime = Regime::Frozen}), "Head")
                    .endsWith("because there are no validation images to choose by."));
}

TEST(Advisor, EndsInOneSigmoidNodePerLabelWithBinaryCrossentropy)
{
    for (const DataFacts& facts : {landscapes(), withBackbones({"mobilenet_v2"})}) {
        const ModelSpec spec = advised(facts).spec;
        const std::size_t size = spec.blocks.size();
        EXPECT_EQ(std::get<DenseBlock>(spec.blocks[size - 3]).nodes, 0);
        EXPECT_EQ(std::get<ActivationBlock>(spec.blocks[size - 2]).kind, ActivationKind::Sigmoid);
        EXPECT_EQ(std::get<TargetBlock>(spec.blocks[size - 1]).loss, LossKind::BinaryCrossentropy);
    }
}

TEST(Advisor, WithoutWeightsASmallNetworkIsTrainedFromScratchAndTheLossIsSaid)
{
    const Advice advice = advised(landscapes());
    EXPECT_EQ(find<BackboneBlock>(advice.spec), nullptr);
    EXPECT_NE(find<ResidualBlock>(advice.spec), nullptr);
    EXPECT_TRUE(reasonOf(advice, "Backbone").contains("scores far lower"));
    EXPECT_FALSE(advice.settings.headFromEmbeddings);
    EXPECT_LE(find<InputBlock>(advice.spec)->preprocessing.width, 128);
}

TEST(Advisor, RegimeFollowsTheAmountOfDataAndTheMachine)
{
    DataFacts facts = withBackbones({"mobilenet_v2"});
    EXPECT_EQ(advised(facts).regime, Regime::FineTune);
    EXPECT_FALSE(find<BackboneBlock>(advised(facts).spec)->frozen);

    facts.training = 60;
    const Advice few = advised(facts);
    EXPECT_EQ(few.regime, Regime::Frozen);
    EXPECT_TRUE(find<BackboneBlock>(few.spec)->frozen);
    Augmentation mirrored;
    mirrored.flipHorizontal = true;
    EXPECT_EQ(find<InputBlock>(few.spec)->augmentation, mirrored);
    EXPECT_TRUE(reasonOf(few, "Regime").contains("60 training images"));

    facts.training = 500'000;
    EXPECT_EQ(advised(facts).regime, Regime::Frozen);
    EXPECT_TRUE(reasonOf(advised(facts), "Regime").contains("hours"));
    facts.cuda = true;
    EXPECT_EQ(advised(facts).regime, Regime::FineTune);
}

TEST(Advisor, TakesTheMostAccurateBackboneThatIsQuickEnough)
{
    EXPECT_EQ(find<BackboneBlock>(advised(withBackbones({"squeezenet1_1", "mobilenet_v2"})).spec)
                  ->name,
              "mobilenet_v2");
    DataFacts facts = withBackbones({"resnet50", "mobilenet_v2"});
    EXPECT_EQ(find<BackboneBlock>(advised(facts).spec)->name, "resnet50");
    facts.training = 60'000;
    EXPECT_EQ(find<BackboneBlock>(advised(facts).spec)->name, "mobilenet_v2");
}

TEST(Advisor, WishesAreMet)
{
    const DataFacts facts = withBackbones({"mobilenet_v2", "squeezenet1_1"});
    AdviceWishes wishes;
    wishes.backbone = "squeezenet1_1";
    wishes.regime = Regime::FineTune;
    wishes.epochs = 5;
    wishes.seed = 9;
    const Advice advice = advised(facts, wishes);
    EXPECT_EQ(find<BackboneBlock>(advice.spec)->name, "squeezenet1_1");
    EXPECT_FALSE(find<BackboneBlock>(advice.spec)->frozen);
    EXPECT_EQ(advice.settings.epochs, 5);
    EXPECT_EQ(advice.settings.seed, 9U);
    EXPECT_EQ(reasonOf(advice, "Epochs"), "5 as you asked.");

    EXPECT_EQ(find<BackboneBlock>(advised(facts, {.backbone = "none"}).spec), nullptr);
}

TEST(Advisor, WishesThatCannotBeMetAreRefused)
{
    const DataFacts facts = withBackbones({"mobilenet_v2"});
    EXPECT_TRUE(refusal(facts, {.backbone = "vgg16"}).startsWith("There is no backbone \"vgg16\""));
    EXPECT_EQ(refusal(facts, {.backbone = "resnet18"}),
              "The weights of resnet18 are not on this machine; add their file or download them "
              "first.");
    EXPECT_TRUE(refusal(facts, {.backbone = "none", .regime = Regime::Frozen})
                    .startsWith("Without a backbone nothing can be frozen"));
    EXPECT_TRUE(refusal(facts, {.epochs = 0}).startsWith("0 epochs are not possible"));
    DataFacts empty = facts;
    empty.labels.clear();
    EXPECT_TRUE(refusal(empty).startsWith("There is no label to learn"));
    empty = facts;
    empty.training = 0;
    EXPECT_TRUE(refusal(empty).startsWith("The training subset has no images"));
}

TEST(Advisor, SpectrogramsAreNeitherMirroredNorTurnedAndKeepTheirProportion)
{
    for (auto names : {std::vector<QString>{}, std::vector<QString>{"mobilenet_v2"}}) {
        DataFacts facts = spectrograms();
        facts.availableBackbones = names;
        EXPECT_TRUE(looksLikeSpectrograms(facts));
        const InputBlock input = *find<InputBlock>(advised(facts).spec);
        EXPECT_FALSE(input.augmentation.flipHorizontal);
        EXPECT_FALSE(input.augmentation.flipVertical);
        EXPECT_EQ(input.augmentation.rotationDegrees, 0);
        EXPECT_EQ(input.augmentation.saturation, 0);
        EXPECT_EQ(isIdentity(input.augmentation), !names.empty());
        EXPECT_EQ(input.preprocessing.color, ColorMode::Grey);
        const double aspect = double(input.preprocessing.width) / input.preprocessing.height;
        EXPECT_NEAR(aspect, 716.0 / 150, 0.6);
    }
    EXPECT_FALSE(looksLikeSpectrograms(landscapes()));
    DataFacts panorama = spectrograms();
    panorama.greyShare = 0;
    EXPECT_FALSE(looksLikeSpectrograms(panorama));
    EXPECT_TRUE(find<InputBlock>(advised(panorama).spec)->augmentation.flipHorizontal);
}

TEST(Advisor, RareLabelsGetCappedWeightsWithAReason)
{
    EXPECT_EQ(find<TargetBlock>(advised(landscapes()).spec)->positiveWeightCap, 1);
    DataFacts facts = landscapes();
    facts.positives = {25, 20, 22};
    facts.negatives = {615, 620, 618};
    const Advice advice = advised(facts);
    const double cap = find<TargetBlock>(advice.spec)->positiveWeightCap;
    EXPECT_GT(cap, 1);
    EXPECT_LE(cap, adviceLimits().weightCap);
    EXPECT_TRUE(reasonOf(advice, "Loss").contains("28 negatives for one positive"));
}

TEST(Advisor, WarnsOfWhatMayDisappoint)
{
    DataFacts facts = landscapes();
    facts.labels = {"none", "few", "all", "open", "fine %1"};
    facts.positives = {0, 5, 640, 30, 200};
    facts.negatives = {640, 635, 0, 30, 440};
    facts.unknown = {0, 0, 0, 580, 0};
    facts.validationPositives = {2, 0, 80, 3, 0};
    facts.test = 0;
    const QStringList warnings = advised(facts).warnings;
    EXPECT_TRUE(warnings.contains("No training image has none: it cannot be learned; label some "
                                  "images or leave it out."));
    EXPECT_TRUE(warnings.contains("Fewer than 20 training images have few: expect low and unsure "
                                  "scores there."));
    EXPECT_TRUE(warnings.contains("No training image is known to lack all: the network will call "
                                  "it present everywhere."));
    EXPECT_TRUE(warnings.contains("More than half of the training images are unlabelled for open: "
                                  "only the labelled ones count."));
    EXPECT_TRUE(warnings.contains("No validation image has few, fine %1: its threshold stays 0.5 "
                                  "and the best epoch is chosen without it."));
    EXPECT_TRUE(warnings.join(' ').contains("There is no test subset"));

    facts.validation = 0;
    EXPECT_TRUE(advised(facts).warnings.join(' ').contains("There is no validation subset"));
    EXPECT_TRUE(advised(withBackbones({"mobilenet_v2"})).warnings.isEmpty());
}

TEST(Advisor, ManyLabelsAreNotAllNamed)
{
    DataFacts facts = withBackbones({"mobilenet_v2"});
    facts.labels.clear();
    for (int i = 0; i < 30; ++i)
        facts.labels.append(QStringLiteral("label %1").arg(i));
    facts.positives.assign(30, 0);
    facts.negatives.assign(30, 640);
    facts.unknown.assign(30, 0);
    EXPECT_TRUE(advised(facts).warnings.front().contains("label 4 and 25 more"));
}

} // namespace labelwright
