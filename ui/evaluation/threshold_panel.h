#pragma once

#include "ui/evaluation/inspection_state.h"

#include <QFrame>

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace labelwright {

class GoalChooser;
class ThresholdSlider;

/// The threshold of the label in front: over the histogram of its scores, as a number, by a goal;
/// and what a move changes.
class ThresholdPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ThresholdPanel(InspectionState& state, QWidget* parent = nullptr);

private:
    QWidget* makeHead();
    QWidget* makeFoot();
    void showLabel();
    void showThreshold();
    void showNote();
    [[nodiscard]] QString changeInWords() const;
    [[nodiscard]] QString figuresInWords() const;

    InspectionState& m_state;
    ThresholdSlider* m_slider;
    QDoubleSpinBox* m_number;
    GoalChooser* m_goal;
    QLabel* m_title;
    QLabel* m_figures;
    QLabel* m_change;
    QLabel* m_note;
    QPushButton* m_back;
};

} // namespace labelwright
