#include "ui/widgets/chart_legend.h"

#include <QPainter>
#include <QStringList>

namespace labelwright {

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(fontMetrics().height() + 2);
    setAccessibleName(tr("Legend"));
    hide();
}

void ChartLegend::setLines(const std::vector<ChartLine>& lines)
{
    m_lines = &lines;
    QStringList names;
    for (const ChartLine& line : lines)
        names.append(line.name);
    setToolTip(names.join('\n'));
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    setVisible(lines.size() > 1);
    update();
}

void ChartLegend::paintEvent(QPaintEvent*)
{
    if (m_lines == nullptr)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(painter, QRectF(rect()), *m_lines, palette());
}

} // namespace labelwright
