#pragma once

#include "ui/widgets/chart_overlay.h"

#include <QWidget>

namespace labelwright {

/// Names of a chart's curves, each with a sample of its line; hidden for a single curve.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(QWidget* parent = nullptr);

    /// The lines must outlive the legend or the next call.
    void setLines(const std::vector<ChartLine>& lines);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const std::vector<ChartLine>* m_lines = nullptr;
};

} // namespace labelwright
