#include "tests/app/cli_runner.h"

#include <QFileInfo>

#include <gtest/gtest.h>

namespace labelwright {

namespace {

using tests::CliRun;
using tests::CliRunner;

class CliUsageTest : public testing::Test
{
protected:
    CliRunner m_cli;
};

} // namespace

TEST_F(CliUsageTest, WrongUsageExitsWithTwo)
{
    const std::vector<QStringList> wrong{
        {},
        {"frobnicate"},
        {"dataset"},
        {"import"},
        {"predict"},
        {"predict", "x.jpg", "--nope"},
        {"train", "--epochs", "many"},
        {"train", "--epochs", "0"},
        {"train", "--regime", "warm"},
        {"train", "--precision", "f16"},
        {"evaluate", "--subset", "all"},
        {"thresholds", "set", "1.5", "--all"},
        {"sample", "--to", m_cli.path("x.zip"), "--count", "0"},
        {"import", "x", "--dataset", "a", "--into", "b"},
        {"dataset", "export", "a", "--dataset", "b", "--to", "c.zip"},
    };
    for (const QStringList& arguments : wrong) {
        const CliRun run = m_cli.run(arguments);
        EXPECT_EQ(run.exitCode, 2) << arguments.join(' ').toStdString();
        EXPECT_FALSE(run.error().isEmpty()) << arguments.join(' ').toStdString();
        EXPECT_TRUE(run.output.isEmpty()) << run.output.toStdString();
    }
}

TEST_F(CliUsageTest, NamesTheCommandThatThereIsNot)
{
    EXPECT_EQ(m_cli.run({"frobnicate"}).error().toStdString(),
              "There is no command 'frobnicate' (see `labelwright-cli --help`)");
    EXPECT_EQ(m_cli.run({"dataset", "shuffle"}).error().toStdString(),
              "There is no command 'shuffle' (see `labelwright-cli dataset --help`)");
}

TEST_F(CliUsageTest, NamesTheOptionThatThereIsNotFirst)
{
    const std::pair<QStringList, const char*> cases[] = {
        {{"predict", "--nope"},
         "--nope is no option of `labelwright-cli predict` (see `labelwright-cli predict --help`)"},
        {{"train", "--epoch", "3"},
         "--epoch is no option of `labelwright-cli train`; did you mean --epochs? (see "
         "`labelwright-cli train --help`)"},
        {{"dataset", "split", "--tset-where=a = b"},
         "--tset-where is no option of `labelwright-cli dataset split`; did you mean --test-where? "
         "(see `labelwright-cli dataset split --help`)"},
        {{"evaluate", "--experiment", "cc"},
         "--experiment: must be a whole number, not 'cc'; see `experiment list` (see "
         "`labelwright-cli evaluate --help`)"},
        {{"serve", "--port", "70000"},
         "--port: must be from 0 to 65535, not '70000' (see `labelwright-cli serve --help`)"},
    };
    for (const auto& [arguments, sentence] : cases) {
        const CliRun run = m_cli.run(arguments);
        EXPECT_EQ(run.exitCode, 2);
        EXPECT_EQ(run.error().toStdString(), sentence);
    }
}

TEST_F(CliUsageTest, OutputIsOneForm)
{
    const CliRun run = m_cli.run({"predict", "x.jpg", "--csv", "--json"});
    EXPECT_EQ(run.exitCode, 2);
    EXPECT_TRUE(run.json()["error"].toString().contains("--csv"));
}

TEST_F(CliUsageTest, AReportNeedsAFile)
{
    EXPECT_EQ(m_cli.run({"report", "--to", m_cli.path(".")}).error(),
              m_cli.path(".") + " is a folder; name a file.");
}

TEST_F(CliUsageTest, AFailedFirstImportLeavesNoProjectBehind)
{
    const QString project = m_cli.path("fresh");
    EXPECT_EQ(m_cli.ask(project, {"import", m_cli.path("nowhere.zip")}).exitCode, 1);
    EXPECT_FALSE(QFileInfo::exists(project));
}

TEST_F(CliUsageTest, RejectsThatCannotBeSavedStopTheImportFirst)
{
    const QString zip = m_cli.path("few.zip");
    ASSERT_EQ(m_cli.run({"sample", "--to", zip, "--count", "4"}).exitCode, 0);
    const QString project = m_cli.path("fresh");
    const QString rejects = m_cli.path("no/such/folder/rejects.csv");
    EXPECT_TRUE(m_cli.ask(project, {"import", zip, "--rejects", rejects}).error().contains(rejects));
    EXPECT_FALSE(QFileInfo::exists(project));
}

TEST_F(CliUsageTest, EveryCommandExplainsItself)
{
    const std::vector<QStringList> commands{
        {},
        {"import"}, {"sample"}, {"dataset"}, {"dataset", "list"}, {"dataset", "show"},
        {"dataset", "split"}, {"dataset", "export"}, {"feature-set", "list"},
        {"feature-set", "add"}, {"advise"}, {"backbone", "list"}, {"backbone", "add"},
        {"backbone", "download"}, {"train"}, {"resume"}, {"experiment", "list"},
        {"experiment", "show"}, {"experiment", "compare"}, {"evaluate"}, {"thresholds", "fit"},
        {"thresholds", "set"}, {"thresholds", "show"}, {"calibrate"}, {"report"}, {"predict"},
        {"export"}, {"serve"}, {"deployment"}, {"deployment", "create"}, {"deployment", "list"},
        {"deployment", "enable"}, {"deployment", "disable"}, {"deployment", "rename"},
        {"deployment", "names"}, {"deployment", "delete"}, {"deployment", "token"},
        {"deployment", "tokens"}, {"deployment", "revoke"}, {"deployment", "public"},
        {"deployment", "log"}};
    for (const QStringList& command : commands) {
        const CliRun run = m_cli.run(command + QStringList{"--help"});
        EXPECT_EQ(run.exitCode, 0) << command.join(' ').toStdString();
        EXPECT_TRUE(run.errors.isEmpty()) << run.errors.toStdString();
        const bool hasOptions = run.output.contains("--json") && run.output.contains("--project");
        EXPECT_TRUE(command.isEmpty() ? run.output.contains("Exit codes") : hasOptions)
            << command.join(' ').toStdString();
    }
}

} // namespace labelwright
