#include "ui/deployment/tried_images.h"

#include "ui/style/icons.h"

#include <algorithm>

namespace labelwright {

namespace {

QPixmap thumbnailOf(const TriedImage& image)
{
    return image.thumbnail.isNull() ? icon(QStringLiteral("error")).pixmap(triedThumbnailSide / 2)
                                    : QPixmap::fromImage(image.thumbnail);
}

} // namespace

void TriedImages::add(std::vector<TriedImage> images)
{
    if (images.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(images.size()) - 1);
    for (TriedImage& image : images) {
        QPixmap thumbnail = thumbnailOf(image);
        m_entries.push_back({++m_lastNumber, std::move(image), std::move(thumbnail), {}, {}});
    }
    endInsertRows();
    if (m_entries.size() <= most)
        return;
    const auto extra = static_cast<std::ptrdiff_t>(m_entries.size() - most);
    beginRemoveRows({}, 0, static_cast<int>(extra) - 1);
    m_entries.erase(m_entries.begin(), m_entries.begin() + extra);
    endRemoveRows();
}

void TriedImages::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

void TriedImages::setWhyMaps(int number, std::vector<QImage> maps, const QString& problem)
{
    const auto found = std::ranges::find(m_entries, number, &TriedEntry::number);
    if (found == m_entries.end())
        return;
    found->whyMaps = std::move(maps);
    found->whyProblem = problem;
}

const TriedEntry* TriedImages::at(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_entries[static_cast<std::size_t>(row)];
}

int TriedImages::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant TriedImages::data(const QModelIndex& index, int role) const
{
    const TriedEntry* const entry = at(index.isValid() ? index.row() : -1);
    if (entry == nullptr)
        return {};
    switch (role) {
    case Qt::DecorationRole: return entry->thumbnail;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return entry->image.prediction
                   ? entry->image.name
                   : QStringLiteral("%1: %2").arg(entry->image.name,
                                                  entry->image.prediction.error().summary);
    default: return {};
    }
}

} // namespace labelwright
