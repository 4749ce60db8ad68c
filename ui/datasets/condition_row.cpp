#include "ui/datasets/condition_row.h"

#include "ui/style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace labelwright {

ConditionRow::ConditionRow(const QStringList& columns, const QString& prefix, QWidget* parent)
    : QWidget(parent)
    , m_column(new QComboBox(this))
    , m_comparison(new QComboBox(this))
    , m_value(new QLineEdit(this))
{
    m_column->setObjectName(QStringLiteral("conditionColumn"));
    m_comparison->setObjectName(QStringLiteral("conditionComparison"));
    m_value->setObjectName(QStringLiteral("conditionValue"));
    m_column->setAccessibleName(tr("%1: column").arg(prefix));
    m_comparison->setAccessibleName(tr("%1: comparison").arg(prefix));
    m_value->setAccessibleName(tr("%1: value").arg(prefix));
    m_value->setPlaceholderText(tr("Value"));
    m_column->addItems(columns);
    const auto add = [this](const QString& text, ConditionOperator comparison) {
        m_comparison->addItem(text, static_cast<int>(comparison));
    };
    add(tr("is equal to"), ConditionOperator::Equal);
    add(tr("is not equal to"), ConditionOperator::NotEqual);
    add(tr("contains"), ConditionOperator::Contains);
    add(tr("is less than"), ConditionOperator::Less);
    add(tr("is greater than"), ConditionOperator::Greater);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep(this));
    layout->addWidget(m_column);
    layout->addWidget(m_comparison);
    layout->addWidget(m_value, 1);
    connect(m_column, &QComboBox::currentIndexChanged, this, &ConditionRow::changed);
    connect(m_comparison, &QComboBox::currentIndexChanged, this, &ConditionRow::changed);
    connect(m_value, &QLineEdit::textChanged, this, &ConditionRow::changed);
}

SubsetCondition ConditionRow::condition() const
{
    return {m_column->currentText(),
            static_cast<ConditionOperator>(m_comparison->currentData().toInt()),
            m_value->text().trimmed()};
}

} // namespace labelwright
