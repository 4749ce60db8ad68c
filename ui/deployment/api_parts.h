#pragma once

#include <QString>

#include <functional>

class QFrame;
class QLabel;
class QTableView;
class QToolButton;
class QVBoxLayout;
class QWidget;

namespace labelwright {

/// Makes a card of the API tab of `card`, with a heading and, at its right, `beside`; gives its
/// layout.
QVBoxLayout* layOutApiCard(QFrame* card, const QString& title, QWidget* beside = nullptr);

/// Adds secondary text that wraps.
QLabel* addApiHint(QFrame* card, const QString& text);

/// A button that puts what `text` gives on the clipboard. `what`: "Copy the URL".
QToolButton* makeCopyButton(const QString& what, std::function<QString()> text, QWidget* parent);

/// Makes the table as high as its rows, of which it shows `most` at once.
void fitRows(QTableView* table, int most);

} // namespace labelwright
