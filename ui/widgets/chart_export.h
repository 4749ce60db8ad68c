#pragma once

#include "core/base/result.h"
#include "ui/widgets/chart_panel.h"

#include <QPixmap>

namespace labelwright {

class ChartView;

/// A chart as a picture: title, legend, curves, on the palette's ground.
struct ChartPicture
{
    QString title;
    QString caption;
    ChartView* view;
};

/// At twice the size on screen.
QPixmap pictureOf(const ChartPicture& chart);

Result<void> saveChartPng(const ChartPicture& chart, const QString& path);
Result<void> saveChartSvg(const ChartPicture& chart, const QString& path);

} // namespace labelwright
