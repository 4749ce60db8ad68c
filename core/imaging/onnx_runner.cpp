#include "core/imaging/onnx_runner.h"

#include "core/base/atomic_file.h"
#include "core/imaging/guarded.h"

#include <opencv2/dnn.hpp>

#include <QFileInfo>

#include <algorithm>

namespace labelwright {

namespace {

void checkSizes(std::span<const PixelsView> images)
{
    for (const PixelsView& image : images) {
        const PixelsView& first = images.front();
        CV_Assert(image.width == first.width && image.height == first.height
                  && image.channels == first.channels && image.channels > 0
                  && image.data.size()
                         == static_cast<std::size_t>(image.width)
                                * static_cast<std::size_t>(image.height)
                                * static_cast<std::size_t>(image.channels));
    }
}

/// Writes one image's values as floats, in the layout's order.
void copyImage(const PixelsView& image, BatchLayout layout, float* out)
{
    if (layout == BatchLayout::Nhwc) {
        std::ranges::copy(image.data, out);
        return;
    }
    const auto channels = static_cast<std::size_t>(image.channels);
    for (std::size_t c = 0; c < channels; ++c)
        for (std::size_t i = c; i < image.data.size(); i += channels)
            *out++ = image.data[i];
}

/// FLOAT, which OpenCV turns every input into.
cv::Mat batchOf(std::span<const PixelsView> images, BatchLayout layout)
{
    checkSizes(images);
    const PixelsView& first = images.front();
    const int count = static_cast<int>(images.size());
    const bool isNhwc = layout == BatchLayout::Nhwc;
    const std::vector<int> shape =
        isNhwc ? std::vector<int>{count, first.height, first.width, first.channels}
               : std::vector<int>{count, first.channels, first.height, first.width};
    cv::Mat batch(shape, CV_32F);
    float* out = batch.ptr<float>();
    for (const PixelsView& image : images) {
        copyImage(image, layout, out);
        out += image.data.size();
    }
    return batch;
}

std::vector<float> floatsOf(const cv::Mat& values)
{
    CV_Assert(values.type() == CV_32F && values.isContinuous());
    return {values.ptr<float>(), values.ptr<float>() + values.total()};
}

/// Loads the file, sets its input and hands it to `work`.
template <class Work>
auto withNetwork(const QString& path, std::span<const PixelsView> images, BatchLayout layout,
                 Work work) -> Result<decltype(work(std::declval<cv::dnn::Net&>()))>
{
    const Result<QByteArray> bytes = readFile(path);
    if (!bytes)
        return failureOf(bytes);
    decltype(work(std::declval<cv::dnn::Net&>())) result;
    const Result<void> done = guarded(
        QString("OpenCV cannot run the ONNX file %1.").arg(QFileInfo(path).fileName()), [&] {
            if (images.empty())
                return;
            cv::dnn::Net net = cv::dnn::readNetFromONNX(
                bytes->constData(), static_cast<std::size_t>(bytes->size()));
            net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
            net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
            net.setInput(batchOf(images, layout));
            result = work(net);
        });
    if (!done)
        return failureOf(done);
    return result;
}

} // namespace

Result<std::vector<float>> runOnnx(const QString& path, std::span<const PixelsView> images,
                                   BatchLayout layout)
{
    return withNetwork(path, images, layout,
                       [](cv::dnn::Net& net) { return floatsOf(net.forward()); });
}

Result<std::vector<std::vector<float>>> runOnnxOutputs(const QString& path,
                                                       std::span<const PixelsView> images,
                                                       BatchLayout layout,
                                                       const QStringList& names)
{
    return withNetwork(path, images, layout, [&names](cv::dnn::Net& net) {
        net.enableFusion(false);
        std::vector<cv::String> wanted;
        for (const QString& name : names)
            wanted.push_back(name.toStdString());
        std::vector<cv::Mat> outputs;
        net.forward(outputs, wanted);
        std::vector<std::vector<float>> values;
        for (const cv::Mat& output : outputs)
            values.push_back(floatsOf(output));
        return values;
    });
}

} // namespace labelwright
