#pragma once

#include "ui/evaluation/inspection_state.h"

#include <QAbstractTableModel>

#include <vector>

namespace labelwright {

/// MostWrong: mistakes at the threshold before all others, both farthest from the truth first.
enum class PredictionOrder { HighestScore, LowestScore, MostWrong };

/// The images of the label in front, those of one field of its matrix or all, in an order. Reads
/// the threshold as it is when asked, so that views need only repaint when it moves.
class PredictionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Image, Name, Score, Truth, Predicted, ColumnCount };
    static constexpr int ScoreRole = Qt::UserRole;         ///< double.
    static constexpr int TruthRole = Qt::UserRole + 1;     ///< int of Annotation.
    static constexpr int PredictedRole = Qt::UserRole + 2; ///< bool.
    static constexpr int PictureRole = Qt::UserRole + 3;   ///< QImage; null until it is there.
    static constexpr int VerdictRole = Qt::UserRole + 4;   ///< "miss", "hit" …

    PredictionModel(Workspace& workspace, InspectionState& state, QObject* parent = nullptr);

    void setOrder(PredictionOrder order);
    /// Fills the rows anew: after the threshold moved across images of the shown field.
    void refill();
    /// The same where that changes what stands in which place.
    void follow();
    /// Whether a move of the threshold can change the rows.
    [[nodiscard]] bool dependsOnThreshold() const;

    [[nodiscard]] SampleId sampleAt(int row) const;
    [[nodiscard]] DatasetId dataset() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] std::vector<std::uint32_t> orderedRows() const;
    [[nodiscard]] QString nameOf(std::uint32_t sampleRow) const;
    [[nodiscard]] QString text(std::uint32_t sampleRow, int column) const;
    [[nodiscard]] QString verdict(std::uint32_t sampleRow) const;

    Workspace& m_workspace;
    InspectionState& m_state;
    PredictionOrder m_order = PredictionOrder::MostWrong;
    std::vector<std::uint32_t> m_rows; ///< Rows of the evaluation.
};

} // namespace labelwright
