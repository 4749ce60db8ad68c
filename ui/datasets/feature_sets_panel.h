#pragma once

#include "core/project/feature_sets.h"

#include <QWidget>

#include <optional>
#include <vector>

class QListWidget;
class QPushButton;

namespace labelwright {

/// The feature sets of a dataset: which labels an experiment is to learn.
class FeatureSetsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FeatureSetsPanel(QWidget* parent = nullptr);

    /// `labels` has one entry per feature set: its labels' names.
    void setFeatureSets(std::vector<FeatureSet> featureSets, const std::vector<QStringList>& labels);
    void choose(FeatureSetId featureSet);
    [[nodiscard]] std::optional<FeatureSet> chosen() const;

Q_SIGNALS:
    void newRequested();
    void deleteRequested(const labelwright::FeatureSet& featureSet);
    void experimentRequested();

private:
    void refreshButtons();

    std::vector<FeatureSet> m_featureSets;
    QListWidget* m_list;
    QPushButton* m_new;
    QPushButton* m_delete;
    QPushButton* m_experiment;
};

} // namespace labelwright
