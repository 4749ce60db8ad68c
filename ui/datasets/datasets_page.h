#pragma once

#include "ui/datasets/dataset_contents.h"
#include "ui/datasets/dataset_history.h"
#include "ui/step_page.h"

#include "core/project/feature_sets.h"
#include "core/session/job_runner.h"

#include <QTimer>

class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace labelwright {

class DatasetCommands;
class DatasetList;
struct DatasetSummary;
class EmptyState;
class FeatureSetsPanel;
class ImportPage;
class SampleDetails;
class SampleView;
class SubsetsPanel;
class VersionsPanel;

/// The datasets of the project: left their list, in the middle the samples of the one chosen, right
/// the sample in front, subsets, feature sets and versions. An import takes the page's place while
/// it is prepared.
class DatasetsPage : public StepPage
{
    Q_OBJECT

public:
    explicit DatasetsPage(const UiContext& context, QWidget* parent = nullptr);
    ~DatasetsPage() override;

    void enter() override;

private:
    /// What the chosen dataset's panels show.
    struct Details
    {
        ContentsPointer contents;
        std::vector<FeatureSet> featureSets;
        std::vector<QStringList> featureSetLabels; ///< Names, per feature set.
        std::vector<VersionFacts> versions;
    };
    /// `known`: the dataset's contents, where they are still right.
    static Result<Details> loadDetails(const Project& project, DatasetId dataset,
                                       const ContentsPointer& known);

    void buildActions();
    [[nodiscard]] EmptyState* makeEmptyState();
    [[nodiscard]] QWidget* makeBrowser();
    void connectCommands();
    void connectPanels();

    /// Datasets were edited, or may have been.
    void reloadList();
    /// Only their use by experiments may be another.
    void reloadUse();
    /// Reads the list; the chosen dataset's details only where it has other counts.
    void listDatasets();
    void showDatasets(const std::vector<DatasetSummary>& summaries);
    void reloadDetails();
    void showDetails(Details details);
    void clearDetails();
    void refreshState();
    void refreshEmpty();
    void askForFile();
    void askForFolder();
    void openImport(const QString& path);
    void newSplit();
    void newFeatureSet();
    void newExperiment();

    DatasetCommands* m_commands;
    DatasetList* m_list = nullptr;
    SampleView* m_samples = nullptr;
    SampleDetails* m_sample = nullptr;
    SubsetsPanel* m_subsets = nullptr;
    FeatureSetsPanel* m_featureSets = nullptr;
    VersionsPanel* m_versions = nullptr;
    QTabWidget* m_tabs = nullptr;
    ImportPage* m_import;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QWidget* m_browser;
    QPushButton* m_importButton = nullptr;
    QPushButton* m_experiment = nullptr;
    ContentsPointer m_contents;
    QStringList m_featureSetNames;
    bool m_isListed = false;    ///< The list was read once.
    DatasetId m_wanted;         ///< Chosen as soon as it is in the list.
    FeatureSetId m_wantedSet;   ///< The same for a feature set.
    JobId m_listJob = 0;
    JobId m_detailsJob = 0;
    int m_listQuestion = 0;    ///< Counts questions, so that a late answer is known as such.
    int m_detailsQuestion = 0; ///< The same for the details.
    int m_edits = 0;           ///< Counts what may have changed datasets.
    int m_shownEdits = -1;     ///< Which of them `m_contents` knows.
    bool m_areDetailsOld = true; ///< They are read anew with the next list.
    QTimer m_importTimer; ///< Shows a dataset while its images are still being checked.
};

} // namespace labelwright
