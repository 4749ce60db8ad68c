#include "tests/app/cli_runner.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

#include <cmath>

namespace labelwright {

namespace {

using tests::CliRun;
using tests::CliRunner;

/// Draws landscapes into argv[1]/photos, with a label "rare" that only the first image has, as an
/// index that leaves the choice of subsets to the program.
const char* const addRareLabel = R"(
import csv, os, sys, zipfile
folder = os.path.join(sys.argv[1], 'photos')
zipfile.ZipFile(sys.argv[2]).extractall(folder)
[index] = [f for f in (os.path.join(d, 'index.csv') for d, _, _ in os.walk(folder)) if os.path.exists(f)]
rows = list(csv.reader(open(index, newline='')))
for i, row in enumerate(rows):
    row.append('rare' if i == 0 else '1' if i == 1 else '0')
csv.writer(open(index, 'w', newline='')).writerows(rows)
os.remove(os.path.join(os.path.dirname(index), 'labelwright.json'))  # It does not know the label.
)";

/// One project, made once: 72 landscapes, a feature set, two small networks.
class CliLoopTest : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_cli = std::make_unique<CliRunner>();
        const QString zip = s_cli->path("landscapes.zip");
        s_sample = s_cli->run({"sample", "--to", zip, "--count", "72", "--seed", "2", "--json"});
        tests::python({"-c", QString::fromLatin1(addRareLabel), s_cli->path("."), zip});
        s_import = get({"import", s_cli->path("photos"), "--dataset", "landscapes"});
        s_featureSet = get({"feature-set", "add", "weather", "--labels", "sky,sun,snow"});
        s_spec = tests::smallSpec(get({"advise"}));
        QJsonObject settings = s_spec["settings"].toObject();
        settings.insert("seed", 11);
        s_spec.insert("settings", settings);
        const QString file = tests::writeJson(s_cli->path("spec.json"), s_spec);
        s_training = get(train(file, "2"));
        s_second = get({"train", "--spec", file, "--epochs", "3", "--threads", "1", "--precision",
                        "f32", "--feature-set", "weather", "--name", "two"});
    }

    static void TearDownTestSuite() { s_cli.reset(); }

    static QStringList train(const QString& spec, const QString& epochs)
    {
        return {"train",  "--spec", spec,          "--epochs", epochs, "--threads",
                "1",      "--seed", "3",           "--precision", "f32"};
    }

    static QString project() { return s_cli->path("project"); }
    static QJsonObject get(const QStringList& arguments)
    {
        return s_cli->get(project(), arguments);
    }
    static CliRun ask(const QStringList& arguments) { return s_cli->ask(project(), arguments); }

    /// Some of the original files.
    static QStringList images(int count)
    {
        QStringList paths;
        const QJsonArray names = s_import["subsets"].isObject() ? imageNames() : QJsonArray();
        for (const QJsonValue& name : names)
            if (paths.size() < count)
                paths.append(name.toString());
        return paths;
    }

    static QJsonArray imageNames()
    {
        const QByteArray found = tests::python(
            {"-c",
             "import json, pathlib, sys; print(json.dumps(sorted(str(p) for p in "
             "pathlib.Path(sys.argv[1]).rglob('*') if p.suffix in ('.jpg', '.png'))))",
             s_cli->path("photos")});
        return QJsonDocument::fromJson(found).array();
    }

    static inline std::unique_ptr<CliRunner> s_cli;
    static inline CliRun s_sample;
    static inline QJsonObject s_import, s_featureSet, s_spec, s_training, s_second;
};

bool isNumber(const QJsonValue& value)
{
    return value.isDouble() && std::isfinite(value.toDouble());
}

QJsonObject named(const QJsonArray& entries, const QString& name)
{
    for (const QJsonValue& entry : entries)
        if (entry["name"].toString() == name)
            return entry.toObject();
    ADD_FAILURE() << "nothing is called " << name.toStdString();
    return {};
}

QJsonArray numbersOf(const QJsonObject& prediction, const QStringList& labels)
{
    QJsonArray numbers;
    for (const QString& label : labels)
        numbers.append(prediction["scores"][label]);
    return numbers;
}

QStringList names(const QJsonValue& array)
{
    QStringList result;
    for (const QJsonValue& value : array.toArray())
        result.append(value.toString());
    return result;
}

} // namespace

TEST_F(CliLoopTest, ImportSaysWhatCameIn)
{
    EXPECT_EQ(s_sample.exitCode, 0);
    EXPECT_EQ(s_sample.json()["images"].toInt(), 72);
    EXPECT_EQ(s_import["added"].toInt(), 72);
    EXPECT_EQ(s_import["rejected"].toInt(), 0);
    const QStringList labels = names(s_import["labels"]);
    EXPECT_EQ(labels, QStringList({"sky", "water", "mountain", "tree", "church", "people", "sun",
                                   "snow", "rare"}));
    const QJsonObject listed = get({"dataset", "list"})["datasets"][0].toObject();
    EXPECT_EQ(listed["name"].toString(), "landscapes");
    EXPECT_EQ(listed["samples"].toInt(), 72);
    EXPECT_EQ(listed["pending"].toInt(), 0);
    EXPECT_EQ(listed["problems"].toInt(), 0);
    const QJsonObject shown = get({"dataset", "show", "landscapes"});
    EXPECT_EQ(shown["subsets"], s_import["subsets"]);
    EXPECT_TRUE(shown["unusable"].toArray().isEmpty());
}

TEST_F(CliLoopTest, SubsetsHoldEachImageOnceAndStay)
{
    const QJsonObject table = s_import["subsets"].toObject();
    for (const QJsonValue& label : table["labels"].toArray()) {
        int images = 0;
        for (const char* subset : {"training", "validation", "test"})
            for (const char* kind : {"positives", "negatives", "unknown"})
                images += label[QLatin1String(subset)][QLatin1String(kind)].toInt();
        EXPECT_EQ(images, 72) << label["name"].toString().toStdString();
        const int test = label["test"]["positives"].toInt() + label["test"]["negatives"].toInt();
        EXPECT_GE(test, 5);
        EXPECT_LE(test, 10);
    }
    EXPECT_FALSE(table["empty"].toArray().isEmpty()) << "rare has one positive, in training";
    const QJsonObject again = get({"dataset", "split", "--seed", "99"});
    EXPECT_EQ(again["labels"], table["labels"]) << "no image that has a subset moves";
    EXPECT_EQ(again["assigned"].toInt(-1) + again["moved"].toInt(-1), 0);
    EXPECT_EQ(ask({"dataset", "split", "--shares", "10", "10", "80"}).error(),
              "All samples belong to a subset already; use --resplit to distribute them anew.");
}

TEST_F(CliLoopTest, FeatureSetsAreListed)
{
    const QJsonArray sets = get({"feature-set", "list"})["featureSets"].toArray();
    ASSERT_EQ(sets.size(), 2);
    EXPECT_EQ(names(sets[0]["labels"]), names(s_import["labels"]));
    EXPECT_EQ(sets[1]["name"].toString(), "weather");
    EXPECT_EQ(names(sets[1]["labels"]), QStringList({"sky", "sun", "snow"}));
    EXPECT_EQ(sets[1]["id"], s_featureSet["id"]);
}

TEST_F(CliLoopTest, AdviceGivesItsReasons)
{
    const QJsonObject advice = get({"advise"});
    ASSERT_FALSE(advice["reasons"].toArray().isEmpty());
    for (const QJsonValue& reason : advice["reasons"].toArray()) {
        EXPECT_FALSE(reason["setting"].toString().isEmpty());
        EXPECT_TRUE(reason["reason"].toString().endsWith('.'));
    }
    const QJsonArray blocks = advice["spec"]["blocks"].toArray();
    ASSERT_GE(blocks.size(), 4);
    EXPECT_EQ(blocks.last()["loss"].toString(), "binaryCrossentropy");
    EXPECT_EQ(blocks[blocks.size() - 2]["kind"].toString(), "sigmoid");
    EXPECT_EQ(blocks[blocks.size() - 3]["block"].toString(), "dense");
}

TEST_F(CliLoopTest, ExperimentsKeepWhatTheyWereMadeOf)
{
    const QJsonArray all = get({"experiment", "list"})["experiments"].toArray();
    ASSERT_GE(all.size(), 2);
    const QJsonObject shown = get({"experiment", "show", "1"});
    EXPECT_EQ(shown["state"].toString(), "finished");
    EXPECT_EQ(shown["spec"], s_spec["spec"]);
    EXPECT_EQ(shown["settings"]["epochs"].toInt(), 2) << "the option wins over the file";
    EXPECT_EQ(shown["settings"]["seed"].toInt(), 3);
    EXPECT_EQ(shown["settings"]["batchSize"].toInt(), 16);
    EXPECT_EQ(shown["run"]["threads"].toInt(), 1);
    EXPECT_EQ(names(shown["labels"]), names(s_import["labels"]));
    const QJsonArray epochs = shown["epochReports"].toArray();
    ASSERT_EQ(epochs.size(), 2);
    EXPECT_EQ(epochs, s_training["epochReports"].toArray());
    for (const QJsonValue& epoch : epochs) {
        for (const char* figure : {"trainingLoss", "validationLoss", "validationMap",
                                   "learningRate", "imagesPerSecond", "seconds"})
            EXPECT_TRUE(isNumber(epoch[QLatin1String(figure)])) << figure;
        EXPECT_EQ(epoch["labels"].toArray().size(), 9);
    }
    const QJsonObject second = get({"experiment", "show", "2"});
    EXPECT_EQ(second["name"].toString(), "two");
    EXPECT_EQ(second["settings"]["seed"].toInt(), 11) << "the file's, as none was given";
}

TEST_F(CliLoopTest, ComparesWhatCanBeCompared)
{
    const QString different = ask({"experiment", "compare", "1", "2"}).error();
    EXPECT_TRUE(different.contains("label")) << different.toStdString();
    const QJsonObject same = get({"experiment", "compare", "1", "1"});
    EXPECT_EQ(same["settings"].toArray().size(), 0);
    EXPECT_EQ(same["difference"]["mAP"]["value"].toDouble(-1), 0);
    EXPECT_EQ(same["truthVersion"], get({"experiment", "show", "1"})["version"]);
}

TEST_F(CliLoopTest, EvaluationHasEveryFigure)
{
    const QJsonObject evaluation = get({"evaluate", "--experiment", "1"});
    EXPECT_EQ(evaluation["subset"].toString(), "test");
    EXPECT_EQ(evaluation["checkpoint"].toString(), "best");
    for (const char* figure :
         {"mAP", "macroF1", "microF1", "weightedF1", "samplesF1", "hammingLoss", "subsetAccuracy",
          "coverageError", "rankingLoss", "labelRankingAveragePrecision"})
        EXPECT_TRUE(isNumber(evaluation["overall"][QLatin1String(figure)])) << figure;
    EXPECT_EQ(evaluation["overall"]["coverage"]["mAP"]["of"].toInt(), 9);
    EXPECT_LT(evaluation["overall"]["coverage"]["mAP"]["covered"].toInt(), 9);
    const QJsonArray labels = evaluation["labels"].toArray();
    ASSERT_EQ(labels.size(), 9);
    const int samples = evaluation["samples"].toInt();
    for (const QJsonValue& label : labels) {
        const QJsonObject object = label.toObject();
        for (const char* member :
             {"name", "support", "averagePrecision", "rocAuc", "precision", "recall", "f1",
              "threshold", "truePositive", "falsePositive", "trueNegative", "falseNegative"})
            EXPECT_TRUE(object.contains(QLatin1String(member))) << member;
        EXPECT_EQ(object["truePositive"].toInt() + object["falsePositive"].toInt() +
                      object["trueNegative"].toInt() + object["falseNegative"].toInt(),
                  samples);
        EXPECT_EQ(object["truePositive"].toInt() + object["falseNegative"].toInt(),
                  object["support"].toInt());
    }
    EXPECT_TRUE(isNumber(named(labels, "sky")["averagePrecision"]));
}

TEST_F(CliLoopTest, UndefinedFiguresAreNullWithAReason)
{
    const QJsonObject rare =
        named(get({"evaluate", "--experiment", "1"})["labels"].toArray(), "rare");
    EXPECT_EQ(rare["support"].toInt(-1), 0);
    for (const char* member : {"averagePrecision", "rocAuc", "recall", "f1"})
        EXPECT_TRUE(rare[QLatin1String(member)].isNull()) << member;
    EXPECT_TRUE(isNumber(rare["precision"]));
    EXPECT_FALSE(rare["reason"].toString().isEmpty());
}

TEST_F(CliLoopTest, ThresholdsAndCalibrationAreOneSetUsedEverywhere)
{
    const QStringList second{"--experiment", "2"};
    const QJsonObject fitted = get(QStringList{"thresholds", "fit", "--goal", "precision", "0.9"} +
                                   second);
    EXPECT_TRUE(fitted["thresholds"].toString().startsWith("precision 0.9"));
    get(QStringList{"thresholds", "set", "--label", "sky", "0.25"} + second);
    get(QStringList{"thresholds", "set", "--label", "snow", "1"} + second);
    const QJsonArray shown = get(QStringList{"thresholds", "show"} + second)["labels"].toArray();
    EXPECT_EQ(named(shown, "sky")["threshold"].toDouble(), 0.25);
    EXPECT_EQ(named(shown, "snow")["threshold"].toDouble(), 1);
    const QJsonArray figures = get(QStringList{"evaluate"} + second)["labels"].toArray();
    EXPECT_EQ(named(figures, "sky")["threshold"].toDouble(), 0.25);
    EXPECT_EQ(named(figures, "snow")["truePositive"].toInt(-1), 0);
    EXPECT_EQ(named(figures, "snow")["falsePositive"].toInt(-1), 0);
    const QJsonObject entry =
        get(QStringList{"predict", images(1).value(0)} + second)["predictions"][0].toObject();
    EXPECT_EQ(entry["present"]["sky"].toBool(), entry["scores"]["sky"].toDouble() >= 0.25);
    EXPECT_FALSE(entry["present"]["snow"].toBool(true));

    const QJsonObject platt = get(QStringList{"calibrate", "platt"} + second);
    EXPECT_TRUE(platt["calibration"].toString().startsWith("none ("))
        << "the few validation images have less than ten positives of each label";
    const QJsonObject none = get(QStringList{"calibrate", "none"} + second);
    for (const QJsonValue& label : none["labels"].toArray()) {
        EXPECT_EQ(label["scale"].toDouble(), 1);
        EXPECT_EQ(label["offset"].toDouble(-1), 0);
    }
}

TEST_F(CliLoopTest, ReportShowsCurvesTablesAndMatrices)
{
    const QString html = s_cli->path("report.html");
    const QString csv = s_cli->path("report.csv");
    get({"report", "--experiment", "1", "--to", html, "--csv", csv});
    QFile file(html);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    for (const char* part : {"<svg", "ROC", "onfusion", "mAP", "Hamming", "sky", "rare", "n/a"})
        EXPECT_TRUE(text.contains(QLatin1String(part))) << part;
    EXPECT_FALSE(text.contains("<script src")) << "a report needs nothing from elsewhere";
    QFile table(csv);
    ASSERT_TRUE(table.open(QIODevice::ReadOnly));
    EXPECT_EQ(table.readAll().trimmed().count('\n'), 9);
}

TEST_F(CliLoopTest, PredictsGoodFilesBesideABadOne)
{
    const QString bad = "=1+1.jpg";
    QFile file(s_cli->path(bad));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("no image");
    file.close();
    const QStringList files = images(3) + QStringList{bad};
    const CliRun run = ask(QStringList{"predict", "--experiment", "1"} + files);
    EXPECT_EQ(run.exitCode, 3);
    const QJsonObject document = run.json();
    const QStringList labels = names(document["labels"]);
    const QJsonArray entries = document["predictions"].toArray();
    ASSERT_EQ(entries.size(), 4);
    for (int i = 0; i < 4; ++i) {
        const QJsonObject entry = entries[i].toObject();
        EXPECT_EQ(entry["file"].toString(), files[i]);
        EXPECT_EQ(entry["scores"].toObject().size(), i < 3 ? 9 : 0);
        EXPECT_EQ(entry["present"].toObject().size(), i < 3 ? 9 : 0);
        EXPECT_EQ(entry["error"].toString().endsWith('.'), i == 3);
    }
    const CliRun csv = s_cli->run(
        QStringList{"predict", "--experiment", "1", "--csv", "--project", project()} + files);
    EXPECT_EQ(csv.exitCode, 3);
    const QList<QByteArray> lines = csv.output.trimmed().split('\n');
    ASSERT_EQ(lines.size(), 5);
    EXPECT_EQ(lines[0].split(',').size(), 2 + 2 * 9);
    EXPECT_TRUE(lines[0].startsWith("file,score:sky,"));
    EXPECT_TRUE(lines[4].startsWith("'=1+1.jpg,")) << "no formula for a spreadsheet";
    for (int i = 0; i < 3; ++i)
        for (int label = 0; label < 9; ++label)
            EXPECT_NEAR(lines[i + 1].split(',')[label + 1].toDouble(),
                        numbersOf(entries[i].toObject(), labels)[label].toDouble(), 1e-7);
}

TEST_F(CliLoopTest, ExportedDatasetComesBackTheSame)
{
    const QString zip = s_cli->path("again.zip");
    const QString other = s_cli->path("other");
    get({"dataset", "export", "--dataset", "landscapes", "--to", zip});
    const QJsonObject again = s_cli->get(other, {"import", zip, "--dataset", "landscapes"});
    EXPECT_EQ(again["labels"], s_import["labels"]);
    EXPECT_EQ(again["subsets"], s_import["subsets"]);
    const QString second = s_cli->path("second.zip");
    s_cli->get(other, {"dataset", "export", "--to", second});
    const QByteArray same = tests::python(
        {"-c",
         "import sys, zipfile; a, b = (zipfile.ZipFile(p) for p in sys.argv[1:]); "
         "print(sorted(a.namelist()) == sorted(b.namelist()) and len(a.namelist()) > 72 and "
         "all(a.read(n) == b.read(n) for n in a.namelist()))",
         zip, second});
    EXPECT_EQ(same.trimmed(), "True") << "names, labels, subsets and bytes of every image";

    get({"dataset", "export", "--to", second, "--scores", "--experiment", "1"});
    const QJsonObject scored = s_cli->get(other, {"import", second, "--dataset", "scored"});
    EXPECT_EQ(scored["labels"], s_import["labels"]) << "scores are no labels";
}

} // namespace labelwright
