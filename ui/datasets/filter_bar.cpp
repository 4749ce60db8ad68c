#include "ui/datasets/filter_bar.h"

#include "ui/datasets/dataset_contents.h"
#include "ui/datasets/label_chip.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_subset(new QComboBox(this))
    , m_count(new QLabel(this))
    , m_error(new QLabel(this))
    , m_top(new QHBoxLayout)
{
    const int step = gridStep(this);
    m_field->setObjectName(QStringLiteral("filterField"));
    m_field->setAccessibleName(tr("Filter"));
    m_field->setPlaceholderText(tr("Filter: water AND NOT people, unknown:road, subset:test …"));
    m_field->setToolTip(
        tr("A label, or a part of a name; AND, OR, NOT and brackets; \"two words\" in quotes.\n"
           "unknown:label finds images nobody answered, subset:test a subset, name:IMG a name,\n"
           "column:text, column=value, column>number any other column. (Ctrl+F)"));
    m_field->setClearButtonEnabled(true);
    m_field->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_subset->setObjectName(QStringLiteral("filterSubset"));
    m_subset->setAccessibleName(tr("Subset shown"));
    m_subset->addItem(tr("All subsets"), QString());
    for (const Subset subset : allSubsets)
        m_subset->addItem(subsetTitle(subset), subsetName(subset));
    m_subset->addItem(tr("No subset"), QStringLiteral("none"));
    m_count->setObjectName(QStringLiteral("filterCount"));
    setMuted(m_count);
    m_error->setObjectName(QStringLiteral("filterError"));
    m_error->setWordWrap(true);
    m_error->setVisible(false);
    m_top->setSpacing(2 * step);
    m_top->addWidget(m_field, 1);
    m_top->addWidget(m_subset);
    m_top->addWidget(m_count);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(step);
    layout->addLayout(m_top);
    layout->addWidget(makeChips());
    layout->addWidget(m_error);
    connect(m_field, &QLineEdit::textChanged, this, &FilterBar::readText);
    connect(m_subset, &QComboBox::activated, this, [this] {
        write(withSubsetFilter(m_query, m_subset->currentData().toString()));
    });
}

QWidget* FilterBar::makeChips()
{
    m_chipArea = new QScrollArea(this);
    m_chipArea->setWidgetResizable(true);
    m_chipArea->setFocusPolicy(Qt::NoFocus);
    m_chipArea->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chipArea->setAccessibleName(tr("Labels to filter by"));
    auto* const chips = new QWidget(m_chipArea);
    m_chipLayout = new QHBoxLayout(chips);
    m_chipLayout->setContentsMargins(0, 0, 0, 0);
    m_chipLayout->setSpacing(gridStep(this));
    m_chipLayout->addStretch();
    m_chipArea->setWidget(chips);
    return m_chipArea;
}

void FilterBar::setLabels(const QStringList& labels)
{
    QStringList shown;
    for (const LabelChip* chip : m_chips)
        shown.append(chip->label());
    if (shown == labels)
        return;
    for (LabelChip* chip : m_chips)
        delete chip;
    m_chips.clear();
    for (const QString& label : labels) {
        auto* const chip = new LabelChip(label, m_chipArea->widget());
        connect(chip, &LabelChip::filterRequested, this,
                [this](const QString& name, LabelFilter filter) {
                    write(withLabelFilter(m_query, name, filter));
                });
        m_chipLayout->insertWidget(m_chipLayout->count() - 1, chip);
        m_chips.push_back(chip);
    }
    m_chipArea->setVisible(!m_chips.empty());
    fitChips();
    showState();
}

void FilterBar::fitChips()
{
    if (m_chips.empty())
        return;
    // The layout leaves out chips that are not shown yet, which new ones are not.
    int height = 0;
    int all = (static_cast<int>(m_chips.size()) - 1) * m_chipLayout->spacing();
    for (const LabelChip* chip : m_chips) {
        const QSize size = chip->sizeHint();
        height = std::max(height, size.height());
        all += size.width();
    }
    const bool scrolls = all > width();
    const int bar = m_chipArea->horizontalScrollBar()->sizeHint().height();
    m_chipArea->setFixedHeight(height + (scrolls ? bar + gridStep(this) : 0));
}

void FilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitChips();
}

void FilterBar::setText(const QString& text)
{
    m_field->setText(text);
}

QString FilterBar::text() const
{
    return m_field->text();
}

void FilterBar::setCount(qint64 shown, qint64 all)
{
    const QLocale locale;
    m_count->setText(tr("%1 of %2").arg(locale.toString(shown), locale.toString(all)));
    m_error->setVisible(false);
}

void FilterBar::setError(const QString& sentence)
{
    m_error->setText(QStringLiteral("⚠ ") + sentence);
    m_error->setStyleSheet(QStringLiteral("color: %1").arg(colorsOf(palette()).bad.name()));
    m_error->setVisible(true);
}

void FilterBar::addButton(QWidget* button)
{
    m_top->addWidget(button);
}

void FilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::readText()
{
    const auto query = sampleQueryFromText(m_field->text());
    if (!query) {
        setError(query.error().summary);
        return;
    }
    m_query = *query;
    showState();
    Q_EMIT queryChanged();
}

void FilterBar::write(const SampleQuery& query)
{
    m_field->setText(toText(query));
}

void FilterBar::showState()
{
    for (LabelChip* chip : m_chips)
        chip->setFilter(labelFilter(m_query, chip->label()));
    const int place = m_subset->findData(subsetFilter(m_query));
    m_subset->setCurrentIndex(place >= 0 ? place : 0);
}

} // namespace labelwright
