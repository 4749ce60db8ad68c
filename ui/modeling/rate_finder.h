#pragma once

#include "core/session/job_runner.h"
#include "core/session/rate_job.h"
#include "ui/step_page.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace labelwright {

class ChartPanel;
class ExperimentDocument;

/// Learning-rate finder: tries rising rates on the experiment's network and data, draws the loss and
/// offers the rate at which it falls fastest.
class RateFinder : public QWidget
{
    Q_OBJECT

public:
    RateFinder(const UiContext& context, ExperimentDocument& document, QWidget* parent = nullptr);

private:
    void start();
    void finish(const Result<RateSearch>& result);
    void show(const RateSearch& search);
    void useSuggestion();
    void refresh();

    UiContext m_context;
    ExperimentDocument& m_document;
    JobId m_job = 0; ///< 0: none is going on.
    ExperimentId m_shown; ///< Whose curve is drawn.
    std::optional<double> m_suggested;
    QPushButton* m_find;
    QLabel* m_status;
    ChartPanel* m_chart;
    QPushButton* m_use;
};

} // namespace labelwright
