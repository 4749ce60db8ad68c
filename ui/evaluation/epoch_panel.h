#pragma once

#include "ui/evaluation/epoch_state.h"

#include <QWidget>

class QLabel;
class QSpinBox;
class QToolButton;

namespace labelwright {

class ChartPanel;
class ConfusionMatrix;
class LabelTable;
struct Dialogs;

/// The labels after an epoch of a run: their table, and matrix and ROC of the one in front.
class EpochPanel : public QWidget
{
    Q_OBJECT

public:
    EpochPanel(EpochState& state, const Dialogs& dialogs, QWidget* parent = nullptr);

private:
    QWidget* makeHead();
    void refresh();

    EpochState& m_state;
    QLabel* m_title;
    QSpinBox* m_epoch;
    QToolButton* m_latest;
    LabelTableModel* m_model;
    LabelTable* m_table;
    ConfusionMatrix* m_matrix;
    ChartPanel* m_roc;
};

} // namespace labelwright
