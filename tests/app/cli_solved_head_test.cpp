#include "tests/app/cli_runner.h"
#include "tests/test_files.h"

#include <QFileInfo>
#include <QJsonArray>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>

namespace labelwright {

namespace {

using testing::HasSubstr;
using testing::Not;

/// Landscapes and a small backbone.
class CliSolvedHeadTest : public testing::Test
{
protected:
    void SetUp() override
    {
        const auto weights = tests::backboneFile("squeezenet1_1-*.pth");
        if (!weights)
            GTEST_SKIP() << "squeezenet1_1-*.pth is not in LABELWRIGHT_BACKBONES";
        m_cli.setBackboneFolders(QFileInfo(*weights).absolutePath());
        m_cli.run({"sample", "--to", m_cli.path("s.zip"), "--count", "48", "--seed", "2"});
        m_cli.get(project(), {"import", m_cli.path("s.zip")});
    }

    [[nodiscard]] QString project() const { return m_cli.path("project"); }

    static QStringList withBackbone(const QString& command, const QString& regime)
    {
        return {command, "--backbone", "squeezenet1_1", "--regime", regime};
    }

    tests::CliRunner m_cli;
};

} // namespace

TEST_F(CliSolvedHeadTest, SettingsWithoutEffectAreSaidAndDoNotShortenThePath)
{
    const tests::CliRun run = m_cli.ask(
        project(), withBackbone("train", "frozen") << "--epochs" << "1" << "--rate" << "0.1");
    EXPECT_EQ(run.exitCode, 0);
    EXPECT_GT(run.json()["epochs"].toInt(), 3);
    const std::string told = run.errors.toStdString();
    EXPECT_THAT(told, HasSubstr("! --epochs, --rate have no effect: the head is solved exactly by "
                                "logistic regression.\n"));
    EXPECT_THAT(told, HasSubstr("Measuring which precision is faster …\n"));
    EXPECT_THAT(told, HasSubstr("epoch  1/13"));
    const std::string finished = "The experiment 1 ('experiment 1') is finished: its head is solved "
                                 "exactly, so more epochs change nothing.";
    EXPECT_EQ(m_cli.ask(project(), {"resume"}).error().toStdString(), finished);
    EXPECT_EQ(m_cli.ask(project(), {"resume", "--epochs", "99"}).error().toStdString(), finished);
    const std::string shown =
        m_cli.run({"experiment", "show", "--project", project()}).output.toStdString();
    EXPECT_THAT(shown, HasSubstr("Head: Solved exactly by logistic regression"));
    for (const char* setting : {"Batch size", "Learning rate", "Schedule", "images/s"})
        EXPECT_THAT(shown, Not(HasSubstr(setting)));
}

TEST_F(CliSolvedHeadTest, FindsARateOnlyWhereThereIsOne)
{
    EXPECT_EQ(m_cli.ask(project(), withBackbone("find-rate", "frozen")).error(),
              "A learning rate is not applicable: the head is solved exactly by logistic "
              "regression.");
    const QJsonObject found = m_cli.get(project(), {"find-rate", "--backbone", "none"});
    EXPECT_FALSE(found["points"].toArray().isEmpty());
    EXPECT_TRUE(found.contains("suggested"));
}

TEST_F(CliSolvedHeadTest, AStoppedRunSaysHowToGoOn)
{
    const auto process =
        m_cli.start(withBackbone("train", "fine-tune") << "--project" << project());
    QByteArray told;
    process->setReadChannel(QProcess::StandardError);
    while (!told.contains("Preparing images") && process->waitForReadyRead(60'000))
        told += process->readAllStandardError();
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    ASSERT_TRUE(process->waitForFinished(60'000));
    told += process->readAllStandardOutput();
    EXPECT_THAT(told.toStdString(), HasSubstr("Stopped before the first epoch ended: go on with "
                                              "`labelwright-cli resume --experiment 1`"));
    EXPECT_EQ(m_cli.ask(project(), {"evaluate"}).error(),
              "Experiment 1 (experiment 1) was stopped before its first checkpoint: go on with "
              "`labelwright-cli resume --experiment 1`, or choose another with --experiment N.");
}

} // namespace labelwright
