#pragma once

#include <QFrame>
#include <QString>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace labelwright {

enum class MessageKind { Info, Success, Warning, Error };

/// One sentence above a view's content, in place of message boxes: hidden when there is none, closed
/// by its cross, with details and one action where given. Icon and words tell the kind, not colour
/// alone.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void show(MessageKind kind, const QString& sentence, const QString& detail = {});
    void showAction(MessageKind kind, const QString& sentence, const QString& button,
                    std::function<void()> act);
    void clear();

    [[nodiscard]] QString text() const;
    [[nodiscard]] MessageKind kind() const { return m_kind; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintGround();

    MessageKind m_kind = MessageKind::Info;
    QString m_detail;
    std::function<void()> m_act;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_button;
    QToolButton* m_close;
};

} // namespace labelwright
