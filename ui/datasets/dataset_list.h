#pragma once

#include "core/base/result.h"
#include "core/project/datasets.h"

#include <QWidget>

#include <optional>
#include <vector>

class QAction;
class QListWidget;
class QToolButton;

namespace labelwright {

/// A dataset as the list shows it.
struct DatasetSummary
{
    Dataset dataset;
    qint64 versions = 0;
    qint64 experiments = 0; ///< That stand on one of its versions.

    friend bool operator==(const DatasetSummary& a, const DatasetSummary& b)
    {
        return a.dataset.id == b.dataset.id && a.dataset.name == b.dataset.name
               && a.dataset.samples == b.dataset.samples && a.dataset.pending == b.dataset.pending
               && a.dataset.problems == b.dataset.problems && a.versions == b.versions
               && a.experiments == b.experiments;
    }
};

/// Reads them all, latest first.
Result<std::vector<DatasetSummary>> datasetSummaries(const Project& project);

/// Left of the datasets view: the datasets of the project and what can be done with one.
class DatasetList : public QWidget
{
    Q_OBJECT

public:
    explicit DatasetList(QWidget* parent = nullptr);

    /// The choice stays; when its dataset is gone, the first is chosen. `chosenChanged` comes only when
    /// the chosen dataset is another one or has other counts.
    void setDatasets(const std::vector<DatasetSummary>& datasets);
    void choose(DatasetId dataset);
    [[nodiscard]] std::optional<DatasetSummary> chosen() const;
    [[nodiscard]] const std::vector<DatasetSummary>& datasets() const { return m_datasets; }

Q_SIGNALS:
    void chosenChanged();
    void renameRequested();
    void deleteRequested();
    void exportRequested();
    void checkRequested();

private:
    void addActions();
    void refreshActions();

    std::vector<DatasetSummary> m_datasets;
    QListWidget* m_list;
    QToolButton* m_more;
    QAction* m_check = nullptr;
};

} // namespace labelwright
