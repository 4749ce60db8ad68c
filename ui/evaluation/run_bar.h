#pragma once

#include "core/project/experiments.h"
#include "ui/evaluation/run_recorder.h"
#include "ui/step_page.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace labelwright {

/// How the experiment's run stands, in words, and what can be done with it: pause, stop, go on.
class RunBar : public QFrame
{
    Q_OBJECT

public:
    explicit RunBar(const UiContext& context, QWidget* parent = nullptr);

    /// `live`: nothing where the run was not seen.
    void show(const Experiment& experiment, const LiveRun* live);

Q_SIGNALS:
    void failed(const labelwright::Error& error);

private:
    void buildButtons();
    void goOn();

    const UiContext m_context;
    std::optional<Experiment> m_experiment;
    QLabel* m_state;
    QLabel* m_details;
    QProgressBar* m_progress;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QSpinBox* m_more;
    QPushButton* m_goOn;
};

} // namespace labelwright
