#include "tests/app/cli_runner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QThread>

#include <gtest/gtest.h>

#include <csignal>

namespace labelwright {

namespace {

using tests::CliRunner;

constexpr int epochs = 4;

class CliKillTest : public testing::Test
{
protected:
    void SetUp() override
    {
        const QString zip = m_cli.path("landscapes.zip");
        ASSERT_EQ(m_cli.run({"sample", "--to", zip, "--count", "40", "--seed", "4"}).exitCode, 0);
        for (const char* project : {"whole", "killed"})
            m_cli.get(folder(project), {"import", zip});
        m_spec = tests::writeJson(m_cli.path("spec.json"),
                                  tests::smallSpec(m_cli.get(folder("whole"), {"advise"})));
    }

    [[nodiscard]] QString folder(const char* name) const
    {
        return m_cli.path(QLatin1String(name));
    }

    [[nodiscard]] QStringList train(const char* project) const
    {
        return {"train",     "--spec", m_spec,   "--epochs",    QString::number(epochs),
                "--threads", "1",      "--seed", "5",           "--precision",
                "f32",       "--json", "--project", folder(project)};
    }

    /// SHA-256 of the weights after the last epoch, as the run itself wrote it down; checked
    /// against the file.
    [[nodiscard]] QByteArray lastWeights(const char* project) const
    {
        const QString run = folder(project) + "/runs/1/";
        const QString file = QString("epoch-%1.safetensors").arg(epochs, 4, 10, QChar('0'));
        const QByteArray digest =
            tests::digestsBelow(run).value(file, QByteArray("no " + file.toUtf8()));
        QFile facts(run + "run.json");
        EXPECT_TRUE(facts.open(QIODevice::ReadOnly));
        EXPECT_EQ(QJsonDocument::fromJson(facts.readAll())["last"]["sha256"].toString().toLatin1(),
                  digest);
        return digest;
    }

    CliRunner m_cli;
    QString m_spec;
};

/// Kills a process after a random part of `range` milliseconds; false when it had ended before.
bool killWithin(QProcess& process, qint64 range)
{
    QThread::msleep(static_cast<unsigned long>(
        QRandomGenerator::global()->bounded(static_cast<int>(range) + 1)));
    process.kill();
    process.waitForFinished(-1);
    return process.exitStatus() == QProcess::CrashExit;
}

} // namespace

TEST_F(CliKillTest, KilledAndResumedEndsWithTheSameBytes)
{
    QElapsedTimer clock;
    clock.start();
    ASSERT_EQ(m_cli.run(train("whole")).exitCode, 0);
    const qint64 whole = clock.elapsed();

    int kills = 0;
    QStringList next = train("killed");
    while (kills < 3) {
        const auto process = m_cli.start(next);
        if (!killWithin(*process, whole))
            break;
        ++kills;
        const auto all = m_cli.get(folder("killed"), {"experiment", "list"});
        if (!all["experiments"].toArray().isEmpty())
            next = {"resume", "--json", "--project", folder("killed")};
    }
    // Killed before it was made, there is none; killed after its last epoch, it is finished.
    const auto made = m_cli.get(folder("killed"), {"experiment", "list"});
    if (made["experiments"][0]["state"].toString() != "finished") {
        EXPECT_EQ(m_cli.run(next).exitCode, 0);
    }
    RecordProperty("kills", kills);
    EXPECT_EQ(lastWeights("killed"), lastWeights("whole"));
    const auto shown = m_cli.get(folder("killed"), {"experiment", "show", "1"});
    EXPECT_EQ(shown["state"].toString(), "finished");
    EXPECT_EQ(shown["epochs"].toInt(), epochs);
    EXPECT_EQ(shown["epochReports"].toArray().size(), epochs);
}

TEST_F(CliKillTest, ControlCStopsCleanlyAndResumeGoesOn)
{
    ASSERT_EQ(m_cli.run(train("whole")).exitCode, 0);
    const auto process = m_cli.start(train("killed"));
    // The first stored epoch shows that the run is under way.
    const QString first = folder("killed") + "/runs/1/run.json";
    while (process->state() == QProcess::Running && !QFile::exists(first))
        QThread::msleep(5);
    EXPECT_EQ(::kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
    process->waitForFinished(-1);
    EXPECT_EQ(process->exitStatus(), QProcess::NormalExit);
    if (process->exitCode() != 0) {
        EXPECT_EQ(process->exitCode(), 130);
        EXPECT_EQ(m_cli.get(folder("killed"), {"experiment", "show", "1"})["state"].toString(),
                  "stopped");
        m_cli.get(folder("killed"), {"resume"});
    }
    EXPECT_EQ(lastWeights("killed"), lastWeights("whole"));
}

} // namespace labelwright
