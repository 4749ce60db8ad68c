#include "core/deployment/export_bundle.h"

#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "tests/core/deployment/export_fixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace labelwright::tests {

using ExportBundleTest = ExportFixture;

TEST_F(ExportBundleTest, FolderHoldsEverythingAndTheProof)
{
    BundleRequest wanted = request();
    wanted.validation.insert(wanted.validation.begin(), {"broken.jpg", "no image"});
    wanted.data = {"photos", 3, "abc"};
    const auto report = exportModel(wanted, {target("deep/bundle")});
    ASSERT_TRUE(report) << reasonOf(report);
    EXPECT_EQ(report->images, 20U);
    EXPECT_EQ(report->decisions, 80U);
    EXPECT_EQ(report->changedDecisions, 0U);
    EXPECT_LE(report->maxDifference, 1e-4);
    EXPECT_EQ(everythingIn(target("deep")), QStringList{"bundle"});
    EXPECT_EQ(everythingIn(report->path),
              (QStringList{"README.md", "example.cpp", "example.py", "example_torch.py",
                           "labels.json", "model-card.md", "model.onnx", "model.pt", "origin.json",
                           "preprocessing.json", "samples", "thresholds.json",
                           "verification.json"}));
    EXPECT_EQ(everythingIn(report->path + "/samples").size(), 5);
    const QJsonObject proof = jsonOf(report->path + "/verification.json");
    EXPECT_EQ(proof["images"].toInt(), 20);
    ASSERT_EQ(proof["files"].toArray().size(), 2);
    for (const QJsonValue& file : proof["files"].toArray()) {
        EXPECT_EQ(file["sha256"].toString().toLatin1(),
                  *sha256OfFile(report->path + '/' + file["file"].toString()));
        EXPECT_EQ(file["largestBatch"].toInt(), 20);
        EXPECT_EQ(file["changedDecisions"].toInt(-1), 0);
    }
    EXPECT_EQ(jsonOf(report->path + "/labels.json")["labels"].toArray().at(3).toString(),
              QString::fromUtf8("Bäume"));
    EXPECT_FLOAT_EQ(
        float(jsonOf(report->path + "/thresholds.json")["thresholds"][2]["threshold"].toDouble()),
        0.62F);
    const QJsonObject origin = jsonOf(report->path + "/origin.json");
    EXPECT_EQ(origin["modelVersion"].toString().toLatin1(), *sha256OfFile(wanted.model.weightsPath));
    EXPECT_EQ(origin["datasetVersion"].toString(), "3");
}

TEST_F(ExportBundleTest, ZipHoldsTheSameFolder)
{
    const auto report = exportModel(request(), {target("my model.zip")});
    ASSERT_TRUE(report) << reasonOf(report);
    EXPECT_EQ(everythingIn(m_target.path()), QStringList{"my model.zip"});
    const auto run = python({"-c",
                             "import sys, zipfile\n"
                             "z = zipfile.ZipFile(sys.argv[1])\n"
                             "assert z.testzip() is None\n"
                             "z.extractall(sys.argv[2])\n",
                             report->path, target("unpacked")});
    ASSERT_TRUE(run);
    EXPECT_EQ(everythingIn(target("unpacked")), QStringList{"my model"});
    EXPECT_EQ(everythingIn(target("unpacked/my model")).size(), 13);
    EXPECT_TRUE(python({target("unpacked/my model/example.py"), "--check"}));
}

TEST_F(ExportBundleTest, ReplacesOnlyWhatItMayReplace)
{
    const BundleRequest wanted = request();
    const auto overwriting = [](const QString& path) {
        return ExportTarget{path, ExportFormat::Bundle, {}, Overwrite::Yes};
    };
    const QString folder = target("bundle");
    ASSERT_TRUE(QDir().mkpath(folder));
    ASSERT_TRUE(exportModel(wanted, {folder})) << "an empty folder is free";
    const auto refused = exportModel(wanted, {folder + '/'});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().summary.contains("exists already"));
    ASSERT_TRUE(writeFileAtomically(folder + "/old.txt", "old"));
    ASSERT_TRUE(exportModel(wanted, overwriting(folder)));
    EXPECT_FALSE(everythingIn(folder).contains("old.txt"));

    ASSERT_TRUE(writeFileAtomically(target("photos/mine.jpg"), "mine"));
    const auto kept = exportModel(wanted, overwriting(target("photos")));
    ASSERT_FALSE(kept);
    EXPECT_TRUE(kept.error().summary.contains("holds other things"));
    EXPECT_EQ(everythingIn(target("photos")), QStringList{"mine.jpg"});
    EXPECT_FALSE(exportModel(wanted, overwriting(target("photos/mine.jpg"))));
    EXPECT_EQ(everythingIn(m_target.path()), (QStringList{"bundle", "photos"}));
}

TEST_F(ExportBundleTest, RefusesWhatPathAndFormatDoNotAgreeOn)
{
    OnnxOptions planes;
    planes.layout = OnnxLayout::Nchw;
    struct Case
    {
        ExportTarget target;
        QString says;
    };
    const std::vector<Case> cases{
        {{target("m.onnx"), ExportFormat::TorchScript}, "ending in .pt"},
        {{target("m.pt"), ExportFormat::Onnx}, "ending in .onnx"},
        {{target("m"), ExportFormat::Onnx}, "ending in .onnx"},
        {{target("m.pt"), ExportFormat::Bundle}, "name a folder"},
        {{target("m.onnx"), ExportFormat::Triton}, "name a folder"},
        {{target("m.tflite"), ExportFormat::Bundle}, "another format (.tflite)"},
        {{target("m"), ExportFormat::Bundle, planes}, "can be chosen for an ONNX file"},
        {{target("m.pt"), ExportFormat::TorchScript, planes}, "can be chosen for an ONNX file"}};
    const BundleRequest wanted = request();
    for (const Case& c : cases) {
        const auto refused = exportModel(wanted, c.target);
        ASSERT_FALSE(refused);
        EXPECT_TRUE(refused.error().summary.contains(c.says))
            << refused.error().summary.toStdString();
    }
    EXPECT_TRUE(everythingIn(m_target.path()).isEmpty());
}

TEST_F(ExportBundleTest, LeavesNothingBehindWhenItFails)
{
    BundleRequest wanted = request();
    wanted.validation = {{"a.jpg", "no image"}};
    EXPECT_FALSE(exportModel(wanted, {target("bundle")}));
    wanted = request();
    wanted.model.weightsPath += ".missing";
    EXPECT_FALSE(exportModel(wanted, {target("bundle.zip")}));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(exportModel(request(), {target("model.pt"), ExportFormat::TorchScript}, {},
                             stop.get_token()));
    EXPECT_TRUE(everythingIn(m_target.path()).isEmpty());
}

TEST_F(ExportBundleTest, SingleTorchScriptFileHoldsTheRest)
{
    if (!pythonHasPeers())
        GTEST_SKIP() << "python3-torch, python3-opencv, numpy or PIL is not installed";
    const auto report = exportModel(request(), {target("model.pt"), ExportFormat::TorchScript});
    ASSERT_TRUE(report) << reasonOf(report);
    EXPECT_EQ(everythingIn(m_target.path()), QStringList{"model.pt"});
    const auto output =
        python({"-c",
                "import sys, json, torch\n"
                "files = {name + '.json': '' for name in ('labels', 'preprocessing', "
                "'thresholds', 'origin', 'verification')}\n"
                "torch.jit.load(sys.argv[1], _extra_files=files)\n"
                "print(json.dumps({n: json.loads(t) for n, t in files.items()}))",
                report->path});
    ASSERT_TRUE(output);
    const QJsonObject files = QJsonDocument::fromJson(*output).object();
    EXPECT_EQ(files["labels.json"]["labels"].toArray().size(), 4);
    EXPECT_EQ(files["preprocessing.json"]["width"].toInt(), 96);
    EXPECT_EQ(files["origin.json"]["title"].toString(), "Landscapes");
    EXPECT_EQ(files["verification.json"]["images"].toInt(), 20);
}

/// Every choice, checked by python3-onnx, with its metadata.
TEST_F(ExportBundleTest, SingleOnnxFileHoldsTheRest)
{
    BundleRequest wanted = request();
    wanted.data = {"photos", 3, "abc"};
    const std::vector<OnnxOptions> choices{
        {},
        {OnnxInput::Float, OnnxLayout::Nchw, OnnxPrecision::F32},
        {OnnxInput::Uint8, OnnxLayout::Nhwc, OnnxPrecision::F16}};
    for (const OnnxOptions& choice : choices) {
        const bool isHalf = choice.precision == OnnxPrecision::F16;
        const auto report =
            exportModel(wanted, {target("m.onnx"), ExportFormat::Onnx, choice, Overwrite::Yes});
        ASSERT_TRUE(report) << reasonOf(report);
        EXPECT_EQ(report->models[0].remark.isEmpty(), !isHalf);
        EXPECT_LE(report->maxDifference, isHalf ? allowedHalfDifference : allowedScoreDifference);
        EXPECT_EQ(everythingIn(m_target.path()), QStringList{"m.onnx"});
        const auto output = python({"-c",
                                    "import sys, json, onnx\n"
                                    "m = onnx.load(sys.argv[1])\n"
                                    "onnx.checker.check_model(m, full_check=True)\n"
                                    "print(json.dumps({p.key: p.value for p in "
                                    "m.metadata_props}))",
                                    report->path});
        ASSERT_TRUE(output);
        const QJsonObject files = QJsonDocument::fromJson(*output).object();
        const auto valueOf = [&](const char* name) {
            return QJsonDocument::fromJson(files[name].toString().toUtf8());
        };
        EXPECT_EQ(valueOf("labels")["labels"].toArray().size(), 4);
        EXPECT_EQ(valueOf("preprocessing")["width"].toInt(), 96);
        EXPECT_EQ(valueOf("thresholds")["thresholds"].toArray().size(), 4);
        EXPECT_EQ(valueOf("verification")["images"].toInt(), 20);
        EXPECT_EQ(files["datasetDigest"].toString(), "abc");
        EXPECT_EQ(files["modelVersion"].toString().size(), 64);
    }
}

} // namespace labelwright::tests
