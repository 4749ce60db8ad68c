#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/evaluation/calibration.h"
#include "core/imaging/pixels.h"
#include "core/model/model_spec.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace labelwright {

/// A trained network with all that turns an image file into decisions. `calibration` and
/// `thresholds` have one entry per label; left empty they mean none and 0.5.
struct ServedModel
{
    ModelSpec spec;
    QStringList labels;
    QString weightsPath; ///< A checkpoint's .safetensors.
    std::vector<LabelCalibration> calibration;
    std::vector<float> thresholds;
};

/// What the network says of one image, in the order of the labels.
struct Prediction
{
    std::vector<float> scores; ///< Calibrated, in [0, 1].
    std::vector<bool> present; ///< score ≥ threshold.
    friend bool operator==(const Prediction&, const Prediction&) = default;
};

/// Image bytes in, decisions out: decode, prepare, network in f32, calibration, thresholds. The one
/// implementation behind the try-it panel, the command line and the endpoint.
///
/// Threads: any thread may call; calls take turns. While the network runs, the next batch is
/// decoded on threads that end before the call returns. Callbacks run on the calling thread.
class PredictionService
{
public:
    /// Loads the weights. `threads`: for decoding and for the network, 0: as many as the machine
    /// has cores. Fails when spec, labels, weights, calibration and thresholds do not fit together.
    static Result<PredictionService> open(ServedModel model, int threads = 0);

    PredictionService(PredictionService&&) noexcept;
    PredictionService& operator=(PredictionService&&) noexcept;
    ~PredictionService();

    [[nodiscard]] const ServedModel& model() const;

    /// One entry per image file's bytes. What is no readable image fails alone.
    [[nodiscard]] std::vector<Result<Prediction>>
    predict(std::span<const QByteArray> encodedImages) const;

    /// Gives the bytes of image `index`; called from several threads.
    using Fetch = std::function<Result<QByteArray>(std::size_t index)>;
    /// Takes the result of image `index`; called in rising order on the calling thread.
    using Sink = std::function<void(std::size_t index, Result<Prediction> prediction)>;

    /// The same for any number of images, of which only some batches are in memory at a time. Fails
    /// only when stopped; then no further result is given.
    [[nodiscard]] Result<void> predictEach(std::size_t count, const Fetch& fetch, const Sink& sink,
                                           const ProgressCallback& progress = {},
                                           std::stop_token stop = {}) const;

    /// Scores of images that `prepareImage` made, images × labels, row by row.
    [[nodiscard]] Result<std::vector<float>>
    scoresOfPrepared(std::span<const PixelsView> images) const;

    /// The largest batch that the network is given at once.
    static constexpr std::size_t batchSize = 32;

private:
    struct State;
    explicit PredictionService(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace labelwright
