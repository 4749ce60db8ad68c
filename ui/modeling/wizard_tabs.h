#pragma once

#include "core/model/advisor.h"
#include "core/project/datasets.h"
#include "core/project/feature_sets.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QTableWidget;

namespace labelwright {

class SubsetBars;

/// Choice of the dataset, with its samples per subset and what may disappoint.
class DatasetTab : public QWidget
{
    Q_OBJECT

public:
    explicit DatasetTab(QWidget* parent = nullptr);

    void setDatasets(const std::vector<Dataset>& datasets, DatasetId chosen);
    [[nodiscard]] DatasetId chosen() const;
    void showBusy();
    void showFacts(const DataFacts& facts);

Q_SIGNALS:
    void chosenChanged(labelwright::DatasetId dataset);

private:
    QComboBox* m_dataset;
    QLabel* m_summary;
    SubsetBars* m_subsets;
    QLabel* m_warnings;
    std::vector<Dataset> m_all;
};

/// The image column as input and a feature set as target.
class TargetTab : public QWidget
{
    Q_OBJECT

public:
    explicit TargetTab(QWidget* parent = nullptr);

    void setFeatureSets(const std::vector<FeatureSet>& sets, FeatureSetId chosen);
    /// Name of the chosen feature set; empty when there is none.
    [[nodiscard]] QString chosen() const;
    void showFacts(const DataFacts& facts);

Q_SIGNALS:
    void chosenChanged();

private:
    QComboBox* m_input;
    QComboBox* m_target;
    QLabel* m_size;
    QTableWidget* m_labels;
};

/// What kind of problem it is and what that implies.
class ProblemTab : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemTab(QWidget* parent = nullptr);
};

} // namespace labelwright
