#include "ui/shortcut_sheet.h"

#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace labelwright {

namespace {

constexpr const char* keysProperty = "describedKeys";

/// "&Open project…" as a person reads it.
QString plain(QString text)
{
    text.replace(QStringLiteral("&&"), QStringLiteral("\x1f"));
    text.remove(QLatin1Char('&'));
    text.replace(QLatin1Char('\x1f'), QLatin1Char('&'));
    if (text.endsWith(QChar(0x2026)))
        text.chop(1);
    return text.section(QLatin1Char('\t'), 0, 0);
}

QString native(const QKeySequence& keys)
{
    return keys.toString(QKeySequence::NativeText);
}

/// The named ancestor nearest to the window: the view.
QString groupOf(const QObject* object, const QWidget* window)
{
    QString group;
    for (; object != nullptr && object != window; object = object->parent())
        if (const auto* const widget = qobject_cast<const QWidget*>(object);
            widget != nullptr && !widget->accessibleName().isEmpty())
            group = widget->accessibleName();
    return group.isEmpty() ? ShortcutSheet::tr("Everywhere") : group;
}

void addLine(QList<ShortcutLine>& lines, const ShortcutLine& line)
{
    if (!line.keys.isEmpty() && !line.text.isEmpty() && !lines.contains(line))
        lines.append(line);
}

void addMenu(QList<ShortcutLine>& lines, const QMenu* menu, const QString& group,
             QList<const QAction*>& seen)
{
    for (const QAction* action : menu->actions()) {
        seen.append(action);
        if (action->menu() != nullptr)
            addMenu(lines, action->menu(), group, seen);
        addLine(lines, {group, plain(action->text()), native(action->shortcut())});
    }
}

void addActions(QList<ShortcutLine>& lines, const QWidget* window,
                const QList<const QAction*>& seen)
{
    for (const QAction* action : window->findChildren<QAction*>())
        if (!seen.contains(action))
            addLine(lines, {groupOf(action->parent(), window), plain(action->text()),
                            native(action->shortcut())});
    for (const QShortcut* shortcut : window->findChildren<QShortcut*>())
        addLine(lines, {groupOf(shortcut->parent(), window), shortcut->whatsThis(),
                        native(shortcut->key())});
    for (const QAbstractButton* button : window->findChildren<QAbstractButton*>()) {
        // Alt with an underlined letter is told by the underline.
        if (button->shortcut() == QKeySequence::mnemonic(button->text()))
            continue;
        const QString text =
            button->accessibleName().isEmpty() ? plain(button->text()) : button->accessibleName();
        addLine(lines, {groupOf(button->parentWidget(), window), text, native(button->shortcut())});
    }
}

void addDescribed(QList<ShortcutLine>& lines, const QWidget* window)
{
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
        const QStringList described = widget->property(keysProperty).toStringList();
        for (qsizetype i = 0; i + 1 < described.size(); i += 2)
            addLine(lines, {groupOf(widget, window), described[i + 1], described[i]});
    }
}

} // namespace

void describeKeys(QWidget* widget, const QList<std::pair<QString, QString>>& keysAndMeanings)
{
    QStringList flat;
    for (const auto& [keys, meaning] : keysAndMeanings)
        flat << keys << meaning;
    widget->setProperty(keysProperty, flat);
}

QList<ShortcutLine> shortcutsOf(const QWidget* window)
{
    QList<ShortcutLine> lines;
    QList<const QAction*> seen;
    if (const auto* const bar = window->findChild<QMenuBar*>())
        for (const QAction* entry : bar->actions())
            if (entry->menu() != nullptr)
                addMenu(lines, entry->menu(), plain(entry->text()), seen);
    addActions(lines, window, seen);
    addDescribed(lines, window);
    return lines;
}

ShortcutSheet::ShortcutSheet(const QList<ShortcutLine>& lines, QWidget* parent)
    : QDialog(parent)
    , m_find(new QLineEdit(this))
    , m_tree(new QTreeWidget(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setObjectName(QStringLiteral("shortcutSheet"));
    const int step = gridStep(this);
    auto* const heading = new QLabel(tr("Keyboard shortcuts"), this);
    setHeading(heading, 1);
    m_find->setPlaceholderText(tr("Find a shortcut"));
    m_find->setAccessibleName(tr("Find a shortcut"));
    m_find->setClearButtonEnabled(true);
    m_tree->setAccessibleName(tr("Shortcuts"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(3 * step);
    m_tree->setStyleSheet(QStringLiteral("::item { padding: %1px 0; }").arg(step / 2 + 1));
    m_tree->setSelectionMode(QAbstractItemView::NoSelection);
    fill(lines);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(5 * step, 5 * step, 5 * step, 5 * step);
    layout->setSpacing(3 * step);
    layout->addWidget(heading);
    layout->addWidget(m_find);
    layout->addWidget(m_tree, 1);
    layout->addWidget(buttons);
    connect(m_find, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(130 * step, 150 * step);
}

void ShortcutSheet::fill(const QList<ShortcutLine>& lines)
{
    QHash<QString, QTreeWidgetItem*> groups;
    for (const ShortcutLine& line : lines) {
        QTreeWidgetItem*& group = groups[line.group];
        if (group == nullptr) {
            group = new QTreeWidgetItem(m_tree, {line.group});
            QFont bold = font();
            bold.setWeight(QFont::DemiBold);
            group->setFont(0, bold);
        }
        new QTreeWidgetItem(group, {line.text, line.keys});
    }
    m_tree->expandAll();
}

void ShortcutSheet::filter(const QString& text)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* const group = m_tree->topLevelItem(i);
        int shown = 0;
        for (int k = 0; k < group->childCount(); ++k) {
            QTreeWidgetItem* const line = group->child(k);
            const bool fits = line->text(0).contains(text, Qt::CaseInsensitive)
                              || line->text(1).contains(text, Qt::CaseInsensitive);
            line->setHidden(!fits);
            shown += fits ? 1 : 0;
        }
        group->setHidden(shown == 0);
    }
}

void showShortcuts(QWidget* window)
{
    auto* const sheet = new ShortcutSheet(shortcutsOf(window), window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

} // namespace labelwright
