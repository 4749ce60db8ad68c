#pragma once

#include "core/session/split_job.h"

#include <QWidget>

#include <array>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QRadioButton;
class QSpinBox;
class QVBoxLayout;

namespace labelwright {

class ConditionRow;

/// How images are distributed: by chance in shares, or by conditions; and whether images that are in
/// a subset stay there.
class SplitForm : public QWidget
{
    Q_OBJECT

public:
    explicit SplitForm(QStringList columns, QWidget* parent = nullptr);

    /// How many images take part and how many of them are in a subset already.
    void setCounts(qint64 used, qint64 placed);

    /// All but the filter.
    [[nodiscard]] SplitOptions options() const;
    /// One sentence when this cannot be done; empty when it can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();

private:
    struct Rule
    {
        QWidget* row = nullptr;
        ConditionRow* condition = nullptr;
        QComboBox* subset = nullptr;
    };
    [[nodiscard]] QWidget* makeShares();
    [[nodiscard]] QWidget* makeRules();
    [[nodiscard]] QWidget* makePlaced();
    void addRule();
    void choosePlaced();
    void refresh();

    QStringList m_columns;
    QRadioButton* m_byChance;
    QRadioButton* m_byRules;
    std::array<QDoubleSpinBox*, 3> m_shares{};
    std::array<QLabel*, 3> m_images{};
    QSpinBox* m_seed = nullptr;
    QComboBox* m_stratification = nullptr;
    QVBoxLayout* m_ruleLayout = nullptr;
    std::vector<Rule> m_rules;
    QRadioButton* m_keep = nullptr;
    QRadioButton* m_anew = nullptr;
    bool m_isAnewWished = false; ///< By a person, not because nothing was left to distribute.
    qint64 m_used = 0;
    qint64 m_placed = 0;
    QWidget* m_chancePart; ///< These two last: making them fills the others.
    QWidget* m_rulePart;
};

} // namespace labelwright
