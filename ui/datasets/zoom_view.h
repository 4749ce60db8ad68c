#pragma once

#include <QImage>
#include <QPointF>
#include <QWidget>

namespace labelwright {

/// A picture to look at closely: fitted at first; the wheel, + and − zoom about the pointer or the
/// middle, dragging and the arrow keys move, F or a double click fits again.
class ZoomView : public QWidget
{
    Q_OBJECT

public:
    explicit ZoomView(QWidget* parent = nullptr);

    /// Shows a picture fitted, or nothing.
    void setImage(const QImage& image);
    /// The same picture in more detail: zoom and place stay.
    void refine(const QImage& image);
    /// Shown in place of a picture.
    void setText(const QString& text);

    [[nodiscard]] bool hasImage() const { return !m_image.isNull(); }
    [[nodiscard]] QSize imageSize() const { return m_image.size(); }
    /// Screen pixels per picture pixel, at the screen's scale of 1.
    [[nodiscard]] double scale() const;
    [[nodiscard]] bool isFitted() const { return m_zoom <= 1.0; }

    [[nodiscard]] QSize sizeHint() const override;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fit();

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] double fittedScale() const;
    /// The picture's rectangle in the widget.
    [[nodiscard]] QRectF target() const;
    void zoomBy(double factor, const QPointF& about);
    void moveBy(const QPointF& distance);
    void refreshCursor();

    QImage m_image;
    QString m_text;
    double m_zoom = 1.0;  ///< 1: fitted.
    QPointF m_centre{0.5, 0.5}; ///< The picture's point in the middle of the widget, each in [0, 1].
    QPointF m_grabbed;
    bool m_dragging = false;
};

} // namespace labelwright
