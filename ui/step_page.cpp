#include "ui/step_page.h"

#include "ui/style/theme.h"
#include "ui/widgets/message_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace labelwright {

StepPage::StepPage(const UiContext& context, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_subtitle(new QLabel(this))
    , m_header(new QHBoxLayout)
    , m_layout(new QVBoxLayout(this))
    , m_messages(new MessageBar(this))
{
    setAccessibleName(title);
    const int step = gridStep(this);
    m_layout->setContentsMargins(4 * step, 3 * step, 4 * step, 3 * step);
    m_layout->setSpacing(2 * step);
    m_header->setSpacing(2 * step);
    auto* const heading = new QLabel(title, this);
    setHeading(heading, 1);
    setMuted(m_subtitle);
    m_header->addWidget(heading);
    m_header->addWidget(m_subtitle, 1, Qt::AlignVCenter);
    m_layout->addLayout(m_header);
    m_layout->addWidget(m_messages);
}

void StepPage::showError(const Error& error)
{
    m_messages->show(MessageKind::Error, error.summary, error.detail);
}

void StepPage::addAction(QWidget* widget)
{
    m_header->addWidget(widget);
}

void StepPage::setContent(QWidget* widget)
{
    m_layout->addWidget(widget, 1);
}

void StepPage::setSubtitle(const QString& text)
{
    m_subtitle->setText(text);
}

} // namespace labelwright
