#include "ui/evaluation/threshold_panel.h"

#include "ui/evaluation/goal_chooser.h"
#include "ui/evaluation/threshold_slider.h"
#include "ui/style/theme.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

QString figure(const std::optional<double>& value)
{
    return value ? QLocale().toString(*value, 'f', 3) : ThresholdPanel::tr("n/a");
}

QString mistakesInWords(const ConfusionCounts& counts)
{
    const auto number = [](std::int64_t count) {
        return QLocale().toString(static_cast<qlonglong>(count));
    };
    const QString alarms = counts.falsePositive == 1
                               ? ThresholdPanel::tr("1 false alarm")
                               : ThresholdPanel::tr("%1 false alarms").arg(number(counts.falsePositive));
    const QString misses = counts.falseNegative == 1
                               ? ThresholdPanel::tr("1 miss")
                               : ThresholdPanel::tr("%1 misses").arg(number(counts.falseNegative));
    return alarms + QStringLiteral(", ") + misses;
}

/// "+3", "−12".
QString signedNumber(std::int64_t number)
{
    return (number < 0 ? QStringLiteral("−") : QStringLiteral("+"))
           + QLocale().toString(static_cast<qlonglong>(std::abs(number)));
}

} // namespace

ThresholdPanel::ThresholdPanel(InspectionState& state, QWidget* parent)
    : QFrame(parent)
    , m_state(state)
    , m_slider(new ThresholdSlider(this))
    , m_number(new QDoubleSpinBox(this))
    , m_goal(new GoalChooser(this))
    , m_title(new QLabel(this))
    , m_figures(new QLabel(this))
    , m_change(new QLabel(this))
    , m_note(new QLabel(this))
    , m_back(new QPushButton(this))
{
    setCard(this);
    const int step = gridStep(this);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    layout->setSpacing(step);
    layout->addWidget(makeHead());
    layout->addWidget(m_slider, 1);
    layout->addWidget(makeFoot());
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("thresholdNote"));
    setMuted(m_note);
    layout->addWidget(m_note);
    connect(m_slider, &ThresholdSlider::moved, &state, &InspectionState::moveThreshold);
    connect(m_slider, &ThresholdSlider::released, &state, &InspectionState::storeThreshold);
    connect(m_slider, &ThresholdSlider::sliderPressed, &state, &InspectionState::beginMove);
    connect(m_slider, &ThresholdSlider::resetRequested, &state, [&state] {
        // The first of the two clicks moved the threshold to where it was made.
        state.undoMove();
        state.resetThreshold();
    });
    connect(m_number, &QDoubleSpinBox::valueChanged, &state, &InspectionState::storeThreshold);
    connect(&state, &InspectionState::labelChanged, this, &ThresholdPanel::showLabel);
    connect(&state, &InspectionState::thresholdMoved, this, &ThresholdPanel::showThreshold);
    connect(&state, &InspectionState::decisionsChanged, this, &ThresholdPanel::showThreshold);
    showLabel();
}

QWidget* ThresholdPanel::makeHead()
{
    auto* const head = new QWidget(this);
    auto* const row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * gridStep(this));
    setHeading(m_title, 2);
    setMuted(m_figures);
    m_figures->setObjectName(QStringLiteral("thresholdFigures"));
    auto* const name = new QLabel(tr("&Threshold"), head);
    name->setBuddy(m_number);
    m_number->setObjectName(QStringLiteral("thresholdNumber"));
    m_number->setRange(0, 1);
    m_number->setDecimals(3);
    m_number->setSingleStep(0.01);
    m_number->setKeyboardTracking(false);
    auto* const best = new QPushButton(tr("Best F1"), head);
    best->setObjectName(QStringLiteral("optimum"));
    best->setToolTip(tr("The threshold of best F1 on validation; also by double click"));
    connect(best, &QPushButton::clicked, &m_state, &InspectionState::resetThreshold);
    row->addWidget(m_title);
    row->addWidget(m_figures, 1);
    row->addWidget(name);
    row->addWidget(m_number);
    row->addWidget(best);
    return head;
}

QWidget* ThresholdPanel::makeFoot()
{
    auto* const foot = new QWidget(this);
    auto* const row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * gridStep(this));
    m_change->setObjectName(QStringLiteral("thresholdChange"));
    m_back->setObjectName(QStringLiteral("thresholdBack"));
    connect(m_back, &QPushButton::clicked, this, [this] {
        if (const auto reference = m_state.reference())
            m_state.storeThreshold(static_cast<double>(*reference));
    });
    auto* const one = new QPushButton(tr("Apply"), foot);
    one->setObjectName(QStringLiteral("goalThisLabel"));
    one->setToolTip(tr("Set this label's threshold by the goal, on validation"));
    auto* const all = new QPushButton(tr("Apply to all"), foot);
    all->setObjectName(QStringLiteral("goalAllLabels"));
    all->setToolTip(tr("Set every label's threshold by the goal, on validation"));
    connect(one, &QPushButton::clicked, this,
            [this] { m_state.applyGoal(m_goal->goal(), GoalScope::ThisLabel); });
    connect(all, &QPushButton::clicked, this,
            [this] { m_state.applyGoal(m_goal->goal(), GoalScope::AllLabels); });
    m_change->setMinimumWidth(1);
    row->addWidget(m_change, 1);
    row->addWidget(m_back);
    row->addWidget(m_goal);
    row->addWidget(one);
    row->addWidget(all);
    return foot;
}

void ThresholdPanel::showLabel()
{
    m_title->setText(m_state.labelName());
    const LabelInspection* const inspection = m_state.inspection();
    m_slider->setEnabled(inspection != nullptr);
    m_number->setEnabled(inspection != nullptr);
    if (inspection != nullptr)
        m_slider->setHistogram(inspection->histogram);
    showThreshold();
}

void ThresholdPanel::showThreshold()
{
    const auto threshold = static_cast<double>(m_state.threshold());
    m_slider->setThreshold(threshold);
    // Writing the same number again would take away what is being typed.
    if (std::abs(m_number->value() - std::min(threshold, 1.0)) > 0.0005) {
        const QSignalBlocker blocker(m_number);
        m_number->setValue(threshold);
    }
    const auto reference = m_state.reference();
    const bool moved = reference && *reference != m_state.threshold();
    m_slider->setReference(moved ? std::optional(static_cast<double>(*reference)) : std::nullopt);
    m_back->setVisible(moved);
    if (moved)
        m_back->setText(tr("Back to %1").arg(QLocale().toString(double{*reference}, 'f', 3)));
    m_figures->setText(figuresInWords());
    m_change->setText(changeInWords());
    m_change->setToolTip(moved ? tr("%1 against the threshold %2")
                                     .arg(m_change->text(),
                                          QLocale().toString(double{*reference}, 'f', 3))
                               : m_change->text());
    showNote();
}

void ThresholdPanel::showNote()
{
    QString note;
    bool attainable = true;
    const int label = m_state.label();
    if (label >= 0 && label < static_cast<int>(m_state.decisions().labels.size())) {
        const LabelDecision& decision
            = m_state.decisions().labels[static_cast<std::size_t>(label)];
        note = decision.note;
        attainable = decision.attainable;
    }
    m_number->setToolTip(note);
    m_note->setText(QStringLiteral("⚠ ") + note);
    m_note->setVisible(!attainable && !note.isEmpty());
}

QString ThresholdPanel::figuresInWords() const
{
    if (!m_state.inspection())
        return {};
    const ConfusionCounts counts = m_state.counts();
    const auto precision = counts.known() > 0 ? std::optional(precisionOf(counts)) : std::nullopt;
    return tr("Precision %1 · recall %2 · F1 %3")
        .arg(figure(precision), figure(recallOf(counts)), figure(f1Of(counts)));
}

QString ThresholdPanel::changeInWords() const
{
    const LabelInspection* const inspection = m_state.inspection();
    if (!inspection)
        return {};
    const ConfusionCounts now = m_state.counts();
    const auto reference = m_state.reference();
    if (!reference || *reference == m_state.threshold())
        return mistakesInWords(now);
    const ConfusionCounts before = inspection->sorted.at(*reference);
    return tr("%1 false alarms, %2 misses")
        .arg(signedNumber(now.falsePositive - before.falsePositive),
             signedNumber(now.falseNegative - before.falseNegative));
}

} // namespace labelwright
