#include "ui/widgets/empty_state.h"

#include "ui/style/theme.h"
#include "ui/widgets/icon_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace labelwright {

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& text,
                       QWidget* parent)
    : QWidget(parent)
    , m_buttons(new QHBoxLayout)
{
    const int step = gridStep(this);
    auto* const picture = new IconLabel(iconName, 12 * step, this);
    auto* const heading = new QLabel(title, this);
    setHeading(heading, 2);
    heading->setAlignment(Qt::AlignCenter);
    auto* const body = new QLabel(text, this);
    body->setWordWrap(true);
    body->setAlignment(Qt::AlignCenter);
    setMuted(body);
    // A centred item gets no height for its width from the layout: long texts were cut off.
    body->setFixedWidth(110 * step);
    body->setMinimumHeight(body->heightForWidth(110 * step));
    m_buttons->setSpacing(2 * step);
    m_buttons->addStretch();
    m_buttons->addStretch();
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(2 * step);
    layout->addStretch(2);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    layout->addWidget(heading);
    layout->addWidget(body, 0, Qt::AlignHCenter);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
}

QPushButton* EmptyState::addButton(const QString& text)
{
    auto* const button = new QPushButton(text, this);
    if (m_buttons->count() == 2)
        setPrimary(button);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

} // namespace labelwright
