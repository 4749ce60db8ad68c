#pragma once

#include "core/session/inspection.h"

#include <QAbstractSlider>

namespace labelwright {

/// A threshold from 0 to 1 over the histogram of scores: bars of positives rise from the middle
/// line, those of negatives hang from it, each class at its own scale, so that a rare label's
/// positives can be seen. Arrow keys move by 0.01, with Shift by 0.001, page keys by 0.1.
class ThresholdSlider : public QAbstractSlider
{
    Q_OBJECT

public:
    explicit ThresholdSlider(QWidget* parent = nullptr);

    void setHistogram(ScoreHistogram histogram);
    /// A dashed line: the threshold to compare with.
    void setReference(std::optional<double> threshold);
    /// Moves the handle without a signal; a value above 1 ("never present") stands at 1.
    void setThreshold(double threshold);
    [[nodiscard]] double threshold() const { return m_threshold; }
    /// Where a threshold is drawn, in this widget's coordinates.
    [[nodiscard]] double xOf(double threshold) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By the user, on the way.
    void moved(double threshold);
    /// By the user, arrived: mouse released, or a key.
    void released(double threshold);
    /// Double click.
    void resetRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QRectF plot() const;
    void paintBars(QPainter& painter, const std::vector<std::int64_t>& bars, bool upwards,
                   const QColor& color) const;
    void paintScale(QPainter& painter) const;
    void paintHandle(QPainter& painter) const;
    void moveTo(double threshold);
    void moveToPixel(double x);

    ScoreHistogram m_histogram;
    std::optional<double> m_reference;
    double m_threshold = 0.5;
    bool m_dragging = false;
};

} // namespace labelwright
