#include "ui/deployment/api_examples_card.h"

#include "ui/deployment/api_parts.h"
#include "ui/style/theme.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace labelwright {

ApiExamplesCard::ApiExamplesCard(QWidget* parent)
    : QFrame(parent)
    , m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("apiExamples"));
    m_tabs->setObjectName(QStringLiteral("apiExampleTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    QToolButton* const copy = makeCopyButton(
        tr("Copy this example"), [this] { return at(m_tabs->currentIndex())->toPlainText(); }, this);
    copy->setObjectName(QStringLiteral("apiCopyExample"));
    layOutApiCard(this, tr("Examples"), copy)->addWidget(m_tabs);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ApiExamplesCard::fitHeight);
}

QPlainTextEdit* ApiExamplesCard::addExample(const QString& title)
{
    auto* const text = new QPlainTextEdit(m_tabs);
    text->setAccessibleName(tr("Example of a call: %1").arg(title));
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setTabChangesFocus(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_tabs->addTab(text, title);
    return text;
}

QPlainTextEdit* ApiExamplesCard::at(int index) const
{
    return qobject_cast<QPlainTextEdit*>(m_tabs->widget(index));
}

void ApiExamplesCard::setTarget(const CallTarget& target)
{
    int index = 0;
    for (const CallExample& example : callExamples(target)) {
        QPlainTextEdit* const text =
            index < m_tabs->count() ? at(index) : addExample(example.title);
        if (text->toPlainText() != example.text) // A selection stays.
            text->setPlainText(example.text);
        ++index;
    }
    fitHeight();
}

/// As high as the example in front.
void ApiExamplesCard::fitHeight()
{
    const QPlainTextEdit* const text = at(m_tabs->currentIndex());
    if (text == nullptr)
        return;
    const int lines = text->document()->blockCount();
    const int frame = text->horizontalScrollBar()->sizeHint().height()
                      + 2 * static_cast<int>(text->document()->documentMargin())
                      + 2 * gridStep(this);
    m_tabs->setFixedHeight(m_tabs->tabBar()->sizeHint().height() + frame
                           + lines * text->fontMetrics().lineSpacing());
}

} // namespace labelwright
