#include "ui/deployment/deployment_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <utility>

namespace labelwright {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("labelwright::Deployment", text);
}

} // namespace

QString stateWord(DeploymentState state)
{
    switch (state) {
    case DeploymentState::Warming:
        return translated(QT_TRANSLATE_NOOP("labelwright::Deployment", "Warming up…"));
    case DeploymentState::Ready:
        return translated(QT_TRANSLATE_NOOP("labelwright::Deployment", "Ready"));
    case DeploymentState::Failed:
        return translated(QT_TRANSLATE_NOOP("labelwright::Deployment", "Failed"));
    case DeploymentState::Disabled: break;
    }
    return translated(QT_TRANSLATE_NOOP("labelwright::Deployment", "Disabled"));
}

QString stateIconName(DeploymentState state)
{
    switch (state) {
    case DeploymentState::Warming: return QStringLiteral("clock");
    case DeploymentState::Ready: return QStringLiteral("check");
    case DeploymentState::Failed: return QStringLiteral("error");
    case DeploymentState::Disabled: break;
    }
    return QStringLiteral("power");
}

QString checkpointWord(CheckpointKind kind, int epoch)
{
    const QString word =
        kind == CheckpointKind::Best
            ? translated(QT_TRANSLATE_NOOP("labelwright::Deployment", "Best epoch (%1)"))
            : translated(QT_TRANSLATE_NOOP("labelwright::Deployment", "Last epoch (%1)"));
    return word.arg(epoch);
}

QString thresholdWord(double threshold)
{
    if (threshold > 1)
        return translated(QT_TRANSLATE_NOOP("labelwright::Deployment", "never"));
    return QLocale().toString(threshold, 'f', 3);
}

QString decisionSourceInWords(const QString& source)
{
    static const std::pair<QRegularExpression, const char*> words[] = {
        {QRegularExpression(QStringLiteral("\\bmax-f1\\b")),
         QT_TRANSLATE_NOOP("labelwright::Deployment", "best F1")},
        {QRegularExpression(QStringLiteral("\\bmax-fbeta ([0-9.]+)")),
         QT_TRANSLATE_NOOP("labelwright::Deployment", "best F-beta with beta \\1")},
        {QRegularExpression(QStringLiteral("\\bprecision ([0-9.]+)")),
         QT_TRANSLATE_NOOP("labelwright::Deployment", "precision of at least \\1")},
        {QRegularExpression(QStringLiteral("\\brecall ([0-9.]+)")),
         QT_TRANSLATE_NOOP("labelwright::Deployment", "recall of at least \\1")},
        {QRegularExpression(QStringLiteral("\\bcost ([0-9.]+)")),
         QT_TRANSLATE_NOOP("labelwright::Deployment", "least cost, a false alarm costing \\1 misses")},
        {QRegularExpression(QStringLiteral("\\bprevalence\\b")),
         QT_TRANSLATE_NOOP("labelwright::Deployment", "as often as in the data")},
        {QRegularExpression(QStringLiteral("^temperature\\b")),
         QT_TRANSLATE_NOOP("labelwright::Deployment", "temperature scaling")},
        {QRegularExpression(QStringLiteral("^platt\\b")),
         QT_TRANSLATE_NOOP("labelwright::Deployment", "Platt scaling")},
    };
    QString text = source;
    for (const auto& [code, word] : words)
        text.replace(code, translated(word));
    return text;
}

} // namespace labelwright
