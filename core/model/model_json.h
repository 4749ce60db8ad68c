#pragma once

#include "core/base/result.h"
#include "core/model/model_spec.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace labelwright {

/// The block's word in JSON and in sentences: "input", "backbone", "conv", "residual", "pooling",
/// "dropout", "dense", "activation" or "target".
QString blockName(const Block& block);

/// {"blocks": [{"block": "input", …}, …]}; every member is written.
QJsonObject toJson(const ModelSpec& spec);

/// Members left out keep their default. An unknown member or word, a value of another type or out
/// of range is refused in one sentence that names the block's number (from 1), its kind and the
/// member. Whether the blocks fit together is `checkSpec`'s question.
Result<ModelSpec> modelSpecFromJson(const QJsonObject& object);

/// The same for a file's bytes; what is no JSON is refused with line and column.
Result<ModelSpec> modelSpecFromText(const QByteArray& text);

} // namespace labelwright
