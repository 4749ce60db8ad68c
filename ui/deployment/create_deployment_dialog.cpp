#include "ui/deployment/create_deployment_dialog.h"

#include "ui/deployment/deployment_words.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

CreateDeploymentDialog::CreateDeploymentDialog(const Project& project,
                                               std::vector<Deployable> deployables,
                                               ExperimentId experiment, CheckpointKind kind,
                                               QWidget* parent)
    : QDialog(parent)
    , m_project(project)
    , m_deployables(std::move(deployables))
    , m_experiment(new QComboBox(this))
    , m_checkpoint(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_source(new QLabel(this))
    , m_thresholds(new QTableWidget(0, 3, this))
{
    setObjectName(QStringLiteral("createDeploymentDialog"));
    setWindowTitle(tr("Create deployment"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    fillExperiments(experiment);
    nameAfterExperiment();
    fillCheckpoints(kind);
    connect(m_experiment, &QComboBox::currentIndexChanged, this, [this] {
        nameAfterExperiment();
        fillCheckpoints(CheckpointKind::Best);
    });
    connect(m_checkpoint, &QComboBox::currentIndexChanged, this,
            &CreateDeploymentDialog::showThresholds);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_create->setEnabled(!text.trimmed().isEmpty()); });
}

void CreateDeploymentDialog::build()
{
    const int step = gridStep(this);
    m_experiment->setObjectName(QStringLiteral("deploymentExperiment"));
    m_checkpoint->setObjectName(QStringLiteral("deploymentCheckpoint"));
    m_name->setObjectName(QStringLiteral("deploymentName"));
    m_thresholds->setObjectName(QStringLiteral("deploymentThresholds"));
    m_thresholds->setAccessibleName(tr("Thresholds the deployment will carry"));
    m_thresholds->setHorizontalHeaderLabels({tr("Label"), tr("Threshold"), tr("Note")});
    m_thresholds->verticalHeader()->setVisible(false);
    m_thresholds->setShowGrid(false);
    m_thresholds->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_thresholds->setSelectionMode(QAbstractItemView::NoSelection);
    m_thresholds->setTabKeyNavigation(false);
    m_thresholds->horizontalHeader()->setHighlightSections(false);
    m_thresholds->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_thresholds->horizontalHeader()->setStretchLastSection(true);
    m_thresholds->horizontalHeaderItem(1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_thresholds->setColumnWidth(0, 35 * step);
    m_thresholds->setWordWrap(false);
    m_thresholds->setMinimumHeight(45 * step);
    m_source->setWordWrap(true);
    m_source->setTextFormat(Qt::PlainText);
    setMuted(m_source);
    auto* const heading = new QLabel(windowTitle(), this);
    setHeading(heading, 2);
    auto* const form = new QFormLayout;
    form->setHorizontalSpacing(4 * step);
    form->setVerticalSpacing(2 * step);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Experiment"), m_experiment);
    form->addRow(tr("&Checkpoint"), m_checkpoint);
    form->addRow(tr("&Name"), m_name);
    centreLabels(form);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("Create"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(QStringLiteral("deploymentCreate"));
    m_create->setDefault(true);
    setPrimary(m_create);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(5 * step, 5 * step, 5 * step, 4 * step);
    layout->setSpacing(3 * step);
    layout->addWidget(heading);
    layout->addLayout(form);
    layout->addWidget(m_source);
    layout->addWidget(m_thresholds, 1);
    layout->addWidget(buttons);
    resize(160 * step, 125 * step);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

const Deployable& CreateDeploymentDialog::chosen() const
{
    const int row = std::max(0, m_experiment->currentIndex());
    return m_deployables[static_cast<std::size_t>(row)];
}

void CreateDeploymentDialog::reload()
{
    auto deployables = deployableExperiments(m_project);
    if (!deployables || deployables->empty())
        return;
    const ExperimentId experiment = chosen().experiment.id;
    const CheckpointKind wanted = chosenCheckpoint().kind;
    m_deployables = *std::move(deployables);
    fillExperiments(experiment);
    if (chosen().experiment.id != experiment)
        nameAfterExperiment();
    fillCheckpoints(wanted);
}

void CreateDeploymentDialog::fillExperiments(ExperimentId wanted)
{
    const QSignalBlocker quiet(m_experiment);
    m_experiment->clear();
    int row = 0;
    for (const Deployable& one : m_deployables) {
        if (one.experiment.id == wanted)
            row = m_experiment->count();
        m_experiment->addItem(one.experiment.name);
    }
    m_experiment->setCurrentIndex(row);
}

void CreateDeploymentDialog::nameAfterExperiment()
{
    m_name->setText(freeDeploymentName(m_project, chosen().experiment.name));
}

void CreateDeploymentDialog::fillCheckpoints(CheckpointKind wanted)
{
    const QSignalBlocker quiet(m_checkpoint);
    m_checkpoint->clear();
    for (const Checkpoint& one : chosen().checkpoints) {
        m_checkpoint->addItem(checkpointWord(one.kind, one.epoch));
        if (one.kind == wanted)
            m_checkpoint->setCurrentIndex(m_checkpoint->count() - 1);
    }
    showThresholds();
}

void CreateDeploymentDialog::showThresholds()
{
    m_thresholds->setRowCount(0);
    const auto carried = carriedDecisions(m_project, chosen().experiment, checkpoint());
    m_create->setEnabled(carried.has_value() && !m_name->text().trimmed().isEmpty());
    if (!carried) {
        m_source->setText(carried.error().summary);
        return;
    }
    m_source->setText(tr("The deployment keeps a copy of the weights and of these thresholds; later "
                         "changes of the experiment do not reach it.\nThresholds: %1\n"
                         "Calibration: %2")
                          .arg(decisionSourceInWords(carried->decisions.thresholdSource),
                               decisionSourceInWords(carried->decisions.calibrationSource)));
    m_thresholds->setRowCount(static_cast<int>(carried->labels.size()));
    m_thresholds->setColumnHidden(2, std::ranges::all_of(carried->decisions.labels,
                                                         [](const LabelDecision& decision) {
                                                             return decision.note.isEmpty();
                                                         }));
    for (int row = 0; row < m_thresholds->rowCount(); ++row) {
        const LabelDecision& decision = carried->decisions.labels[static_cast<std::size_t>(row)];
        m_thresholds->setItem(row, 0, new QTableWidgetItem(carried->labels.at(row)));
        auto* const number =
            new QTableWidgetItem(thresholdWord(static_cast<double>(decision.threshold)));
        number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_thresholds->setItem(row, 1, number);
        m_thresholds->setItem(row, 2, new QTableWidgetItem(decision.note));
        m_thresholds->item(row, 2)->setToolTip(decision.note);
    }
}

const Checkpoint& CreateDeploymentDialog::chosenCheckpoint() const
{
    const int row = std::max(0, m_checkpoint->currentIndex());
    return chosen().checkpoints[static_cast<std::size_t>(row)];
}

CheckpointId CreateDeploymentDialog::checkpoint() const
{
    return chosenCheckpoint().id;
}

QString CreateDeploymentDialog::name() const
{
    return m_name->text().trimmed();
}

} // namespace labelwright
