#include "core/deployment/onnx_difference.h"

#include "core/base/atomic_file.h"
#include "core/deployment/onnx_export.h"
#include "core/nn/lowered_graph.h"
#include "tests/core/deployment/export_cases.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cstring>

namespace labelwright {

using namespace tests;

namespace {

ExportCase caseNamed(const QString& name)
{
    for (const ExportCase& which : exportCases())
        if (which.name == name)
            return which;
    ADD_FAILURE() << name.toStdString();
    return {};
}

QByteArray bytesOf(const std::vector<float>& values)
{
    return {reinterpret_cast<const char*>(values.data()),
            qsizetype(values.size() * sizeof(float))};
}

} // namespace

class OnnxDifferenceTest : public testing::TestWithParam<const char*>
{
protected:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath("model.onnx");
    ServedModel m_model = modelOf(caseNamed(GetParam()), m_folder.path());
    std::vector<Pixels> m_images = preparedImages(m_model.spec, 1);

    Result<QString> firstDifference(const std::vector<LabelCalibration>& calibration)
    {
        return firstDifferentLayer(m_model.spec, m_model.labels, m_model.weightsPath, calibration,
                                   m_path, m_images.front());
    }
    Result<QString> firstDifference() { return firstDifference(m_model.calibration); }
};

TEST_P(OnnxDifferenceTest, NamesTheLayerWhoseWeightsWereChanged)
{
    ASSERT_TRUE(exportOnnx(m_model.spec, m_model.labels, m_model.weightsPath, m_model.calibration,
                           {}, {}, m_path));
    const auto same = firstDifference();
    ASSERT_TRUE(same) << (same.error().summary + same.error().detail).toStdString();
    EXPECT_EQ(same->toStdString(), "");

    const auto graph = lowerCheckpoint(m_model.spec, int(m_model.labels.size()),
                                       m_model.weightsPath);
    const auto file = readFile(m_path);
    ASSERT_TRUE(graph && file);
    int tried = 0;
    for (std::size_t step = 1; step < graph->weights.size(); ++step) {
        std::vector<float> weights = graph->weights[step];
        if (weights.empty() || (step % 7 != 0 && step + 1 != graph->weights.size()))
            continue;
        const QByteArray before = bytesOf(weights);
        for (float& weight : weights)
            weight = -1.5F * weight;
        QByteArray changed = *file;
        ASSERT_EQ(changed.count(before), 1);
        ASSERT_TRUE(writeFileAtomically(m_path, changed.replace(before, bytesOf(weights))));
        const auto found = firstDifference();
        ASSERT_TRUE(found) << found.error().summary.toStdString();
        EXPECT_EQ(found->toStdString(), graph->plan.ops[step].name);
        ++tried;
    }
    EXPECT_GT(tried, 0);
}

TEST_P(OnnxDifferenceTest, NamesWhatStandsBeforeAndBehindTheNetwork)
{
    ASSERT_TRUE(exportOnnx(m_model.spec, m_model.labels, m_model.weightsPath, m_model.calibration,
                           {}, {}, m_path));
    std::vector<LabelCalibration> calibration = m_model.calibration;
    calibration.front().offset += 1;
    EXPECT_EQ(*firstDifference(calibration), "scores");
    find<InputBlock>(m_model.spec)->preprocessing.mean[0] += 0.1F;
    EXPECT_EQ(*firstDifference(), "normalised");
}

TEST_P(OnnxDifferenceTest, RefusesAnotherModelsFile)
{
    ASSERT_TRUE(writeFileAtomically(m_path, "no model"));
    const auto broken = firstDifference();
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().summary, "The file model.onnx is no ONNX model.");
    const ServedModel other = modelOf(caseNamed("maps-sigmoid"), m_folder.path());
    ASSERT_TRUE(exportOnnx(other.spec, other.labels, other.weightsPath, {}, {}, {}, m_path));
    const auto foreign = firstDifference();
    ASSERT_FALSE(foreign);
    EXPECT_TRUE(foreign.error().summary.startsWith("The ONNX file model.onnx has no layer called"))
        << foreign.error().summary.toStdString();
}

INSTANTIATE_TEST_SUITE_P(All, OnnxDifferenceTest,
                         testing::Values("conv-3-2", "mobilenet_v3_small", "shufflenet_v2_x1_0"),
                         [](const auto& test) {
                             return QString(test.param).replace('-', '_').toStdString();
                         });

} // namespace labelwright
