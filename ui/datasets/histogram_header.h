#pragma once

#include <QHeaderView>

namespace labelwright {

struct ColumnHistogram;
class SampleTableModel;

/// The sample table's header: above each column's name the distribution of its values; hovering a
/// bar tells its value and count. A click on a section sorts.
class HistogramHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit HistogramHeader(const SampleTableModel& samples, QWidget* parent = nullptr);

    /// "present: 312 of 800 (39 %)" for the bar at a point of the viewport; empty beside bars.
    [[nodiscard]] QString barText(const QPoint& position) const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int logicalIndex) const override;
    bool viewportEvent(QEvent* event) override;

private:
    [[nodiscard]] int barsHeight() const;
    [[nodiscard]] const ColumnHistogram* histogram(int logicalIndex) const;
    /// Where a section's bars stand, within the section's rectangle.
    [[nodiscard]] QRect barsRect(const QRect& section) const;
    void paintBars(QPainter* painter, const QRect& area, const ColumnHistogram& histogram,
                   int highlighted) const;

    const SampleTableModel& m_samples;
    QPoint m_hovered{-1, -1};
};

} // namespace labelwright
