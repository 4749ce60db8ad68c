#include "ui/deployment/info_panel.h"

#include "ui/deployment/deployment_words.h"
#include "ui/deployment/interface_model.h"
#include "ui/style/theme.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace labelwright {

InfoPanel::InfoPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new InterfaceModel(this))
    , m_table(new QTableView(this))
{
    const int step = gridStep(this);
    auto* const form = new QFormLayout;
    form->setHorizontalSpacing(6 * step);
    form->setVerticalSpacing(step);
    m_experiment = addFact(form, tr("Experiment"));
    m_checkpoint = addFact(form, tr("Checkpoint"));
    m_number = addFact(form, tr("Number"));
    m_created = addFact(form, tr("Created"));
    m_labels = addFact(form, tr("Labels"));
    m_digest = addFact(form, tr("Weights (SHA-256)"));
    auto* const heading = new QLabel(tr("Input and outputs"), this);
    setHeading(heading, 3);
    auto* const hint = new QLabel(tr("Names are what other software calls them; double-click one to "
                                     "change it. Everything else is a copy made when the deployment "
                                     "was created, and stays."), this);
    hint->setWordWrap(true);
    setMuted(hint);
    m_table->setObjectName(QStringLiteral("interfaceTable"));
    m_table->setAccessibleName(tr("Input and outputs"));
    m_table->setModel(m_model);
    m_table->verticalHeader()->setVisible(false);
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(InterfaceModel::ThresholdColumn,
                                                      QHeaderView::ResizeToContents);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 3 * step, 0, 0);
    layout->setSpacing(2 * step);
    layout->addLayout(form);
    layout->addSpacing(2 * step);
    layout->addWidget(heading);
    layout->addWidget(hint);
    layout->addWidget(m_table, 1);
    connect(m_model, &InterfaceModel::namesWanted, this, &InfoPanel::namesWanted);
}

QLabel* InfoPanel::addFact(QFormLayout* form, const QString& title)
{
    auto* const name = new QLabel(title, this);
    setMuted(name);
    auto* const value = new QLabel(this);
    value->setAccessibleName(title);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setWordWrap(true);
    value->setTextFormat(Qt::PlainText);
    form->addRow(name, value);
    return value;
}

void InfoPanel::setDeployment(const Deployment& deployment)
{
    m_model->setDeployment(deployment);
    m_experiment->setText(
        tr("%1 (number %2)").arg(deployment.experimentName).arg(deployment.experiment.value));
    m_checkpoint->setText(checkpointWord(deployment.kind, deployment.epoch));
    m_number->setText(QString::number(deployment.id.value));
    m_created->setText(QLocale().toString(deployment.created, QLocale::LongFormat));
    m_labels->setText(QLocale().toString(deployment.labels.size()));
    m_digest->setText(QString::fromLatin1(deployment.sha256.left(16)) + QStringLiteral("…"));
    m_digest->setToolTip(QString::fromLatin1(deployment.sha256));
}

} // namespace labelwright
