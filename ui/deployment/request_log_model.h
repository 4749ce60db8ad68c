#pragma once

#include "core/session/endpoint_log.h"

#include <QAbstractTableModel>

#include <deque>

namespace labelwright {

/// The latest calls of the service, newest first.
class RequestLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, CallerColumn, MethodColumn, PathColumn, StatusColumn, DurationColumn,
                  ColumnCount };

    explicit RequestLogModel(const EndpointLog& log, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    void update();
    [[nodiscard]] static QString text(const HttpExchange& exchange, int column);

    const EndpointLog& m_log;
    std::deque<LoggedCall> m_calls; ///< As views know them.
};

/// An HTTP status in words: "200 OK"; one that is not used here is its number.
QString statusWord(int status);

} // namespace labelwright
