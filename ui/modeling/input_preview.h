#pragma once

#include "core/model/model_spec.h"
#include "core/project/samples.h"
#include "ui/step_page.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace labelwright {

/// What one image becomes before the network sees it.
struct PreviewImages
{
    QString name;
    QImage prepared;
    std::vector<QImage> augmented;
};

/// Reads the `number`-th good image of a dataset (counted around), prepares and augments it.
Result<PreviewImages> previewImages(const Project& project, DatasetId dataset, int number,
                                    const InputBlock& input);

/// Preprocessing and augmentation shown on a real image of the dataset: as the network sees it, and
/// three random variants as in training.
class InputPreview : public QWidget
{
    Q_OBJECT

public:
    explicit InputPreview(const UiContext& context, QWidget* parent = nullptr);

    void setInput(DatasetId dataset, const InputBlock& input);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void start();
    void finish(const Result<PreviewImages>& result);
    void draw();

    UiContext m_context;
    DatasetId m_dataset;
    std::optional<InputBlock> m_input;
    int m_number = 0;
    bool m_isBusy = false;
    bool m_isStale = false; ///< The input changed while a job was going on.
    PreviewImages m_images;
    QTimer m_delay; ///< Many changes in a row are drawn once.
    std::vector<QLabel*> m_pictures;
    QLabel* m_augmented;
    QLabel* m_caption;
    QPushButton* m_another;
};

} // namespace labelwright
