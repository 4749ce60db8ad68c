#include "ui/style/controls_sheet.h"

#include "ui/style/theme.h"

namespace labelwright {

namespace {

QString fields()
{
    return QStringLiteral(
        "QComboBox, QAbstractSpinBox { padding: 4px 8px; border: 1px solid @border;"
        "  border-radius: 5px; background: @base; min-height: 1.2em; }"
        "QLineEdit { padding: 4px 8px; min-height: 1.2em; }"
        "QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractItemView QLineEdit {"
        "  padding: 0; border: none; min-height: 0; background: transparent; }"
        "QAbstractItemView QLineEdit { background: @base; }"
        "QComboBox:hover, QAbstractSpinBox:hover, QLineEdit:hover { border-color: @mark; }"
        "QComboBox:focus, QAbstractSpinBox:focus, QLineEdit:focus { border-color: @accent; }"
        "QComboBox:disabled, QAbstractSpinBox:disabled, QLineEdit:disabled {"
        "  color: @faint; background: @window; }"
        "QLineEdit[readOnly=\"true\"], QAbstractSpinBox[readOnly=\"true\"],"
        "QComboBox[locked=\"true\"]:disabled {"
        "  color: @muted; background: @window; border-color: @border; }"
        "QCheckBox[locked=\"true\"]:disabled { color: @muted; }"
        "QComboBox::drop-down { border: none; width: 22px; }"
        "QComboBox::down-arrow { image: url(:/style/arrow-down.svg); width: 12px; height: 12px; }"
        "QAbstractSpinBox { padding-right: 20px; }"
        "QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 20px;"
        "  subcontrol-origin: border; background: transparent; }"
        "QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; }"
        "QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; }"
        "QAbstractSpinBox QLineEdit[readOnly=\"true\"] { background: transparent; }"
        "QAbstractSpinBox[readOnly=\"true\"]::up-button,"
        "QAbstractSpinBox[readOnly=\"true\"]::down-button { width: 0; }"
        "QComboBox[locked=\"true\"]::drop-down { width: 0; }"
        "QAbstractSpinBox::up-arrow { image: url(:/style/arrow-up.svg);"
        "  width: 10px; height: 10px; }"
        "QAbstractSpinBox::down-arrow { image: url(:/style/arrow-down.svg);"
        "  width: 10px; height: 10px; }"
        "QAbstractSpinBox[readOnly=\"true\"]::up-arrow,"
        "QAbstractSpinBox[readOnly=\"true\"]::down-arrow,"
        "QComboBox[locked=\"true\"]::down-arrow { image: none; width: 0; height: 0; }");
}

QString bars()
{
    return QStringLiteral(
        "QScrollBar { background: transparent; border: none; margin: 0; }"
        "QScrollBar:vertical { width: 12px; }"
        "QScrollBar:horizontal { height: 12px; }"
        "QScrollBar::handle { background: @scroll; border-radius: 4px; margin: 2px; }"
        "QScrollBar::handle:vertical { min-height: 28px; }"
        "QScrollBar::handle:horizontal { min-width: 28px; }"
        "QScrollBar::handle:hover { background: @mark; }"
        "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
        "QAbstractScrollArea::corner { background: transparent; }"
        "QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @border; }"
        "QSlider::sub-page:horizontal { border-radius: 2px; background: @accent; }"
        "QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0;"
        "  border: 1px solid @accent; border-radius: 8px; background: @surface; }"
        "QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {"
        "  background: @accent; }"
        "QSlider:disabled { color: @faint; }");
}

QString boxes()
{
    return QStringLiteral(
        "QGroupBox { border: 1px solid @border; border-radius: 8px; margin-top: 1.4em;"
        "  padding: 8px; font-weight: 600; }"
        "QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left;"
        "  padding: 0 2px; }"
        "QDialogButtonBox { button-layout: 3; }" // Cancel, then what is done, on every platform.
        "QComboBox QAbstractItemView { border: 1px solid @border; background: @surface;"
        "  selection-background-color: @soft; selection-color: @text; }"
        "QTableView, QListView, QTreeView { selection-background-color: @soft;"
        "  selection-color: @text; }"
        "QHeaderView { background: @surface; }"
        "QTableCornerButton::section { background: @surface; border: none;"
        "  border-bottom: 1px solid @border; }"
        "QTabBar { qproperty-drawBase: 0; }"
        "QPushButton::menu-indicator, QToolButton::menu-indicator {"
        "  image: url(:/style/arrow-down.svg); width: 12px; height: 12px;"
        "  subcontrol-origin: padding; subcontrol-position: right center; right: 5px; }"
        "QToolButton[popupMode=\"2\"] { padding-right: 20px; }"
        "QSplitter::handle:hover { background: @soft; }");
}

/// Fusion's own boxes all but vanish on a dark ground.
QString marks()
{
    return QStringLiteral(
        "QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator,"
        "QGroupBox::indicator { width: 14px; height: 14px; border: 1px solid @mark;"
        "  border-radius: 4px; background: @base; }"
        "QRadioButton::indicator { border-radius: 8px; }"
        "QCheckBox::indicator:hover, QRadioButton::indicator:hover,"
        "QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }"
        "QCheckBox::indicator:checked, QAbstractItemView::indicator:checked,"
        "QGroupBox::indicator:checked { border-color: @accent; background: @accent;"
        "  image: url(:/style/check-@scheme.svg); }"
        "QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {"
        "  border-color: @accent; background: @accent; image: url(:/style/partly-@scheme.svg); }"
        "QRadioButton::indicator:checked { border-color: @accent; background: @accent;"
        "  image: url(:/style/dot-@scheme.svg); }"
        "QCheckBox::indicator:disabled, QRadioButton::indicator:disabled,"
        "QAbstractItemView::indicator:disabled { border-color: @border; background: @window; }"
        "QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled,"
        "QAbstractItemView::indicator:checked:disabled { border-color: @faint;"
        "  background: @faint; }"
        "QCheckBox, QRadioButton { spacing: 7px; }");
}

} // namespace

QString controlsSheet(const QPalette& palette)
{
    const Colors colors = colorsOf(palette);
    QString sheet = fields() + bars() + boxes() + marks();
    sheet.replace(QStringLiteral("@scheme"),
                  isDark(palette) ? QStringLiteral("dark") : QStringLiteral("light"));
    const std::pair<const char*, QColor> names[] = {
        {"@border", colors.border},
        {"@base", palette.color(QPalette::Base)},
        {"@window", palette.color(QPalette::Window)},
        {"@mark", colors.absent},
        {"@accent", colors.accent},
        {"@faint", palette.color(QPalette::Disabled, QPalette::Text)},
        {"@scroll", palette.color(QPalette::Mid)},
        {"@surface", colors.surface},
        {"@muted", colors.muted},
        {"@soft", colors.accentSoft},
        {"@text", palette.color(QPalette::Text)},
    };
    for (const auto& [name, color] : names)
        sheet.replace(QLatin1String(name), color.name());
    return sheet;
}

} // namespace labelwright
