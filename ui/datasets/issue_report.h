#pragma once

#include "ui/datasets/import_draft.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace labelwright {

/// What an import found, grouped: one line per kind with its count, below it the rows.
class IssueReport : public QWidget
{
    Q_OBJECT

public:
    explicit IssueReport(QWidget* parent = nullptr);

    void setPlan(const ImportPlan* plan);

Q_SIGNALS:
    /// A row of the index was asked for.
    void lineRequested(qint64 line);
    /// A finding's way out was chosen: the images without row stay out, or the subset column is
    /// none.
    void leaveOutRequested();
    void ignoreSubsetsRequested();
    void saveRejectsRequested();

private:
    void addIssue(const Issue& issue);
    void refreshFix();

    QLabel* m_summary;
    QTreeWidget* m_tree;
    QPushButton* m_fix;
    QPushButton* m_save;
};

} // namespace labelwright
