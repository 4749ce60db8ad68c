#pragma once

#include <QAbstractButton>

namespace labelwright {

enum class CardLook { Plain, Primary };

/// A large button drawn as a card: an icon, what it does in bold, one sentence below. The button's
/// text is the bold line, so that screen readers and mnemonics work as usual.
class CardButton : public QAbstractButton
{
    Q_OBJECT

public:
    CardButton(const QString& iconName, const QString& title, const QString& sentence, CardLook look,
               QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] QRect textRect(int width, const QFont& font, const QString& text) const;
    void paintGround(QPainter& painter) const;

    QString m_iconName;
    QString m_sentence;
    CardLook m_look;
};

} // namespace labelwright
