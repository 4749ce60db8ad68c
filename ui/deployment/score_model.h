#pragma once

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace labelwright {

/// What a network says of one label.
struct LabelScore
{
    QString label;
    double score = 0;     ///< Calibrated, [0, 1].
    double threshold = 0; ///< Above 1: never present.
    bool present = false;
};

enum class ScoreOrder { ByScore, ByLabel };

/// The scores of one image, one row per label.
class ScoreModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        ScoreRole = Qt::UserRole,
        ThresholdRole,
        PresentRole,
        LabelRole, ///< The label's place among the model's labels.
    };

    using QAbstractListModel::QAbstractListModel;

    /// In the order of the labels.
    void setScores(std::vector<LabelScore> scores);
    void setOrder(ScoreOrder order);

    [[nodiscard]] const std::vector<LabelScore>& scores() const { return m_scores; }
    /// The row that shows a label; −1 while there is none.
    [[nodiscard]] int rowOfLabel(int label) const;
    [[nodiscard]] int presentCount() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void arrange();

    std::vector<LabelScore> m_scores;
    std::vector<int> m_rows; ///< Labels in the order shown.
    ScoreOrder m_order = ScoreOrder::ByScore;
};

} // namespace labelwright
