#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

class QApplication;
class QFormLayout;
class QWidget;

namespace labelwright {

/// Which palette the window wears.
enum class ColorScheme { System, Light, Dark };

/// "system", "light" or "dark", as settings store it; an unknown word is System.
QString colorSchemeWord(ColorScheme scheme);
ColorScheme colorSchemeFromWord(const QString& word);

/// True when text is light on a dark ground.
bool isDark(const QPalette& palette);

/// Sets style, palette and style sheet of the whole application. `System` follows the lightness of
/// the palette the platform gave at start.
void applyTheme(QApplication& application, ColorScheme scheme);

/// Colours beyond QPalette's roles, each with a light and a dark form; text on them is readable
/// (WCAG contrast of at least 4.5 for texts, 3 for marks).
struct Colors
{
    QColor accent;      ///< The one accent: selected, primary, focus.
    QColor accentText;  ///< On accent.
    QColor accentSoft;  ///< Ground of selected rows and chips.
    QColor surface;     ///< Cards, on the window's ground.
    QColor border;      ///< Hairlines.
    QColor muted;       ///< Secondary text.
    QColor good;        ///< Right: true positives and negatives.
    QColor warning;
    QColor bad;         ///< Wrong: errors, false positives and negatives.
    QColor present;     ///< Scores of positives, label held for true.
    QColor absent;      ///< Scores of negatives.
    QColor shimmer;     ///< Ground of what is not loaded yet.
};
Colors colorsOf(const QPalette& palette);

/// Colour of curve `index` in charts; distinguishable for the colour-blind (Okabe and Ito 2008).
QColor seriesColor(int index, const QPalette& palette);

/// One step of the spacing grid at the widget's font: 4 px at 1× and usual font sizes.
int gridStep(const QWidget* widget);

/// Sets the font of headings: 1 page, 2 section, 3 card; regular text is 4.
void setHeading(QWidget* widget, int level);

/// Marks a button as the one primary action of its view.
void setPrimary(QWidget* button);

/// Draws the widget as a card: surface, hairline, rounded corners.
void setCard(QWidget* widget);

/// Gives each label the height of its one-line field, so that their texts stand on one line.
void centreLabels(const QFormLayout* form);

/// Secondary text.
void setMuted(QWidget* label);

} // namespace labelwright
