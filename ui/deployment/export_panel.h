#pragma once

#include "core/deployment/export_bundle.h"
#include "core/project/deployments.h"
#include "ui/step_page.h"

#include <QWidget>

class QComboBox;
class QFrame;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace labelwright {

/// Exports a deployment's model and shows the proof.
class ExportPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ExportPanel(const UiContext& context, QWidget* parent = nullptr);

    void setDeployment(const Deployment& deployment);

Q_SIGNALS:
    void failed(const labelwright::Error& error);

private:
    QWidget* makeExportCard();
    void exportModel();
    QString askPath(int form);
    void startExport(const ExportTarget& target);
    void showReport(const ExportReport& report);
    void setBusy(bool busy);

    UiContext m_context;
    Deployment m_deployment;
    QComboBox* m_form = nullptr;
    QPushButton* m_export = nullptr;
    QLabel* m_result = nullptr;
    QPushButton* m_openFolder = nullptr;
    QString m_exported;
};

} // namespace labelwright
