#include "core/nn/training_path.h"

#include "core/model/solved_head.h"
#include "core/nn/checkpoint.h"
#include "core/nn/guarded.h"
#include "core/nn/training_metrics.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace labelwright {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Tensors of the last Dense: weight, bias.
std::pair<torch::Tensor, torch::Tensor> denseOf(const Network& network)
{
    const std::vector<torch::Tensor> head = network.stages().back();
    return {head.at(head.size() - 2), head.back()};
}

HeadOptions headOptions(const TrainingSession& session, double c)
{
    HeadOptions options;
    options.c = c;
    options.positiveWeights = session.loss.positiveWeights;
    options.labelSmoothing = session.loss.labelSmoothing;
    options.threads = session.index.facts.threads;
    return options;
}

/// Fits and figures of the steps of a path.
class PathFollower
{
public:
    PathFollower(TrainingSession& session, const RunEmbeddings& embeddings)
        : m_session(session)
        , m_embeddings(embeddings)
        , m_truth(rowsOf(session.job.data.truth, session.job.labels(), embeddings.images))
        , m_validationTruth(rowsOf(session.job.data.truth, session.job.labels(),
                                   session.job.data.validation))
    {}

    Result<void> prepare()
    {
        auto trainer = HeadTrainer::create(m_embeddings.training.values,
                                           m_embeddings.training.dimensions,
                                           m_session.index.facts.threads);
        if (!trainer)
            return failureOf(trainer);
        m_trainer.emplace(std::move(*trainer));
        return {};
    }

    /// Fits the step's head from the one before; `epoch` is from 1.
    Result<LinearHead> fit(int epoch, const LinearHead* start)
    {
        const double c = regularisationPath().at(static_cast<std::size_t>(epoch) - 1);
        return m_trainer->fit(m_truth, m_session.job.labels(), headOptions(m_session, c), start,
                              m_session.job.stop);
    }

    /// What the head does on training and validation.
    Result<EpochReport> report(int epoch, const LinearHead& head) const
    {
        const int labels = m_session.job.labels();
        const int threads = m_session.index.facts.threads;
        const auto training = headLogits(head, m_embeddings.training.values, threads);
        if (!training)
            return failureOf(training);
        const auto validation = headLogits(head, m_embeddings.validation.values, threads);
        if (!validation)
            return failureOf(validation);
        EpochReport result;
        result.epoch = epoch;
        result.trainingLoss =
            computeLoss(*training, m_truth, labels, m_session.loss, {}).mean();
        ValidationFigures figures =
            validationFigures(*validation, m_validationTruth, labels, m_session.loss);
        result.validationLoss = figures.loss;
        result.validationMap = figures.map;
        result.labels = std::move(figures.labels);
        result.validationScores = std::move(figures.scores);
        return result;
    }

private:
    TrainingSession& m_session;
    const RunEmbeddings& m_embeddings;
    std::vector<Annotation> m_truth;
    std::vector<Annotation> m_validationTruth;
    std::optional<HeadTrainer> m_trainer;
};

QString pathReason(const TrainingSession& session)
{
    const auto best = bestEpoch(session.index.history, session.job.settings.bestBy);
    const bool judged = session.index.history.at(*best).validationLoss.has_value();
    return (judged ? QStringLiteral("The head is solved; best is C = %1 (epoch %2).")
                   : QStringLiteral("The head is solved; without validation images the last is "
                                    "kept, C = %1 (epoch %2)."))
        .arg(regularisationPath().at(*best))
        .arg(*best + 1);
}

/// One step: fit, figures, checkpoint.
Result<EpochReport> takePathStep(TrainingSession& session, PathFollower& follower, int lastEpoch,
                                 std::size_t rows)
{
    const auto start = Clock::now();
    const int epoch = static_cast<int>(session.index.history.size()) + 1;
    const LinearHead before = headOf(*session.network);
    const auto head = follower.fit(epoch, epoch > 1 ? &before : nullptr);
    if (!head)
        return failureOf(head);
    auto report = follower.report(epoch, *head);
    if (!report)
        return report;
    setHead(*session.network, *head);
    report->seconds = secondsSince(start);
    report->imagesPerSecond = static_cast<double>(rows) / std::max(report->seconds, 1e-9);
    report->secondsLeft = report->seconds * (lastEpoch - epoch);
    report->notes = {QStringLiteral("logistic regression with C = %1")
                         .arg(regularisationPath().at(static_cast<std::size_t>(epoch) - 1))};
    const RunningState state{session.network.get(), nullptr, nullptr, nullptr};
    if (const auto saved = saveEpoch(session.job.places.runFolder, session.index, state, *report,
                                     session.job.settings.bestBy);
        !saved)
        return failureOf(saved);
    return report;
}

} // namespace

void setHead(Network& network, const LinearHead& head)
{
    const torch::NoGradGuard noGradients;
    auto [weight, bias] = denseOf(network);
    weight.copy_(at::from_blob(const_cast<float*>(head.weights.data()),
                               {head.labels, head.dimensions}, torch::kFloat32));
    bias.copy_(at::from_blob(const_cast<float*>(head.biases.data()), {head.labels},
                             torch::kFloat32));
}

LinearHead headOf(const Network& network)
{
    const auto [weight, bias] = denseOf(network);
    const torch::Tensor weights = weight.detach().to(torch::kCPU).contiguous();
    const torch::Tensor biases = bias.detach().to(torch::kCPU).contiguous();
    return {static_cast<int>(weights.size(0)),
            static_cast<int>(weights.size(1)),
            {weights.data_ptr<float>(), weights.data_ptr<float>() + weights.numel()},
            {biases.data_ptr<float>(), biases.data_ptr<float>() + biases.numel()}};
}

Result<RunOutcome> followPath(TrainingSession& session, const RunEmbeddings& embeddings)
{
    const TrainingJob& job = session.job;
    if (job.callbacks.progress)
        job.callbacks.progress({QStringLiteral("Fitting the head"), 0, 0});
    PathFollower follower(session, embeddings);
    if (const auto prepared = follower.prepare(); !prepared)
        return failureOf(prepared);
    if (!session.index.last)
        if (const auto written = writeRunIndex(job.places.runFolder, session.index); !written)
            return failureOf(written);
    if (job.callbacks.started)
        job.callbacks.started(session.index.facts);
    const int lastEpoch = plannedEpochs(job.spec, job.settings);
    const auto& history = session.index.history;
    while (static_cast<int>(history.size()) < lastEpoch
           && !outOfPatience(history, job.settings.bestBy, pathPatience)) {
        if (holdOrStop(job))
            return outcomeOf(session, false, stoppedReason());
        const auto report = takePathStep(session, follower, lastEpoch, embeddings.images.size());
        if (!report && isCancelled(report.error()))
            return outcomeOf(session, false, stoppedReason());
        if (!report)
            return failureOf(report);
        if (job.callbacks.epoch)
            job.callbacks.epoch(*report);
    }
    return outcomeOf(session, true, pathReason(session));
}

Result<void> startHeadFromEmbeddings(TrainingSession& session)
{
    if (!hasLinearHead(session.network->plan()) || session.job.places.backboneWeights.isEmpty()) {
        session.notes.push_back(QStringLiteral("The head starts from random weights: it is not one "
                                               "Dense on a pretrained backbone."));
        return {};
    }
    const auto embeddings = embedRun(session, false);
    return embeddings ? startHead(session, *embeddings) : failureOf(embeddings);
}

Result<void> startHead(TrainingSession& session, const RunEmbeddings& embeddings)
{
    const ProgressCallback& progress = session.job.callbacks.progress;
    if (progress)
        progress({QStringLiteral("Fitting the head"), 0, 0});
    PathFollower follower(session, embeddings);
    if (const auto prepared = follower.prepare(); !prepared)
        return prepared;
    std::vector<EpochReport> reports;
    std::vector<LinearHead> heads;
    // By loss whatever the run is judged by: a head that ranks best may be overconfident, and the
    // training that follows does not undo that.
    const BestBy by = BestBy::ValidationLoss;
    const bool choose = !session.job.data.validation.empty();
    const int steps = choose ? static_cast<int>(regularisationPath().size()) : 5;
    for (int step = 1; step <= steps && !outOfPatience(reports, by, choose ? pathPatience : 0);
         ++step) {
        auto head = follower.fit(step, heads.empty() ? nullptr : &heads.back());
        if (!head)
            return failureOf(head);
        auto report = follower.report(step, *head);
        if (!report)
            return failureOf(report);
        if (progress)
            progress({QStringLiteral("Fitting the head"), step, steps});
        reports.push_back(std::move(*report));
        heads.push_back(std::move(*head));
    }
    setHead(*session.network, heads.at(*bestEpoch(reports, by)));
    return {};
}

} // namespace labelwright
