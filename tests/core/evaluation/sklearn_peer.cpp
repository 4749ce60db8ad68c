#include "tests/core/evaluation/sklearn_peer.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

constexpr const char* python = "/usr/bin/python3";

bool hasSklearn()
{
    QProcess process;
    process.start(python, {QStringLiteral("-c"), QStringLiteral("import sklearn.calibration")});
    return process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit
           && process.exitCode() == 0;
}

QJsonObject toJson(const PeerCase& peerCase)
{
    QJsonArray scores;
    for (float score : peerCase.scores)
        scores.append(double{score});
    QJsonArray truth;
    for (Annotation value : peerCase.truth)
        truth.append(static_cast<int>(value));
    QJsonArray thresholds;
    for (float threshold : peerCase.thresholds)
        thresholds.append(double{threshold});
    return {{QStringLiteral("labels"), static_cast<int>(peerCase.labels)},
            {QStringLiteral("scores"), scores},
            {QStringLiteral("truth"), truth},
            {QStringLiteral("thresholds"), thresholds}};
}

} // namespace

std::optional<QJsonArray> askSklearn(const std::vector<PeerCase>& cases)
{
    if (!hasSklearn())
        return std::nullopt;
    QJsonArray input;
    for (const PeerCase& peerCase : cases)
        input.append(toJson(peerCase));
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("cases.json")));
    if (!file.open(QIODevice::WriteOnly))
        return QJsonArray();
    file.write(QJsonDocument(input).toJson(QJsonDocument::Compact));
    file.close();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(python, {QStringLiteral(LABELWRIGHT_SOURCE_DIR
                                          "/tests/core/evaluation/sklearn_peer.py"),
                           file.fileName(), folder.filePath(QStringLiteral("figures.json"))});
    process.waitForFinished(300'000);
    QFile output(folder.filePath(QStringLiteral("figures.json")));
    if (!output.open(QIODevice::ReadOnly))
        return QJsonArray();
    return QJsonDocument::fromJson(output.readAll()).array();
}

} // namespace labelwright::tests
