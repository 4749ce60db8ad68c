#include "ui/style/theme.h"

#include "ui/style/controls_sheet.h"

#include <QApplication>
#include <QFontMetrics>
#include <QFormLayout>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

#include <algorithm>
#include <array>

namespace labelwright {

namespace {

QPalette lightPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0xf6, 0xf7, 0xf9));
    palette.setColor(QPalette::WindowText, QColor(0x1d, 0x22, 0x2b));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf3, 0xf5, 0xf8));
    palette.setColor(QPalette::Text, QColor(0x1d, 0x22, 0x2b));
    palette.setColor(QPalette::Button, QColor(0xff, 0xff, 0xff));
    palette.setColor(QPalette::ButtonText, QColor(0x1d, 0x22, 0x2b));
    palette.setColor(QPalette::PlaceholderText, QColor(0x6b, 0x74, 0x83));
    palette.setColor(QPalette::ToolTipBase, QColor(0x1d, 0x22, 0x2b));
    palette.setColor(QPalette::ToolTipText, QColor(0xf6, 0xf7, 0xf9));
    palette.setColor(QPalette::Mid, QColor(0xd5, 0xda, 0xe2));
    palette.setColor(QPalette::Dark, QColor(0xb3, 0xba, 0xc6));
    palette.setColor(QPalette::Light, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x1f, 0x5f, 0xbf));
    return palette;
}

QPalette darkPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0x17, 0x1a, 0x20));
    palette.setColor(QPalette::WindowText, QColor(0xe6, 0xe9, 0xef));
    palette.setColor(QPalette::Base, QColor(0x1e, 0x22, 0x2a));
    palette.setColor(QPalette::AlternateBase, QColor(0x23, 0x28, 0x31));
    palette.setColor(QPalette::Text, QColor(0xe6, 0xe9, 0xef));
    palette.setColor(QPalette::Button, QColor(0x2a, 0x2f, 0x3a));
    palette.setColor(QPalette::ButtonText, QColor(0xe6, 0xe9, 0xef));
    palette.setColor(QPalette::PlaceholderText, QColor(0x93, 0x9c, 0xab));
    palette.setColor(QPalette::ToolTipBase, QColor(0xe6, 0xe9, 0xef));
    palette.setColor(QPalette::ToolTipText, QColor(0x17, 0x1a, 0x20));
    palette.setColor(QPalette::Mid, QColor(0x3a, 0x41, 0x4e));
    palette.setColor(QPalette::Dark, QColor(0x10, 0x12, 0x17));
    palette.setColor(QPalette::Light, QColor(0x3a, 0x41, 0x4e));
    palette.setColor(QPalette::Link, QColor(0x7f, 0xb2, 0xff));
    return palette;
}

QPalette paletteFor(bool dark)
{
    QPalette palette = dark ? darkPalette() : lightPalette();
    const Colors colors = colorsOf(palette);
    palette.setColor(QPalette::Highlight, colors.accent);
    palette.setColor(QPalette::HighlightedText, colors.accentText);
    const QColor faint = dark ? QColor(0x6b, 0x74, 0x83) : QColor(0x9a, 0xa2, 0xaf);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.border);
    return palette;
}

QString named(const QColor& color)
{
    return color.name();
}

/// Fusion draws the rest by the palette; only what gives the product its look stands here.
QString styleSheet(const QPalette& palette)
{
    const Colors c = colorsOf(palette);
    return QStringLiteral(
               "QToolTip { padding: 4px 6px; border: none; }"
               "QPushButton { padding: 5px 12px; border: 1px solid %1; border-radius: 5px;"
               "  background: %2; min-height: 1.2em; }"
               "QPushButton:hover { border-color: %3; }"
               "QPushButton:pressed { background: %4; }"
               "QPushButton:focus { border-color: %3; }"
               "QPushButton:disabled { color: %5; border-color: %1; }"
               "QPushButton[primary=\"true\"] { background: %3; color: %6; border-color: %3;"
               "  font-weight: 600; }"
               "QPushButton[primary=\"true\"]:disabled { background: %1; color: %5;"
               "  border-color: %1; }"
               "QPushButton[flat=\"true\"] { border-color: transparent; background: transparent; }"
               "QToolButton { padding: 4px; border: 1px solid transparent; border-radius: 5px; }"
               "QToolButton:hover { background: %4; }"
               "QToolButton:checked { background: %4; }"
               "QToolButton:focus { border-color: %3; }"
               "QFrame[card=\"true\"] { background: %2; border: 1px solid %1; border-radius: 8px; }"
               "QLabel[muted=\"true\"] { color: %7; }"
               "QLineEdit, QPlainTextEdit, QTextEdit { padding: 3px 6px; border: 1px solid %1;"
               "  border-radius: 5px; background: %8; }"
               "QLineEdit:focus, QPlainTextEdit:focus { border-color: %3; }"
               "QTableView, QListView, QTreeView { border: 1px solid %1; border-radius: 5px;"
               "  gridline-color: %1; }"
               "QHeaderView::section { padding: 4px 3px; border: none;"
               "  border-bottom: 1px solid %1; background: %2; }"
               "QTabWidget::pane { border: none; border-top: 1px solid %1; }"
               "QTabBar::tab { padding: 7px 11px; border: none;"
               "  border-bottom: 2px solid transparent; }"
               "QTabBar::tab:selected { border-bottom-color: %3; font-weight: 600; }"
               "QTabBar::tab:focus { color: %3; }"
               "QProgressBar { border: none; border-radius: 3px; background: %1; max-height: 6px; }"
               "QProgressBar::chunk { border-radius: 3px; background: %3; }"
               "QSplitter::handle { background: transparent; }"
               "QScrollArea { border: none; background: transparent; }"
               "QScrollArea > QWidget > QWidget { background: transparent; }")
        .arg(named(c.border), named(c.surface), named(c.accent), named(c.accentSoft),
             named(palette.color(QPalette::Disabled, QPalette::Text)), named(c.accentText),
             named(c.muted), named(palette.color(QPalette::Base)));
}

/// What only the window and its start page have.
QString shellSheet(const QPalette& palette)
{
    const Colors c = colorsOf(palette);
    return QStringLiteral(
               "#sidebar { background: %2; border-right: 1px solid %1; }"
               "#sidebar QToolButton { padding: 8px 2px 6px 2px; border-radius: 8px; color: %3; }"
               "#sidebar QToolButton:checked { color: %4; font-weight: 600; }"
               "#dropHint { border: 1px dashed %5; border-radius: 8px; }"
               "#recentProjects { border: none; background: transparent; }"
               "QMenuBar { background: %2; border-bottom: 1px solid %1; padding: 1px 4px; }"
               "QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }"
               "QMenuBar::item:selected { background: %6; color: %4; }"
               "QStatusBar { background: %2; border-top: 1px solid %1; min-height: 32px; }"
               "QStatusBar::item { border: none; }")
        .arg(named(c.border), named(c.surface), named(c.muted),
             named(palette.color(QPalette::WindowText)), named(c.absent), named(c.accentSoft));
}

void setProperty(QWidget* widget, const char* name)
{
    widget->setProperty(name, true);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

QString colorSchemeWord(ColorScheme scheme)
{
    switch (scheme) {
    case ColorScheme::Light: return QStringLiteral("light");
    case ColorScheme::Dark: return QStringLiteral("dark");
    case ColorScheme::System: break;
    }
    return QStringLiteral("system");
}

ColorScheme colorSchemeFromWord(const QString& word)
{
    if (word == QStringLiteral("light"))
        return ColorScheme::Light;
    return word == QStringLiteral("dark") ? ColorScheme::Dark : ColorScheme::System;
}

bool isDark(const QPalette& palette)
{
    // Not by the ground: a style sheet's transparent one counts as black.
    return palette.color(QPalette::WindowText).lightness() > 127;
}

void applyTheme(QApplication& application, ColorScheme scheme)
{
    // What the platform gave is only known before the first change.
    if (!application.property("systemIsDark").isValid())
        application.setProperty("systemIsDark", isDark(QApplication::palette()));
    const bool dark = scheme == ColorScheme::System ? application.property("systemIsDark").toBool()
                                                    : scheme == ColorScheme::Dark;
    const QPalette palette = paletteFor(dark);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(palette);
    application.setStyleSheet(styleSheet(palette) + controlsSheet(palette)
                              + shellSheet(palette));
}

Colors colorsOf(const QPalette& palette)
{
    if (isDark(palette))
        return {QColor(0x5b, 0xa3, 0xf5), QColor(0x0d, 0x16, 0x22), QColor(0x25, 0x3a, 0x55),
                QColor(0x1e, 0x22, 0x2a), QColor(0x38, 0x3f, 0x4b), QColor(0x9f, 0xa8, 0xb7),
                QColor(0x4f, 0xc0, 0x8d), QColor(0xe6, 0xb4, 0x50), QColor(0xf0, 0x7c, 0x6f),
                QColor(0x5b, 0xa3, 0xf5), QColor(0x8b, 0x93, 0xa1), QColor(0x2a, 0x2f, 0x3a)};
    return {QColor(0x1f, 0x6f, 0xd6), QColor(Qt::white),        QColor(0xe3, 0xee, 0xfc),
            QColor(Qt::white),        QColor(0xdd, 0xe1, 0xe8), QColor(0x5c, 0x65, 0x74),
            QColor(0x1b, 0x7f, 0x55), QColor(0x9a, 0x63, 0x00), QColor(0xc2, 0x3b, 0x2e),
            QColor(0x1f, 0x6f, 0xd6), QColor(0x7b, 0x84, 0x93), QColor(0xe9, 0xec, 0xf1)};
}

QColor seriesColor(int index, const QPalette& palette)
{
    static constexpr std::array<QRgb, 7> light{0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7,
                                               0xb8860b, 0x56b4e9, 0x5c6574};
    static constexpr std::array<QRgb, 7> dark{0x5ba3f5, 0xf08a4b, 0x3fc79a, 0xe39cc4,
                                              0xe6c34a, 0x8fd0f7, 0x9fa8b7};
    const auto& colors = isDark(palette) ? dark : light;
    return QColor(colors[static_cast<std::size_t>(index) % colors.size()]);
}

int gridStep(const QWidget* widget)
{
    return std::max(4, QFontMetrics(widget->font()).height() / 4);
}

void setHeading(QWidget* widget, int level)
{
    static constexpr std::array<double, 4> factors{1.5, 1.2, 1.05, 1.0};
    QFont font = widget->font();
    font.setPointSizeF(QApplication::font().pointSizeF()
                       * factors[static_cast<std::size_t>(std::clamp(level, 1, 4) - 1)]);
    font.setWeight(level < 4 ? QFont::DemiBold : QFont::Normal);
    widget->setFont(font);
}

void setPrimary(QWidget* button)
{
    setProperty(button, "primary");
}

void setCard(QWidget* widget)
{
    setProperty(widget, "card");
}

void centreLabels(const QFormLayout* form)
{
    for (int row = 0; row < form->rowCount(); ++row) {
        const QLayoutItem* const label = form->itemAt(row, QFormLayout::LabelRole);
        const QLayoutItem* const field = form->itemAt(row, QFormLayout::FieldRole);
        if (label == nullptr || field == nullptr || field->widget() == nullptr)
            continue;
        field->widget()->ensurePolished();
        const int height = field->widget()->sizeHint().height();
        if (height < 3 * QFontMetrics(label->widget()->font()).height())
            label->widget()->setMinimumHeight(height);
    }
}

void setMuted(QWidget* label)
{
    setProperty(label, "muted");
}

} // namespace labelwright
