#pragma once

#include "core/session/job_runner.h"
#include "core/session/split_job.h"
#include "ui/datasets/dataset_contents.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QRadioButton;
class QStackedWidget;

namespace labelwright {

class ConditionRow;
class SplitForm;
class Workspace;

/// "New subset split" in two steps: which images take part, then how they are distributed over the
/// three disjoint subsets.
class SplitDialog : public QDialog
{
    Q_OBJECT

public:
    SplitDialog(Workspace& workspace, const ContentsPointer& contents, QWidget* parent = nullptr);

    /// What was asked for.
    [[nodiscard]] SplitOptions options() const;
    /// How many images in a subset may be moved to another; 0 when they are to stay.
    [[nodiscard]] qint64 mayMove() const;

private:
    [[nodiscard]] QWidget* makeFilterStep();
    void showStep(int step);
    void goOn();
    void countUsage();
    [[nodiscard]] std::optional<SubsetCondition> filter() const;

    Workspace& m_workspace;
    ContentsPointer m_contents;
    QStringList m_columns;
    QStackedWidget* m_steps;
    QLabel* m_title;
    QLabel* m_usage = nullptr;
    QLabel* m_error;
    QRadioButton* m_all = nullptr;
    QRadioButton* m_some = nullptr;
    ConditionRow* m_condition = nullptr;
    SplitForm* m_form;
    QPushButton* m_back;
    QPushButton* m_next;
    JobId m_job = 0;
    qint64 m_used = 0;   ///< Usable images that fulfil the filter.
    qint64 m_placed = 0; ///< Of these, in a subset already.
};

} // namespace labelwright
