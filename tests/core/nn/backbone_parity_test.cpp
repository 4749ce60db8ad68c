#include "core/base/atomic_file.h"
#include "core/base/random.h"
#include "core/nn/backbone_store.h"
#include "core/nn/torchvision_model.h"
#include "tests/core/nn/python_peer.h"
#include "tests/test_files.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

namespace labelwright {

using namespace tests;

namespace {

constexpr int rows = 2;

struct Size
{
    int height, width;
};

constexpr Size sizes[] = {{224, 224}, {96, 160}};

/// Runs torchvision on the inputs in `folder`; makes random weights where `weights` is empty. Batch
/// norms take their statistics from random images and end residual branches with small factors, as
/// trained networks do; otherwise deep random networks amplify rounding differences themselves.
constexpr char16_t script[] = uR"(
import numpy, torch, torchvision
torch.manual_seed(3)
folder, name = data['folder'], data['name']
model = getattr(torchvision.models, name)(weights=None)
if data['weights']:
    model.load_state_dict(torch.load(data['weights']))
else:
    for path, m in model.named_modules():
        if isinstance(m, torch.nn.BatchNorm2d):
            m.momentum = 1.0
            ends = path.endswith('bn3') or (name == 'resnet18' and path.endswith('bn2'))
            torch.nn.init.uniform_(m.weight, *((0.1, 0.5) if ends else (0.5, 1.5)))
            torch.nn.init.normal_(m.bias, 0, 0.1)
        elif isinstance(m, (torch.nn.Conv2d, torch.nn.Linear)):
            torch.nn.init.kaiming_normal_(m.weight, mode='fan_in')
            if m.bias is not None:
                torch.nn.init.normal_(m.bias, 0, 0.1)
    with torch.no_grad():
        model.train()(torch.rand(8, 3, 128, 128) * 4 - 2)
    torch.save(model.state_dict(), folder + '/' + name + '.pth')
model.eval()
result = []
for height, width in data['sizes']:
    raw = numpy.fromfile('%s/%dx%d' % (folder, height, width), dtype=numpy.float32)
    with torch.no_grad():
        logits = model(torch.from_numpy(raw.reshape(-1, 3, height, width)))
    result.append(logits.double().flatten().tolist())
)";

std::vector<float> makeInput(const QTemporaryDir& folder, Size size)
{
    Random random(5);
    std::vector<float> values(static_cast<std::size_t>(rows * 3 * size.height * size.width));
    for (float& value : values)
        value = static_cast<float>(random.uniform(-2, 2));
    const QByteArray bytes(reinterpret_cast<const char*>(values.data()),
                           static_cast<qsizetype>(values.size() * sizeof(float)));
    EXPECT_TRUE(writeFileAtomically(
        folder.filePath(QString("%1x%2").arg(size.height).arg(size.width)), bytes));
    return values;
}

void expectEqual(const std::vector<float>& ours, const std::vector<double>& theirs,
                 const std::string& what)
{
    ASSERT_EQ(ours.size(), theirs.size()) << what;
    double difference = 0;
    double largest = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        difference = std::max(difference, std::abs(static_cast<double>(ours[i]) - theirs[i]));
        largest = std::max(largest, std::abs(theirs[i]));
    }
    EXPECT_GT(largest, 0.1) << what;
    EXPECT_LT(difference, 1e-4) << what << ", largest logit " << largest;
    std::printf("%s: largest difference %.2g of logits up to %.3g\n", what.c_str(), difference,
                largest);
}

void comparePeer(const QString& name, const QString& realWeights)
{
    const QTemporaryDir folder;
    QJsonArray sizeList;
    std::vector<std::vector<float>> inputs;
    for (const Size size : sizes) {
        inputs.push_back(makeInput(folder, size));
        sizeList.append(QJsonArray{size.height, size.width});
    }
    const auto result = runPython(QString::fromUtf16(script), {{"folder", folder.path()},
                                                               {"name", name},
                                                               {"weights", realWeights},
                                                               {"sizes", sizeList}});
    ASSERT_TRUE(result) << name.toStdString();
    const QString weights = realWeights.isEmpty() ? folder.filePath(name + QStringLiteral(".pth"))
                                                  : realWeights;
    EXPECT_TRUE(checkBackboneWeights(name, weights));
    for (std::size_t i = 0; i < std::size(sizes); ++i)
        for (const TorchvisionRun run : {TorchvisionRun::Plain, TorchvisionRun::Lowered}) {
            const auto ours = runTorchvisionModel(name, weights, inputs[i], sizes[i].height,
                                                  sizes[i].width, run);
            ASSERT_TRUE(ours) << ours.error().summary.toStdString() << "\n"
                              << ours.error().detail.toStdString();
            expectEqual(*ours, toNumbers(result->toArray()[static_cast<qsizetype>(i)]),
                        name.toStdString() + (run == TorchvisionRun::Plain ? "" : " lowered"));
        }
}

} // namespace

class BackboneParity : public testing::TestWithParam<const char*>
{};

TEST_P(BackboneParity, EqualsTorchvisionWithRandomWeights)
{
    if (!pythonHas(QStringLiteral("torchvision")))
        GTEST_SKIP() << "python3-torchvision is not installed";
    comparePeer(QString::fromLatin1(GetParam()), {});
}

INSTANTIATE_TEST_SUITE_P(All, BackboneParity,
                         testing::Values("squeezenet1_1", "mobilenet_v2", "mobilenet_v3_small",
                                         "mobilenet_v3_large", "resnet18", "resnet50",
                                         "efficientnet_b0", "shufflenet_v2_x1_0"),
                         [](const auto& test) { return std::string(test.param); });

TEST(BackboneParityReal, EqualsTorchvisionWithRealWeights)
{
    if (!pythonHas(QStringLiteral("torchvision")))
        GTEST_SKIP() << "python3-torchvision is not installed";
    for (const char* name : {"mobilenet_v2", "squeezenet1_1"}) {
        const auto weights = backboneFile(QString("%1-*.pth").arg(QString::fromLatin1(name)));
        if (!weights)
            GTEST_SKIP() << name << " is not in LABELWRIGHT_BACKBONES";
        comparePeer(QString::fromLatin1(name), *weights);
    }
}

} // namespace labelwright
