#pragma once

#include "core/session/job_runner.h"
#include "ui/step_page.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace labelwright {

/// True when the weights of that backbone are on this machine.
bool hasBackboneWeights(const QString& name);

/// What is offered while the weights of a backbone are not on this machine: their download, or a
/// file of them. Hidden while there is nothing to offer.
class MissingWeights : public QFrame
{
    Q_OBJECT

public:
    explicit MissingWeights(const UiContext& context, QWidget* parent = nullptr);

    /// An empty name, or one whose weights are there, hides the offer.
    void setBackbone(const QString& name);
    void download();
    void chooseFile();

Q_SIGNALS:
    /// The weights are there now.
    void arrived(const QString& name);
    void failed(const labelwright::Error& error);

private:
    void finish(const QString& name, const Result<QString>& path);
    void showProgress();
    void refresh();

    UiContext m_context;
    QString m_name;
    QString m_problem; ///< Why the last try failed.
    JobId m_job = 0;   ///< Going on for m_jobName; 0: none.
    QString m_jobName;
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_download;
    QPushButton* m_choose;
    QPushButton* m_cancel;
};

} // namespace labelwright
