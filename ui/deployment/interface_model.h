#pragma once

#include "core/project/deployments.h"

#include <QAbstractTableModel>

namespace labelwright {

/// A deployment's input and outputs: feature, type, threshold, and the name towards callers, which
/// can be edited.
class InterfaceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { FeatureColumn, TypeColumn, NameColumn, ThresholdColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDeployment(const Deployment& deployment);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Asks by `namesWanted` and shows the new name only once `setDeployment` brings it.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void namesWanted(const QString& input, const QStringList& outputs);

private:
    /// Whether a row shows something else than before. The network of a deployment never changes.
    [[nodiscard]] bool isChanged(const Deployment& before, int row) const;
    [[nodiscard]] QString text(int row, int column) const;

    Deployment m_deployment;
};

} // namespace labelwright
