#pragma once

#include "core/session/import_job.h"
#include "core/session/job_runner.h"
#include "ui/datasets/import_draft.h"
#include "ui/step_page.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace labelwright {

class ImportChoices;
class ImportPreviewModel;
class IssueReport;

/// What is about to be imported, before anything is: the first rows, what each column is taken for,
/// what was found, and every choice to correct. Nothing is written until Import is pressed.
class ImportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPage(const UiContext& context, QWidget* parent = nullptr);

    /// Looks at a zip, folder or CSV file.
    void open(const QString& path, const QStringList& datasets);
    void close();
    [[nodiscard]] bool isOpen() const { return !m_path.isEmpty(); }

    [[nodiscard]] MessageBar& messages() { return *m_messages; }

Q_SIGNALS:
    void importRequested(const labelwright::ImportRequest& request);
    void cancelled();

private:
    [[nodiscard]] QWidget* makeHeader();
    [[nodiscard]] QWidget* makeBody();
    void plan(const ImportOptions& options);
    void showDraft(const DraftPointer& draft);
    void showProblem();
    void showLine(qint64 line);
    void selectLine(qint64 line);
    void saveRejects();
    void layOutPreview();
    void refreshButtons();
    [[nodiscard]] bool isPlanning() const;

    UiContext m_context;
    QString m_path;
    DraftPointer m_draft;
    JobId m_job = 0;
    QLabel* m_title;
    QLabel* m_facts;
    QLabel* m_problem;
    MessageBar* m_messages;
    ImportChoices* m_choices;
    ImportPreviewModel* m_preview;
    QTableView* m_table = nullptr;
    IssueReport* m_report;
    QProgressBar* m_busy;
    QPushButton* m_import;
};

} // namespace labelwright
