#include "ui/deployment/score_model.h"

#include "ui/deployment/deployment_words.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace labelwright {

void ScoreModel::setScores(std::vector<LabelScore> scores)
{
    beginResetModel();
    m_scores = std::move(scores);
    arrange();
    endResetModel();
}

void ScoreModel::setOrder(ScoreOrder order)
{
    beginResetModel();
    m_order = order;
    arrange();
    endResetModel();
}

void ScoreModel::arrange()
{
    m_rows.resize(m_scores.size());
    std::iota(m_rows.begin(), m_rows.end(), 0);
    if (m_order == ScoreOrder::ByScore)
        std::ranges::stable_sort(m_rows, std::ranges::greater(), [this](int label) {
            return m_scores[static_cast<std::size_t>(label)].score;
        });
}

int ScoreModel::rowOfLabel(int label) const
{
    const auto found = std::ranges::find(m_rows, label);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ScoreModel::presentCount() const
{
    return static_cast<int>(std::ranges::count_if(m_scores, &LabelScore::present));
}

int ScoreModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ScoreModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int label = m_rows[static_cast<std::size_t>(index.row())];
    const LabelScore& score = m_scores[static_cast<std::size_t>(label)];
    const QString words =
        (score.present ? tr("%1: present, score %2, threshold %3")
                       : tr("%1: absent, score %2, threshold %3"))
            .arg(score.label, QLocale().toString(score.score, 'f', 3),
                 thresholdWord(score.threshold));
    switch (role) {
    case Qt::DisplayRole: return score.label;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: return words;
    case ScoreRole: return score.score;
    case ThresholdRole: return score.threshold;
    case PresentRole: return score.present;
    case LabelRole: return label;
    default: return {};
    }
}

} // namespace labelwright
