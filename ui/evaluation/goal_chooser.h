#pragma once

#include "core/evaluation/thresholds.h"

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;

namespace labelwright {

/// What a threshold shall achieve: the kind of goal and, where it takes one, its number.
class GoalChooser : public QWidget
{
    Q_OBJECT

public:
    explicit GoalChooser(QWidget* parent = nullptr);

    [[nodiscard]] ThresholdGoal goal() const;
    void setGoal(const ThresholdGoal& goal);

private:
    void showValue();

    QComboBox* m_kind;
    QDoubleSpinBox* m_value;
};

} // namespace labelwright
