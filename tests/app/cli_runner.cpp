#include "tests/app/cli_runner.h"

#include "core/base/digest.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

/// Longer than any command here takes on a busy machine.
constexpr int limitMs = 900'000;

} // namespace

QJsonObject CliRun::json() const
{
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(output, &problem);
    EXPECT_TRUE(document.isObject())
        << problem.errorString().toStdString() << '\n' << output.toStdString()
        << errors.toStdString();
    return document.object();
}

QString CliRun::error() const
{
    const QString text = QString::fromUtf8(errors);
    const bool isOneLine = text.startsWith(QStringLiteral("error: ")) && text.count('\n') == 1 &&
                           text.endsWith('\n') && text.size() > 8;
    EXPECT_TRUE(isOneLine) << "not one line 'error: …': " << errors.toStdString();
    return isOneLine ? text.mid(7).chopped(1) : QString();
}

CliRunner::CliRunner()
    : m_environment(QProcessEnvironment::systemEnvironment())
{
    EXPECT_TRUE(m_folder.isValid());
    m_environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder.filePath("user"));
    m_environment.remove(QStringLiteral("LABELWRIGHT_BACKBONES"));
}

void CliRunner::setBackboneFolders(const QString& folders)
{
    m_environment.insert(QStringLiteral("LABELWRIGHT_BACKBONES"), folders);
}

CliRun CliRunner::run(const QStringList& arguments) const
{
    const std::unique_ptr<QProcess> process = start(arguments);
    CliRun run;
    if (process->waitForFinished(limitMs) && process->exitStatus() == QProcess::NormalExit)
        run.exitCode = process->exitCode();
    else
        ADD_FAILURE() << arguments.join(' ').toStdString() << ": did not end by itself";
    run.output = process->readAllStandardOutput();
    run.errors = process->readAllStandardError();
    return run;
}

CliRun CliRunner::ask(const QString& project, QStringList arguments) const
{
    arguments << QStringLiteral("--project") << project << QStringLiteral("--json");
    return run(arguments);
}

QJsonObject CliRunner::get(const QString& project, const QStringList& arguments) const
{
    const CliRun done = ask(project, arguments);
    EXPECT_EQ(done.exitCode, 0) << arguments.join(' ').toStdString() << '\n'
                                << done.errors.toStdString();
    return done.json();
}

std::unique_ptr<QProcess> CliRunner::start(const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_folder.path());
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(QStringLiteral(LABELWRIGHT_CLI), arguments);
    EXPECT_TRUE(process->waitForStarted(limitMs));
    return process;
}

QByteArray python(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral("/usr/bin/python3"), arguments);
    const bool isDone = process.waitForFinished(limitMs) && process.exitCode() == 0;
    EXPECT_TRUE(isDone) << process.readAllStandardError().toStdString();
    return isDone ? process.readAllStandardOutput() : QByteArray();
}

QJsonObject smallSpec(const QJsonObject& advice)
{
    QJsonObject settings = advice["settings"].toObject();
    settings.insert("epochs", 30);
    settings.insert("batchSize", 16);
    const QJsonArray advised = advice["spec"]["blocks"].toArray();
    QJsonObject input = advised.first().toObject();
    QJsonObject preprocessing = input["preprocessing"].toObject();
    preprocessing.insert("width", 48);
    preprocessing.insert("height", 48);
    input.insert("preprocessing", preprocessing);
    QJsonArray blocks{input, QJsonObject{{"block", "conv"},
                                         {"filters", 8},
                                         {"kernel", 3},
                                         {"stride", 2},
                                         {"batchNorm", true}}};
    for (const QJsonValue& block : advised) {
        const QString kind = block["block"].toString();
        if (kind != "input" && kind != "conv" && kind != "residual")
            blocks.append(block);
    }
    return {{"settings", settings}, {"spec", QJsonObject{{"blocks", blocks}}}};
}

QString writeJson(const QString& path, const QJsonObject& object)
{
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly)) << path.toStdString();
    file.write(QJsonDocument(object).toJson());
    return path;
}

QHash<QString, QByteArray> digestsBelow(const QString& folder)
{
    QHash<QString, QByteArray> digests;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const bool isState = path.endsWith("-wal") || path.endsWith("-shm") ||
                             path.endsWith("/project.lock");
        if (!isState)
            digests.insert(QDir(folder).relativeFilePath(path),
                           sha256OfFile(path).value_or(QByteArray()));
    }
    return digests;
}

} // namespace labelwright::tests
