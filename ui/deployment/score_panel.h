#pragma once

#include "ui/deployment/score_model.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListView;

namespace labelwright {

/// The labels' scores of one image as bars, sorted or in the labels' order; one label is selected.
class ScorePanel : public QWidget
{
    Q_OBJECT

public:
    explicit ScorePanel(QWidget* parent = nullptr);

    /// In the order of the labels. The selected label stays, else the first row is selected.
    void setScores(std::vector<LabelScore> scores);

    /// In place of scores: why there are none.
    void setProblem(const QString& sentence);

    /// The selected label's place among the labels.
    [[nodiscard]] std::optional<int> selectedLabel() const;
    [[nodiscard]] const ScoreModel& model() const { return *m_model; }

Q_SIGNALS:
    void labelSelected();

private:
    void select(std::optional<int> label);
    void setOrder(ScoreOrder order);
    /// Order and legend speak of scores: only with some.
    void showControls();

    ScoreModel* m_model;
    QListView* m_list;
    QLabel* m_summary;
    QList<QWidget*> m_onlyWithScores;
};

} // namespace labelwright
