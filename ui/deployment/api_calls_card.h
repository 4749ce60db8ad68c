#pragma once

#include "core/project/deployments.h"
#include "core/session/endpoint_log.h"
#include "core/session/import_job.h"
#include "ui/step_page.h"

#include <QFrame>

#include <vector>

class QCheckBox;
class QLabel;
class QListView;
class QPushButton;
class QTableView;

namespace labelwright {

class RequestImages;
class RequestLogModel;

/// Who called lately, and what they sent to a deployment that keeps the images of calls: those can
/// be added to the dataset that its network learned from.
class ApiCallsCard : public QFrame
{
    Q_OBJECT

public:
    explicit ApiCallsCard(const UiContext& context, QWidget* parent = nullptr);

    void setDeployment(const Deployment& deployment);

Q_SIGNALS:
    void failed(const labelwright::Error& error);
    void told(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeLog();
    void makeImages();
    void showCounts();
    void fitImages();
    void keepImages(bool keeps);
    void addToDataset();
    void startImport(DatasetId dataset, const QString& name, std::vector<LoggedImage> images);
    void tellImported(const Result<ImportSummary>& summary);
    [[nodiscard]] std::vector<LoggedImage> chosen() const;

    UiContext m_context;
    Deployment m_deployment;
    RequestLogModel* m_calls;
    RequestImages* m_images;
    QLabel* m_noCalls = nullptr;
    QTableView* m_table = nullptr;
    QCheckBox* m_keep = nullptr;
    QLabel* m_hint = nullptr;
    QListView* m_view = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_forget = nullptr;
};

} // namespace labelwright
