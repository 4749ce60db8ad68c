#include "ui/datasets/share_bar.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <numeric>

namespace labelwright {

ShareBar::ShareBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ShareBar::setCounts(const std::array<qint64, 4>& counts)
{
    m_counts = counts;
    update();
}

QSize ShareBar::sizeHint() const
{
    return {40 * gridStep(this), 3 * gridStep(this)};
}

void ShareBar::paintEvent(QPaintEvent*)
{
    const Colors colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(rect(), 4, 4);
    painter.setClipPath(outline);
    painter.fillRect(rect(), colors.shimmer);
    const auto sum = static_cast<double>(std::accumulate(m_counts.begin(), m_counts.end(), 0LL));
    double x = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double part = sum > 0 ? width() * static_cast<double>(m_counts[i]) / sum : 0;
        painter.fillRect(QRectF(x, 0, std::max(0.0, part - 1), height()),
                         seriesColor(static_cast<int>(i), palette()));
        x += part;
    }
}

} // namespace labelwright
