#include "tests/app/cli_runner.h"
#include "tests/test_files.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace labelwright {

/// A pretrained backbone on real photos: the exported bundle in Python says what the program says.
TEST(CliBackboneTest, FrozenBackboneGivesTheSameScoresInPython)
{
    const auto photos = tests::testDataFile("aquarium.zip");
    if (!photos)
        GTEST_SKIP() << "aquarium.zip is not in LABELWRIGHT_TEST_DATA";
    const auto weights = tests::backboneFile("mobilenet_v2-*.pth");
    if (!weights)
        GTEST_SKIP() << "mobilenet_v2-*.pth is not in LABELWRIGHT_BACKBONES";
    tests::CliRunner cli;
    cli.setBackboneFolders(QFileInfo(*weights).absolutePath());
    const QString project = cli.path("project");
    cli.get(project, {"import", *photos});
    const QJsonObject run = cli.get(
        project, {"train", "--backbone", "mobilenet_v2", "--regime", "frozen", "--epochs", "3"});
    EXPECT_EQ(run["state"].toString(), "finished");
    const QString bundle = cli.path("bundle");
    EXPECT_EQ(cli.get(project, {"export", "--to", bundle})["changedDecisions"].toInt(-1), 0);

    const QByteArray unpacked = tests::python(
        {"-c",
         "import json, pathlib, sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2]);"
         "print(json.dumps(sorted(str(p) for p in pathlib.Path(sys.argv[2]).rglob('*') "
         "if p.suffix.lower() in ('.jpg', '.jpeg', '.png'))[:60]))",
         *photos, cli.path("photos")});
    QStringList files;
    for (const QJsonValue& file : QJsonDocument::fromJson(unpacked).array())
        files.append(file.toString());
    ASSERT_EQ(files.size(), 60);
    const QJsonArray ours = cli.get(project, QStringList{"predict"} + files)["predictions"].toArray();
    const QJsonArray theirs =
        QJsonDocument::fromJson(tests::python(QStringList{bundle + "/example.py"} + files)).array();
    ASSERT_EQ(ours.size(), 60);
    ASSERT_EQ(theirs.size(), 60);
    for (qsizetype i = 0; i < 60; ++i) {
        const QJsonObject entry = ours[i].toObject();
        const QJsonObject scores = entry["scores"].toObject();
        ASSERT_FALSE(scores.isEmpty());
        EXPECT_EQ(theirs[i]["present"], entry["present"]) << files[i].toStdString();
        for (auto score = scores.begin(); score != scores.end(); ++score)
            EXPECT_NEAR(theirs[i]["scores"][score.key()].toDouble(-1), score.value().toDouble(),
                        1e-3);
    }
}

} // namespace labelwright
