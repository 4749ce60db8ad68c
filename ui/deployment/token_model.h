#pragma once

#include "core/project/deployment_access.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <vector>

namespace labelwright {

/// A deployment's tokens, newest first, with what became of them in words.
class TokenModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, CreatedColumn, ExpiresColumn, StateColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// As `tokens` gives them: oldest first.
    void setTokens(std::vector<DeploymentToken> tokens);

    /// Null when there is no such row.
    [[nodiscard]] const DeploymentToken* at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] static QString text(const DeploymentToken& token, int column);

    std::vector<DeploymentToken> m_tokens;
};

} // namespace labelwright
