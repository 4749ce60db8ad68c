#include "ui/modeling/network_view.h"

#include "ui/modeling/block_card.h"
#include "ui/modeling/block_joint.h"
#include "ui/modeling/experiment_document.h"
#include "ui/modeling/input_preview.h"
#include "ui/modeling/network_edits.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

namespace {

QToolButton* toolButton(const QString& iconName, const QString& tip, const QString& name,
                        QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    const int step = gridStep(parent);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(4 * step, 4 * step));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setObjectName(name);
    return button;
}

QString costWords(const BlockShape& shape)
{
    QStringList words;
    if (shape.parameters > 0)
        words.append(NetworkView::tr("%1 parameters").arg(countInWords(shape.parameters)));
    if (shape.multiplyAdds > 0)
        words.append(NetworkView::tr("%1 multiply-adds").arg(countInWords(shape.multiplyAdds)));
    return words.join(u'\n');
}

} // namespace

NetworkView::NetworkView(const UiContext& context, ExperimentDocument& document, QWidget* parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_preview(new InputPreview(context, this))
    , m_tools(new QWidget(this))
{
    const int step = gridStep(this);
    setObjectName(QStringLiteral("network"));
    setAccessibleName(tr("Network"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* const body = new QWidget(this);
    auto* const outer = new QHBoxLayout(body);
    outer->setContentsMargins(step, step, 3 * step, 4 * step);
    auto* const column = new QWidget(body);
    column->setMaximumWidth(190 * step);
    outer->addWidget(column);
    m_column = new QVBoxLayout(column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    setWidget(body);
    buildTools();
    connect(&m_document, &ExperimentDocument::opened, this, [this] {
        if (m_document.isOpen() && m_selected >= static_cast<int>(m_document.spec().blocks.size()))
            m_selected = -1;
        refresh();
    });
    connect(&m_document, &ExperimentDocument::changed, this, &NetworkView::refresh);
}

void NetworkView::buildTools()
{
    auto* const layout = new QHBoxLayout(m_tools);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_up = toolButton(QStringLiteral("arrow-up"), tr("Move up (Alt+Up)"), QStringLiteral("blockUp"),
                      m_tools);
    m_down = toolButton(QStringLiteral("arrow-down"), tr("Move down (Alt+Down)"),
                        QStringLiteral("blockDown"), m_tools);
    m_duplicate = toolButton(QStringLiteral("copy"), tr("Duplicate this block"),
                             QStringLiteral("blockDuplicate"), m_tools);
    m_remove = toolButton(QStringLiteral("delete"), tr("Remove this block (Delete)"),
                          QStringLiteral("blockRemove"), m_tools);
    for (QToolButton* button : {m_up, m_down, m_duplicate, m_remove})
        layout->addWidget(button);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_duplicate, &QToolButton::clicked, this,
            [this] { act(duplicateBlock(m_document, m_selected)); });
    connect(m_remove, &QToolButton::clicked, this,
            [this] { act(removeBlock(m_document, m_selected)); });
    m_tools->hide();
}

BlockCard* NetworkView::card(int index) const
{
    return index >= 0 && index < count() ? m_cards[static_cast<std::size_t>(index)] : nullptr;
}

void NetworkView::rebuild()
{
    // What stays is taken out before its card goes.
    m_preview->setParent(this);
    m_tools->setParent(this);
    m_preview->hide();
    m_tools->hide();
    for (BlockCard* card : m_cards) {
        card->disconnect(this); // A card that goes hands its focus on, which is no choice.
        card->hide();
        card->deleteLater(); // A key press of its may be what asked for the change.
    }
    for (BlockJoint* joint : m_joints) {
        joint->hide();
        joint->deleteLater();
    }
    m_cards.clear();
    m_joints.clear();
    const int blocks = m_document.isOpen() ? static_cast<int>(m_document.spec().blocks.size()) : 0;
    QWidget* const column = m_column->parentWidget();
    for (int index = 0; index < blocks; ++index) {
        if (index > 0) {
            auto* const joint = new BlockJoint(index, column);
            connect(joint, &BlockJoint::addRequested, this, [this](BlockKind kind, int place) {
                act(addBlock(m_document, kind, place));
            });
            m_joints.push_back(joint);
            m_column->insertWidget(m_column->count() - 1, joint);
        }
        auto* const card = new BlockCard(index, column);
        connect(card, &BlockCard::clicked, this, &NetworkView::select);
        connect(card, &BlockCard::activated, this, &NetworkView::activated);
        m_cards.push_back(card);
        m_column->insertWidget(m_column->count() - 1, card);
        card->show();
    }
}

void NetworkView::refresh()
{
    const bool isOpen = m_document.isOpen();
    const auto blocks = isOpen ? m_document.spec().blocks.size() : 0;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    const int selected = m_selected;
    if (blocks != m_cards.size())
        rebuild();
    m_selected = selected;
    for (BlockJoint* joint : m_joints)
        joint->setEditable(m_document.canEdit());
    for (int index = 0; index < count(); ++index)
        fill(index);
    if (count() > 0 && (selected < 0 || selected >= count()))
        select(std::clamp(selected, 0, count() - 1));
    else
        updateTools();
    BlockCard* const shown = card(m_selected);
    if (hadFocus && shown != nullptr && !isAncestorOf(QApplication::focusWidget()))
        shown->setFocus();
}

void NetworkView::fill(int index)
{
    const auto place = static_cast<std::size_t>(index);
    const ModelSpec& spec = m_document.spec();
    const Block& block = spec.blocks[place];
    const BlockShape& shape = m_document.check().shapes.at(place);
    BlockCardContent content;
    content.iconName = blockIcon(block);
    content.title = blockHeading(block);
    content.summary = blockSummary(spec, place, m_document.labelCount());
    content.shape = shape.output;
    content.cost = costWords(shape);
    const auto* const dense = std::get_if<DenseBlock>(&block);
    content.isTied = dense != nullptr && dense->nodes == 0 && isLastDense(spec, place);
    for (const SpecProblem& problem : m_document.check().problems)
        if (problem.block == index)
            content.problems.append(problem.sentence);
    BlockCard* const card = m_cards[place];
    card->setContent(content);
    card->setSelected(index == m_selected);
    if (const auto* const input = std::get_if<InputBlock>(&block); input != nullptr && index == 0) {
        if (m_preview->parentWidget() != card) {
            card->addBelow(m_preview);
            m_preview->show();
        }
        m_preview->setInput(m_document.experiment().dataset, *input);
    }
}

void NetworkView::select(int index)
{
    if (index < 0 || index >= count())
        return;
    m_selected = index;
    for (BlockCard* card : m_cards)
        card->setSelected(card->index() == index);
    updateTools();
    Q_EMIT selectedChanged(index);
}

void NetworkView::updateTools()
{
    BlockCard* const card = this->card(m_selected);
    const bool isShown = card != nullptr && m_document.canEdit()
                         && canRemoveBlock(m_document.spec(), m_selected);
    if (isShown && m_tools->parentWidget() != card)
        card->setTools(m_tools);
    m_tools->setVisible(isShown);
    if (!isShown)
        return;
    m_up->setEnabled(canMoveBlock(m_document.spec(), m_selected, -1));
    m_down->setEnabled(canMoveBlock(m_document.spec(), m_selected, 1));
}

void NetworkView::act(int place)
{
    if (place < 0)
        return;
    select(std::min(place, count() - 1));
    BlockCard* const shown = card(m_selected);
    shown->setFocus();
    // The layout knows where the card is only after this event.
    QTimer::singleShot(0, shown, [this, shown] { ensureWidgetVisible(shown); });
}

void NetworkView::move(int by)
{
    act(moveBlock(m_document, m_selected, by));
}

void NetworkView::keyPressEvent(QKeyEvent* event)
{
    const bool isUp = event->key() == Qt::Key_Up;
    if (isUp || event->key() == Qt::Key_Down) {
        if (event->modifiers().testFlag(Qt::AltModifier))
            move(isUp ? -1 : 1);
        else
            act(std::clamp(m_selected + (isUp ? -1 : 1), 0, count() - 1));
    } else if (event->key() == Qt::Key_Delete) {
        act(removeBlock(m_document, m_selected));
    } else {
        QScrollArea::keyPressEvent(event);
    }
}

} // namespace labelwright
