#include "tests/benchmarks/serving/served_network.h"

#include "core/base/random.h"
#include "core/imaging/preprocessing.h"
#include "core/nn/network_plan.h"
#include "core/nn/spec_plan.h"
#include "core/nn/weights_file.h"
#include "tests/benchmarks/made_data.h"

#include <QBuffer>
#include <QImage>

#include <chrono>
#include <cmath>
#include <cstring>

namespace labelwright::benchmarks {

namespace {

constexpr int labelCount = 20;
const std::string backbonePrefix = "backbone.";

WeightTensor randomTensor(const PlanParameter& parameter, Random& random)
{
    if (parameter.role == ParameterRole::BatchCount)
        return {parameter.name, WeightType::I64, parameter.shape, QByteArray(8, '\0')};
    std::size_t count = 1;
    for (const std::int64_t side : parameter.shape)
        count *= std::size_t(side);
    const double fanIn = double(count) / double(parameter.shape.empty() ? 1 : parameter.shape[0]);
    std::vector<float> values(count);
    for (float& value : values)
        value = parameter.role == ParameterRole::RunningVar || parameter.shape.size() == 1
                    ? 1
                    : float((random.uniform() * 2 - 1) * std::sqrt(6 / fanIn));
    QByteArray bytes(qsizetype(count * sizeof(float)), Qt::Uninitialized);
    std::memcpy(bytes.data(), values.data(), std::size_t(bytes.size()));
    return {parameter.name, WeightType::F32, parameter.shape, bytes};
}

/// The parameter's values from the backbone's file, or random ones.
WeightTensor tensorFor(const PlanParameter& parameter, const std::vector<WeightTensor>& backbone,
                       Random& random)
{
    for (const WeightTensor& tensor : backbone)
        if (backbonePrefix + tensor.name == parameter.name && tensor.shape == parameter.shape)
            return {parameter.name, tensor.type, tensor.shape, tensor.bytes};
    return randomTensor(parameter, random);
}

Result<InferenceQueue::Service> serviceOf(const ModelSpec& spec, const QString& backboneWeights,
                                          const QString& path)
{
    std::vector<WeightTensor> backbone;
    if (!backboneWeights.isEmpty()) {
        auto read = readTensors(backboneWeights);
        if (!read)
            return failureOf(read);
        backbone = std::move(*read);
    }
    Random random(5);
    std::vector<WeightTensor> tensors;
    for (const PlanParameter& parameter : parametersOf(planNetwork(spec, labelCount)))
        tensors.push_back(tensorFor(parameter, backbone, random));
    if (const auto written = writeCheckpoint(path, tensors, {}); !written)
        return failureOf(written);
    ServedModel model;
    model.spec = spec;
    model.labels = labelNames(labelCount);
    model.weightsPath = path;
    auto service = PredictionService::open(std::move(model));
    if (!service)
        return failureOf(service);
    return std::make_shared<const PredictionService>(std::move(*service));
}

} // namespace

Result<InferenceQueue::Service> mobileNet(const QString& folder, int side)
{
    const Backbone backbone = benchmarkBackbone();
    return serviceOf(fineTuneSpec(backbone, side, 0), backbone.weights,
                     folder + "/mobilenet.safetensors");
}

Result<InferenceQueue::Service> smallNetwork(const QString& folder)
{
    InputBlock input;
    input.preprocessing.width = 32;
    input.preprocessing.height = 32;
    return serviceOf({{input, ConvBlock{8, 3, 2, true}, PoolingBlock{}, DenseBlock{},
                       ActivationBlock{}, TargetBlock{}}},
                     {}, folder + "/small.safetensors");
}

std::vector<QByteArray> photos(int count, int side)
{
    std::vector<QByteArray> files;
    for (int i = 0; i < count; ++i) {
        const Pixels picture = madePicture(side, std::uint64_t(i) + 1);
        QBuffer file;
        file.open(QIODevice::WriteOnly);
        QImage(picture.data.data(), side, side, side * 3, QImage::Format_RGB888)
            .save(&file, "JPG", 90);
        files.push_back(file.data());
    }
    return files;
}

double bareImagesPerSecond(const PredictionService& service, const std::vector<QByteArray>& jpegs,
                           double seconds)
{
    using Clock = std::chrono::steady_clock;
    const Preprocessing& input = find<InputBlock>(service.model().spec)->preprocessing;
    std::vector<Pixels> pixels;
    for (const QByteArray& jpeg : jpegs)
        pixels.push_back(prepareImage(jpeg, input).value());
    std::vector<PixelsView> images;
    for (std::size_t i = 0; i < PredictionService::batchSize; ++i)
        images.emplace_back(pixels[i % pixels.size()]);
    const Clock::time_point start = Clock::now();
    double took = 0;
    std::size_t done = 0;
    while (took < seconds && service.scoresOfPrepared(images)) {
        done += images.size();
        took = std::chrono::duration<double>(Clock::now() - start).count();
    }
    return took > 0 ? double(done) / took : 0;
}

} // namespace labelwright::benchmarks
