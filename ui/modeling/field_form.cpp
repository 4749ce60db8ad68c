#include "ui/modeling/field_form.h"

#include "ui/modeling/block_words.h"
#include "ui/modeling/wheel_guard.h"
#include "ui/style/theme.h"
#include "ui/widgets/icon_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDoubleValidator>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <utility>

namespace labelwright {

void setLocked(QWidget* editor, bool locked)
{
    if (auto* const line = qobject_cast<QLineEdit*>(editor))
        line->setReadOnly(locked);
    else if (auto* const box = qobject_cast<QAbstractSpinBox*>(editor))
        box->setReadOnly(locked);
    else
        editor->setEnabled(!locked);
    editor->setProperty("locked", locked);
    editor->style()->unpolish(editor); // The style sheet looks at properties only then.
    editor->style()->polish(editor);
}

namespace {

/// Property of editors that take no values whatever else holds.
constexpr const char* withoutEffect = "withoutEffect";

/// Shows a value, unless it stands there already: writing it again would take away what is being
/// typed.
void showValue(QSpinBox& box, int value)
{
    if (box.value() != value)
        box.setValue(value);
}

void showValue(QDoubleSpinBox& box, double value)
{
    if (std::abs(box.value() - value) >= 0.5 * std::pow(10, -box.decimals()))
        box.setValue(value);
}

/// Leaves alone what is being typed.
void readUnlessTyped(const QLineEdit& line, const std::function<void()>& read)
{
    if (!line.hasFocus() || !line.isModified())
        read();
}

} // namespace

FieldForm::FieldForm(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    const int step = gridStep(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(3 * step);
    m_grid->setVerticalSpacing(2 * step);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_grid->setAlignment(Qt::AlignTop);
}

QLabel* FieldForm::addText(const QString& text)
{
    auto* const label = new QLabel(text, this);
    label->setWordWrap(true);
    setMuted(label);
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 2);
    return label;
}

QLabel* FieldForm::addReason(const std::function<QString()>& reason)
{
    QLabel* const label = addText(reason());
    const auto read = [label, reason] {
        label->setText(reason());
        label->setVisible(!label->text().isEmpty());
    };
    m_readers.push_back(read);
    return label;
}

void FieldForm::addHeading(const QString& text, const std::function<QString()>& reason)
{
    auto* const label = new QLabel(text, this);
    setHeading(label, 3);
    label->setContentsMargins(0, m_grid->count() == 0 ? 0 : 2 * gridStep(this), 0, 0);
    m_grid->addWidget(label, m_grid->rowCount(), 0, 1, 2);
    if (reason)
        addReason(reason);
}

void FieldForm::addNote(const QString& text, const QString& iconName)
{
    if (iconName.isEmpty()) {
        addText(text);
        return;
    }
    auto* const row = new QWidget(this);
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep(this));
    auto* const picture = new IconLabel(iconName, 4 * gridStep(this), row);
    auto* const label = new QLabel(text, row);
    label->setWordWrap(true);
    layout->addWidget(picture, 0, Qt::AlignTop);
    layout->addWidget(label, 1);
    addWidget(row);
}

void FieldForm::addRow(const FieldWords& words, QWidget* editor)
{
    const int row = m_grid->rowCount();
    editor->setObjectName(words.id);
    editor->setToolTip(words.tip);
    editor->setAccessibleName(words.name);
    editor->setAccessibleDescription(words.tip);
    WheelGuard::watch(editor);
    m_editors.push_back(editor);
    if (qobject_cast<QCheckBox*>(editor) != nullptr) {
        m_grid->addWidget(editor, row, 0, 1, 2);
    } else {
        auto* const label = new QLabel(words.name, this);
        label->setToolTip(words.tip);
        label->setBuddy(editor);
        label->setWordWrap(true);
        m_grid->addWidget(label, row, 0);
        m_grid->addWidget(editor, row, 1);
    }
    if (words.reason)
        addReason(words.reason)->setObjectName(words.id + QStringLiteral("Reason"));
}

void FieldForm::addWhole(const FieldWords& words, int least, int most, FieldAccess<int> access,
                         int step)
{
    auto* const box = new QSpinBox(this);
    box->setRange(least, most);
    box->setSingleStep(step);
    box->setSuffix(words.suffix);
    if (!words.zeroText.isEmpty())
        box->setSpecialValueText(words.zeroText);
    m_readers.push_back([box, get = access.get] { showValue(*box, get()); });
    connect(box, &QSpinBox::valueChanged, this, access.set);
    addRow(words, box);
}

void FieldForm::addNumber(const FieldWords& words, double least, double most, int decimals,
                          FieldAccess<double> access)
{
    auto* const box = new QDoubleSpinBox(this);
    box->setDecimals(decimals);
    box->setRange(least, most);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setSuffix(words.suffix);
    if (!words.zeroText.isEmpty())
        box->setSpecialValueText(words.zeroText);
    m_readers.push_back([box, get = access.get] { showValue(*box, get()); });
    connect(box, &QDoubleSpinBox::valueChanged, this, access.set);
    addRow(words, box);
}

void FieldForm::addShare(const FieldWords& words, double least, double most,
                         FieldAccess<double> access)
{
    FieldWords percent = words;
    percent.suffix = QStringLiteral(" %");
    addNumber(percent, 100 * least, 100 * most, 1,
              {[get = access.get] { return 100 * get(); },
               [set = access.set](double value) { set(value / 100); }});
}

void FieldForm::addRate(const FieldWords& words, double most, FieldAccess<double> access)
{
    auto* const line = new QLineEdit(this);
    auto* const validator = new QDoubleValidator(1e-12, most, 12, line);
    validator->setLocale(QLocale::c());
    line->setValidator(validator);
    const auto read = [line, get = access.get] { line->setText(rateInWords(get())); };
    m_readers.push_back([line, read] { readUnlessTyped(*line, read); });
    connect(line, &QLineEdit::editingFinished, this, [line, read, set = access.set] {
        bool isNumber = false;
        const double value = QLocale::c().toDouble(line->text(), &isNumber);
        if (isNumber && line->isModified())
            set(value);
        read();
    });
    addRow(words, line);
}

void FieldForm::addSeed(const FieldWords& words, FieldAccess<std::uint64_t> access)
{
    auto* const line = new QLineEdit(this);
    line->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[0-9]{1,18}")), line));
    const auto read = [line, get = access.get] { line->setText(QString::number(get())); };
    m_readers.push_back([line, read] { readUnlessTyped(*line, read); });
    connect(line, &QLineEdit::editingFinished, this, [line, read, set = access.set] {
        bool isNumber = false;
        const std::uint64_t value = line->text().toULongLong(&isNumber);
        if (isNumber)
            set(value);
        read();
    });
    addRow(words, line);
}

void FieldForm::addFlag(const FieldWords& words, FieldAccess<bool> access)
{
    auto* const box = new QCheckBox(words.name, this);
    m_readers.push_back([box, get = access.get] { box->setChecked(get()); });
    connect(box, &QCheckBox::toggled, this, access.set);
    addRow(words, box);
}

void FieldForm::addChoice(const FieldWords& words, const QStringList& choices,
                          FieldAccess<int> access)
{
    auto* const box = new QComboBox(this);
    box->addItems(choices);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    m_readers.push_back([box, get = access.get] { box->setCurrentIndex(get()); });
    connect(box, &QComboBox::currentIndexChanged, this, access.set);
    addRow(words, box);
}

void FieldForm::addFixed(const FieldWords& words, const QString& value, const QString& iconName)
{
    auto* const row = new QWidget(this);
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* const text = new QLabel(value, row);
    text->setObjectName(words.id);
    layout->addWidget(new IconLabel(iconName, 4 * gridStep(this), row));
    layout->addWidget(text, 1);
    auto* const label = new QLabel(words.name, this);
    const int gridRow = m_grid->rowCount();
    m_grid->addWidget(label, gridRow, 0);
    m_grid->addWidget(row, gridRow, 1);
    const QString reason = words.reason ? words.reason() : QString();
    addText(reason.isEmpty() ? words.tip : reason);
}

void FieldForm::addWidget(QWidget* widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

void FieldForm::refresh()
{
    std::vector<QSignalBlocker> blockers;
    blockers.reserve(m_editors.size());
    for (QWidget* editor : m_editors)
        blockers.emplace_back(editor);
    for (const auto& read : m_readers)
        read();
}

void FieldForm::setWithoutEffect(const QStringList& ids, const QString& why)
{
    for (QWidget* editor : m_editors) {
        if (!ids.contains(editor->objectName()))
            continue;
        editor->setProperty(withoutEffect, true);
        editor->setEnabled(false);
        editor->setToolTip(why);
        editor->setAccessibleDescription(why);
        for (QLabel* label : findChildren<QLabel*>())
            if (label->buddy() == editor) {
                label->setEnabled(false);
                label->setToolTip(why);
            }
    }
}

void FieldForm::setReadOnly(bool readOnly)
{
    for (QWidget* editor : m_editors)
        if (!editor->property(withoutEffect).toBool())
            setLocked(editor, readOnly);
}

} // namespace labelwright
