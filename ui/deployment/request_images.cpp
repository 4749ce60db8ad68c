#include "ui/deployment/request_images.h"

#include "ui/style/icons.h"

#include <QLocale>

#include <algorithm>
#include <numeric>
#include <utility>

namespace labelwright {

namespace {

constexpr qsizetype topCount = 2;

} // namespace

RequestImages::RequestImages(const EndpointLog& log, QObject* parent)
    : QAbstractListModel(parent)
    , m_log(log)
{
    connect(&log, &EndpointLog::changed, this, &RequestImages::update);
}

void RequestImages::setDeployment(const Deployment& deployment)
{
    const bool isSame = deployment.id == m_deployment.id && deployment.labels == m_deployment.labels;
    m_deployment = deployment;
    if (isSame)
        return;
    beginResetModel();
    m_rows.clear();
    endResetModel();
    update();
}

void RequestImages::update()
{
    removeGone();
    const qint64 last = m_rows.empty() ? 0 : m_rows.front().image.number;
    std::vector<Row> added;
    for (const LoggedImage& image : m_log.images()) {
        if (image.number <= last)
            break;
        if (image.deployment == m_deployment.id)
            added.push_back(rowOf(image));
    }
    if (added.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.begin(), std::make_move_iterator(added.begin()),
                  std::make_move_iterator(added.end()));
    endInsertRows();
}

/// The oldest go, or all of them.
void RequestImages::removeGone()
{
    const auto& images = m_log.images();
    const auto oldest = std::ranges::find(images.rbegin(), images.rend(), m_deployment.id,
                                          &LoggedImage::deployment);
    const qint64 first = oldest == images.rend() ? m_log.newestImage() + 1 : oldest->number;
    const auto gone = std::ranges::find_if(
        m_rows, [first](const Row& row) { return row.image.number < first; });
    if (gone == m_rows.end())
        return;
    beginRemoveRows({}, static_cast<int>(gone - m_rows.begin()), rowCount() - 1);
    m_rows.erase(gone, m_rows.end());
    endRemoveRows();
}

QString RequestImages::topLabels(const Prediction& prediction) const
{
    std::vector<std::size_t> order(
        std::min(prediction.scores.size(), static_cast<std::size_t>(m_deployment.labels.size())));
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::size_t label) { return prediction.scores[label]; });
    QStringList words;
    for (const std::size_t label : order)
        if (words.size() < topCount)
            words.append(QStringLiteral("%1 %2").arg(
                m_deployment.labels.at(static_cast<qsizetype>(label)),
                QLocale().toString(static_cast<double>(prediction.scores[label]), 'f', 2)));
    return words.join(u'\n');
}

RequestImages::Row RequestImages::rowOf(const LoggedImage& image) const
{
    const QPixmap picture = image.thumbnail.isNull()
                                ? icon(QStringLiteral("error")).pixmap(EndpointLog::thumbnailSide / 2)
                                : QPixmap::fromImage(image.thumbnail);
    return {image, picture, topLabels(image.prediction)};
}

const LoggedImage* RequestImages::at(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_rows[static_cast<std::size_t>(row)].image;
}

int RequestImages::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RequestImages::data(const QModelIndex& index, int role) const
{
    if (at(index.isValid() ? index.row() : -1) == nullptr)
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DecorationRole: return row.picture;
    case Qt::DisplayRole: return row.labels;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1\n%2").arg(
            QLocale().toString(row.image.time.toLocalTime(), QLocale::LongFormat), row.labels);
    default: return {};
    }
}

} // namespace labelwright
