#include "app/cli/training_progress.h"

#include "app/cli/result_json.h"
#include "core/model/settings_words.h"

namespace labelwright::cli {

TrainingProgress::TrainingProgress(Console& console, int epochs)
    : m_console(console)
    , m_epochs(epochs)
{}

TrainingEvents TrainingProgress::events()
{
    TrainingEvents events;
    events.started = [this](const RunFacts& facts) { started(facts); };
    events.epoch = [this](const EpochReport& report) { epoch(report); };
    events.progress = m_console.progress();
    if (const ProgressCallback bar = m_console.progress())
        events.step = [this, bar](const StepReport& report) {
            bar({QStringLiteral("Epoch %1/%2").arg(report.epoch).arg(m_epochs), report.step,
                 report.steps});
        };
    return events;
}

void TrainingProgress::started(const RunFacts& facts)
{
    m_console.note(QStringLiteral("Training on %1 with %2, %3 threads, batches of %4.")
                       .arg(facts.device, wordFor(facts.precision, precisionWords))
                       .arg(facts.threads)
                       .arg(facts.batchSize));
    for (const QString& note : facts.notes)
        m_console.note("  " + note);
}

void TrainingProgress::epoch(const EpochReport& report)
{
    m_console.note(
        QStringLiteral("epoch %1/%2  loss %3  validation %4  mAP %5  %6 images/s  %7 left%8")
            .arg(report.epoch, static_cast<int>(QString::number(m_epochs).size()))
            .arg(m_epochs)
            .arg(report.trainingLoss, 0, 'f', 4)
            .arg(figureText(report.validationLoss, 4), figureText(report.validationMap))
            .arg(report.imagesPerSecond, 0, 'f', report.imagesPerSecond < 10 ? 1 : 0)
            .arg(clockText(report.secondsLeft), report.best ? "  best" : ""));
    for (const QString& note : report.notes)
        m_console.note("  " + note);
}

} // namespace labelwright::cli
