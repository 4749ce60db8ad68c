#pragma once

#include "core/base/result.h"
#include "core/project/database.h"

#include <QString>
#include <QStringList>

namespace labelwright {

/// The name without surrounding blanks; fails when nothing is left or it has line breaks or other
/// control characters. `what` says what is named: "dataset".
Result<QString> usableName(const QString& name, const QString& what);

/// "'a', 'b' and 'c'", shortened after ten; for sentences that list what there is.
QString quotedList(const QStringList& names);

} // namespace labelwright
