#include "ui/evaluation/epoch_panel.h"

#include "ui/evaluation/confusion_matrix.h"
#include "ui/evaluation/label_charts.h"
#include "ui/evaluation/label_table.h"
#include "ui/style/theme.h"
#include "ui/widgets/chart_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace labelwright {

EpochPanel::EpochPanel(EpochState& state, const Dialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_title(new QLabel(this))
    , m_epoch(new QSpinBox(this))
    , m_latest(new QToolButton(this))
    , m_model(new LabelTableModel(this))
    , m_table(new LabelTable(*m_model,
                             {LabelTableModel::Name, LabelTableModel::Support,
                              LabelTableModel::AveragePrecision, LabelTableModel::RocAuc,
                              LabelTableModel::Precision, LabelTableModel::Recall,
                              LabelTableModel::F1, LabelTableModel::History},
                             this))
    , m_matrix(new ConfusionMatrix(ConfusionMatrix::Cells::Shown, this))
    , m_roc(new ChartPanel(tr("ROC"), dialogs, this))
{
    const int step = gridStep(this);
    m_table->setObjectName(QStringLiteral("epochLabels"));
    m_matrix->setObjectName(QStringLiteral("epochMatrix"));
    m_roc->setObjectName(QStringLiteral("epochRoc"));
    setUpRoc(*m_roc);
    auto* const below = new QFrame(this);
    setCard(below);
    auto* const row = new QHBoxLayout(below);
    row->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    row->setSpacing(3 * step);
    row->addWidget(m_matrix, 1);
    row->addWidget(m_roc, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * step);
    layout->addWidget(makeHead());
    layout->addWidget(m_table, 3);
    auto* const note = new QLabel(
        tr("Fixed at 0.5 while training; fitted thresholds are in Predictions."), this);
    note->setObjectName(QStringLiteral("fixedThresholdNote"));
    note->setWordWrap(true);
    setMuted(note);
    layout->addWidget(note);
    layout->addWidget(below, 2);
    connect(m_table, &LabelTable::labelSelected, &state, &EpochState::selectLabel);
    connect(&state, &EpochState::changed, this, &EpochPanel::refresh);
    refresh();
}

QWidget* EpochPanel::makeHead()
{
    auto* const head = new QWidget(this);
    auto* const row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridStep(this));
    setHeading(m_title, 3);
    m_title->setObjectName(QStringLiteral("epochTitle"));
    m_epoch->setObjectName(QStringLiteral("epochNumber"));
    m_epoch->setPrefix(tr("Epoch "));
    m_epoch->setAccessibleName(tr("Epoch shown"));
    m_epoch->setKeyboardTracking(false);
    m_latest->setText(tr("Latest"));
    m_latest->setToolTip(tr("Show the latest epoch, and each that comes"));
    m_latest->setCheckable(true);
    row->addWidget(m_title, 1);
    row->addWidget(m_epoch);
    row->addWidget(m_latest);
    connect(m_epoch, &QSpinBox::valueChanged, this, [this](int epoch) {
        m_state.showEpoch(epoch == m_state.lastEpoch() ? std::nullopt : std::optional(epoch));
    });
    connect(m_latest, &QToolButton::clicked, this, [this](bool latest) {
        m_state.showEpoch(latest ? std::nullopt : std::optional(m_state.epoch()));
    });
    return head;
}

void EpochPanel::refresh()
{
    const bool isEmpty = m_state.rows().empty();
    m_title->setText(isEmpty ? tr("Labels on validation: after the first epoch")
                             : tr("Validation after epoch %1, at threshold 0.5")
                                   .arg(m_state.epoch()));
    m_epoch->setEnabled(!isEmpty);
    m_latest->setEnabled(!isEmpty);
    m_latest->setChecked(m_state.followsLatest());
    {
        const QSignalBlocker blocker(m_epoch);
        m_epoch->setRange(1, std::max(1, m_state.lastEpoch()));
        m_epoch->setValue(m_state.epoch());
    }
    m_model->setRows(m_state.rows());
    if (!isEmpty && m_table->selectedLabel() != m_state.label()) {
        const QSignalBlocker blocker(m_table);
        m_table->selectLabel(m_state.label());
    }
    m_matrix->setCounts(m_state.counts());
    showRoc(*m_roc, m_state.inspection());
    if (const auto counts = m_state.counts())
        showRocDot(*m_roc, *counts);
    if (isEmpty)
        m_roc->setEmptyText(tr("After the first epoch"));
}

} // namespace labelwright
