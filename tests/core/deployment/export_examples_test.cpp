#include "core/deployment/export_bundle.h"

#include "core/base/atomic_file.h"
#include "tests/core/deployment/export_fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

/// A model whose preprocessing the examples have to repeat.
struct ExampleCase
{
    QString name;
    QString backbone;
    ColorMode color = ColorMode::Rgb;
    Fit fit = Fit::Stretch;
};

const std::vector<ExampleCase> exampleCases{
    {"plain", "", ColorMode::Rgb, Fit::Stretch},
    {"grey", "", ColorMode::Grey, Fit::CenterCrop},
    {"letterbox", "mobilenet_v2", ColorMode::Rgb, Fit::Letterbox}};

} // namespace

/// Bundles and original files of every kind, with what the application says of these.
class ExportExamplesTest : public ExportFixture
{
protected:
    void SetUp() override
    {
        if (!pythonHasPeers())
            GTEST_SKIP() << "python3-torch, python3-opencv, numpy or PIL is not installed";
        for (const NamedImage& image : imagesOfAllKinds()) {
            m_paths << target("images/" + image.name);
            m_bytes.push_back(image.encoded);
            ASSERT_TRUE(writeFileAtomically(m_paths.back(), image.encoded));
        }
    }

    /// Exports and predicts; the bundle's folder.
    QString bundleOf(const ExampleCase& c)
    {
        m_request = request(c.backbone, c.color, c.fit);
        const auto report = exportModel(m_request, {target(c.name)});
        EXPECT_TRUE(report) << reasonOf(report);
        m_own = PredictionService::open(m_request.model, 1)->predict(m_bytes);
        return target(c.name);
    }

    void expectSame(qsizetype image, int label, double score, bool present) const
    {
        const auto& own = m_own[std::size_t(image)];
        ASSERT_TRUE(own) << m_paths[image].toStdString();
        EXPECT_NEAR(score, own->scores[std::size_t(label)], 1e-3) << m_paths[image].toStdString();
        EXPECT_EQ(present, own->present[std::size_t(label)]) << m_paths[image].toStdString();
    }

    /// Runs a Python example on all files.
    void expectSameFrom(const QString& example) const
    {
        const auto output = python(QStringList{example} + m_paths);
        ASSERT_TRUE(output);
        const QJsonArray peers = QJsonDocument::fromJson(*output).array();
        ASSERT_EQ(peers.size(), m_paths.size());
        for (qsizetype i = 0; i < m_paths.size(); ++i)
            for (int label = 0; label < 4; ++label) {
                const QString name = m_request.model.labels[label];
                expectSame(i, label, peers[i]["scores"][name].toDouble(-1),
                           peers[i]["present"][name].toBool());
            }
    }

    BundleRequest m_request;
    QStringList m_paths;
    std::vector<QByteArray> m_bytes;
    std::vector<Result<Prediction>> m_own;
};

TEST_F(ExportExamplesTest, PythonAgreesWithTheApplication)
{
    for (const ExampleCase& c : exampleCases) {
        const QString folder = bundleOf(c);
        expectSameFrom(folder + "/example.py");
    }
    EXPECT_TRUE(python({target("plain/example.py"), "--check"}));
}

/// It shares all but the model with example.py.
TEST_F(ExportExamplesTest, TorchAgreesWithTheApplication)
{
    expectSameFrom(bundleOf(exampleCases.back()) + "/example_torch.py");
}

TEST_F(ExportExamplesTest, CppAgreesWithTheApplication)
{
    const QString program = target("example");
    for (const ExampleCase& c : exampleCases) {
        const QString folder = bundleOf(c);
        if (!QFile::exists(program)) {
            ASSERT_TRUE(outputOf("sh", {"-c",
                                        "g++ -std=c++17 -O1 -Wall -Wextra -Werror \"$0\" -o \"$1\" "
                                        "$(pkg-config --cflags --libs opencv4)",
                                        folder + "/example.cpp", program}));
        }
        const auto output = outputOf(program, QStringList{"--bundle", folder} + m_paths);
        ASSERT_TRUE(output);
        const QList<QByteArray> lines = output->trimmed().split('\n');
        ASSERT_EQ(lines.size(), m_paths.size() * 4);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QList<QByteArray> cells = lines[i].split('\t');
            ASSERT_EQ(cells.size(), 4);
            EXPECT_EQ(QString::fromUtf8(cells[0]), m_paths[i / 4]);
            EXPECT_EQ(QString::fromUtf8(cells[1]), m_request.model.labels[i % 4]);
            expectSame(i / 4, int(i % 4), cells[2].toDouble(), cells[3] == "yes");
        }
    }
}

/// Why the bundle says how to scale: Pillow gives other pixels, and so other scores.
TEST_F(ExportExamplesTest, PillowsScalingIsReported)
{
    const QString folder = bundleOf(exampleCases[0]);
    const auto output = python({folder + "/example.py", "--pillow"});
    ASSERT_TRUE(output);
    const QJsonObject figures = QJsonDocument::fromJson(*output).object();
    EXPECT_EQ(figures["images"].toInt(), 4);
    EXPECT_GT(figures["maxDifference"].toDouble(), allowedScoreDifference);
    EXPECT_LT(figures["maxDifference"].toDouble(), 0.5);
    RecordProperty("pillowDifference", std::to_string(figures["maxDifference"].toDouble()));
}

} // namespace labelwright::tests
