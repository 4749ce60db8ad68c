#include "ui/datasets/feature_set_dialog.h"

#include "ui/datasets/check_list.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace labelwright {

namespace {

QString freeName(const QStringList& taken)
{
    for (int number = 1;; ++number) {
        const QString name = FeatureSetDialog::tr("Feature set %1").arg(number);
        if (!taken.contains(name))
            return name;
    }
}

} // namespace

FeatureSetDialog::FeatureSetDialog(const QStringList& labels, const QStringList& takenNames,
                                   QWidget* parent)
    : QDialog(parent)
    , m_taken(takenNames)
    , m_name(new QLineEdit(freeName(takenNames), this))
    , m_labels(new CheckList(tr("labels"), this))
    , m_problem(new QLabel(this))
    , m_create(new QPushButton(tr("Create"), this))
{
    setObjectName(QStringLiteral("featureSetDialog"));
    setWindowTitle(tr("New feature set"));
    const int step = gridStep(this);
    setMinimumSize(110 * step, 120 * step);
    auto* const title = new QLabel(tr("New feature set"), this);
    setHeading(title, 2);
    m_name->setObjectName(QStringLiteral("featureSetName"));
    auto* const nameLabel = new QLabel(tr("&Name"), this);
    nameLabel->setBuddy(m_name);
    auto* const nameRow = new QHBoxLayout;
    nameRow->addWidget(nameLabel);
    nameRow->addWidget(m_name, 1);
    m_labels->setNames(labels, labels);
    m_problem->setObjectName(QStringLiteral("featureSetProblem"));
    m_problem->setWordWrap(true);
    setMuted(m_problem);
    m_create->setObjectName(QStringLiteral("createFeatureSet"));
    m_create->setDefault(true);
    setPrimary(m_create);
    auto* const cancel = new QPushButton(tr("Cancel"), this);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(5 * step, 4 * step, 5 * step, 4 * step);
    layout->setSpacing(3 * step);
    layout->addWidget(title);
    layout->addLayout(nameRow);
    layout->addWidget(m_labels, 1);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_name, &QLineEdit::textChanged, this, &FeatureSetDialog::refresh);
    connect(m_labels, &CheckList::changed, this, &FeatureSetDialog::refresh);
    m_name->selectAll();
    m_name->setFocus();
    refresh();
}

QString FeatureSetDialog::name() const
{
    return m_name->text().trimmed();
}

QStringList FeatureSetDialog::labels() const
{
    return m_labels->checked();
}

void FeatureSetDialog::refresh()
{
    QString problem;
    if (name().isEmpty())
        problem = tr("Give it a name.");
    else if (m_taken.contains(name()))
        problem = tr("There is one of this name already.");
    else if (labels().isEmpty())
        problem = tr("Choose at least one label.");
    m_problem->setText(problem);
    m_create->setEnabled(problem.isEmpty());
}

} // namespace labelwright
