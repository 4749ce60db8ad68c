#include "core/deployment/export_bundle.h"

#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "core/deployment/bundle_verification.h"
#include "tests/core/deployment/random_model.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cmath>

namespace labelwright {

namespace {

/// Names in the folder, hidden ones too, sorted by code points.
QStringList everythingIn(const QString& folder)
{
    QStringList names =
        QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    names.sort();
    return names;
}

QJsonObject jsonOf(const QString& path)
{
    return QJsonDocument::fromJson(readFile(path).value_or(QByteArray())).object();
}

/// What python3 prints, or nothing when it fails.
std::optional<QByteArray> python(const QStringList& arguments)
{
    QProcess process;
    process.start("/usr/bin/python3", arguments);
    if (!process.waitForFinished(300'000) || process.exitCode() != 0) {
        ADD_FAILURE() << process.readAllStandardError().toStdString();
        return {};
    }
    return process.readAllStandardOutput();
}

bool pythonHasPeers()
{
    static const bool has = [] {
        QProcess process;
        process.start("/usr/bin/python3", {"-c", "import torch, cv2, numpy"});
        return process.waitForFinished(120'000) && process.exitCode() == 0;
    }();
    return has;
}

class ExportBundleTest : public testing::Test
{
protected:
    QTemporaryDir m_models;
    QTemporaryDir m_target;

    BundleRequest request(const QString& backbone = {}, ColorMode color = ColorMode::Rgb,
                          Fit fit = Fit::Stretch)
    {
        BundleRequest request;
        request.model = tests::randomModel(m_models.path(), backbone, color, fit);
        request.title = "Landscapes";
        request.checkpoint = "best, epoch 7";
        request.modelCard = "# Model card\n";
        for (const auto& image : tests::jpegs(20))
            request.validation.push_back({image.name, image.encoded});
        request.threads = 1;
        return request;
    }
    QString target(const QString& name) const { return m_target.filePath(name); }
};

} // namespace

TEST_F(ExportBundleTest, FolderHoldsEverythingAndTheProof)
{
    BundleRequest wanted = request();
    wanted.validation.insert(wanted.validation.begin(), {"broken.jpg", "no image"});
    const auto report = exportTorchScriptBundle(wanted, target("deep/bundle"));
    ASSERT_TRUE(report) << (report.error().summary + " " + report.error().detail).toStdString();
    EXPECT_EQ(report->images, 20U);
    EXPECT_EQ(report->decisions, 80U);
    EXPECT_EQ(report->changedDecisions, 0U);
    EXPECT_LE(report->maxDifference, 1e-4);
    EXPECT_EQ(everythingIn(target("deep")), QStringList{"bundle"});
    EXPECT_EQ(
        everythingIn(target("deep/bundle")),
        (QStringList{"README.md", "example.py", "labels.json", "model-card.md", "model.pt",
                     "preprocessing.json", "samples", "thresholds.json", "verification.json"}));
    EXPECT_EQ(everythingIn(target("deep/bundle/samples")).size(), 5);
    const QJsonObject proof = jsonOf(target("deep/bundle/verification.json"));
    EXPECT_EQ(proof["images"].toInt(), 20);
    EXPECT_EQ(proof["modelSha256"].toString().toLatin1(), *sha256OfFile(report->modelPath));
    EXPECT_EQ(jsonOf(target("deep/bundle/labels.json"))["labels"].toArray().at(3).toString(),
              QString::fromUtf8("Bäume"));
    EXPECT_FLOAT_EQ(
        float(
            jsonOf(target("deep/bundle/thresholds.json"))["thresholds"][2]["threshold"].toDouble()),
        0.62F);
}

TEST_F(ExportBundleTest, ReplacesOnlyWhatItMayReplace)
{
    const BundleRequest wanted = request();
    BundleRequest overwriting = wanted;
    overwriting.overwrite = Overwrite::Yes;
    const QString folder = target("bundle");
    ASSERT_TRUE(QDir().mkpath(folder));
    ASSERT_TRUE(exportTorchScriptBundle(wanted, folder)) << "an empty folder is free";
    const auto refused = exportTorchScriptBundle(wanted, folder + '/');
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().summary.contains("exists already"));
    ASSERT_TRUE(writeFileAtomically(folder + "/old.txt", "old"));
    ASSERT_TRUE(exportTorchScriptBundle(overwriting, folder));
    EXPECT_FALSE(everythingIn(folder).contains("old.txt"));

    ASSERT_TRUE(writeFileAtomically(target("photos/mine.jpg"), "mine"));
    const auto kept = exportTorchScriptBundle(overwriting, target("photos"));
    ASSERT_FALSE(kept);
    EXPECT_TRUE(kept.error().summary.contains("holds other things"));
    EXPECT_EQ(everythingIn(target("photos")), QStringList{"mine.jpg"});
    EXPECT_FALSE(exportTorchScriptBundle(overwriting, target("photos/mine.jpg")));
    EXPECT_EQ(everythingIn(m_target.path()), (QStringList{"bundle", "photos"}));
}

TEST_F(ExportBundleTest, LeavesNothingBehindWhenItFails)
{
    BundleRequest wanted = request();
    wanted.validation = {{"a.jpg", "no image"}};
    EXPECT_FALSE(exportTorchScriptBundle(wanted, target("bundle")));
    wanted = request();
    wanted.model.weightsPath += ".missing";
    EXPECT_FALSE(exportTorchScriptBundle(wanted, target("bundle")));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(exportTorchScriptBundle(request(), target("model.pt"), {}, stop.get_token()));
    EXPECT_TRUE(everythingIn(m_target.path()).isEmpty());
}

TEST_F(ExportBundleTest, NoticesAnExportThatDisagrees)
{
    const BundleRequest wanted = request();
    const auto report = exportTorchScriptBundle(wanted, target("model.pt"));
    ASSERT_TRUE(report);
    const auto service = PredictionService::open(wanted.model, 1);
    ASSERT_TRUE(service);
    auto proof = makeProof(wanted, *service, {});
    ASSERT_TRUE(proof);
    ExportReport figures;
    EXPECT_TRUE(verifyModel(report->path, *proof, service->model(), figures));
    proof->scores[17] += 0.01F;
    EXPECT_FALSE(verifyModel(report->path, *proof, service->model(), figures));
    EXPECT_NEAR(figures.maxDifference, 0.01, 1e-3);
    proof->scores[17] = std::nanf("");
    EXPECT_FALSE(verifyModel(report->path, *proof, service->model(), figures));
}

TEST_F(ExportBundleTest, SingleFileHoldsTheRest)
{
    if (!pythonHasPeers())
        GTEST_SKIP() << "python3-torch, python3-opencv or numpy is not installed";
    const auto report = exportTorchScriptBundle(request(), target("model.pt"));
    ASSERT_TRUE(report) << (report.error().summary + " " + report.error().detail).toStdString();
    EXPECT_EQ(everythingIn(m_target.path()), QStringList{"model.pt"});
    const auto output =
        python({"-c",
                "import sys, json, torch\n"
                "files = {name + '.json': '' for name in ('labels', 'preprocessing', "
                "'thresholds', 'verification')}\n"
                "torch.jit.load(sys.argv[1], _extra_files=files)\n"
                "print(json.dumps({n: json.loads(t) for n, t in files.items()}))",
                report->path});
    ASSERT_TRUE(output);
    const QJsonObject files = QJsonDocument::fromJson(*output).object();
    EXPECT_EQ(files["labels.json"]["labels"].toArray().size(), 4);
    EXPECT_EQ(files["preprocessing.json"]["width"].toInt(), 96);
    EXPECT_EQ(files["verification.json"]["images"].toInt(), 20);
}

/// The bundle's own example, on original files, against the application.
TEST_F(ExportBundleTest, ExampleAgreesWithTheApplication)
{
    if (!pythonHasPeers())
        GTEST_SKIP() << "python3-torch, python3-opencv or numpy is not installed";
    struct Case
    {
        QString name, backbone;
        ColorMode color;
        Fit fit;
    };
    const std::vector<Case> cases{{"plain", "", ColorMode::Rgb, Fit::Stretch},
                                  {"grey", "", ColorMode::Grey, Fit::CenterCrop},
                                  {"letterbox", "mobilenet_v2", ColorMode::Rgb, Fit::Letterbox}};
    const auto images = tests::imagesOfAllKinds();
    for (const Case& c : cases) {
        const BundleRequest wanted = request(c.backbone, c.color, c.fit);
        const auto report = exportTorchScriptBundle(wanted, target(c.name));
        ASSERT_TRUE(report) << (report.error().summary + " " + report.error().detail).toStdString();
        EXPECT_TRUE(python({report->path + "/example.py", "--check"}));
        QStringList arguments{report->path + "/example.py"};
        std::vector<QByteArray> bytes;
        for (const auto& image : images) {
            ASSERT_TRUE(writeFileAtomically(target("images/" + image.name), image.encoded));
            arguments << target("images/" + image.name);
            bytes.push_back(image.encoded);
        }
        const auto service = PredictionService::open(wanted.model, 1);
        const auto own = service->predict(bytes);
        const auto output = python(arguments);
        ASSERT_TRUE(output);
        const QJsonArray peers = QJsonDocument::fromJson(*output).array();
        ASSERT_EQ(std::size_t(peers.size()), images.size());
        for (std::size_t i = 0; i < images.size(); ++i) {
            ASSERT_TRUE(own[i]) << images[i].name.toStdString();
            for (std::size_t label = 0; label < 4; ++label) {
                const QString name = wanted.model.labels[qsizetype(label)];
                const QJsonValue peer = peers.at(qsizetype(i));
                EXPECT_NEAR(peer["scores"][name].toDouble(-1), own[i]->scores[label], 1e-3)
                    << c.name.toStdString() << ' ' << images[i].name.toStdString();
                EXPECT_EQ(peer["present"][name].toBool(), own[i]->present[label]);
            }
        }
    }
}

} // namespace labelwright
