#pragma once

#include "core/project/deployments.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QTableView;

namespace labelwright {

class InterfaceModel;

/// What a deployment was made from, and its input and outputs with their names towards callers.
class InfoPanel : public QWidget
{
    Q_OBJECT

public:
    explicit InfoPanel(QWidget* parent = nullptr);

    void setDeployment(const Deployment& deployment);

Q_SIGNALS:
    void namesWanted(const QString& input, const QStringList& outputs);

private:
    QLabel* addFact(QFormLayout* form, const QString& title);

    InterfaceModel* m_model;
    QTableView* m_table;
    QLabel* m_experiment;
    QLabel* m_checkpoint;
    QLabel* m_number;
    QLabel* m_created;
    QLabel* m_labels;
    QLabel* m_digest;
};

} // namespace labelwright
