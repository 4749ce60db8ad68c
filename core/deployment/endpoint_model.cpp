#include "core/deployment/endpoint_model.h"

#include <algorithm>

namespace labelwright {

namespace {

constexpr qsizetype longestName = 64;

/// Letters lose their accents; everything else becomes one '-'.
QString urlWords(const QString& title)
{
    QString name;
    for (const QChar c : title.normalized(QString::NormalizationForm_KD).toLower()) {
        if (c.isMark())
            continue;
        const bool fits = c.unicode() < 128 && (c.isLetterOrNumber() || c == '_');
        if (fits)
            name += c;
        else if (!name.isEmpty() && !name.endsWith('-'))
            name += '-';
    }
    name.truncate(longestName);
    while (name.endsWith('-'))
        name.chop(1);
    return name;
}

template <class Fits>
EndpointModelPtr firstModel(const EndpointModels& models, const Fits& fits)
{
    const auto found = std::find_if(models.begin(), models.end(), fits);
    return found == models.end() ? nullptr : *found;
}

} // namespace

QString endpointName(const QString& title, qint64 id, const QStringList& taken)
{
    const QString words = urlWords(title);
    QString name = words.isEmpty() ? QString("deployment-%1").arg(id) : words;
    while (taken.contains(name))
        name += QString("-%1").arg(id);
    return name;
}

EndpointModelPtr modelOfId(const EndpointModels& models, const QString& id)
{
    return firstModel(models,
                      [&](const EndpointModelPtr& m) { return QString::number(m->id) == id; });
}

EndpointModelPtr modelOfName(const EndpointModels& models, const QString& name)
{
    if (auto model = firstModel(models, [&](const EndpointModelPtr& m) { return m->name == name; }))
        return model;
    // A name that was made different by the id goes on when the other deployment goes away.
    return firstModel(models, [&](const EndpointModelPtr& m) {
        return endpointName(m->title, m->id, {urlWords(m->title)}) == name;
    });
}

} // namespace labelwright
