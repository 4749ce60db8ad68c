#include "tests/app/cli_runner.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace labelwright {

namespace {

using tests::CliRun;
using tests::CliRunner;

/// One project with one small network for all tests.
class CliExportTest : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_cli = std::make_unique<CliRunner>();
        const QString zip = s_cli->path("landscapes.zip");
        s_cli->run({"sample", "--to", zip, "--count", "60", "--seed", "2"});
        tests::python({"-m", "zipfile", "-e", zip, s_cli->path("photos")});
        get({"import", zip});
        const QString spec = tests::writeJson(s_cli->path("spec.json"),
                                              tests::smallSpec(get({"advise"})));
        get({"train", "--spec", spec, "--epochs", "2", "--threads", "1", "--precision", "f32"});
    }

    static void TearDownTestSuite() { s_cli.reset(); }

    static QString project() { return s_cli->path("project"); }
    static QJsonObject get(const QStringList& arguments)
    {
        return s_cli->get(project(), arguments);
    }
    static CliRun ask(const QStringList& arguments) { return s_cli->ask(project(), arguments); }

    /// Twenty of the original files.
    static QStringList images()
    {
        const QByteArray found = tests::python(
            {"-c",
             "import json, pathlib, sys; print(json.dumps(sorted(str(p) for p in "
             "pathlib.Path(sys.argv[1]).rglob('*') if p.suffix in ('.jpg', '.png'))[:20]))",
             s_cli->path("photos")});
        QStringList paths;
        for (const QJsonValue& path : QJsonDocument::fromJson(found).array())
            paths.append(path.toString());
        return paths;
    }

    static inline std::unique_ptr<CliRunner> s_cli;
};

} // namespace

TEST_F(CliExportTest, BundleGivesTheSameScoresOnOriginalFiles)
{
    const QString bundle = s_cli->path("bundle");
    const QJsonObject proof =
        get({"export", "--experiment", "1", "--format", "bundle", "--to", bundle});
    EXPECT_EQ(proof["files"].toArray().size(), 2);
    EXPECT_EQ(proof["changedDecisions"].toInt(-1), 0);
    EXPECT_TRUE(ask({"export", "--experiment", "1", "--to", bundle})
                    .error()
                    .contains("--overwrite"));
    const QStringList files = images();
    ASSERT_EQ(files.size(), 20);
    const QJsonArray ours =
        get(QStringList{"predict", "--experiment", "1"} + files)["predictions"].toArray();
    for (const char* example : {"/example.py", "/example_torch.py"}) {
        const QJsonArray theirs =
            QJsonDocument::fromJson(tests::python(QStringList{bundle + example} + files)).array();
        ASSERT_EQ(theirs.size(), ours.size());
        for (int i = 0; i < 20; ++i) {
            EXPECT_EQ(theirs[i]["present"], ours[i]["present"]) << i;
            const QJsonObject scores = ours[i]["scores"].toObject();
            ASSERT_EQ(scores.size(), 8);
            for (auto score = scores.begin(); score != scores.end(); ++score)
                EXPECT_NEAR(theirs[i]["scores"][score.key()].toDouble(-1),
                            score.value().toDouble(), 1e-3);
        }
    }
}

/// What python3-onnx reads of the file, and how far the program found it from itself.
TEST_F(CliExportTest, ExportsEveryFormat)
{
    struct Case
    {
        QStringList options;
        QString path, made; ///< "%1": the only folder there.
    };
    const std::vector<Case> cases{
        {{}, "by ending.onnx", "by ending.onnx"},
        {{"--format", "onnx", "--layout", "nchw", "--input", "float"}, "planes.onnx", "planes.onnx"},
        {{"--format", "onnx", "--fp16"}, "half.onnx", "half.onnx"},
        {{"--format", "torchscript"}, "alone.pt", "alone.pt"},
        {{}, "packed.zip", "packed.zip"},
        {{"--format", "triton"}, "repository", "repository/%1/1/model.onnx"},
        {{"--format", "triton"}, "repository", "repository/%1/2/model.onnx"}};
    for (const Case& c : cases) {
        const QJsonObject proof = get(QStringList{"export", "--experiment", "1", "--to",
                                                  s_cli->path(c.path)} + c.options);
        if (!c.options.contains("--fp16")) {
            EXPECT_EQ(proof["changedDecisions"].toInt(-1), 0);
        }
        EXPECT_LT(proof["maxDifference"].toDouble(1), 0.01);
        EXPECT_GT(proof["images"].toInt(), 0);
        EXPECT_EQ(proof["path"].toString(), s_cli->path(c.path));
        const QStringList models = QDir(s_cli->path(c.path)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        const QString made = QString(c.made).replace("%1", models.value(0));
        EXPECT_TRUE(QFile::exists(s_cli->path(made))) << made.toStdString();
        if (!made.endsWith(".onnx"))
            continue;
        const QByteArray metadata = tests::python(
            {"-c",
             "import json, onnx, sys; m = onnx.load(sys.argv[1]);"
             "onnx.checker.check_model(m, full_check=True);"
             "print(json.dumps({p.key: p.value for p in m.metadata_props}))",
             s_cli->path(made)});
        const QJsonObject values = QJsonDocument::fromJson(metadata).object();
        EXPECT_EQ(values["datasetDigest"].toString().size(), 64);
        EXPECT_EQ(values["program"].toString(), "Labelwright 0.1.0");
    }
}

TEST_F(CliExportTest, ExportsADeployment)
{
    const QJsonObject made = get({"deployment", "create", "--experiment", "1", "--name", "frozen"});
    const QString id = QString::number(made["id"].toInt());
    const QString path = s_cli->path("frozen.onnx");
    const QJsonObject proof = get({"export", "--deployment", id, "--to", path});
    EXPECT_EQ(proof["changedDecisions"].toInt(-1), 0);
    EXPECT_TRUE(QFile::exists(path));
    EXPECT_TRUE(ask({"export", "--deployment", id, "--to", path}).error().contains("--overwrite"));
    EXPECT_EQ(ask({"export", "--deployment", id, "--experiment", "1", "--to", path}).exitCode, 2);
    get({"deployment", "delete", id});
}

} // namespace labelwright
