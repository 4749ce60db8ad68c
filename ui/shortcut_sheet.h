#pragma once

#include <QDialog>
#include <QList>
#include <QString>

class QLineEdit;
class QTreeWidget;

namespace labelwright {

/// One line of the sheet.
struct ShortcutLine
{
    QString group; ///< The menu's or the view's name.
    QString text;  ///< What the keys do.
    QString keys;  ///< As the platform writes them: "Ctrl+Shift+I".
    friend bool operator==(const ShortcutLine&, const ShortcutLine&) = default;
};

/// Keys that a widget handles by itself, so that they stand in the sheet: {"Space", tr("Preview")}.
/// The group is the name of the view it stands in.
void describeKeys(QWidget* widget, const QList<std::pair<QString, QString>>& keysAndMeanings);

/// Everything that has keys in a window: entries of its menus, actions and buttons with shortcuts
/// (also of views that are not in front), and what describeKeys told. Grouped, in the window's order.
QList<ShortcutLine> shortcutsOf(const QWidget* window);

/// The sheet that F1 shows: all shortcuts in groups, with a field that finds one.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(const QList<ShortcutLine>& lines, QWidget* parent = nullptr);

private:
    void fill(const QList<ShortcutLine>& lines);
    void filter(const QString& text);

    QLineEdit* m_find;
    QTreeWidget* m_tree;
};

/// Opens the sheet of a window; returns at once.
void showShortcuts(QWidget* window);

} // namespace labelwright
