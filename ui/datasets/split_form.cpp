#include "ui/datasets/split_form.h"

#include "ui/datasets/dataset_contents.h"
#include "ui/datasets/condition_row.h"
#include "ui/datasets/dataset_words.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

namespace labelwright {

SplitForm::SplitForm(QStringList columns, QWidget* parent)
    : QWidget(parent)
    , m_columns(std::move(columns))
    , m_byChance(new QRadioButton(tr("By chance, in shares"), this))
    , m_byRules(new QRadioButton(tr("By conditions"), this))
    , m_chancePart(makeShares())
    , m_rulePart(makeRules())
{
    m_byChance->setObjectName(QStringLiteral("splitByChance"));
    m_byRules->setObjectName(QStringLiteral("splitByRules"));
    m_byChance->setChecked(true);
    auto* const how = new QButtonGroup(this);
    how->addButton(m_byChance);
    how->addButton(m_byRules);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep(this));
    layout->addWidget(m_byChance);
    layout->addWidget(m_chancePart);
    layout->addWidget(m_byRules);
    layout->addWidget(m_rulePart);
    layout->addWidget(makePlaced());
    layout->addStretch();
    connect(how, &QButtonGroup::idToggled, this, &SplitForm::refresh);
    refresh();
}

QWidget* SplitForm::makeShares()
{
    const int step = gridStep(this);
    auto* const part = new QWidget(this);
    auto* const grid = new QGridLayout(part);
    grid->setContentsMargins(6 * step, 0, 0, 0);
    grid->setHorizontalSpacing(3 * step);
    constexpr std::array<double, 3> usual{80, 10, 10};
    int line = 0;
    const auto addLine = [&](const QString& text, QWidget* field) {
        auto* const label = new QLabel(text, part);
        label->setBuddy(field);
        grid->addWidget(label, line, 0);
        grid->addWidget(field, line++, 1);
    };
    for (const Subset subset : allSubsets) {
        const auto i = static_cast<std::size_t>(subset);
        m_shares[i] = new QDoubleSpinBox(part);
        m_shares[i]->setObjectName(QStringLiteral("share-%1").arg(subsetName(subset)));
        m_shares[i]->setRange(0, 100);
        m_shares[i]->setDecimals(1);
        m_shares[i]->setSuffix(QStringLiteral(" %"));
        m_shares[i]->setValue(usual[i]);
        m_images[i] = new QLabel(part);
        setMuted(m_images[i]);
        grid->addWidget(m_images[i], line, 2);
        addLine(subsetTitle(subset), m_shares[i]);
        connect(m_shares[i], &QDoubleSpinBox::valueChanged, this, &SplitForm::refresh);
    }
    m_seed = new QSpinBox(part);
    m_seed->setObjectName(QStringLiteral("splitSeed"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setValue(1);
    m_seed->setToolTip(tr("The same seed gives the same split."));
    addLine(tr("Seed"), m_seed);
    m_stratification = new QComboBox(part);
    m_stratification->setObjectName(QStringLiteral("splitStratification"));
    m_stratification->addItem(tr("Every label"), static_cast<int>(Stratification::Labels));
    m_stratification->addItem(tr("Every pair of labels"),
                              static_cast<int>(Stratification::LabelPairs));
    addLine(tr("Kept in proportion"), m_stratification);
    grid->setColumnStretch(2, 1);
    return part;
}

QWidget* SplitForm::makeRules()
{
    const int step = gridStep(this);
    auto* const part = new QWidget(this);
    m_ruleLayout = new QVBoxLayout(part);
    m_ruleLayout->setContentsMargins(6 * step, 0, 0, 0);
    m_ruleLayout->setSpacing(step);
    auto* const hint =
        new QLabel(tr("The first rule that an image fulfils counts; where none does, the image "
                      "stays as it is."),
                   part);
    hint->setWordWrap(true);
    setMuted(hint);
    m_ruleLayout->addWidget(hint);
    auto* const add = new QPushButton(icon(QStringLiteral("add")), tr("Add a rule"), part);
    add->setObjectName(QStringLiteral("addRule"));
    m_ruleLayout->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, &SplitForm::addRule);
    addRule();
    return part;
}

void SplitForm::addRule()
{
    const int number = static_cast<int>(m_rules.size()) + 1;
    const QString prefix = tr("Rule %1").arg(number);
    auto* const row = new QWidget(this);
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* const condition = new ConditionRow(m_columns, prefix, row);
    auto* const arrow = new QLabel(QStringLiteral("→"), row);
    auto* const subset = new QComboBox(row);
    subset->setObjectName(QStringLiteral("ruleSubset"));
    subset->setAccessibleName(tr("%1: subset").arg(prefix));
    for (const Subset each : allSubsets)
        subset->addItem(subsetTitle(each), static_cast<int>(each));
    auto* const remove = new QToolButton(row);
    remove->setIcon(icon(QStringLiteral("delete")));
    remove->setAccessibleName(tr("%1: remove").arg(prefix));
    remove->setToolTip(tr("Remove this rule"));
    layout->addWidget(condition, 1);
    layout->addWidget(arrow);
    layout->addWidget(subset);
    layout->addWidget(remove);
    m_ruleLayout->insertWidget(number, row);
    m_rules.push_back({row, condition, subset});
    connect(condition, &ConditionRow::changed, this, &SplitForm::changed);
    connect(remove, &QToolButton::clicked, this, [this, row] {
        std::erase_if(m_rules, [row](const Rule& rule) { return rule.row == row; });
        row->deleteLater();
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

QWidget* SplitForm::makePlaced()
{
    auto* const part = new QWidget(this);
    auto* const layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 2 * gridStep(this), 0, 0);
    auto* const title = new QLabel(tr("Images that are in a subset already"), part);
    setHeading(title, 4);
    m_keep = new QRadioButton(part);
    m_keep->setObjectName(QStringLiteral("keepPlaced"));
    m_anew = new QRadioButton(part);
    m_anew->setObjectName(QStringLiteral("splitAnew"));
    m_keep->setChecked(true);
    auto* const group = new QButtonGroup(part);
    group->addButton(m_keep);
    group->addButton(m_anew);
    layout->addWidget(title);
    layout->addWidget(m_keep);
    layout->addWidget(m_anew);
    connect(group, &QButtonGroup::idToggled, this, &SplitForm::changed);
    connect(group, &QButtonGroup::buttonClicked, this,
            [this] { m_isAnewWished = m_anew->isChecked(); });
    return part;
}

void SplitForm::setCounts(qint64 used, qint64 placed)
{
    m_used = used;
    m_placed = placed;
    m_keep->setText(tr("stay there (%1 are left to distribute)").arg(used - placed));
    m_anew->setText(tr("are distributed anew (%1 may move)").arg(placed));
    choosePlaced();
    refresh();
}

void SplitForm::choosePlaced()
{
    // Where nothing is left, keeping would do nothing at all.
    const bool isNothingLeft = m_used > 0 && m_used == m_placed;
    m_keep->setEnabled(m_used > m_placed);
    (isNothingLeft || m_isAnewWished ? m_anew : m_keep)->setChecked(true);
}

void SplitForm::refresh()
{
    m_chancePart->setEnabled(m_byChance->isChecked());
    m_rulePart->setEnabled(m_byRules->isChecked());
    m_rulePart->setVisible(m_byRules->isChecked());
    double sum = 0;
    for (const QDoubleSpinBox* share : m_shares)
        sum += share->value();
    for (std::size_t i = 0; i < m_shares.size(); ++i) {
        const double part = sum > 0 ? m_shares[i]->value() / sum : 0;
        m_images[i]->setText(
            tr("about %1").arg(imagesInWords(std::llround(part * static_cast<double>(m_used)))));
    }
    Q_EMIT changed();
}

SplitOptions SplitForm::options() const
{
    SplitOptions options;
    for (std::size_t i = 0; i < m_shares.size(); ++i)
        options.shares[i] = m_shares[i]->value() / 100;
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    options.stratification =
        static_cast<Stratification>(m_stratification->currentData().toInt());
    options.resplit = m_anew->isChecked() ? Resplit::Yes : Resplit::No;
    if (m_byRules->isChecked())
        for (const Rule& rule : m_rules)
            options.rules.push_back({rule.condition->condition(),
                                     static_cast<Subset>(rule.subset->currentData().toInt())});
    return options;
}

QString SplitForm::problem() const
{
    const SplitOptions chosen = options();
    if (m_byRules->isChecked() && m_rules.empty())
        return tr("Add a rule, or split by chance.");
    if (m_byChance->isChecked() && chosen.shares[0] + chosen.shares[1] + chosen.shares[2] <= 0)
        return tr("Give at least one subset a share.");
    return {};
}

} // namespace labelwright
