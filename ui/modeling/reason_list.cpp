#include "ui/modeling/reason_list.h"

#include "ui/modeling/advice_words.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace labelwright {

ReasonList::ReasonList(QStringList shownElsewhere, QWidget* parent)
    : QWidget(parent)
    , m_shownElsewhere(std::move(shownElsewhere))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
}

void ReasonList::setAdvice(const Advice& advice)
{
    delete m_body;
    m_body = new QWidget(this);
    m_rows = new QVBoxLayout(m_body);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2 * gridStep(this));
    for (const Advice::Reason& reason : advice.reasons)
        if (!m_shownElsewhere.contains(reason.setting))
            add(settingTitle(reason.setting), chosenValue(advice, reason.setting), reason.sentence);
    m_layout->addWidget(m_body);
}

void ReasonList::add(const QString& title, const QString& value, const QString& reason)
{
    auto* const head = new QHBoxLayout;
    head->setSpacing(2 * gridStep(this));
    auto* const name = new QLabel(title, m_body);
    setHeading(name, 3);
    auto* const chosen = new QLabel(value, m_body);
    auto* const why = new QLabel(reason, m_body);
    why->setWordWrap(true);
    setMuted(why);
    head->addWidget(name);
    head->addWidget(chosen, 1);
    auto* const row = new QVBoxLayout;
    row->setSpacing(0);
    row->addLayout(head);
    row->addWidget(why);
    m_rows->addLayout(row);
}

} // namespace labelwright
