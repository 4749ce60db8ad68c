// Why-maps of core/session/deployment_job.h: from the network's input back to the image.

#include "core/imaging/image_header.h"
#include "core/imaging/preprocessing.h"
#include "core/nn/activation_map.h"
#include "core/session/deployment_job.h"

#include <QPainter>

#include <algorithm>

namespace labelwright {

namespace {

/// Longer side of a why-map, pixels: smooth enough to be laid over any image.
constexpr int heatSide = 256;

QImage greyOf(const ActivationMap& map)
{
    QImage image(map.width, map.height, QImage::Format_Grayscale8);
    for (int y = 0; y < map.height; ++y)
        for (int x = 0; x < map.width; ++x) {
            const auto index = static_cast<std::size_t>(y) * static_cast<std::size_t>(map.width)
                               + static_cast<std::size_t>(x);
            image.scanLine(y)[x] = static_cast<uchar>(map.values[index] * 255 + 0.5F);
        }
    return image;
}

/// Where the network's whole input lies on an image of that size, as `fitToInput` fits it.
QRectF inputOn(const QSizeF& image, const Preprocessing& input)
{
    const QRectF whole(QPointF(), image);
    if (input.fit == Fit::Stretch)
        return whole;
    const auto mode = input.fit == Fit::CenterCrop ? Qt::KeepAspectRatio
                                                   : Qt::KeepAspectRatioByExpanding;
    QRectF place(QPointF(), QSizeF(input.width, input.height).scaled(image, mode));
    place.moveCenter(whole.center());
    return place;
}

QImage onImage(const ActivationMap& map, const QSize& image, const Preprocessing& input)
{
    const QSize size = image.scaled(heatSide, heatSide, Qt::KeepAspectRatio).expandedTo({1, 1});
    QImage heat(size, QImage::Format_Grayscale8);
    heat.fill(0);
    QPainter painter(&heat);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QImage grey = greyOf(map);
    painter.drawImage(inputOn(size, input), grey, QRectF(grey.rect()));
    return heat;
}

} // namespace

Result<std::vector<QImage>> whyMaps(const ServedModel& model, const QByteArray& encoded)
{
    const auto mapper = ActivationMapper::open(model.spec, static_cast<int>(model.labels.size()),
                                               model.weightsPath, 0);
    if (!mapper)
        return failureOf(mapper);
    const Preprocessing& input = find<InputBlock>(model.spec)->preprocessing;
    const auto header = readImageHeader(encoded);
    if (!header)
        return failureOf(header);
    const auto pixels = prepareImage(encoded, input);
    if (!pixels)
        return failureOf(pixels);
    const auto maps = mapper->maps(*pixels);
    if (!maps)
        return failureOf(maps);
    std::vector<QImage> heats;
    for (const ActivationMap& map : *maps)
        heats.push_back(onImage(map, {header->width, header->height}, input));
    return heats;
}

Result<QImage> whyMap(const ServedModel& model, const QByteArray& encoded, int label)
{
    const auto maps = whyMaps(model, encoded);
    if (!maps)
        return failureOf(maps);
    if (label < 0 || static_cast<std::size_t>(label) >= maps->size())
        return failure(QStringLiteral("The model has no label number %1.").arg(label));
    return maps->at(static_cast<std::size_t>(label));
}

} // namespace labelwright
