#pragma once

#include "core/session/deployment_job.h"

#include <QAbstractListModel>
#include <QPixmap>

#include <deque>
#include <vector>

namespace labelwright {

/// An image that was tried, with what was computed of it since.
struct TriedEntry
{
    int number = 0; ///< Names the entry while the list moves.
    TriedImage image;
    QPixmap thumbnail;
    std::vector<QImage> whyMaps; ///< By label; empty while not computed.
    QString whyProblem;          ///< Why there are none.
};

/// The images tried on one deployment, oldest first; the oldest go when there are more than `most`.
class TriedImages : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr std::size_t most = 48;

    using QAbstractListModel::QAbstractListModel;

    void add(std::vector<TriedImage> images);
    void clear();
    void setWhyMaps(int number, std::vector<QImage> maps, const QString& problem);

    /// Null when there is no such row.
    [[nodiscard]] const TriedEntry* at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    int m_lastNumber = 0;
    std::deque<TriedEntry> m_entries;
};

} // namespace labelwright
