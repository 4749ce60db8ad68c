#include "core/deployment/inference_queue.h"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace labelwright {

namespace {

using Clock = std::chrono::steady_clock;

/// Weight of the latest batch in the mean time of an image.
constexpr double paceWeight = 0.2;
constexpr double longestWait = 600;

/// A request: either image files or prepared images.
struct InferenceJob
{
    InferenceQueue::Service service;
    std::vector<QByteArray> files;
    std::vector<Pixels> prepared;
    InferenceQueue::Done done;
    InferenceQueue::ScoresDone scoresDone;
    Clock::time_point arrived = Clock::now();

    std::vector<Result<Prediction>> predictions; ///< Of `files`, as far as they are answered.
    std::vector<float> scores;                   ///< Of `prepared`, likewise.
    std::size_t answered = 0;
    std::optional<Error> error; ///< For all of `prepared`.
    bool isComplete = false;

    [[nodiscard]] bool isPrepared() const { return bool(scoresDone); }
    [[nodiscard]] std::size_t size() const { return isPrepared() ? prepared.size() : files.size(); }
    [[nodiscard]] std::size_t left() const { return size() - answered; }
    [[nodiscard]] bool sharesBatchWith(const InferenceJob& other) const
    {
        return service == other.service && isPrepared() == other.isPrepared();
    }
};

/// The next `count` unanswered images of a job.
struct InferencePart
{
    std::shared_ptr<InferenceJob> job;
    std::size_t count = 0;
};
using InferenceBatch = std::vector<InferencePart>;

std::size_t imagesIn(const InferenceBatch& batch)
{
    std::size_t images = 0;
    for (const InferencePart& part : batch)
        images += part.count;
    return images;
}

Error unexpectedError(const QString& detail)
{
    return {QStringLiteral("The network failed for this request; try again."), detail};
}

void predictBatch(const InferenceBatch& batch)
{
    std::vector<QByteArray> files;
    for (const auto& [job, count] : batch)
        for (std::size_t i = 0; i < count; ++i)
            files.push_back(std::move(job->files[job->answered + i]));
    std::vector<Result<Prediction>> all = batch.front().job->service->predict(files);
    auto next = std::make_move_iterator(all.begin());
    for (const auto& [job, count] : batch) {
        job->predictions.insert(job->predictions.end(), next, next + std::ptrdiff_t(count));
        next += std::ptrdiff_t(count);
    }
}

void scoreBatch(const InferenceBatch& batch)
{
    std::vector<PixelsView> images;
    for (const auto& [job, count] : batch)
        for (std::size_t i = 0; i < count; ++i)
            images.emplace_back(job->prepared[job->answered + i]);
    const PredictionService& service = *batch.front().job->service;
    const Result<std::vector<float>> all = service.scoresOfPrepared(images);
    const auto labels = std::ptrdiff_t(service.model().labels.size());
    std::ptrdiff_t row = 0;
    for (const auto& [job, count] : batch) {
        if (!all)
            job->error = all.error();
        else
            job->scores.insert(job->scores.end(), all->begin() + row * labels,
                               all->begin() + (row + std::ptrdiff_t(count)) * labels);
        row += std::ptrdiff_t(count);
    }
}

void failBatch(const InferenceBatch& batch, const Error& error)
{
    for (const auto& [job, count] : batch)
        if (job->isPrepared())
            job->error = error;
        else
            job->predictions.resize(job->answered + count, tl::unexpected(error));
}

void runBatch(const InferenceBatch& batch)
{
    if (imagesIn(batch) == 0)
        return;
    try {
        batch.front().job->isPrepared() ? scoreBatch(batch) : predictBatch(batch);
    } catch (const std::exception& exception) {
        failBatch(batch, unexpectedError(QString::fromUtf8(exception.what())));
    }
}

/// Hands a job's results over. What the caller's function throws ends with its request.
void finish(InferenceJob& job)
{
    try {
        if (!job.isPrepared())
            job.done(std::move(job.predictions));
        else if (job.error)
            job.scoresDone(tl::unexpected(*job.error));
        else
            job.scoresDone(std::move(job.scores));
    } catch (const std::exception&) {
        return;
    }
}

void abandon(InferenceJob& job)
{
    const Error error{QStringLiteral("The service was stopped before it came to this request."), {}};
    job.error = error;
    job.predictions.resize(job.files.size(), tl::unexpected(error));
    finish(job);
}

/// Says why prepared images cannot be given to the network: they would fail all of their batch.
std::optional<Error> misfit(const PredictionService& service, const std::vector<Pixels>& images)
{
    const Preprocessing& input = find<InputBlock>(service.model().spec)->preprocessing;
    const int channels = channelCount(input.color);
    for (const Pixels& image : images) {
        const bool fits =
            image.width == input.width && image.height == input.height &&
            image.channels == channels &&
            image.data.size() == std::size_t(input.width) * std::size_t(input.height) *
                                     std::size_t(channels);
        if (!fits)
            return Error{QString("An image is %1×%2 with %3 channels, but the network takes %4×%5 "
                                 "with %6.")
                             .arg(image.width)
                             .arg(image.height)
                             .arg(image.channels)
                             .arg(input.width)
                             .arg(input.height)
                             .arg(channels),
                         {}};
    }
    return {};
}

} // namespace

struct InferenceQueue::State
{
    explicit State(InferenceLimits given)
        : limits(given)
        , thread([this](const std::stop_token& stop) { run(stop); })
    {
    }

    bool add(std::shared_ptr<InferenceJob> job)
    {
        {
            const std::lock_guard lock(mutex);
            if (figures.waiting > 0 && figures.waiting + job->left() > limits.waitingImages) {
                ++figures.refused;
                return false;
            }
            figures.waiting += job->left();
            jobs.push_back(std::move(job));
        }
        changed.notify_one();
        return true;
    }

    /// The images that the network is given next, in the order of arrival; they stay in the queue.
    [[nodiscard]] InferenceBatch nextBatch() const
    {
        InferenceBatch batch;
        std::size_t room = std::max<std::size_t>(limits.batch, 1);
        for (const auto& job : jobs) {
            if (!job->sharesBatchWith(*jobs.front()))
                continue;
            if (room == 0)
                break;
            batch.push_back({job, job->error ? 0 : std::min(room, job->left())});
            room -= batch.back().count;
        }
        return batch;
    }

    [[nodiscard]] bool isFull() const { return imagesIn(nextBatch()) >= limits.batch; }

    /// Waits for images and for their batch to fill; nothing when stopped.
    InferenceBatch await(const std::stop_token& stop)
    {
        std::unique_lock lock(mutex);
        if (!changed.wait(lock, stop, [this] { return !jobs.empty(); }) || stop.stop_requested())
            return {};
        if (limits.wait.count() > 0)
            changed.wait_until(lock, stop, jobs.front()->arrived + limits.wait,
                               [this] { return isFull(); });
        return stop.stop_requested() ? InferenceBatch() : nextBatch();
    }

    /// Counts what was answered and returns the jobs that are complete.
    InferenceBatch settle(const InferenceBatch& batch, Clock::duration took)
    {
        const std::size_t images = imagesIn(batch);
        InferenceBatch complete;
        const std::lock_guard lock(mutex);
        for (const InferencePart& part : batch) {
            part.job->answered += part.count;
            figures.waiting -= part.job->error ? part.job->left() + part.count : part.count;
            part.job->isComplete = part.job->left() == 0 || part.job->error;
            if (part.job->isComplete)
                complete.push_back(part);
        }
        std::erase_if(jobs, [](const auto& job) { return job->isComplete; });
        if (images == 0)
            return complete;
        figures.images += images;
        ++figures.batches;
        figures.busy += std::chrono::duration_cast<std::chrono::microseconds>(took);
        const double pace = std::chrono::duration<double>(took).count() / double(images);
        secondsPerImage += (secondsPerImage > 0 ? paceWeight : 1) * (pace - secondsPerImage);
        return complete;
    }

    void run(const std::stop_token& stop)
    {
        while (true) {
            const InferenceBatch batch = await(stop);
            if (batch.empty())
                break;
            const Clock::time_point start = Clock::now();
            runBatch(batch);
            for (const InferencePart& part : settle(batch, Clock::now() - start))
                finish(*part.job);
        }
        abandonAll();
    }

    void abandonAll()
    {
        std::deque<std::shared_ptr<InferenceJob>> left;
        {
            const std::lock_guard lock(mutex);
            left.swap(jobs);
            figures.waiting = 0;
        }
        for (const auto& job : left)
            abandon(*job);
    }

    const InferenceLimits limits;
    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<std::shared_ptr<InferenceJob>> jobs;
    InferenceFigures figures;
    double secondsPerImage = 0;
    std::jthread thread; ///< Last, so that it ends before what it uses.
};

InferenceQueue::InferenceQueue(InferenceLimits limits)
    : m_state(std::make_unique<State>(limits))
{
}

InferenceQueue::~InferenceQueue() = default;

bool InferenceQueue::predict(Service service, std::vector<QByteArray> images, Done done)
{
    auto job = std::make_shared<InferenceJob>();
    job->service = std::move(service);
    job->files = std::move(images);
    job->done = std::move(done);
    return m_state->add(std::move(job));
}

bool InferenceQueue::score(Service service, std::vector<Pixels> images, ScoresDone done)
{
    auto job = std::make_shared<InferenceJob>();
    job->error = misfit(*service, images);
    job->service = std::move(service);
    job->prepared = std::move(images);
    job->scoresDone = std::move(done);
    return m_state->add(std::move(job));
}

int InferenceQueue::secondsToWait() const
{
    const std::lock_guard lock(m_state->mutex);
    const double seconds = double(m_state->figures.waiting) * m_state->secondsPerImage;
    return int(std::ceil(std::clamp(seconds, 1.0, longestWait)));
}

InferenceFigures InferenceQueue::figures() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->figures;
}

} // namespace labelwright
