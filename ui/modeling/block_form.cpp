#include "ui/modeling/block_form.h"

#include "core/model/backbone_facts.h"
#include "ui/modeling/backbone_combo.h"
#include "ui/modeling/block_editors.h"
#include "ui/modeling/block_words.h"
#include "ui/modeling/experiment_document.h"
#include "ui/modeling/field_form.h"
#include "ui/modeling/missing_weights.h"
#include "ui/modeling/text_color.h"
#include "ui/style/theme.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

namespace {

/// Changes whenever a block needs other editors than before.
QString formKey(const ExperimentDocument& document, int index)
{
    const auto place = static_cast<std::size_t>(index);
    const Block& block = document.spec().blocks.at(place);
    QString key = QStringLiteral("%1/%2/%3/%4")
                      .arg(document.experiment().id.value)
                      .arg(index)
                      .arg(block.index())
                      .arg(document.canEdit());
    if (const auto* const dense = std::get_if<DenseBlock>(&block))
        key += dense->nodes == 0 && isLastDense(document.spec(), place) ? QStringLiteral("/tied")
                                                                        : QStringLiteral("/free");
    if (const auto* const target = std::get_if<TargetBlock>(&block))
        key += QString::number(static_cast<int>(target->loss));
    if (const auto* const backbone = std::get_if<BackboneBlock>(&block))
        key += backbone->name + (backbone->pretrained ? QStringLiteral("/pretrained") : QString());
    return key;
}

void setBackboneName(ExperimentDocument& document, int index, const QString& name)
{
    document.edit(BlockForm::tr("Change backbone"), [&](Design& design) {
        auto& block =
            std::get<BackboneBlock>(design.spec.blocks.at(static_cast<std::size_t>(index)));
        block.name = name;
        if (const BackboneFacts* const facts = backboneFacts(name))
            block.frozenStages = std::min(block.frozenStages, facts->stages);
    });
}

} // namespace

BlockForm::BlockForm(const UiContext& context, ExperimentDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_document(document)
    , m_title(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    const int step = gridStep(this);
    m_layout->setContentsMargins(step, 3 * step, 3 * step, 3 * step);
    m_layout->setSpacing(2 * step);
    setHeading(m_title, 2);
    setMuted(m_summary);
    for (QLabel* label : {m_title, m_summary, m_problem}) {
        label->setWordWrap(true);
        m_layout->addWidget(label);
    }
    m_problem->setObjectName(QStringLiteral("blockFormProblem"));
    m_layout->addStretch(1);
    connect(&m_document, &ExperimentDocument::opened, this, &BlockForm::refresh);
    connect(&m_document, &ExperimentDocument::changed, this, &BlockForm::refresh);
}

void BlockForm::setBlock(int index)
{
    m_block = index;
    refresh();
}

void BlockForm::focusFirstEditor()
{
    if (m_form == nullptr)
        return;
    for (QWidget* child : m_form->findChildren<QWidget*>())
        if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus) != 0) {
            child->setFocus(Qt::TabFocusReason);
            return;
        }
}

void BlockForm::refresh()
{
    const bool isShown = m_document.isOpen() && m_block >= 0
                         && m_block < static_cast<int>(m_document.spec().blocks.size());
    if (!isShown) {
        m_builtFor.clear();
        if (m_form != nullptr)
            m_form->deleteLater();
        m_form = nullptr;
        m_title->setText(tr("No block selected"));
        m_summary->setText(tr("Click a block of the network to see its settings."));
        m_problem->hide();
        return;
    }
    const auto place = static_cast<std::size_t>(m_block);
    m_title->setText(blockHeading(m_document.spec().blocks.at(place)));
    m_summary->setText(blockSummary(m_document.spec(), place, m_document.labelCount()));
    showProblems();
    if (const QString key = formKey(m_document, m_block); key != m_builtFor) {
        m_builtFor = key;
        rebuild();
    }
    m_form->refresh();
}

void BlockForm::showProblems()
{
    QStringList sentences;
    for (const SpecProblem& problem : m_document.check().problems)
        if (problem.block == m_block)
            sentences.append(problem.sentence);
    m_problem->setText(sentences.join(u'\n'));
    m_problem->setVisible(!sentences.isEmpty());
    setTextColor(m_problem, colorsOf(palette()).bad);
}

void BlockForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        setTextColor(m_problem, colorsOf(palette()).bad);
    QWidget::changeEvent(event);
}

void BlockForm::rebuild()
{
    const QWidget* const focused = m_form != nullptr ? m_form->focusWidget() : nullptr;
    const QString focusName =
        focused != nullptr && focused->hasFocus() ? focused->objectName() : QString();
    if (m_form != nullptr) {
        m_form->hide();
        m_form->deleteLater(); // It may be what asked for the change.
    }
    m_form = new FieldForm(this);
    const auto place = static_cast<std::size_t>(m_block);
    if (const auto* const backbone =
            std::get_if<BackboneBlock>(&m_document.spec().blocks.at(place))) {
        auto* const combo = new BackboneCombo(BackboneCombo::None::Left, m_form);
        combo->setObjectName(QStringLiteral("blockBackbone"));
        combo->setAccessibleName(tr("Backbone"));
        combo->setName(backbone->name);
        setLocked(combo, !m_document.canEdit());
        connect(combo, &BackboneCombo::chosen, this, [this](const QString& name) {
            setBackboneName(m_document, m_block, name);
        });
        m_form->addWidget(combo);
        if (const QString reason = m_document.reason(QStringLiteral("Backbone")); !reason.isEmpty())
            m_form->addNote(reason);
        auto* const missing = new MissingWeights(m_context, m_form);
        missing->setBackbone(backbone->pretrained ? backbone->name : QString());
        connect(missing, &MissingWeights::arrived, combo, &BackboneCombo::reload);
        connect(missing, &MissingWeights::arrived, this, &BlockForm::weightsArrived);
        m_form->addWidget(missing);
    }
    addBlockFields(*m_form, m_document, place);
    m_form->setReadOnly(!m_document.canEdit());
    m_layout->insertWidget(m_layout->count() - 1, m_form);
    m_form->show(); // At once, so that it can take the focus.
    if (auto* const editor = focusName.isEmpty() ? nullptr
                                                 : m_form->findChild<QWidget*>(focusName))
        editor->setFocus();
}

} // namespace labelwright
