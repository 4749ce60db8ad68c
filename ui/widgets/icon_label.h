#pragma once

#include <QWidget>

namespace labelwright {

/// An icon of resources/icons as decoration, always in the palette's colours. Screen readers skip it.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    /// `side` is in pixels at 1×.
    IconLabel(const QString& iconName, int side, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {m_side, m_side}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_iconName;
    int m_side;
};

} // namespace labelwright
