#pragma once

#include "core/project/deployments.h"
#include "core/session/endpoint_log.h"

#include <QAbstractListModel>
#include <QPixmap>

#include <vector>

namespace labelwright {

/// Images that callers sent to one deployment, newest first, with the labels that were answered.
class RequestImages : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit RequestImages(const EndpointLog& log, QObject* parent = nullptr);

    void setDeployment(const Deployment& deployment);

    /// Null when there is no such row.
    [[nodiscard]] const LoggedImage* at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// Qt::DisplayRole: the top labels, "Sky 0.98, Water 0.12"; Qt::DecorationRole: a QPixmap.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row
    {
        LoggedImage image;
        QPixmap picture;
        QString labels;
    };
    void update();
    void removeGone();
    [[nodiscard]] Row rowOf(const LoggedImage& image) const;
    [[nodiscard]] QString topLabels(const Prediction& prediction) const;

    const EndpointLog& m_log;
    Deployment m_deployment;
    std::vector<Row> m_rows;
};

} // namespace labelwright
