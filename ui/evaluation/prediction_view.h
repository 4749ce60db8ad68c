#pragma once

#include "ui/evaluation/prediction_model.h"

#include <QTimer>
#include <QWidget>

class QAbstractItemView;
class QButtonGroup;
class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace labelwright {

/// The images behind the figures: as pictures or as a table, those of the chosen field of the
/// confusion matrix or all.
class PredictionView : public QWidget
{
    Q_OBJECT

public:
    PredictionView(Workspace& workspace, InspectionState& state, QWidget* parent = nullptr);

    [[nodiscard]] PredictionModel& model() { return *m_model; }
    void showTable(bool table);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeBar();
    void makeGallery();
    void makeTable();
    void refill();
    /// After the threshold moved.
    void follow();
    void repaintViews();
    void wishSoon();
    void wish();
    void updateWords();
    void showFace();
    [[nodiscard]] QAbstractItemView* front() const;

    Workspace& m_workspace;
    InspectionState& m_state;
    PredictionModel* m_model;
    QListView* m_gallery;
    QTableView* m_table;
    QStackedWidget* m_stack;
    QLabel* m_none;
    QLabel* m_words;
    QPushButton* m_showAll;
    QComboBox* m_order;
    QButtonGroup* m_looks;
    QTimer m_refillTimer;
    QTimer m_wishTimer;
};

} // namespace labelwright
