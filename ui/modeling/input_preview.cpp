#include "ui/modeling/input_preview.h"

#include "core/project/sample_reader.h"
#include "core/session/workspace.h"
#include "ui/modeling/modeling_words.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace labelwright {

namespace {

constexpr int variants = 3;
constexpr int delay = 80; ///< Milliseconds.

QImage toImage(const Pixels& pixels)
{
    const QImage view(pixels.data.data(), pixels.width, pixels.height,
                      pixels.width * pixels.channels,
                      pixels.channels == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    return view.copy();
}

Result<Sample> goodSample(const Project& project, DatasetId dataset, int number)
{
    auto all = samples(project, dataset);
    if (!all)
        return failureOf(all);
    std::erase_if(*all, [](const Sample& sample) { return sample.check != CheckState::Ok; });
    if (all->empty())
        return failure(ModelingWords::tr("The dataset has no checked image to show yet."));
    // A step that shares no factor with most counts shows images from all over the dataset.
    constexpr std::size_t stride = 7919;
    return all->at(static_cast<std::size_t>(number) * stride % all->size());
}

} // namespace

Result<PreviewImages> previewImages(const Project& project, DatasetId dataset, int number,
                                    const InputBlock& input)
{
    const auto chosen = goodSample(project, dataset, number);
    if (!chosen)
        return failureOf(chosen);
    const auto locations = sampleLocations(project, dataset);
    if (!locations)
        return failureOf(locations);
    const auto stored = SampleReader(*locations).read(chosen->id);
    if (!stored)
        return failureOf(stored);
    const auto prepared = prepareImage(stored->bytes, input.preprocessing);
    if (!prepared)
        return failureOf(prepared);
    PreviewImages images{chosen->name, toImage(*prepared), {}};
    Pixels variant = *prepared;
    for (int i = 0; i < variants; ++i) {
        Random random(static_cast<std::uint64_t>(number), static_cast<std::uint64_t>(i));
        augment(*prepared, input.augmentation, random, variant.data);
        images.augmented.push_back(toImage(variant));
    }
    return images;
}

InputPreview::InputPreview(const UiContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_augmented(new QLabel(this))
    , m_caption(new QLabel(this))
    , m_another(new QPushButton(icon(QStringLiteral("refresh")), tr("Another image"), this))
{
    const int step = gridStep(this);
    auto* const grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * step);
    grid->setVerticalSpacing(step);
    for (int i = 0; i <= variants; ++i) {
        auto* const picture = new QLabel(this);
        // Its size is the layout's: a picture must not widen what it is scaled to.
        picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        picture->setFixedHeight(24 * step);
        picture->setAlignment(Qt::AlignCenter);
        picture->setAccessibleName(i == 0 ? tr("The image as the network sees it")
                                          : tr("Variant %1 for training").arg(i));
        grid->addWidget(picture, 0, i);
        grid->setColumnStretch(i, 1);
        m_pictures.push_back(picture);
    }
    auto* const prepared = new QLabel(tr("As the network sees it"), this);
    for (QLabel* label : {prepared, m_augmented, m_caption})
        setMuted(label);
    grid->addWidget(prepared, 1, 0);
    grid->addWidget(m_augmented, 1, 1, 1, variants);
    m_another->setObjectName(QStringLiteral("anotherImage"));
    m_another->setProperty("flat", true);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_caption, 1);
    row->addWidget(m_another);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, step, 0, 0);
    layout->setSpacing(step);
    layout->addLayout(grid);
    layout->addLayout(row);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delay);
    connect(&m_delay, &QTimer::timeout, this, &InputPreview::start);
    connect(m_another, &QPushButton::clicked, this, [this] {
        ++m_number;
        start();
    });
}

void InputPreview::setInput(DatasetId dataset, const InputBlock& input)
{
    if (m_input && *m_input == input && m_dataset == dataset)
        return;
    if (m_dataset != dataset)
        m_number = 0;
    m_dataset = dataset;
    m_input = input;
    m_augmented->setText(isIdentity(input.augmentation) ? tr("Not augmented in training")
                                                        : tr("Augmented, in training"));
    m_delay.start();
}

void InputPreview::start()
{
    if (!m_input)
        return;
    m_isStale = m_isBusy;
    if (m_isBusy)
        return;
    m_isBusy = true;
    m_context.workspace.run<PreviewImages>(
        {}, this,
        [dataset = m_dataset, number = m_number, input = *m_input](
            Project& project, const ProgressCallback&, std::stop_token) {
            return previewImages(project, dataset, number, input);
        },
        [this](const Result<PreviewImages>& result) { finish(result); });
}

void InputPreview::finish(const Result<PreviewImages>& result)
{
    m_isBusy = false;
    m_images = result ? *result : PreviewImages();
    m_caption->setText(result ? result->name : result.error().summary);
    draw();
    if (m_isStale)
        start();
}

void InputPreview::draw()
{
    const double ratio = devicePixelRatioF();
    for (std::size_t i = 0; i < m_pictures.size(); ++i) {
        const QImage image = i == 0                              ? m_images.prepared
                             : i <= m_images.augmented.size()    ? m_images.augmented[i - 1]
                                                                 : QImage();
        QPixmap pixmap;
        if (!image.isNull()) {
            const QSizeF room = QSizeF(m_pictures[i]->size()) * ratio;
            pixmap = QPixmap::fromImage(
                image.scaled(room.toSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
            pixmap.setDevicePixelRatio(ratio);
        }
        m_pictures[i]->setPixmap(pixmap);
    }
}

void InputPreview::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    draw();
}

} // namespace labelwright
