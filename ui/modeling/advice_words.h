#pragma once

#include "core/model/advisor.h"

#include <QString>

namespace labelwright {

/// The advisor's setting in the user's language: "Batch size".
QString settingTitle(const QString& setting);

/// What was chosen for it, in a few words: "32"; empty where the reason says it all.
QString chosenValue(const Advice& advice, const QString& setting);

/// A name for an experiment made by that advice: "landscapes, MobileNetV2 frozen".
QString suggestedName(const Advice& advice, const QString& dataset);

} // namespace labelwright
