#include "ui/evaluation/confusion_matrix.h"

#include "ui/evaluation/matrix_cell.h"
#include "ui/style/theme.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace labelwright {

namespace {

constexpr std::array fields{MatrixField::TruePositive, MatrixField::FalseNegative,
                            MatrixField::FalsePositive, MatrixField::TrueNegative};

QString meaningOf(MatrixField field)
{
    switch (field) {
    case MatrixField::TruePositive: return ConfusionMatrix::tr("hits");
    case MatrixField::FalseNegative: return ConfusionMatrix::tr("misses");
    case MatrixField::FalsePositive: return ConfusionMatrix::tr("false alarms");
    case MatrixField::TrueNegative: break;
    }
    return ConfusionMatrix::tr("rightly absent");
}

QString nameOf(MatrixField field)
{
    switch (field) {
    case MatrixField::TruePositive: return QStringLiteral("truePositive");
    case MatrixField::FalseNegative: return QStringLiteral("falseNegative");
    case MatrixField::FalsePositive: return QStringLiteral("falsePositive");
    case MatrixField::TrueNegative: break;
    }
    return QStringLiteral("trueNegative");
}

bool isRight(MatrixField field)
{
    return field == MatrixField::TruePositive || field == MatrixField::TrueNegative;
}

double shareIn(const ConfusionCounts& counts, MatrixField field)
{
    const bool positive = field == MatrixField::TruePositive || field == MatrixField::FalseNegative;
    const auto row = positive ? counts.positives() : counts.negatives();
    return row == 0 ? 0 : static_cast<double>(countIn(counts, field)) / static_cast<double>(row);
}

QLabel* header(const QString& text, QWidget* parent)
{
    auto* const label = new QLabel(text, parent);
    label->setAlignment(Qt::AlignCenter);
    setMuted(label);
    return label;
}

} // namespace

ConfusionMatrix::ConfusionMatrix(Cells cells, QWidget* parent)
    : QWidget(parent)
    , m_toggle(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("confusionMatrix"));
    setAccessibleName(tr("Confusion matrix"));
    buildGrid(cells);
    refresh();
}

QWidget* ConfusionMatrix::makeToggle()
{
    auto* const toggle = new QWidget(this);
    auto* const row = new QHBoxLayout(toggle);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const QStringList words{tr("Count"), tr("Percentage")};
    for (int id = 0; id < words.size(); ++id) {
        auto* const button = new QToolButton(toggle);
        button->setText(words.at(id));
        button->setCheckable(true);
        button->setChecked(id == 0);
        button->setObjectName(id == 0 ? QStringLiteral("showCounts")
                                      : QStringLiteral("showPercentages"));
        m_toggle->addButton(button, id);
        row->addWidget(button);
    }
    connect(m_toggle, &QButtonGroup::idClicked, this, [this](int id) { setPercentages(id == 1); });
    return toggle;
}

void ConfusionMatrix::buildGrid(Cells cells)
{
    const int step = gridStep(this);
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(step);
    auto* const title = new QLabel(tr("Confusion matrix"), this);
    setHeading(title, 3);
    auto* const head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(makeToggle());
    grid->addLayout(head, 0, 0, 1, 3);
    grid->addWidget(header(tr("Predicted present"), this), 1, 1);
    grid->addWidget(header(tr("Predicted absent"), this), 1, 2);
    grid->addWidget(header(tr("Is\npresent"), this), 2, 0);
    grid->addWidget(header(tr("Is\nabsent"), this), 3, 0);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        auto* const cell = new MatrixCell(meaningOf(fields[i]), isRight(fields[i]), this);
        cell->setObjectName(nameOf(fields[i]));
        cell->setCheckable(cells == Cells::Choosable);
        if (cells == Cells::Choosable) {
            cell->setToolTip(tr("Show only these images below; again: all"));
            connect(cell, &QAbstractButton::clicked, this, [this, i](bool checked) {
                const auto chosen = checked ? std::optional(fields[i]) : std::nullopt;
                setChosen(chosen);
                Q_EMIT fieldChosen(chosen);
            });
        } else {
            cell->setFocusPolicy(Qt::NoFocus);
        }
        m_cells[i] = cell;
        grid->addWidget(cell, 2 + static_cast<int>(i) / 2, 1 + static_cast<int>(i) % 2);
    }
    grid->setRowStretch(2, 1);
    grid->setRowStretch(3, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
}

void ConfusionMatrix::setCounts(const std::optional<ConfusionCounts>& counts)
{
    m_counts = counts;
    refresh();
}

void ConfusionMatrix::setChosen(std::optional<MatrixField> field)
{
    for (std::size_t i = 0; i < fields.size(); ++i)
        m_cells[i]->setChecked(field == fields[i]);
}

void ConfusionMatrix::setPercentages(bool percentages)
{
    m_percentages = percentages;
    m_toggle->button(percentages ? 1 : 0)->setChecked(true);
    refresh();
}

QString ConfusionMatrix::textOf(MatrixField field) const
{
    if (!m_counts)
        return QStringLiteral("–");
    if (!m_percentages)
        return QLocale().toString(static_cast<qlonglong>(countIn(*m_counts, field)));
    return tr("%1 %").arg(QLocale().toString(100 * shareIn(*m_counts, field), 'f', 1));
}

void ConfusionMatrix::refresh()
{
    for (std::size_t i = 0; i < fields.size(); ++i)
        m_cells[i]->setValue(textOf(fields[i]), m_counts ? shareIn(*m_counts, fields[i]) : 0);
}

} // namespace labelwright
