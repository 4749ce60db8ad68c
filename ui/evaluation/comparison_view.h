#pragma once

#include "core/project/experiments.h"
#include "ui/step_page.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace labelwright {

class ChartPanel;
class TextTableModel;
struct ComparisonFigures;

/// Two experiments side by side: what differs in their settings, figures with intervals, curves.
class ComparisonView : public QWidget
{
    Q_OBJECT

public:
    explicit ComparisonView(const UiContext& context, QWidget* parent = nullptr);

    /// `shown` is compared against one of the others.
    void setExperiments(ExperimentId shown, const std::vector<Experiment>& all);

Q_SIGNALS:
    void failed(const labelwright::Error& error);

private:
    QWidget* makeBar();
    QWidget* makeResult();
    void compare();
    void show(const ComparisonFigures& figures);

    const UiContext m_context;
    ExperimentId m_shown;
    int m_request = 0;
    QComboBox* m_other;
    QComboBox* m_subset;
    QPushButton* m_compare;
    QStackedWidget* m_faces;
    QLabel* m_hint;
    QLabel* m_sentence;
    TextTableModel* m_settings;
    TextTableModel* m_figures;
    ChartPanel* m_loss;
    ChartPanel* m_metric;
};

} // namespace labelwright
