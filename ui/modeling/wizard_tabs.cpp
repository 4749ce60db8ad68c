#include "ui/modeling/wizard_tabs.h"

#include "ui/modeling/subset_bars.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

namespace {

QVBoxLayout* tabLayout(QWidget* tab)
{
    const int step = gridStep(tab);
    auto* const layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, 4 * step, 3 * step, 0);
    layout->setSpacing(3 * step);
    return layout;
}

QLabel* wrapped(QWidget* parent)
{
    auto* const label = new QLabel(parent);
    label->setWordWrap(true);
    return label;
}

QLabel* addField(QVBoxLayout* layout, const QString& name, QWidget* editor)
{
    auto* const label = new QLabel(name, editor->parentWidget());
    setHeading(label, 3);
    label->setBuddy(editor);
    editor->setAccessibleName(name);
    auto* const group = new QVBoxLayout;
    group->setSpacing(gridStep(label));
    group->addWidget(label);
    group->addWidget(editor);
    layout->addLayout(group);
    return label;
}

/// What about the data a person should mend before training.
QStringList dataWarnings(const Dataset& dataset, const DataFacts& facts)
{
    QStringList sentences;
    if (dataset.pending > 0)
        sentences.append(DatasetTab::tr("%n images are still being checked and take no part yet.",
                                        nullptr, static_cast<int>(dataset.pending)));
    if (dataset.problems > 0)
        sentences.append(DatasetTab::tr("%n images cannot be used; Datasets says why.", nullptr,
                                        static_cast<int>(dataset.problems)));
    if (facts.validation == 0)
        sentences.append(DatasetTab::tr("There is no validation subset, so that no best epoch can "
                                        "be chosen; split the dataset first."));
    if (facts.test == 0)
        sentences.append(DatasetTab::tr("There is no test subset, so that final figures cannot be "
                                        "reported."));
    return sentences;
}

} // namespace

DatasetTab::DatasetTab(QWidget* parent)
    : QWidget(parent)
    , m_dataset(new QComboBox(this))
    , m_summary(wrapped(this))
    , m_subsets(new SubsetBars(this))
    , m_warnings(wrapped(this))
{
    auto* const layout = tabLayout(this);
    m_dataset->setObjectName(QStringLiteral("wizardDataset"));
    setMuted(m_summary);
    m_warnings->setObjectName(QStringLiteral("datasetWarnings"));
    addField(layout, tr("Dataset"), m_dataset);
    layout->addWidget(m_summary);
    layout->addWidget(m_subsets);
    layout->addWidget(m_warnings);
    layout->addStretch(1);
    connect(m_dataset, &QComboBox::activated, this, [this] { Q_EMIT chosenChanged(chosen()); });
}

void DatasetTab::setDatasets(const std::vector<Dataset>& datasets, DatasetId chosen)
{
    const QSignalBlocker blocker(m_dataset);
    m_all = datasets;
    m_dataset->clear();
    for (const Dataset& dataset : datasets)
        m_dataset->addItem(dataset.name, dataset.id.value);
    m_dataset->setCurrentIndex(m_dataset->findData(chosen.value));
}

DatasetId DatasetTab::chosen() const
{
    return DatasetId{m_dataset->currentData().toLongLong()};
}

void DatasetTab::showBusy()
{
    m_summary->setText(tr("Counting …"));
    m_warnings->clear();
}

void DatasetTab::showFacts(const DataFacts& facts)
{
    const auto dataset = std::ranges::find(m_all, chosen(), &Dataset::id);
    if (dataset == m_all.end())
        return;
    QString text = tr("%L1 images").arg(dataset->samples);
    if (facts.medianWidth > 0)
        text += tr(", usually %1×%2 pixels").arg(facts.medianWidth).arg(facts.medianHeight);
    m_summary->setText(text);
    m_subsets->setCounts({facts.training, facts.validation, facts.test});
    QStringList warnings = dataWarnings(*dataset, facts);
    for (QString& warning : warnings)
        warning.prepend(QStringLiteral("⚠ "));
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
}

TargetTab::TargetTab(QWidget* parent)
    : QWidget(parent)
    , m_input(new QComboBox(this))
    , m_target(new QComboBox(this))
    , m_size(wrapped(this))
    , m_labels(new QTableWidget(this))
{
    auto* const layout = tabLayout(this);
    m_input->setObjectName(QStringLiteral("wizardInput"));
    m_input->addItem(tr("Image column"));
    m_target->setObjectName(QStringLiteral("wizardTarget"));
    setMuted(m_size);
    m_labels->setObjectName(QStringLiteral("wizardLabels"));
    m_labels->setAccessibleName(tr("Labels of the target, counted in training"));
    m_labels->setColumnCount(4);
    m_labels->setHorizontalHeaderLabels({tr("Label"), tr("Present"), tr("Absent"), tr("Unknown")});
    m_labels->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_labels->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_labels->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 1; column < m_labels->columnCount(); ++column)
        m_labels->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_labels->verticalHeader()->hide();
    m_labels->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_labels->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_labels->setShowGrid(false);
    addField(layout, tr("Input"), m_input);
    layout->addWidget(m_size);
    addField(layout, tr("Target: feature set"), m_target);
    layout->addWidget(m_labels, 1);
    connect(m_target, &QComboBox::activated, this, &TargetTab::chosenChanged);
}

void TargetTab::setFeatureSets(const std::vector<FeatureSet>& sets, FeatureSetId chosen)
{
    const QSignalBlocker blocker(m_target);
    m_target->clear();
    for (const FeatureSet& set : sets)
        m_target->addItem(tr("%1 (%n labels)", nullptr, static_cast<int>(set.labels.size()))
                              .arg(set.name),
                          set.name);
    const auto found = std::ranges::find(sets, chosen, &FeatureSet::id);
    m_target->setCurrentIndex(found != sets.end() ? static_cast<int>(found - sets.begin())
                              : sets.empty()      ? -1
                                                  : 0);
}

QString TargetTab::chosen() const
{
    return m_target->currentData().toString();
}

void TargetTab::showFacts(const DataFacts& facts)
{
    m_size->setText(facts.medianWidth > 0
                        ? tr("Usually %1×%2 pixels; scaled to the network's input.")
                              .arg(facts.medianWidth)
                              .arg(facts.medianHeight)
                        : QString());
    const auto rows = static_cast<int>(facts.labels.size());
    m_labels->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const auto label = static_cast<std::size_t>(row);
        m_labels->setItem(row, 0, new QTableWidgetItem(facts.labels[row]));
        int column = 1;
        for (const auto* counts : {&facts.positives, &facts.negatives, &facts.unknown}) {
            auto* const item = new QTableWidgetItem(QLocale().toString(counts->at(label)));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_labels->setItem(row, column++, item);
        }
    }
}

ProblemTab::ProblemTab(QWidget* parent)
    : QWidget(parent)
{
    auto* const layout = tabLayout(this);
    auto* const choice = new QRadioButton(tr("Multi-label image classification"), this);
    choice->setObjectName(QStringLiteral("multiLabel"));
    choice->setChecked(true);
    setHeading(choice, 3);
    layout->addWidget(choice);
    auto* const what = wrapped(this);
    what->setText(tr("Each label is a question of its own: several can hold for one image, or none. "
                     "This implies:"));
    setMuted(what);
    layout->addWidget(what);
    auto* const implied = new QFormLayout;
    implied->setHorizontalSpacing(6 * gridStep(this));
    implied->setVerticalSpacing(2 * gridStep(this));
    const std::pair<QString, QString> rows[] = {
        {tr("Last layer"), tr("Dense, as many nodes as labels")},
        {tr("Activation"), tr("Sigmoid: a score from 0 to 1 for each label")},
        {tr("Loss"), tr("Binary crossentropy, judged for each label by itself")},
        {tr("Unknown answers"), tr("Left out of loss and figures; unknown is not no")},
        {tr("Decision"), tr("A threshold for each label, fitted on validation")},
    };
    for (const auto& [name, value] : rows) {
        auto* const text = wrapped(this);
        text->setText(value);
        auto* const label = new QLabel(name, this);
        setMuted(label);
        implied->addRow(label, text);
    }
    layout->addLayout(implied);
    layout->addStretch(1);
}

} // namespace labelwright
