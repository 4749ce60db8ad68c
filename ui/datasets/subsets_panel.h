#pragma once

#include "ui/datasets/dataset_contents.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace labelwright {

class ShareBar;
class SubsetHeatModel;

/// The subsets of a dataset: share and count of each, the rule in words, and the positives of every
/// label in every subset.
class SubsetsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SubsetsPanel(QWidget* parent = nullptr);

    void setContents(const ContentsPointer& contents);

Q_SIGNALS:
    void newSplitRequested();

private:
    [[nodiscard]] QTableView* makeTable();

    ShareBar* m_bar;
    QLabel* m_counts;
    QLabel* m_rule;
    QLabel* m_empty;
    SubsetHeatModel* m_model;
    QTableView* m_table;
    QPushButton* m_split;
};

} // namespace labelwright
