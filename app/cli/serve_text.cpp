#include "app/cli/serve_text.h"

#include <QJsonArray>

#include <algorithm>

namespace labelwright::cli {

namespace {

QString forwardUrl(const ServedOffer& offer, const EndpointModel& model)
{
    return QStringLiteral("%1/deployment/%2/forward").arg(offer.url).arg(model.id);
}

/// A word as a POSIX shell takes it, whatever it holds.
QString shellWord(QString word)
{
    return '\'' + word.replace('\'', QLatin1String("'\\''")) + '\'';
}

QString curlLine(const ServedOffer& offer, const EndpointModel& model)
{
    const QString access = model.isPublic ? QString() : QStringLiteral(" -u '<token>:'");
    return QStringLiteral("  curl -F %1%2 %3")
        .arg(shellWord(model.inputName + "=@photo.jpg"), access, forwardUrl(offer, model));
}

bool isReady(const EndpointModel& model)
{
    return model.enabled && model.service;
}

bool isClosed(const EndpointModel& model)
{
    return isReady(model) && !model.isPublic && model.tokens.empty();
}

bool isOpen(const EndpointModel& model)
{
    return isReady(model) && model.isPublic;
}

/// Only the window keeps images; nobody should think otherwise.
bool keepsInVain(const EndpointModel& model)
{
    return isReady(model) && model.keepsRequests;
}

using Question = bool (*)(const EndpointModel&);

bool wasSo(const ServedOffer& before, const EndpointModel& now, Question question)
{
    return std::any_of(before.models.begin(), before.models.end(), [&](const EndpointModel& model) {
        return model.id == now.id && question(model);
    });
}

void tellReady(const ServedOffer& before, const ServedOffer& now, const EndpointModel& model,
               Console& console)
{
    if (isReady(model) && !wasSo(before, model, isReady)) {
        console.line(model.title + ": " + forwardUrl(now, model));
        console.line(curlLine(now, model));
    }
    if (isClosed(model) && !wasSo(before, model, isClosed))
        console.note(QStringLiteral("'%1' has no valid token, so that nobody may call it; make one "
                                    "with 'deployment token %2'.")
                         .arg(model.title)
                         .arg(model.id));
    if (isOpen(model) && !wasSo(before, model, isOpen))
        console.note(QStringLiteral("'%1' is public: anybody who reaches this address may call it.")
                         .arg(model.title));
    if (keepsInVain(model) && !wasSo(before, model, keepsInVain))
        console.note(QStringLiteral("Images that callers send to '%1' are kept only where the "
                                    "window serves it, not here.")
                         .arg(model.title));
}

void tellGone(const ServedOffer& before, const ServedOffer& now, Console& console)
{
    for (const EndpointModel& model : before.models)
        if (model.enabled && !wasSo(now, model, [](const EndpointModel& m) { return m.enabled; }))
            console.line(QStringLiteral("'%1' is not served any more.").arg(model.title));
}

void tellProblems(const ServedOffer& before, const ServedOffer& now, Console& console)
{
    for (const ServedProblem& problem : now.problems)
        if (std::find(before.problems.begin(), before.problems.end(), problem)
            == before.problems.end())
            console.note(QStringLiteral("'%1' is enabled but cannot be served: %2")
                             .arg(problem.title, problem.sentence));
}

QJsonObject modelJson(const ServedOffer& offer, const EndpointModel& model)
{
    QJsonObject json{{"id", model.id},
                     {"name", model.name},
                     {"title", model.title},
                     {"url", forwardUrl(offer, model)},
                     {"enabled", model.enabled},
                     {"ready", isReady(model)},
                     {"public", model.isPublic},
                     {"tokens", static_cast<qint64>(model.tokens.size())}};
    for (const ServedProblem& problem : offer.problems)
        if (problem.deployment.value == model.id)
            json.insert("problem", problem.sentence);
    return json;
}

} // namespace

QJsonObject offerJson(const ServedOffer& offer)
{
    QJsonArray all;
    for (const EndpointModel& model : offer.models)
        all.append(modelJson(offer, model));
    return {{"url", offer.url}, {"deployments", all}};
}

void tellOffer(const ServedOffer& before, const ServedOffer& now, Console& console)
{
    tellGone(before, now, console);
    for (const EndpointModel& model : now.models)
        tellReady(before, now, model, console);
    tellProblems(before, now, console);
    console.jsonLine(offerJson(now));
}

} // namespace labelwright::cli
