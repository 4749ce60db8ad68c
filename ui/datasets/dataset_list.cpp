#include "ui/datasets/dataset_list.h"

#include "core/project/experiments.h"
#include "core/project/versions.h"
#include "ui/datasets/dataset_words.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace labelwright {

namespace {

enum CardRole { FactsRole = Qt::UserRole, ProblemRole, UseRole, IdRole };

/// A card: name, then two lines of facts, then what is wrong.
class CardDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override
    {
        const int lines = index.data(ProblemRole).toString().isEmpty() ? 3 : 4;
        const int step = gridStep(option.widget);
        return {40 * step, lines * QFontMetrics(option.font).height() + 6 * step};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        // The list's own palette is transparent, which is neither light nor dark.
        const QPalette palette = QGuiApplication::palette();
        const Colors colors = colorsOf(palette);
        const int step = gridStep(option.widget);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRect card = option.rect.adjusted(0, step / 2, 0, -step / 2);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(selected ? colors.accent : colors.border);
        painter->setBrush(selected ? colors.accentSoft : colors.surface);
        painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
        QRect line = card.adjusted(3 * step, 2 * step, -2 * step, 0);
        line.setHeight(option.fontMetrics.height());
        QFont name = option.font;
        name.setWeight(QFont::DemiBold);
        painter->setFont(name);
        painter->setPen(palette.color(QPalette::Text));
        drawLine(*painter, line, index.data().toString());
        painter->setFont(option.font);
        painter->setPen(colors.muted);
        drawLine(*painter, line, index.data(FactsRole).toString());
        drawLine(*painter, line, index.data(UseRole).toString());
        painter->setPen(colors.warning);
        drawLine(*painter, line, index.data(ProblemRole).toString());
        painter->restore();
    }

private:
    static void drawLine(QPainter& painter, QRect& line, const QString& text)
    {
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, line.height());
    }
};

QString problemText(const Dataset& dataset)
{
    if (dataset.problems > 0)
        return DatasetList::tr("⚠ %1 cannot be used").arg(imagesInWords(dataset.problems));
    if (dataset.pending > 0)
        return DatasetList::tr("%1 still to check").arg(imagesInWords(dataset.pending));
    return {};
}

QString useText(const DatasetSummary& summary)
{
    const QString saved = summary.versions == 1
                              ? DatasetList::tr("1 version")
                              : DatasetList::tr("%1 versions").arg(summary.versions);
    const QString uses = summary.experiments == 1
                             ? DatasetList::tr("1 experiment")
                             : DatasetList::tr("%1 experiments").arg(summary.experiments);
    return saved + QStringLiteral(" · ") + uses;
}

void describe(QListWidgetItem& item, const DatasetSummary& summary)
{
    item.setText(summary.dataset.name);
    item.setData(FactsRole, imagesInWords(summary.dataset.samples) + QStringLiteral(" · ")
                                + ageInWords(summary.dataset.created));
    item.setData(UseRole, useText(summary));
    item.setData(ProblemRole, problemText(summary.dataset));
    item.setToolTip(summary.dataset.name);
    item.setData(Qt::AccessibleDescriptionRole, item.data(FactsRole));
}

} // namespace

Result<std::vector<DatasetSummary>> datasetSummaries(const Project& project)
{
    const auto known = datasets(project);
    const auto made = experiments(project);
    if (!known || !made)
        return known ? failureOf(made) : failureOf(known);
    std::map<DatasetId, qint64> uses;
    for (const Experiment& experiment : *made)
        ++uses[experiment.dataset];
    std::vector<DatasetSummary> summaries;
    for (auto dataset = known->rbegin(); dataset != known->rend(); ++dataset) {
        const auto saved = versions(project, dataset->id);
        if (!saved)
            return failureOf(saved);
        summaries.push_back({*dataset, static_cast<qint64>(saved->size()), uses[dataset->id]});
    }
    return summaries;
}

DatasetList::DatasetList(QWidget* parent)
    : QWidget(parent), m_list(new QListWidget(this)), m_more(new QToolButton(this))
{
    const int step = gridStep(this);
    auto* const title = new QLabel(tr("In this project"), this);
    setHeading(title, 3);
    m_list->setObjectName(QStringLiteral("datasetList"));
    m_list->setAccessibleName(tr("Datasets"));
    m_list->setItemDelegate(new CardDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setStyleSheet(QStringLiteral("QListWidget { border: none; background: transparent; }"));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    addActions();
    auto* const top = new QHBoxLayout;
    top->addWidget(title, 1);
    top->addWidget(m_more);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(step);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        refreshActions();
        Q_EMIT chosenChanged();
    });
    connect(m_list, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& place) { m_more->menu()->popup(m_list->mapToGlobal(place)); });
}

void DatasetList::addActions()
{
    m_more->setObjectName(QStringLiteral("datasetMenu"));
    m_more->setIcon(icon(QStringLiteral("more")));
    m_more->setAccessibleName(tr("More for this dataset"));
    m_more->setToolTip(tr("Rename, export, check again, delete"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    auto* const menu = new QMenu(m_more);
    const auto add = [&](const char* name, const char* iconName, const QString& text,
                         void (DatasetList::*requested)()) {
        QAction* const action = menu->addAction(icon(QLatin1String(iconName)), text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, requested);
        return action;
    };
    add("renameDataset", "edit", tr("Rename…"), &DatasetList::renameRequested);
    add("exportDataset", "export", tr("Export zip…"), &DatasetList::exportRequested);
    m_check = add("checkDataset", "refresh", tr("Check again"), &DatasetList::checkRequested);
    menu->addSeparator();
    add("deleteDataset", "delete", tr("Delete…"), &DatasetList::deleteRequested);
    m_more->setMenu(menu);
}

void DatasetList::refreshActions()
{
    const auto summary = chosen();
    m_more->setEnabled(summary.has_value());
    m_check->setEnabled(summary && (summary->dataset.problems > 0 || summary->dataset.pending > 0));
}

void DatasetList::setDatasets(const std::vector<DatasetSummary>& datasets)
{
    const auto before = chosen();
    {
        const QSignalBlocker quiet(m_list);
        m_datasets = datasets;
        const auto count = static_cast<int>(datasets.size());
        // Cards are kept, so that the list stays scrolled where it is.
        while (m_list->count() > count)
            delete m_list->takeItem(m_list->count() - 1);
        while (m_list->count() < count)
            new QListWidgetItem(m_list); // NOLINT(cppcoreguidelines-owning-memory): the list owns it.
        for (int row = 0; row < count; ++row)
            describe(*m_list->item(row), datasets[static_cast<std::size_t>(row)]);
        const auto kept = std::find_if(datasets.begin(), datasets.end(), [&](const auto& summary) {
            return before && summary.dataset.id == before->dataset.id;
        });
        const auto place = kept == datasets.end() ? 0 : static_cast<int>(kept - datasets.begin());
        m_list->setCurrentRow(datasets.empty() ? -1 : place);
    }
    refreshActions();
    if (chosen() != before)
        Q_EMIT chosenChanged();
}

void DatasetList::choose(DatasetId dataset)
{
    for (std::size_t i = 0; i < m_datasets.size(); ++i)
        if (m_datasets[i].dataset.id == dataset)
            m_list->setCurrentRow(static_cast<int>(i));
}

std::optional<DatasetSummary> DatasetList::chosen() const
{
    const auto row = static_cast<std::size_t>(m_list->currentRow());
    return row < m_datasets.size() ? std::optional(m_datasets[row]) : std::nullopt;
}

} // namespace labelwright
