#pragma once

#include "core/model/model_spec.h"
#include "core/model/run_settings.h"

#include <QJsonObject>
#include <QString>

namespace labelwright {

/// What one of the advisor's sentences is about: the members of network and settings that the
/// setting ("Input", "Epochs", "Head" …) stands for, with their values. Equal objects mean that the
/// sentence holds for both. Empty for a setting that is not known.
QJsonObject advisedValues(const QString& setting, const ModelSpec& spec,
                          const RunSettings& settings);

} // namespace labelwright
