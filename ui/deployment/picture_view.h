#pragma once

#include <QImage>
#include <QWidget>

namespace labelwright {

/// An image in proportion, with a why-map over it where there is one; an invitation while there is
/// no image.
class PictureView : public QWidget
{
    Q_OBJECT

public:
    explicit PictureView(QWidget* parent = nullptr);

    /// A null picture shows the invitation, or `text` where given.
    void setPicture(const QImage& picture, const QString& text = {});

    /// 8-bit grey, laid over the whole picture: black stays clear. Null takes it away.
    void setHeat(const QImage& heat);

    /// How strongly the why-map covers the picture, [0, 1].
    void setHeatStrength(double strength);

    /// Shows that files may be dropped now.
    void setDropTarget(bool target);

    [[nodiscard]] bool hasHeat() const { return !m_heat.isNull(); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintInvitation(QPainter& painter) const;

    QImage m_picture;
    QImage m_heat; ///< Tinted.
    QString m_text;
    double m_strength = 0.7;
    bool m_dropTarget = false;
};

} // namespace labelwright
