#include "ui/deployment/deployment_words.h"

#include <QCoreApplication>
#include <QLocale>

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
    return QLocale().toString(threshold, 'f', 2);
}

} // namespace labelwright
