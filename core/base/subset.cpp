#include "core/base/subset.h"

#include <QStringList>

namespace labelwright {

QString subsetName(Subset subset)
{
    switch (subset) {
    case Subset::Training: return QStringLiteral("training");
    case Subset::Validation: return QStringLiteral("validation");
    case Subset::Test: return QStringLiteral("test");
    }
    return {};
}

std::optional<Subset> subsetFromText(const QString& text)
{
    static const QStringList training{"training", "train"};
    static const QStringList validation{"validation", "valid", "val", "dev"};
    static const QStringList test{"test", "testing"};
    const QString word = text.trimmed().toLower();
    if (training.contains(word))
        return Subset::Training;
    if (validation.contains(word))
        return Subset::Validation;
    if (test.contains(word))
        return Subset::Test;
    return std::nullopt;
}

} // namespace labelwright
