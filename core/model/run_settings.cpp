#include "core/model/run_settings.h"

#include "core/model/settings_words.h"

#include <QJsonValue>

namespace labelwright {

namespace {

/// Numbers above this are written as text, because JSON readers hold numbers as doubles.
constexpr std::uint64_t largestExact = std::uint64_t{1} << 53;

template <class Visitor>
void visitFields(Visitor& visitor, RunSettings& settings)
{
    visitor.whole("epochs", settings.epochs, {1, 10'000});
    visitor.whole("batchSize", settings.batchSize, {1, 4096});
    visitor.word("optimizer", settings.optimizer, optimizerWords);
    visitor.number("learningRate", settings.learningRate, {0, 10, true});
    visitor.number("rateDecayPerStage", settings.rateDecayPerStage, {0, 1, true});
    visitor.number("weightDecay", settings.weightDecay, {0, 1});
    visitor.number("momentum", settings.momentum, {0, 1, false, true});
    visitor.word("schedule", settings.schedule, scheduleWords);
    visitor.number("warmUpShare", settings.warmUpShare, {0, 0.5});
    visitor.whole("headEpochs", settings.headEpochs, {0, 10'000});
    visitor.flag("headFromEmbeddings", settings.headFromEmbeddings);
    visitor.flag("freezeBatchNorm", settings.freezeBatchNorm);
    visitor.number("mixup", settings.mixup, {0, 10});
    visitor.number("emaDecay", settings.emaDecay, {0, 1, false, true});
    visitor.number("gradientClip", settings.gradientClip, {0, 1e6});
    visitor.whole("patience", settings.patience, {0, 10'000});
    visitor.word("bestBy", settings.bestBy, bestByWords);
    visitor.word("precision", settings.precision, precisionWords);
    visitor.whole("threads", settings.threads, {0, 1024});
}

void readSeed(FieldReader& reader, std::uint64_t& seed)
{
    const std::optional<QJsonValue> value = reader.take("seed");
    if (!value)
        return;
    bool isGood = false;
    if (value->isString()) {
        seed = value->toString().toULongLong(&isGood);
    } else if (value->isDouble()) {
        const qint64 number = value->toInteger(-1);
        isGood = number >= 0;
        seed = static_cast<std::uint64_t>(number);
    }
    if (!isGood)
        reader.fail(QStringLiteral("\"seed\" must be a whole number from 0 to 2^64 - 1, as text "
                                   "above 2^53"));
}

} // namespace

QJsonObject toJson(const RunSettings& settings)
{
    FieldWriter writer;
    RunSettings copy = settings;
    visitFields(writer, copy);
    writer.object.insert(QStringLiteral("seed"),
                         settings.seed <= largestExact
                             ? QJsonValue(static_cast<qint64>(settings.seed))
                             : QJsonValue(QString::number(settings.seed)));
    return writer.object;
}

Result<RunSettings> runSettingsFromJson(const QJsonObject& object)
{
    FieldReader reader(object);
    RunSettings settings;
    visitFields(reader, settings);
    readSeed(reader, settings.seed);
    if (const QString problem = reader.problem(); !problem.isEmpty())
        return failure(QStringLiteral("The run settings: %1.").arg(problem));
    return settings;
}

QString settingsProblem(const RunSettings& settings)
{
    FieldChecker checker;
    RunSettings copy = settings;
    visitFields(checker, copy);
    return checker.problem;
}

} // namespace labelwright
