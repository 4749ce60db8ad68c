#include "ui/widgets/empty_state.h"

#include "ui/style/theme.h"
#include "ui/widgets/icon_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace labelwright {

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& text,
                       QWidget* parent)
    : QWidget(parent)
    , m_idleTitle(title)
    , m_idleText(text)
    , m_title(new QLabel(title, this))
    , m_text(new QLabel(text, this))
    , m_actions(new QWidget(this))
    , m_buttons(new QHBoxLayout(m_actions))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    const int step = gridStep(this);
    auto* const picture = new IconLabel(iconName, 12 * step, this);
    setHeading(m_title, 2);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignCenter);
    setMuted(m_text);
    // A centred item gets no height for its width from the layout: long texts were cut off.
    m_text->setFixedWidth(110 * step);
    m_text->setMinimumHeight(m_text->heightForWidth(110 * step));
    m_progress->setFixedWidth(80 * step);
    m_progress->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("cancelBusy"));
    connect(m_cancel, &QPushButton::clicked, this, &EmptyState::cancelRequested);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_buttons->setSpacing(2 * step);
    m_buttons->addStretch();
    m_buttons->addStretch();
    auto* const layout = new QVBoxLayout(this);
    layout->setSpacing(2 * step);
    layout->addStretch(2);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addWidget(m_progress, 0, Qt::AlignHCenter);
    layout->addWidget(m_actions);
    layout->addWidget(m_cancel, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    endBusy();
}

void EmptyState::showBusy(const QString& title, const QString& text, std::optional<double> share)
{
    constexpr int parts = 1000;
    m_title->setText(title);
    m_text->setText(text);
    m_text->setMinimumHeight(0);
    m_progress->setAccessibleName(title);
    m_progress->setRange(0, share ? parts : 0);
    m_progress->setValue(share ? static_cast<int>(*share * parts) : 0);
    m_actions->hide();
    m_progress->show();
    m_cancel->show();
}

void EmptyState::endBusy()
{
    m_title->setText(m_idleTitle);
    m_text->setText(m_idleText);
    m_text->setMinimumHeight(m_text->heightForWidth(m_text->width()));
    m_progress->hide();
    m_cancel->hide();
    m_actions->show();
}

QPushButton* EmptyState::addButton(const QString& text)
{
    auto* const button = new QPushButton(text, m_actions);
    if (m_buttons->count() == 2)
        setPrimary(button);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

} // namespace labelwright
