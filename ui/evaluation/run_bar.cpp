#include "ui/evaluation/run_bar.h"

#include "core/session/workspace.h"
#include "ui/evaluation/run_words.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace labelwright {

namespace {

constexpr int progressUnits = 1000;

} // namespace

RunBar::RunBar(const UiContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_state(new QLabel(this))
    , m_details(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_pause(new QPushButton(this))
    , m_stop(new QPushButton(tr("Stop and keep best"), this))
    , m_more(new QSpinBox(this))
    , m_goOn(new QPushButton(this))
{
    setCard(this);
    setObjectName(QStringLiteral("runBar"));
    const int step = gridStep(this);
    setHeading(m_state, 3);
    m_state->setObjectName(QStringLiteral("runState"));
    setMuted(m_details);
    m_details->setObjectName(QStringLiteral("runDetails"));
    m_details->setMinimumWidth(1);
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_progress->setTextVisible(false);
    auto* const words = new QHBoxLayout;
    words->setSpacing(3 * step);
    words->addWidget(m_state);
    words->addWidget(m_details, 1);
    auto* const left = new QVBoxLayout;
    left->setSpacing(step);
    left->addLayout(words);
    left->addWidget(m_progress);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    row->setSpacing(2 * step);
    row->addLayout(left, 1);
    buildButtons();
    for (QWidget* widget : {static_cast<QWidget*>(m_pause), static_cast<QWidget*>(m_stop),
                            static_cast<QWidget*>(m_goOn), static_cast<QWidget*>(m_more)})
        row->addWidget(widget);
}

void RunBar::buildButtons()
{
    m_pause->setObjectName(QStringLiteral("pauseRun"));
    m_stop->setObjectName(QStringLiteral("stopRun"));
    m_stop->setIcon(icon(QStringLiteral("stop")));
    m_stop->setToolTip(tr("Ends after the current batch; best and last checkpoints stay, and the "
                          "run can go on later"));
    m_goOn->setObjectName(QStringLiteral("goOn"));
    m_goOn->setIcon(icon(QStringLiteral("play")));
    m_more->setObjectName(QStringLiteral("moreEpochs"));
    m_more->setAccessibleName(tr("Epochs to go on for"));
    m_more->setRange(1, 1000);
    m_more->setValue(10);
    m_more->setPrefix(tr("for "));
    m_more->setSuffix(tr(" epochs"));
    connect(m_pause, &QPushButton::clicked, this, [this] {
        TrainingRunner& runner = m_context.workspace.training();
        runner.setPaused(!runner.isPaused());
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_context.workspace.training().stop();
        m_stop->setEnabled(false);
        m_stop->setText(tr("Stopping"));
    });
    connect(m_goOn, &QPushButton::clicked, this, &RunBar::goOn);
}

void RunBar::goOn()
{
    if (!m_experiment)
        return;
    RunSettings settings = m_experiment->settings;
    const int epochs = m_experiment->epochs + m_more->value();
    if (m_more->isVisible() && epochs != settings.epochs) {
        settings.epochs = epochs;
        if (const auto set = setRunSettings(m_context.workspace.project(), m_experiment->id, settings);
            !set) {
            Q_EMIT failed(set.error());
            return;
        }
    }
    const auto started
        = m_context.workspace.training().start(m_context.workspace.project(), m_experiment->id);
    if (!started)
        Q_EMIT failed(started.error());
}

void RunBar::show(const Experiment& experiment, const LiveRun* live)
{
    const bool isNew = !m_experiment || m_experiment->id != experiment.id
                       || m_experiment->epochs != experiment.epochs;
    m_experiment = experiment;
    const bool running = live != nullptr && live->running;
    m_state->setText(runStateInWords(experiment, live));
    m_details->setText(runDetailsInWords(experiment, live));
    QStringList notes = experiment.facts ? experiment.facts->notes : QStringList();
    if (live != nullptr && live->facts)
        notes = live->facts->notes;
    m_details->setToolTip((QStringList(m_details->text()) + notes).join('\n'));
    m_progress->setVisible(running);
    if (running) {
        const auto share = runShare(experiment, *live);
        m_progress->setRange(0, share ? progressUnits : 0);
        m_progress->setValue(static_cast<int>(share.value_or(0) * progressUnits));
        m_pause->setText(live->paused ? tr("Resume") : tr("Pause"));
        m_pause->setIcon(icon(live->paused ? QStringLiteral("play") : QStringLiteral("pause")));
    } else {
        m_stop->setEnabled(true);
        m_stop->setText(tr("Stop and keep best"));
    }
    const bool canGoOn = !running && experiment.state != ExperimentState::Created
                         && m_context.workspace.training().running() != experiment.id;
    m_pause->setVisible(running);
    m_stop->setVisible(running);
    m_goOn->setVisible(canGoOn);
    m_more->setVisible(canGoOn && experiment.epochs > 0);
    m_goOn->setText(experiment.epochs > 0 ? tr("Go on") : tr("Try again"));
    if (isNew) {
        const int open = experiment.settings.epochs - experiment.epochs;
        m_more->setValue(open > 0 && experiment.state != ExperimentState::Finished ? open : 10);
    }
}

} // namespace labelwright
