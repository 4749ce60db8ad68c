#include "ui/evaluation/goal_chooser.h"

#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace labelwright {

namespace {

/// The number a goal takes, and what it is at first.
struct GoalValue
{
    double low;
    double high;
    double usual;
    double step;
};

std::optional<GoalValue> valueOf(ThresholdGoalKind kind)
{
    switch (kind) {
    case ThresholdGoalKind::MaxFBeta: return GoalValue{0.1, 10, 2, 0.5};
    case ThresholdGoalKind::PrecisionAtLeast: return GoalValue{0.01, 1, 0.95, 0.01};
    case ThresholdGoalKind::RecallAtLeast: return GoalValue{0.01, 1, 0.9, 0.01};
    case ThresholdGoalKind::CostRatio: return GoalValue{0.01, 1000, 5, 1};
    case ThresholdGoalKind::MaxF1:
    case ThresholdGoalKind::PrevalenceMatch: break;
    }
    return std::nullopt;
}

} // namespace

GoalChooser::GoalChooser(QWidget* parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_value(new QDoubleSpinBox(this))
{
    const auto add = [this](const QString& text, const QString& tip, ThresholdGoalKind kind) {
        m_kind->addItem(text, static_cast<int>(kind));
        m_kind->setItemData(m_kind->count() - 1, tip, Qt::ToolTipRole);
    };
    add(tr("Best F1"), tr("Precision and recall count the same"), ThresholdGoalKind::MaxF1);
    add(tr("Best F-beta"), tr("Recall counts beta times as much as precision"),
        ThresholdGoalKind::MaxFBeta);
    add(tr("Precision at least"), tr("At most so many false alarms; of these, the best recall"),
        ThresholdGoalKind::PrecisionAtLeast);
    add(tr("Recall at least"), tr("Find at least so many; of these, the best precision"),
        ThresholdGoalKind::RecallAtLeast);
    add(tr("Cost of a false alarm"), tr("As many times the cost of a miss"),
        ThresholdGoalKind::CostRatio);
    add(tr("As frequent as in the data"), tr("Predict as many as there are"),
        ThresholdGoalKind::PrevalenceMatch);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(9);
    m_kind->view()->setMinimumWidth(60 * gridStep(this));
    m_kind->setObjectName(QStringLiteral("goalKind"));
    m_value->setObjectName(QStringLiteral("goalValue"));
    m_value->setAccessibleName(tr("The goal's number"));
    auto* const label = new QLabel(tr("&Goal"), this);
    label->setBuddy(m_kind);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * gridStep(this));
    row->addWidget(label);
    row->addWidget(m_kind);
    row->addWidget(m_value);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &GoalChooser::showValue);
    showValue();
}

ThresholdGoal GoalChooser::goal() const
{
    const auto kind = static_cast<ThresholdGoalKind>(m_kind->currentData().toInt());
    return {kind, valueOf(kind) ? m_value->value() : 1};
}

void GoalChooser::setGoal(const ThresholdGoal& goal)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(goal.kind)));
    if (valueOf(goal.kind))
        m_value->setValue(goal.value);
}

void GoalChooser::showValue()
{
    const auto value = valueOf(static_cast<ThresholdGoalKind>(m_kind->currentData().toInt()));
    m_value->setVisible(value.has_value());
    m_kind->setToolTip(m_kind->currentData(Qt::ToolTipRole).toString());
    if (!value)
        return;
    m_value->setRange(value->low, value->high);
    m_value->setSingleStep(value->step);
    m_value->setValue(value->usual);
}

} // namespace labelwright
