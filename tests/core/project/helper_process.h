#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace labelwright::tests {

/// Starts project_test_helper (see helper/main.cpp for its jobs).
inline void startHelper(QProcess& process, const QStringList& arguments)
{
    process.start(QStringLiteral(LABELWRIGHT_PROJECT_HELPER), arguments);
    process.waitForStarted();
}

/// Reads up to the next line's end; empty when the process ends before.
inline QString nextLine(QProcess& process)
{
    while (!process.canReadLine() && process.waitForReadyRead(60'000)) {
    }
    return QString::fromUtf8(process.readLine()).trimmed();
}

/// Runs a job to its end and returns its first line: "ok" or "error: …".
inline QString runHelper(const QStringList& arguments)
{
    QProcess process;
    startHelper(process, arguments);
    const QString line = nextLine(process);
    process.waitForFinished(60'000);
    return line;
}

} // namespace labelwright::tests
