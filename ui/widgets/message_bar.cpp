#include "ui/widgets/message_bar.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/window_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace labelwright {

namespace {

QColor colorOf(MessageKind kind, const QPalette& palette)
{
    const Colors colors = colorsOf(palette);
    switch (kind) {
    case MessageKind::Success: return colors.good;
    case MessageKind::Warning: return colors.warning;
    case MessageKind::Error: return colors.bad;
    case MessageKind::Info: break;
    }
    return colors.accent;
}

QString iconOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Success: return QStringLiteral("check");
    case MessageKind::Warning: return QStringLiteral("warning");
    case MessageKind::Error: return QStringLiteral("error");
    case MessageKind::Info: break;
    }
    return QStringLiteral("info");
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message"));
    auto* const layout = new QHBoxLayout(this);
    const int step = gridStep(this);
    layout->setContentsMargins(2 * step, step, step, step);
    layout->setSpacing(2 * step);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Message"));
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    m_button->setVisible(false);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(m_button, &QPushButton::clicked, this, [this] {
        const auto act = m_act;
        clear();
        if (act)
            act();
    });
    setVisible(false);
}

void MessageBar::show(MessageKind kind, const QString& sentence, const QString& detail)
{
    m_kind = kind;
    m_text->setText(inWindowWords(sentence));
    m_text->setToolTip(detail);
    m_act = {};
    m_button->setVisible(false);
    paintGround();
    setVisible(true);
}

void MessageBar::showAction(MessageKind kind, const QString& sentence, const QString& button,
                            std::function<void()> act)
{
    show(kind, sentence);
    m_act = std::move(act);
    m_button->setText(button);
    m_button->setVisible(true);
}

void MessageBar::clear()
{
    m_text->clear();
    setVisible(false);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        paintGround();
    QFrame::changeEvent(event);
}

void MessageBar::paintGround()
{
    const QColor color = colorOf(m_kind, palette());
    const QString sheet =
        QStringLiteral("#messageBar { border: 1px solid %1; border-left: 4px solid %1;"
                       " border-radius: 5px; background: %2; }")
            .arg(color.name(), colorsOf(palette()).surface.name());
    if (styleSheet() != sheet)
        setStyleSheet(sheet);
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(icon(iconOf(m_kind)).pixmap(side));
}

} // namespace labelwright
