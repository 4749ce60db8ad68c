#include "core/nn/predictor.h"

#include "core/base/random.h"
#include "core/nn/backbone_store.h"
#include "core/nn/spec_plan.h"
#include "core/nn/torchscript_export.h"
#include "core/nn/weights_file.h"
#include "tests/core/nn/network_specs.h"
#include "tests/core/nn/python_peer.h"
#include "tests/core/nn/torch_file.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cmath>

namespace labelwright {

using namespace tests;

namespace {

constexpr int width = 72;
constexpr int height = 56;

std::vector<Pixels> randomImages(int count, int channels)
{
    Random random(11);
    std::vector<Pixels> images(static_cast<std::size_t>(count));
    for (Pixels& image : images) {
        image = {width, height, channels, {}};
        for (int i = 0; i < width * height * channels; ++i)
            image.data.push_back(static_cast<std::uint8_t>(random.below(256)));
    }
    return images;
}

std::vector<PixelsView> views(const std::vector<Pixels>& images)
{
    return {images.begin(), images.end()};
}

struct Case
{
    QString name;
    ModelSpec spec;
    int channels = 3;
};

std::vector<Case> cases()
{
    std::vector<Case> all{{QStringLiteral("scratch"), scratchSpec(width, height)},
                          {QStringLiteral("grey"),
                           backboneSpec(QStringLiteral("mobilenet_v3_small"), width, height,
                                        ColorMode::Grey),
                           1}};
    for (const QString& name : backboneNames())
        all.push_back({name, backboneSpec(name, width, height)});
    return all;
}

/// Weights as training leaves them: batch-norm statistics are not 0 and 1.
QString writeWeights(const QTemporaryDir& folder, const ModelSpec& spec, int labels)
{
    const QString path = folder.filePath(QStringLiteral("best.safetensors"));
    EXPECT_TRUE(writeCheckpoint(path, randomTensors(planNetwork(spec, labels), 2), {}));
    return path;
}

double largestDifference(const std::vector<float>& a, const std::vector<double>& b)
{
    EXPECT_EQ(a.size(), b.size());
    double largest = 0;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        largest = std::max(largest, std::abs(static_cast<double>(a[i]) - b[i]));
    return largest;
}

const std::vector<LabelCalibration> calibration{{0.7F, 0.1F}, {1.3F, -0.4F}, {1.0F, 0.0F}};
const QStringList labels{QStringLiteral("sky"), QStringLiteral("water"), QStringLiteral("tree")};

std::vector<double> scoresOf(const std::vector<float>& logits)
{
    std::vector<double> scores;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        const LabelCalibration& label = calibration[i % calibration.size()];
        scores.push_back(1 / (1 + std::exp(-(static_cast<double>(label.scale) * logits[i]
                                             + label.offset))));
    }
    return scores;
}

} // namespace

TEST(Predictor, GivesTheSameForAnyBatch)
{
    const QTemporaryDir folder;
    const ModelSpec spec = backboneSpec(QStringLiteral("mobilenet_v3_small"), width, height);
    const QString path = writeWeights(folder, spec, 3);
    const auto predictor = Predictor::open(spec, 3, path, 2);
    ASSERT_TRUE(predictor) << predictor.error().summary.toStdString();
    const std::vector<Pixels> images = randomImages(300, 3);
    const auto together = predictor->logits(views(images));
    ASSERT_TRUE(together) << together.error().detail.toStdString();
    ASSERT_EQ(together->size(), 900U);
    for (const std::size_t i : {std::size_t{0}, std::size_t{150}, std::size_t{299}}) {
        const PixelsView one(images[i]);
        const auto alone = predictor->logits({&one, 1});
        ASSERT_TRUE(alone);
        for (std::size_t label = 0; label < 3; ++label)
            EXPECT_NEAR((*alone)[label], (*together)[3 * i + label], 1e-4);
    }
    const auto embeddings = predictor->embeddings(views(images));
    ASSERT_TRUE(embeddings);
    EXPECT_EQ(embeddings->size(), images.size() * 576);
    EXPECT_EQ(predictor->embeddingSize(), 576);
    EXPECT_TRUE(predictor->logits({})->empty());
}

TEST(Predictor, RefusesOtherImagesAndOtherWeights)
{
    const QTemporaryDir folder;
    const ModelSpec spec = scratchSpec(width, height);
    const QString path = writeWeights(folder, spec, 3);
    const auto predictor = Predictor::open(spec, 3, path, 1);
    ASSERT_TRUE(predictor);
    const Pixels small{8, 8, 3, std::vector<std::uint8_t>(8 * 8 * 3)};
    const PixelsView view(small);
    const auto refused = predictor->logits({&view, 1});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().summary.contains(QStringLiteral("72 × 56")));
    EXPECT_FALSE(Predictor::open(spec, 4, path, 1));
    EXPECT_FALSE(Predictor::open(spec, 3, path + QStringLiteral("x"), 1));
    EXPECT_FALSE(Predictor::open({}, 3, path, 1));
    EXPECT_FALSE(Predictor::open(backboneSpec(QStringLiteral("resnet18"), width, height), 3, path, 1));
}

TEST(TorchScript, EqualsThePredictor)
{
    const QTemporaryDir folder;
    const QString module = folder.filePath(QStringLiteral("größe.pt"));
    for (const Case& example : cases()) {
        const QString weights = writeWeights(folder, example.spec, 3);
        const auto predictor = Predictor::open(example.spec, 3, weights, 2);
        ASSERT_TRUE(predictor) << predictor.error().summary.toStdString();
        const std::vector<Pixels> images = randomImages(3, example.channels);
        const auto logits = predictor->logits(views(images));
        ASSERT_TRUE(logits) << logits.error().detail.toStdString();
        const auto written = exportTorchScript(example.spec, labels, weights, calibration, {}, module);
        ASSERT_TRUE(written) << written.error().detail.toStdString();
        const auto scores = runTorchScript(module, views(images));
        ASSERT_TRUE(scores) << scores.error().detail.toStdString();
        EXPECT_LT(largestDifference(*scores, scoresOf(*logits)), 1e-5)
            << example.name.toStdString();
    }
}

TEST(TorchScript, GivesTheSameInPython)
{
    if (!pythonHas(QStringLiteral("torch")))
        GTEST_SKIP() << "python3-torch is not installed";
    const QTemporaryDir folder;
    QJsonArray names;
    std::vector<std::vector<double>> expected;
    for (const Case& example : cases()) {
        const QString weights = writeWeights(folder, example.spec, 3);
        const auto predictor = Predictor::open(example.spec, 3, weights, 2);
        ASSERT_TRUE(predictor);
        const std::vector<Pixels> images = randomImages(3, example.channels);
        expected.push_back(scoresOf(*predictor->logits(views(images))));
        ASSERT_TRUE(exportTorchScript(example.spec, labels, weights, calibration,
                                      {{QStringLiteral("labels.txt"), "sky\nwater\ntree"}},
                                      folder.filePath(example.name)));
        QFile raw(folder.filePath(example.name + QStringLiteral(".raw")));
        ASSERT_TRUE(raw.open(QIODevice::WriteOnly));
        for (const Pixels& image : images)
            raw.write(reinterpret_cast<const char*>(image.data.data()),
                      static_cast<qint64>(image.data.size()));
        names.append(QJsonArray{example.name, example.channels});
    }
    const auto result = runPython(QStringLiteral(R"(
import numpy, torch
result = []
for name, channels in data['names']:
    extra = {'labels.txt': ''}
    module = torch.jit.load(data['folder'] + '/' + name, _extra_files=extra).eval()
    assert extra['labels.txt'] == b'sky\nwater\ntree', extra
    raw = numpy.fromfile(data['folder'] + '/' + name + '.raw', dtype=numpy.uint8)
    images = torch.from_numpy(raw.reshape(-1, data['height'], data['width'], channels))
    with torch.no_grad():
        result.append(torch.cat([module(images), module(images[:1])]).flatten().tolist()))"),
                                  {{"folder", folder.path()},
                                   {"names", names},
                                   {"width", width},
                                   {"height", height}});
    ASSERT_TRUE(result);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const std::vector<double> scores = toNumbers(
            result->toArray()[static_cast<qsizetype>(i)]);
        ASSERT_EQ(scores.size(), 12U);
        for (std::size_t k = 0; k < scores.size(); ++k)
            EXPECT_NEAR(scores[k], expected[i][k % 9], 1e-4)
                << names[static_cast<qsizetype>(i)].toArray()[0].toString().toStdString();
    }
}

TEST(TorchScript, RefusesWhatDoesNotFit)
{
    const QTemporaryDir folder;
    const ModelSpec spec = scratchSpec(width, height);
    const QString weights = writeWeights(folder, spec, 3);
    const QString path = folder.filePath(QStringLiteral("out.pt"));
    EXPECT_FALSE(exportTorchScript(spec, labels, weights, {{1.0F, 0.0F}}, {}, path));
    EXPECT_FALSE(exportTorchScript(spec, {labels[0]}, weights, {}, {}, path));
    EXPECT_FALSE(QFile::exists(path));
    EXPECT_FALSE(runTorchScript(path, {}));
    ASSERT_TRUE(exportTorchScript(spec, labels, weights, {}, {}, path));
    const std::vector<Pixels> wrong{{8, 8, 1, std::vector<std::uint8_t>(64)}};
    EXPECT_FALSE(runTorchScript(path, views(wrong)));
}

} // namespace labelwright
