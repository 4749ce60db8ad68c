#include "app/cli/training_progress.h"

#include "app/cli/result_json.h"
#include "core/model/settings_words.h"
#include "core/model/solved_head.h"

namespace labelwright::cli {

namespace {

QString speedText(double imagesPerSecond)
{
    return QStringLiteral("  %1 images/s").arg(imagesPerSecond, 0, 'f', imagesPerSecond < 10 ? 1 : 0);
}

} // namespace

TrainingProgress::TrainingProgress(Console& console, const Experiment& experiment)
    : m_console(console)
    , m_epochs(plannedEpochs(experiment.spec, experiment.settings))
    , m_solved(headIsSolved(experiment.spec))
{}

TrainingEvents TrainingProgress::events()
{
    TrainingEvents events;
    events.started = [this](const RunFacts& facts) { started(facts); };
    events.epoch = [this](const EpochReport& report) { epoch(report); };
    events.progress = m_console.progress(StepLines::Always);
    if (m_console.hasBar())
        events.step = [this, bar = events.progress](const StepReport& report) {
            bar({QStringLiteral("Epoch %1/%2").arg(report.epoch).arg(m_epochs), report.step,
                 report.steps});
        };
    return events;
}

void TrainingProgress::started(const RunFacts& facts)
{
    const QString batches =
        m_solved ? QString() : QStringLiteral(", batches of %1").arg(facts.batchSize);
    m_console.note(QStringLiteral("Training on %1 with %2, %3 threads%4.")
                       .arg(facts.device, wordFor(facts.precision, precisionWords))
                       .arg(facts.threads)
                       .arg(batches));
    for (const QString& note : facts.notes)
        m_console.note("  " + note);
}

void TrainingProgress::epoch(const EpochReport& report)
{
    m_console.note(
        QStringLiteral("epoch %1/%2  loss %3  validation %4  mAP %5%6  %7 left%8")
            .arg(report.epoch, static_cast<int>(QString::number(m_epochs).size()))
            .arg(m_epochs)
            .arg(report.trainingLoss, 0, 'f', 4)
            .arg(figureText(report.validationLoss, 4), figureText(report.validationMap))
            .arg(m_solved ? QString() : speedText(report.imagesPerSecond),
                 clockText(report.secondsLeft), isBest(report) ? "  best" : ""));
    for (const QString& note : report.notes)
        m_console.note("  " + note);
}

} // namespace labelwright::cli
