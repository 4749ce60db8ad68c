#include "ui/modeling/run_form.h"

#include "core/model/solved_head.h"
#include "ui/modeling/block_words.h"
#include "ui/modeling/experiment_document.h"
#include "ui/modeling/field_form.h"
#include "ui/modeling/rate_finder.h"
#include "ui/modeling/run_editors.h"
#include "ui/style/theme.h"

#include <QVBoxLayout>

namespace labelwright {

namespace {

/// Changes whenever other editors are needed than before.
QString formKey(const ExperimentDocument& document)
{
    return QStringLiteral("%1/%2/%3/%4/%5")
        .arg(document.experiment().id.value)
        .arg(document.canEdit())
        .arg(headIsSolved(document.spec()))
        .arg(find<BackboneBlock>(document.spec()) != nullptr)
        .arg(static_cast<int>(document.settings().optimizer));
}

} // namespace

RunForm::RunForm(const UiContext& context, ExperimentDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_finder(new RateFinder(context, document, this))
{
    const int step = gridStep(this);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(step, 3 * step, 3 * step, 3 * step);
    layout->addStretch(1);
    connect(&m_document, &ExperimentDocument::opened, this, &RunForm::refresh);
    connect(&m_document, &ExperimentDocument::changed, this, &RunForm::refresh);
    m_finder->hide();
}

void RunForm::refresh()
{
    if (!m_document.isOpen()) {
        if (m_form != nullptr)
            m_form->setEnabled(false);
        return;
    }
    if (const QString key = formKey(m_document); key != m_builtFor) {
        m_builtFor = key;
        rebuild();
    }
    m_form->setEnabled(true);
    m_form->refresh();
}

void RunForm::rebuild()
{
    m_finder->setParent(this);
    if (m_form != nullptr) {
        m_form->hide();
        m_form->deleteLater(); // It may be what asked for the change.
    }
    m_form = new FieldForm(this);
    addRunFields(*m_form, m_document, m_finder);
    m_form->setReadOnly(!m_document.canEdit());
    m_finder->setVisible(m_document.canEdit() && !headIsSolved(m_document.spec()));
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_form);
    m_form->show();
}

} // namespace labelwright
