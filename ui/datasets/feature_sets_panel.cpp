#include "ui/datasets/feature_sets_panel.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace labelwright {

FeatureSetsPanel::FeatureSetsPanel(QWidget* parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_new(new QPushButton(icon(QStringLiteral("add")), tr("New feature set…"), this))
    , m_delete(new QPushButton(icon(QStringLiteral("delete")), tr("Delete"), this))
    , m_experiment(new QPushButton(tr("New experiment with this set"), this))
{
    const int step = gridStep(this);
    auto* const text = new QLabel(
        tr("A feature set is a choice of labels: what an experiment learns to tell."), this);
    text->setWordWrap(true);
    setMuted(text);
    m_list->setObjectName(QStringLiteral("featureSetList"));
    m_list->setAccessibleName(tr("Feature sets"));
    m_list->setWordWrap(true);
    m_list->setSpacing(step / 2);
    m_new->setObjectName(QStringLiteral("newFeatureSet"));
    m_delete->setObjectName(QStringLiteral("deleteFeatureSet"));
    m_experiment->setObjectName(QStringLiteral("experimentWithSet"));
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_new);
    buttons->addStretch();
    buttons->addWidget(m_delete);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * step, 0, 0);
    layout->setSpacing(2 * step);
    layout->addWidget(text);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_experiment);
    connect(m_list, &QListWidget::currentRowChanged, this, &FeatureSetsPanel::refreshButtons);
    connect(m_new, &QPushButton::clicked, this, &FeatureSetsPanel::newRequested);
    connect(m_experiment, &QPushButton::clicked, this, &FeatureSetsPanel::experimentRequested);
    connect(m_delete, &QPushButton::clicked, this, [this] {
        if (const auto featureSet = chosen())
            Q_EMIT deleteRequested(*featureSet);
    });
    refreshButtons();
}

void FeatureSetsPanel::setFeatureSets(std::vector<FeatureSet> featureSets,
                                      const std::vector<QStringList>& labels)
{
    const auto before = chosen();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        m_featureSets = std::move(featureSets);
        for (std::size_t i = 0; i < m_featureSets.size(); ++i) {
            const QString names = labels[i].join(QStringLiteral(", "));
            const QString count = labels[i].size() == 1 ? tr("1 label")
                                                        : tr("%1 labels").arg(labels[i].size());
            const QString title =
                m_featureSets[i].everything ? tr("All labels") : m_featureSets[i].name;
            auto* const item = new QListWidgetItem(
                QStringLiteral("%1 (%2)\n%3").arg(title, count, names.left(160)), m_list);
            item->setToolTip(names);
        }
        m_list->setCurrentRow(m_featureSets.empty() ? -1 : 0);
    }
    if (before)
        choose(before->id);
    refreshButtons();
}

void FeatureSetsPanel::choose(FeatureSetId featureSet)
{
    for (std::size_t i = 0; i < m_featureSets.size(); ++i)
        if (m_featureSets[i].id == featureSet)
            m_list->setCurrentRow(static_cast<int>(i));
}

std::optional<FeatureSet> FeatureSetsPanel::chosen() const
{
    const auto row = static_cast<std::size_t>(m_list->currentRow());
    return row < m_featureSets.size() ? std::optional(m_featureSets[row]) : std::nullopt;
}

void FeatureSetsPanel::refreshButtons()
{
    const auto featureSet = chosen();
    m_delete->setEnabled(featureSet && !featureSet->everything);
    m_delete->setToolTip(featureSet && featureSet->everything
                             ? tr("“All labels” always follows the dataset and stays.")
                             : QString());
    m_experiment->setEnabled(featureSet && !featureSet->labels.empty());
    m_new->setEnabled(!m_featureSets.empty());
}

} // namespace labelwright
