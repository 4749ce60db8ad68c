#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace labelwright::tests {

/// What one run of the command line program left behind.
struct CliRun
{
    int exitCode = -1; ///< −1: it did not end by itself.
    QByteArray output;
    QByteArray errors;

    /// The one document on stdout; empty, with a failure of the test, when stdout holds anything
    /// else.
    [[nodiscard]] QJsonObject json() const;

    /// The sentence of the one line `error: …` on stderr; empty, with a failure of the test, when
    /// stderr holds anything else.
    [[nodiscard]] QString error() const;
};

/// Runs the real labelwright-cli in a temporary folder of its own, which is its user data folder
/// too, so that neither weights nor settings of the user play a part.
class CliRunner
{
public:
    CliRunner();

    /// A path below the temporary folder.
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    /// Folders with backbone weights for the runs to come; none at first.
    void setBackboneFolders(const QString& folders);

    CliRun run(const QStringList& arguments) const;

    /// `run` with --project and --json.
    [[nodiscard]] CliRun ask(const QString& project, QStringList arguments) const;

    /// `ask` that must exit with 0; its document.
    QJsonObject get(const QString& project, const QStringList& arguments) const;

    /// A started process, to be killed.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList& arguments) const;

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

/// Runs the system's python3 on a script; its stdout, or nothing, with a failure of the test, when
/// it fails.
QByteArray python(const QStringList& arguments);

/// The members of an object that a test changes in a spec file: settings first, then a small
/// network on 48×48 pixels which trains in a second.
QJsonObject smallSpec(const QJsonObject& advice);

/// Writes a JSON file and returns its path.
QString writeJson(const QString& path, const QJsonObject& object);

/// SHA-256 of every file below a folder, without what SQLite keeps beside its database and without
/// the lock, which names the process that wrote last.
QHash<QString, QByteArray> digestsBelow(const QString& folder);

} // namespace labelwright::tests
