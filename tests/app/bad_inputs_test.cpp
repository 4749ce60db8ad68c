#include "tests/app/bad_commands.h"
#include "tests/core/dataset/bad_inputs.h"
#include "tests/core/dataset/made_files.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

namespace labelwright {

namespace {

using tests::BadCommand;
using tests::CliRun;
using tests::CliRunner;

/// A project with 24 landscapes, which every refused command must leave as it was.
class CliBadInputsTest : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_cli = std::make_unique<CliRunner>();
        const QString zip = s_cli->path("landscapes.zip");
        s_cli->run({"sample", "--to", zip, "--count", "24", "--seed", "4"});
        s_cli->get(project(), {"import", zip});
        s_spec = tests::smallSpec(s_cli->get(project(), {"advise"}));
        s_listed = list();
        s_files = tests::digestsBelow(project());
    }

    static void TearDownTestSuite() { s_cli.reset(); }

    static QString project() { return s_cli->path("project"); }
    static QByteArray list() { return s_cli->ask(project(), {"dataset", "list"}).output; }

    /// Names of files that came, went or are others than before.
    static QStringList changedFiles()
    {
        QHash<QString, QByteArray> now = tests::digestsBelow(project());
        QStringList changed;
        for (auto file = s_files.begin(); file != s_files.end(); ++file)
            if (now.take(file.key()) != file.value())
                changed.append(file.key());
        return changed + now.keys();
    }

    static void expectRefused(const std::vector<BadCommand>& commands)
    {
        for (const BadCommand& command : commands) {
            SCOPED_TRACE(command.name.toStdString());
            const CliRun run = s_cli->ask(project(), command.arguments);
            EXPECT_EQ(run.exitCode, 1);
            EXPECT_EQ(run.error().toStdString(), command.sentence.toStdString());
            EXPECT_EQ(run.json()["error"].toString().toStdString(),
                      command.sentence.toStdString());
            EXPECT_EQ(changedFiles().join(", ").toStdString(), "");
        }
        EXPECT_EQ(list(), s_listed);
    }

    static inline std::unique_ptr<CliRunner> s_cli;
    static inline QJsonObject s_spec;
    static inline QByteArray s_listed;
    static inline QHash<QString, QByteArray> s_files;
};

} // namespace

TEST_F(CliBadInputsTest, DataSets)
{
    std::vector<BadCommand> commands;
    for (const tests::BadInput& input : tests::makeBadInputs(s_cli->path("sources")))
        commands.push_back({QString::fromStdString(input.name),
                            {"import", input.path, "--dataset", "bad"},
                            input.sentence});
    EXPECT_GE(commands.size(), 30U);
    expectRefused(commands);
}

TEST_F(CliBadInputsTest, Weights)
{
    const auto commands = tests::badWeights(s_cli->path("weights"));
    EXPECT_GE(commands.size(), 15U);
    expectRefused(commands);
    EXPECT_FALSE(QDir(s_cli->path("user")).exists() &&
                 !tests::digestsBelow(s_cli->path("user")).isEmpty())
        << "nothing refused is kept";
}

TEST_F(CliBadInputsTest, Specs)
{
    const auto commands = tests::badSpecs(s_cli->path("specs"), s_spec);
    EXPECT_GE(commands.size(), 15U);
    expectRefused(commands);
}

TEST_F(CliBadInputsTest, NamesAndValues)
{
    expectRefused(tests::badNames(s_cli->path(".")));
}

TEST_F(CliBadInputsTest, ProjectFolders)
{
    const QString nowhere = s_cli->path("nowhere");
    const QString empty = tests::makeFolder(s_cli->path("empty"), {});
    const QString text = tests::makeFolder(
        s_cli->path("text"), {{QString("project.sqlite"), QByteArray(5000, 'x')}});
    const std::pair<QString, QString> cases[] = {
        {nowhere, "There is no folder %1; check the path or make a project there."},
        {empty, "The folder %1 holds no Labelwright project: project.sqlite is missing."},
        {text,
         "The project %1 cannot be opened: the project's database is damaged; restore "
         "project.sqlite from a backup."},
    };
    for (const auto& [folder, sentence] : cases)
        for (const char* command : {"list", "split"}) {
            const auto before = tests::digestsBelow(folder);
            const CliRun run = s_cli->ask(folder, {"dataset", QLatin1String(command)});
            EXPECT_EQ(run.exitCode, 1);
            EXPECT_EQ(run.error().toStdString(), QString(sentence).arg(folder).toStdString());
            EXPECT_EQ(tests::digestsBelow(folder), before) << command;
        }
    EXPECT_FALSE(QDir(nowhere).exists());
}

TEST_F(CliBadInputsTest, DamagedCheckpointIsNotUsed)
{
    const QString other = s_cli->path("other");
    s_cli->get(other, {"import", s_cli->path("landscapes.zip")});
    const QString spec = tests::writeJson(s_cli->path("good.json"), s_spec);
    s_cli->get(other, {"train", "--spec", spec, "--epochs", "1", "--threads", "1", "--precision",
                       "f32"});
    const QString weights = other + "/runs/1/epoch-0001.safetensors";
    QFile file(weights);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    QByteArray content = file.readAll();
    content[content.size() - 3] = static_cast<char>(content[content.size() - 3] ^ 1);
    file.seek(0);
    file.write(content);
    file.close();
    const QString sentence = QString("The weights file %1 is damaged: its SHA-256 is not the one "
                                     "that was recorded; use another checkpoint.")
                                 .arg(weights);
    for (const QStringList& command :
         {QStringList{"evaluate"}, QStringList{"predict", s_cli->path("weights.png")},
          QStringList{"export", "--to", s_cli->path("bundle")}}) {
        tests::makeFolder(s_cli->path("."), {{QString("weights.png"), tests::pngImage(1)}});
        const CliRun run = s_cli->ask(other, command);
        EXPECT_EQ(run.exitCode, 1) << command.first().toStdString();
        EXPECT_EQ(run.error().toStdString(), sentence.toStdString());
    }
    EXPECT_FALSE(QFile::exists(s_cli->path("bundle")));
}

} // namespace labelwright
