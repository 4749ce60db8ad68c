#include "tests/app/cli_runner.h"

#include <QJsonArray>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace labelwright {

namespace {

using testing::HasSubstr;
using tests::CliRun;
using tests::CliRunner;

/// One project for all tests: two experiments with networks of different kinds.
class CliExperimentTest : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_cli = std::make_unique<CliRunner>();
        const QString zip = s_cli->path("landscapes.zip");
        s_cli->run({"sample", "--to", zip, "--count", "60", "--seed", "2"});
        s_cli->get(project(), {"import", zip});
        const QJsonObject spec = tests::smallSpec(get({"advise"}));
        QJsonArray plain;
        QJsonArray residual;
        const QJsonArray blocks = spec["spec"]["blocks"].toArray();
        for (const QJsonValue& block : blocks) {
            plain.append(block);
            residual.append(block["block"].toString() == "conv"
                                ? QJsonObject{{"block", "residual"}, {"filters", 8}, {"stride", 2}}
                                : block.toObject());
        }
        train("one", spec, plain);
        train("two", spec, residual);
    }

    static void TearDownTestSuite() { s_cli.reset(); }

    static void train(const QString& name, QJsonObject spec, const QJsonArray& blocks)
    {
        spec.insert("spec", QJsonObject{{"blocks", blocks}});
        const QString file = tests::writeJson(s_cli->path(name + ".json"), spec);
        get({"train", "--spec", file, "--epochs", "2", "--threads", "1", "--precision", "f32",
             "--name", name});
    }

    static QString project() { return s_cli->path("project"); }
    static QJsonObject get(const QStringList& arguments)
    {
        return s_cli->get(project(), arguments);
    }
    static CliRun ask(const QStringList& arguments) { return s_cli->ask(project(), arguments); }
    static std::string said(QStringList arguments)
    {
        return s_cli->run(arguments << "--project" << project()).output.toStdString();
    }

    static inline std::unique_ptr<CliRunner> s_cli;
};

const char* const noExperiment =
    "There is no experiment 99; list the experiments to see which there are.";

} // namespace

TEST_F(CliExperimentTest, ComparesUnderNames)
{
    const std::string text = said({"experiment", "compare", "1", "2"});
    EXPECT_THAT(text, HasSubstr("two against one on test, "));
    EXPECT_THAT(text, HasSubstr("difference (two less one): "));
    EXPECT_THAT(text, HasSubstr("(95 % interval "));
    EXPECT_THAT(text, HasSubstr("network: network of convolutions / small residual network\n"));
    EXPECT_THAT(text, Not(HasSubstr("spec.blocks.2")));
    EXPECT_THAT(said({"experiment", "compare", "1", "1"}),
                HasSubstr("Their settings are the same."));
    EXPECT_EQ(ask({"experiment", "compare", "1", "99"}).error().toStdString(), noExperiment);
}

TEST_F(CliExperimentTest, EditsSayWhatTheyDid)
{
    EXPECT_EQ(get({"experiment", "rename", "2", "other"})["name"].toString(), "other");
    EXPECT_EQ(said({"experiment", "rename", "2", "two"}),
              "The experiment 2 is called 'two' now.\n");
    EXPECT_EQ(ask({"experiment", "rename", "2", " "}).error(),
              "The name of an experiment must not be empty.");
    for (const QStringList& command :
         {QStringList{"experiment", "delete", "99"}, QStringList{"experiment", "show", "99"},
          QStringList{"experiment", "rename", "99", "x"}})
        EXPECT_EQ(ask(command).error().toStdString(), noExperiment);
}

TEST_F(CliExperimentTest, FittedThresholdsShowWhatTheyCost)
{
    const QJsonObject fitted =
        get({"thresholds", "fit", "--goal", "precision", "1", "--experiment", "1"});
    QStringList low;
    for (const QJsonValue& label : fitted["labels"].toArray()) {
        EXPECT_TRUE(label["precision"].isDouble());
        EXPECT_TRUE(label["positives"].isDouble());
        if (label["recall"].toDouble(1) < 0.2)
            low.append(label["name"].toString());
    }
    EXPECT_EQ(fitted["lowRecall"].toArray(), QJsonArray::fromStringList(low));
    const std::string text =
        said({"thresholds", "fit", "--goal", "precision", "1", "--experiment", "1"});
    EXPECT_EQ(text.find("costs nearly all recall") != std::string::npos, !low.isEmpty());
    EXPECT_THAT(text, HasSubstr("positives"));
}

TEST_F(CliExperimentTest, CalibrationSaysWhichThresholdsItReplaced)
{
    get({"thresholds", "set", "--label", "sky", "0.7", "--experiment", "1"});
    EXPECT_THAT(said({"calibrate", "none", "--experiment", "1"}),
                HasSubstr("Thresholds were fitted anew (max-f1); set by hand before: sky 0.70."));
    get({"thresholds", "set", "--label", "sky", "0.25", "--experiment", "1"});
    const QJsonObject calibrated = get({"calibrate", "none", "--experiment", "1"});
    EXPECT_EQ(calibrated["thresholdsFittedAnew"].toString(), "max-f1");
    EXPECT_EQ(calibrated["setByHandBefore"].toArray(),
              QJsonArray({QJsonObject{{"name", "sky"}, {"threshold", 0.25}}}));
    const QJsonObject again = get({"calibrate", "none", "--experiment", "1"});
    EXPECT_TRUE(again["setByHandBefore"].toArray().isEmpty());
}

TEST_F(CliExperimentTest, ExportsOnlyWhatItCan)
{
    EXPECT_THAT(ask({"export", "--to", s_cli->path("x.tflite")}).error().toStdString(),
                HasSubstr("x.tflite looks like a file of another format (.tflite)"));
    EXPECT_THAT(ask({"export", "--format", "onnx", "--to", s_cli->path("x.pt")}).error().toStdString(),
                HasSubstr("name one ending in .onnx"));
    EXPECT_THAT(ask({"export", "--fp16", "--to", s_cli->path("x.zip")}).error().toStdString(),
                HasSubstr("can be chosen for an ONNX file or a Triton repository only"));
    EXPECT_EQ(ask({"resume", "--experiment", "1"}).error().toStdString(),
              "The experiment 1 ('one') is finished (2 epochs): give more with --epochs to go on.");
}

} // namespace labelwright
