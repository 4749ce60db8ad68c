#pragma once

#include "core/session/inspection.h"

#include <QWidget>

#include <array>
#include <optional>

class QButtonGroup;
class QLabel;

namespace labelwright {

class MatrixCell;

/// The confusion matrix of one label: rows are what is so, columns what is predicted. Shows counts
/// or shares of each row; a cell can be chosen, by click or key, and left again.
class ConfusionMatrix : public QWidget
{
    Q_OBJECT

public:
    enum class Cells { Choosable, Shown };

    explicit ConfusionMatrix(Cells cells, QWidget* parent = nullptr);

    /// Nothing: dashes.
    void setCounts(const std::optional<ConfusionCounts>& counts);
    [[nodiscard]] const std::optional<ConfusionCounts>& counts() const { return m_counts; }

    void setChosen(std::optional<MatrixField> field);

    void setPercentages(bool percentages);
    [[nodiscard]] bool showsPercentages() const { return m_percentages; }

    /// What a cell reads, "12" or "48 %".
    [[nodiscard]] QString textOf(MatrixField field) const;

Q_SIGNALS:
    /// Nothing when the chosen cell was chosen again.
    void fieldChosen(std::optional<labelwright::MatrixField> field);

private:
    void buildGrid(Cells cells);
    QWidget* makeToggle();
    void refresh();

    std::optional<ConfusionCounts> m_counts;
    bool m_percentages = false;
    std::array<MatrixCell*, 4> m_cells{};
    QButtonGroup* m_toggle;
};

} // namespace labelwright
