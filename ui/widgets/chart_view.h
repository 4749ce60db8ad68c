#pragma once

#include "ui/widgets/chart_overlay.h"
#include "ui/widgets/chart_range.h"

#include <QChartView>
#include <QPixmap>

class QLineSeries;
class QRubberBand;

namespace labelwright {

/// The drawn part of a ChartPanel: curves by Qt Charts, kept as a picture while they stay as they
/// are, so that moving the dot or the pointer costs no more than painting the overlay.
class ChartView : public QChartView
{
    Q_OBJECT

public:
    explicit ChartView(QWidget* parent = nullptr);

    void setAxes(const PlotAxis& x, const PlotAxis& y);
    [[nodiscard]] const PlotAxis& axis(AxisSide side) const;

    /// The curves must outlive the view or the next call.
    void setSeries(const std::vector<PlotSeries>& series);
    [[nodiscard]] const std::vector<ChartLine>& lines() const { return m_lines; }

    void setMarker(std::optional<double> x, const QString& word);
    void setDot(std::optional<QPointF> dot);
    [[nodiscard]] std::optional<QPointF> dot() const { return m_dot; }

    /// Shows all data, and what comes.
    void follow();
    [[nodiscard]] bool isFollowing() const { return m_following; }

    /// Where a value is drawn, in this widget's coordinates.
    [[nodiscard]] QPointF toPixel(const QPointF& value) const;

    /// Draws curves, axes, marker and dot.
    void paintInto(QPainter& painter, const QRectF& target);

Q_SIGNALS:
    void followingChanged(bool following);
    void dotDragged(int pointIndex);
    void dotReleased();
    void dotReset();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Drag { None, Dot, Rectangle };

    void restyle();
    void rebuildAxes();
    void updateLines();
    void updateRanges();
    void applyRanges();
    void drawVisiblePoints();
    void showRanges(const AxisRange& x, const AxisRange& y);
    void zoom(AxisSide side, double anchor, double factor);
    void pan(double share);
    void outdate();
    void redraw();
    void dragDotTo(const QPointF& pixel);
    [[nodiscard]] bool isOnDot(const QPointF& pixel) const;
    [[nodiscard]] QPointF shareAt(const QPointF& pixel) const;
    [[nodiscard]] PlotFrame frame() const;

    PlotAxis m_x;
    PlotAxis m_y;
    AxisRange m_xRange;
    AxisRange m_yRange;
    const std::vector<PlotSeries>* m_series = nullptr;
    std::vector<ChartLine> m_lines;
    std::vector<QLineSeries*> m_items;
    std::optional<double> m_marker;
    QString m_markerWord;
    std::optional<QPointF> m_dot;
    std::optional<QPointF> m_pointer;
    QPixmap m_picture;
    bool m_stale = true;
    bool m_following = true;
    bool m_focusRing = false; ///< Focus came by the keyboard.
    Drag m_drag = Drag::None;
    QPointF m_dragStart;
    QRubberBand* m_band;
};

} // namespace labelwright
