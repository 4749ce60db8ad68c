#pragma once

#include "core/dataset/subset_rule.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace labelwright {

/// A condition as three fields: column, comparison, value.
class ConditionRow : public QWidget
{
    Q_OBJECT

public:
    /// `prefix` tells the fields of several rows apart in their accessible names: "Rule 2".
    ConditionRow(const QStringList& columns, const QString& prefix, QWidget* parent = nullptr);

    [[nodiscard]] SubsetCondition condition() const;

Q_SIGNALS:
    void changed();

private:
    QComboBox* m_column;
    QComboBox* m_comparison;
    QLineEdit* m_value;
};

} // namespace labelwright
