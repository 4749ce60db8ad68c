#pragma once

#include "core/project/deployments.h"
#include "ui/deployment/tried_images.h"
#include "ui/step_page.h"

#include <QWidget>

#include <functional>
#include <memory>

class QCheckBox;
class QLabel;
class QListView;
class QMimeData;
class QSlider;

namespace labelwright {

class PictureView;
class ScorePanel;

/// Tries a deployment that is ready on images that are dropped, pasted or chosen, shows scores and
/// where in the image a label is seen, and predicts whole folders into a table.
class TryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TryPanel(const UiContext& context, QWidget* parent = nullptr);

    /// Another deployment forgets the images. A null service: nothing can be tried now.
    void setDeployment(const Deployment& deployment,
                       std::shared_ptr<const PredictionService> service);

    /// Files and folders of images.
    void tryPaths(const QStringList& paths);
    void tryPicture(const QImage& picture);

    [[nodiscard]] const ScorePanel& scores() const { return *m_scores; }
    [[nodiscard]] const PictureView& picture() const { return *m_picture; }

Q_SIGNALS:
    /// Something failed, for the page's message bar.
    void failed(const labelwright::Error& error);
    /// Something is worth saying there.
    void told(const QString& sentence);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeButtons();
    QWidget* makeImageSide();
    QWidget* makeWhyControls();
    void paste();
    void choose();
    void predictFolderToTable();
    bool take(const QMimeData& given);
    void show(std::vector<TriedImage> images);
    void showCurrent();
    void showWhy();
    void setCaption(const QString& text);
    void computeWhy(const TriedEntry& entry);
    [[nodiscard]] const TriedEntry* current() const;
    using TryWork = std::function<Result<std::vector<TriedImage>>(const ProgressCallback&,
                                                                  std::stop_token)>;
    void run(const QString& title, TryWork work);

    UiContext m_context;
    Deployment m_deployment;
    std::shared_ptr<const PredictionService> m_service;
    int m_whyRunning = 0; ///< Number of the entry whose why-maps are being computed; 0: none.
    TriedImages* m_images;
    PictureView* m_picture = nullptr;
    ScorePanel* m_scores = nullptr;
    QListView* m_strip = nullptr;
    QLabel* m_caption = nullptr;
    QCheckBox* m_why = nullptr;
    QSlider* m_strength = nullptr;
};

} // namespace labelwright
