#include "ui/datasets/subsets_panel.h"

#include "ui/datasets/dataset_words.h"
#include "ui/datasets/share_bar.h"
#include "ui/datasets/subset_heat_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace labelwright {

namespace {

/// The more positives, the stronger the ground.
class HeatDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const Colors colors = colorsOf(option.palette);
        const int step = gridStep(option.widget);
        const QString text = index.data().toString();
        const bool warns = text.startsWith(u'⚠');
        QColor ground = colors.accent;
        ground.setAlphaF(static_cast<float>(
            0.06 + 0.34 * index.data(SubsetHeatModel::ShareRole).toDouble()));
        painter->save();
        painter->fillRect(option.rect.adjusted(1, 1, -1, -1), warns ? colors.surface : ground);
        if (warns) {
            painter->setPen(QPen(colors.warning, 1, Qt::DashLine));
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
        painter->setPen(warns ? colors.warning : option.palette.color(QPalette::Text));
        painter->drawText(option.rect.adjusted(step, 0, -2 * step, 0),
                          Qt::AlignRight | Qt::AlignVCenter, text);
        painter->restore();
    }
};

QString countsText(const SubsetTable& table)
{
    const qint64 all = table.samples[0] + table.samples[1] + table.samples[2] + table.withoutSubset;
    QStringList lines;
    const auto add = [&](const QString& name, qint64 count, int series) {
        const QString dot = series >= 0 ? QStringLiteral("<font color=\"%1\">■</font> ")
                                              .arg(seriesColor(series, {}).name())
                                        : QString();
        lines.append(SubsetsPanel::tr("%1<b>%2</b> (%3): %4")
                         .arg(dot, name, percentInWords(count, all), imagesInWords(count)));
    };
    for (const Subset subset : allSubsets)
        add(subsetTitle(subset), table.samples[static_cast<std::size_t>(subset)],
            static_cast<int>(subset));
    if (table.withoutSubset > 0)
        add(SubsetsPanel::tr("In no subset"), table.withoutSubset, -1);
    return lines.join(QStringLiteral("<br>"));
}

} // namespace

SubsetsPanel::SubsetsPanel(QWidget* parent)
    : QWidget(parent)
    , m_bar(new ShareBar(this))
    , m_counts(new QLabel(this))
    , m_rule(new QLabel(this))
    , m_empty(new QLabel(this))
    , m_model(new SubsetHeatModel(this))
    , m_table(makeTable())
    , m_split(new QPushButton(icon(QStringLiteral("split")), tr("New subset split…"), this))
{
    const int step = gridStep(this);
    m_counts->setObjectName(QStringLiteral("subsetCounts"));
    m_counts->setTextFormat(Qt::RichText);
    m_rule->setObjectName(QStringLiteral("subsetRule"));
    m_rule->setWordWrap(true);
    setMuted(m_rule);
    m_empty->setObjectName(QStringLiteral("subsetWarning"));
    m_empty->setWordWrap(true);
    m_split->setObjectName(QStringLiteral("newSplit"));
    auto* const title = new QLabel(tr("Positives per label and subset"), this);
    setHeading(title, 3);
    title->setBuddy(m_table);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * step, 0, 0);
    layout->setSpacing(2 * step);
    layout->addWidget(m_bar);
    layout->addWidget(m_counts);
    layout->addWidget(m_rule);
    layout->addWidget(m_split, 0, Qt::AlignLeft);
    layout->addSpacing(step);
    layout->addWidget(title);
    layout->addWidget(m_empty);
    layout->addWidget(m_table, 1);
    connect(m_split, &QPushButton::clicked, this, &SubsetsPanel::newSplitRequested);
    setContents(nullptr);
}

QTableView* SubsetsPanel::makeTable()
{
    auto* const table = new QTableView(this);
    table->setObjectName(QStringLiteral("subsetTable"));
    table->setAccessibleName(tr("Positives per label and subset"));
    table->setModel(m_model);
    table->setItemDelegate(new HeatDelegate(table));
    table->setShowGrid(false);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(6 * gridStep(this));
    table->verticalHeader()->setMaximumWidth(28 * gridStep(this));
    table->verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

void SubsetsPanel::setContents(const ContentsPointer& contents)
{
    m_model->setContents(contents);
    m_split->setEnabled(contents != nullptr);
    m_bar->setVisible(contents != nullptr);
    if (!contents) {
        m_counts->clear();
        m_rule->clear();
        m_empty->setVisible(false);
        return;
    }
    const SubsetTable& table = contents->subsets;
    m_bar->setCounts({table.samples[0], table.samples[1], table.samples[2], table.withoutSubset});
    m_counts->setText(countsText(table));
    m_rule->setText(ruleInWords(contents->subsetRules.made));
    const auto empty = static_cast<qint64>(table.emptyCells.size());
    m_empty->setVisible(empty > 0);
    m_empty->setText(empty == 1
                         ? emptyCellText(table.emptyCells.front(),
                                         contents->labels.value(static_cast<qsizetype>(
                                             table.emptyCells.front().label)))
                         : tr("⚠ %1 cells have no positives or no negatives: these labels cannot be "
                              "learned or measured there.")
                               .arg(empty));
}

} // namespace labelwright
