#include "ui/deployment/api_examples_card.h"

#include "ui/deployment/api_parts.h"
#include "ui/style/theme.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

ApiExamplesCard::ApiExamplesCard(QWidget* parent)
    : QFrame(parent)
    , m_tabs(new QTabBar(this))
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("apiExamples"));
    QVBoxLayout* const layout = layOutApiCard(this, tr("Examples"));
    m_tabs->setObjectName(QStringLiteral("apiExampleTabs"));
    m_tabs->setAccessibleName(tr("Examples"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_text->setObjectName(QStringLiteral("apiExample"));
    m_text->setAccessibleName(tr("Example of a call"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    QToolButton* const copy = makeCopyButton(
        tr("Copy this example"), [this] { return m_text->toPlainText(); }, this);
    copy->setObjectName(QStringLiteral("apiCopyExample"));
    auto* const row = new QHBoxLayout;
    row->setSpacing(2 * gridStep(this));
    row->addWidget(m_tabs, 1);
    row->addWidget(copy, 0, Qt::AlignBottom);
    layout->addLayout(row);
    layout->addWidget(m_text);
    connect(m_tabs, &QTabBar::currentChanged, this, &ApiExamplesCard::showCurrent);
}

void ApiExamplesCard::setTarget(const CallTarget& target)
{
    m_examples = callExamples(target);
    for (std::size_t i = 0; i < m_examples.size(); ++i)
        if (static_cast<int>(i) >= m_tabs->count())
            m_tabs->addTab(m_examples[i].title);
    fitHeight();
    showCurrent();
}

/// All examples have the same height, so that nothing below jumps.
void ApiExamplesCard::fitHeight()
{
    qsizetype lines = 1;
    for (const CallExample& example : m_examples)
        lines = std::max(lines, example.text.count(u'\n'));
    const int frame = 2 * m_text->frameWidth() + m_text->horizontalScrollBar()->sizeHint().height()
                      + 2 * static_cast<int>(m_text->document()->documentMargin());
    m_text->setFixedHeight(static_cast<int>(lines) * m_text->fontMetrics().lineSpacing() + frame);
}

void ApiExamplesCard::showCurrent()
{
    const int current = m_tabs->currentIndex();
    if (current < 0 || static_cast<std::size_t>(current) >= m_examples.size())
        return;
    const QString text = m_examples[static_cast<std::size_t>(current)].text;
    if (m_text->toPlainText() != text) // A selection stays.
        m_text->setPlainText(text);
}

} // namespace labelwright
