#include "ui/modeling/subset_bars.h"

#include "ui/style/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace labelwright {

SubsetBars::SubsetBars(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCounts({});
}

void SubsetBars::setCounts(const std::array<qint64, 3>& counts)
{
    m_counts = counts;
    setAccessibleName(tr("Samples: %L1 for training, %L2 for validation, %L3 for test")
                          .arg(counts[0])
                          .arg(counts[1])
                          .arg(counts[2]));
    update();
}

QSize SubsetBars::sizeHint() const
{
    return {80 * gridStep(this), 3 * 7 * gridStep(this)};
}

void SubsetBars::paintEvent(QPaintEvent*)
{
    const Colors colors = colorsOf(palette());
    const int step = gridStep(this);
    const qint64 all = std::accumulate(m_counts.begin(), m_counts.end(), qint64{0});
    const std::array<QString, 3> names{tr("Training"), tr("Validation"), tr("Test")};
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int nameWidth = 22 * step;
    const int countWidth = 30 * step;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const QRect row(0, static_cast<int>(i) * 7 * step, width(), 7 * step);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, names[i]);
        const double share =
            all > 0 ? static_cast<double>(m_counts[i]) / static_cast<double>(all) : 0;
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter,
                         QStringLiteral("%1 (%2 %)")
                             .arg(QLocale().toString(m_counts[i]))
                             .arg(qRound(100 * share)));
        const QRectF track(nameWidth, row.center().y() - step, width() - nameWidth - countWidth,
                           2 * step);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.shimmer);
        painter.drawRoundedRect(track, step, step);
        if (m_counts[i] > 0) {
            QRectF bar = track;
            bar.setWidth(std::max(2.0 * step, share * track.width()));
            painter.setBrush(colors.accent);
            painter.drawRoundedRect(bar, step, step);
        }
    }
}

} // namespace labelwright
