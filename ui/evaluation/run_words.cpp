#include "ui/evaluation/run_words.h"

#include "core/model/settings_words.h"
#include "core/model/solved_head.h"
#include "ui/evaluation/run_bar.h"
#include "ui/jobs_indicator.h"

#include <QLocale>

#include <algorithm>

namespace labelwright {

namespace {

/// The epoch that is going on, from 1.
int epochNow(const LiveRun& live)
{
    if (!live.steps.empty()
        && (!live.lastEpoch || live.steps.back().epoch > live.lastEpoch->epoch))
        return live.steps.back().epoch;
    return live.lastEpoch ? live.lastEpoch->epoch + 1 : 1;
}

double shareOfEpoch(const LiveRun& live)
{
    if (live.steps.empty() || live.steps.back().epoch != epochNow(live)
        || live.steps.back().steps == 0)
        return 0;
    return static_cast<double>(live.steps.back().step) / live.steps.back().steps;
}

QString preparationInWords(const Progress& progress)
{
    QString text = RunBar::tr("Preparing: %1").arg(progress.step);
    if (progress.total > 0)
        text += QStringLiteral(" · %1 / %2")
                    .arg(QLocale().toString(progress.done), QLocale().toString(progress.total));
    return text;
}

QString factsInWords(const RunFacts& facts)
{
    const QString precision = wordFor(facts.precision, precisionWords);
    if (facts.threads == 1)
        return RunBar::tr("%1, %2, 1 thread").arg(facts.device, precision);
    return RunBar::tr("%1, %2, %3 threads").arg(facts.device, precision).arg(facts.threads);
}

QString afterEpochs(int epochs)
{
    if (epochs == 0)
        return RunBar::tr("before the first epoch ended");
    return epochs == 1 ? RunBar::tr("after 1 epoch") : RunBar::tr("after %1 epochs").arg(epochs);
}

QString endInWords(const Experiment& experiment)
{
    const QString after = afterEpochs(experiment.epochs);
    switch (experiment.state) {
    case ExperimentState::Created: return RunBar::tr("Not run yet");
    case ExperimentState::Running: return RunBar::tr("Running");
    case ExperimentState::Stopped: return RunBar::tr("Stopped %1").arg(after);
    case ExperimentState::Finished: return RunBar::tr("Finished %1").arg(after);
    case ExperimentState::Failed: break;
    }
    return RunBar::tr("Failed %1").arg(after);
}

} // namespace

QString runStateInWords(const Experiment& experiment, const LiveRun* live)
{
    if (live == nullptr || !live->running)
        return endInWords(experiment);
    if (live->preparation)
        return preparationInWords(*live->preparation);
    if (live->steps.empty() && !live->lastEpoch)
        return RunBar::tr("Preparing");
    const int planned = plannedEpochs(experiment.spec, experiment.settings);
    const QString epoch =
        RunBar::tr("Epoch %1 of %2").arg(std::min(epochNow(*live), planned)).arg(planned);
    return live->paused ? RunBar::tr("Paused: %1").arg(epoch) : epoch;
}

QString runDetailsInWords(const Experiment& experiment, const LiveRun* live)
{
    QStringList parts;
    if (live != nullptr && live->running && !live->steps.empty()) {
        const StepReport& step = live->steps.back();
        parts.append(RunBar::tr("%1 images/s").arg(QLocale().toString(step.imagesPerSecond, 'f', 0)));
        parts.append(RunBar::tr("rate %1").arg(QLocale().toString(step.learningRate, 'g', 3)));
    }
    if (live != nullptr && live->running && live->lastEpoch) {
        const double left = live->lastEpoch->secondsLeft
                            - shareOfEpoch(*live) * live->lastEpoch->seconds;
        if (left > 0)
            parts.append(RunBar::tr("%1 left").arg(durationInWords(left)));
    }
    if (live == nullptr || !live->running)
        parts.append(experiment.stateReason);
    const auto& facts = live != nullptr && live->facts ? live->facts : experiment.facts;
    if (facts)
        parts.append(factsInWords(*facts));
    parts.removeAll(QString());
    // What stands before others is no sentence of its own.
    for (qsizetype i = 0; i + 1 < parts.size(); ++i)
        if (parts[i].endsWith(u'.'))
            parts[i].chop(1);
    return parts.join(QStringLiteral(" · "));
}

std::optional<double> runShare(const Experiment& experiment, const LiveRun& live)
{
    if (live.preparation)
        return live.preparation->total > 0
                   ? std::optional(static_cast<double>(live.preparation->done)
                                   / static_cast<double>(live.preparation->total))
                   : std::nullopt;
    if (live.steps.empty() && !live.lastEpoch)
        return std::nullopt;
    return std::clamp((epochNow(live) - 1 + shareOfEpoch(live))
                          / plannedEpochs(experiment.spec, experiment.settings),
                      0.0,
                      1.0);
}

} // namespace labelwright
