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
    /// The weights of a backbone, whichever it is, are there now.
    void arrived(const QString& name);

private:
    void connectFetcher();
    void fetch(const QString& title, JobRunner::Work<QString> work);
    [[nodiscard]] JobId job() const;
    void showProgress();
    void refresh();

    UiContext m_context;
    QString m_name;
    QString m_problem; ///< Why the last try for m_name failed.
    QLabel* m_text;
    QProgressBar* m_bar;
    QPushButton* m_download;
    QPushButton* m_choose;
    QPushButton* m_cancel;
};

} // namespace labelwright
