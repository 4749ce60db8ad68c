#include "core/deployment/bundle_verification.h"

#include "core/base/atomic_file.h"
#include "core/deployment/model_file.h"
#include "tests/core/deployment/export_fixture.h"

#include <gtest/gtest.h>

#include <cmath>

namespace labelwright::tests {

/// Both model files of a network, written without proof, and what the application says.
class BundleVerificationTest : public ExportFixture
{
protected:
    void SetUp() override
    {
        m_service.emplace(*PredictionService::open(m_request.model, 1));
        auto proof = makeProof(m_request, *m_service, {});
        ASSERT_TRUE(proof) << reasonOf(proof);
        m_proof = *std::move(proof);
        for (const ExportedModel& file : m_files)
            ASSERT_TRUE(writeProvenModel(work(), file));
    }
    [[nodiscard]] ProvenExport work() const
    {
        return {m_request, m_place, m_service->model(), m_proof, {}, {}};
    }
    [[nodiscard]] Result<ModelProof> compare(const ExportedModel& file) const
    {
        return compareModel(file, m_proof, m_service->model());
    }

    BundleRequest m_request = request();
    ExportTarget m_place;
    std::optional<PredictionService> m_service;
    BundleProof m_proof;
    std::vector<ExportedModel> m_files{
        {target("model.pt"), "model.pt", ExportFormat::TorchScript, {}},
        {target("model.onnx"), "model.onnx", ExportFormat::Onnx, {}}};
};

TEST_F(BundleVerificationTest, CountsWhatDiffers)
{
    const std::vector<float> own = m_proof.scores;
    for (const ExportedModel& file : m_files) {
        m_proof.scores = own;
        const auto same = compare(file);
        ASSERT_TRUE(same) << reasonOf(same);
        EXPECT_TRUE(refuseDifference(*same));
        EXPECT_EQ(same->images, 20U);
        m_proof.scores[17] += 0.01F;
        const auto different = compare(file);
        ASSERT_TRUE(different);
        EXPECT_NEAR(different->maxDifference, 0.01, 1e-3);
        const auto refused = refuseDifference(*different);
        ASSERT_FALSE(refused);
        EXPECT_TRUE(refused.error().summary.contains(file.name));
        m_proof.scores[17] = std::nanf("");
        EXPECT_TRUE(std::isinf(compare(file)->maxDifference));
    }
}

TEST_F(BundleVerificationTest, OneChangedDecisionIsEnough)
{
    ModelProof figures;
    figures.maxDifference = 1e-6;
    figures.allowedDifference = allowedScoreDifference;
    EXPECT_TRUE(refuseDifference(figures));
    figures.changedDecisions = 1;
    EXPECT_FALSE(refuseDifference(figures));
    figures.isRounded = true;
    EXPECT_TRUE(refuseDifference(figures)) << "f16 rounds";
    figures.maxDifference = 2e-4;
    EXPECT_FALSE(refuseDifference(figures));
}

/// A weight changed in the file, as a wrong exporter would write it.
TEST_F(BundleVerificationTest, NoticesAWrongWeightInAnOnnxFile)
{
    const auto ran = python({"-c",
                             "import sys, onnx\n"
                             "from onnx import numpy_helper as helper\n"
                             "m = onnx.load(sys.argv[1])\n"
                             "w = max(m.graph.initializer, key=lambda t: len(t.raw_data))\n"
                             "values = helper.to_array(w).copy()\n"
                             "values.flat[:8] += 0.5\n"
                             "w.CopyFrom(helper.from_array(values, w.name))\n"
                             "onnx.save(m, sys.argv[1])\n"
                             "print(w.name.removesuffix('.weight'))\n",
                             m_files[1].path});
    ASSERT_TRUE(ran);
    const QString layer = QString::fromUtf8(ran->trimmed());
    const auto figures = compare(m_files[1]);
    ASSERT_TRUE(figures) << reasonOf(figures);
    EXPECT_FALSE(refuseDifference(*figures));
    const auto refused = proveModel(work(), m_files[1]);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().summary.contains("The first layer that differs is " + layer))
        << refused.error().summary.toStdString();
}

TEST_F(BundleVerificationTest, SaysThatAFileDoesNotRun)
{
    for (const ExportedModel& file : m_files) {
        auto bytes = readFile(file.path);
        ASSERT_TRUE(bytes);
        bytes->truncate(bytes->size() / 2);
        ASSERT_TRUE(writeFileAtomically(file.path, *bytes));
        EXPECT_FALSE(compare(file));
    }
}

} // namespace labelwright::tests
