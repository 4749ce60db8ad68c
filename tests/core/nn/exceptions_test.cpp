// Exceptions end at core/nn, on whichever thread they are thrown.

#include "core/nn/embedding_extractor.h"
#include "core/nn/precision.h"
#include "core/nn/trainer.h"
#include "tests/core/nn/torch_file.h"
#include "tests/core/nn/toy_data.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <stdexcept>

namespace labelwright {

using namespace tests;

namespace {

Result<RunOutcome> trainToy(const ModelSpec& spec, const TrainingData& data,
                            const RunCallbacks& callbacks = {},
                            Precision precision = Precision::F32)
{
    const QTemporaryDir folder;
    RunSettings settings = toySettings();
    settings.epochs = 1;
    settings.precision = precision;
    RunControl control;
    return train(spec, settings, data, {{}, folder.path(), {}}, callbacks, control, {});
}

template <class T>
void expectTheText(const Result<T>& result)
{
    ASSERT_FALSE(result.has_value());
    EXPECT_FALSE(result.error().summary.isEmpty());
    EXPECT_EQ(result.error().detail, brokenImageText());
}

} // namespace

TEST(Exceptions, OfAnImageFailTheRun)
{
    const TrainingData data = toyData(80);
    const std::size_t images[] = {data.training.front(), data.training.back(),
                                  data.validation.back()};
    for (const std::size_t image : images)
        for (const Precision precision : {Precision::F32, Precision::Auto})
            expectTheText(trainToy(toySpec(), withBrokenImage(data, image), {}, precision));
}

TEST(Exceptions, OfAnImageFailTheFrozenStages)
{
    InputBlock input = *find<InputBlock>(toySpec());
    input.augmentation = {};
    BackboneBlock backbone;
    backbone.name = QStringLiteral("squeezenet1_1");
    backbone.pretrained = false;
    backbone.frozen = false;
    backbone.frozenStages = 4;
    const ModelSpec spec{{input, backbone, PoolingBlock{}, DenseBlock{}, ActivationBlock{},
                          TargetBlock{}}};
    const TrainingData data = toyData(40);
    for (const std::size_t image : {data.training.back(), data.validation.back()})
        expectTheText(trainToy(spec, withBrokenImage(data, image)));
}

TEST(Exceptions, OfACallbackFailTheRun)
{
    const auto fail = [] { throw std::runtime_error(brokenImageText().toStdString()); };
    RunCallbacks table[3];
    table[0].started = [&](const RunFacts&) { fail(); };
    table[1].step = [&](const StepReport&) { fail(); };
    table[2].epoch = [&](const EpochReport&) { fail(); };
    for (const RunCallbacks& callbacks : table)
        expectTheText(trainToy(toySpec(), toyData(40), callbacks));
}

TEST(Exceptions, OfAnImageFailTheSearchForARate)
{
    const TrainingData data = toyData(40);
    for (const std::size_t image : {data.training.front(), data.training.back()})
        expectTheText(findLearningRate(toySpec(), toySettings(), withBrokenImage(data, image), {},
                                       {}));
}

TEST(Exceptions, OfAnImageFailTheEmbeddings)
{
    const QTemporaryDir folder;
    const ModelSpec spec{{*find<InputBlock>(toySpec()),
                          BackboneBlock{.name = QStringLiteral("squeezenet1_1")}, PoolingBlock{},
                          DenseBlock{}, ActivationBlock{}, TargetBlock{}}};
    auto extractor =
        EmbeddingExtractor::open(spec,
                                 writeBackbone(QStringLiteral("squeezenet1_1"), 1, folder.path()),
                                 {}, Precision::F32, 1);
    ASSERT_TRUE(extractor.has_value()) << extractor.error().summary.toStdString();
    const TrainingData data = withBrokenImage(toyData(40), 3);
    expectTheText(extractor->embed({data.images.get(), data.training, {}, false}, {}, {}));
}

TEST(Exceptions, OfBothPrecisionsFailTheirChoice)
{
    const auto fail = [] { throw std::runtime_error(brokenImageText().toStdString()); };
    expectTheText(choosePrecision([&](bool) { fail(); }, 8));
    const auto withoutBf16 = choosePrecision(
        [&](bool bf16) {
            if (bf16)
                fail();
        },
        8);
    ASSERT_TRUE(withoutBf16.has_value());
    EXPECT_EQ(withoutBf16->precision, Precision::F32);
}

} // namespace labelwright
