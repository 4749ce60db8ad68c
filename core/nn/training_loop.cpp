#include "core/nn/training_loop.h"

#include "core/nn/autocast.h"
#include "core/nn/guarded.h"
#include "core/nn/precision.h"
#include "core/nn/schedule.h"
#include "core/nn/training_metrics.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Functions.h>
#include <torch/cuda.h>

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

TrainingStep::Options stepOptions(const TrainingSession& session)
{
    TrainingStep::Options options;
    options.loss = session.loss;
    options.labels = session.job.labels();
    options.bf16 = session.index.facts.precision == Precision::Bf16;
    const int stored = session.index.facts.batchSize;
    if (stored < session.job.settings.batchSize)
        options.largestPart = static_cast<std::size_t>(stored);
    options.faults = session.job.faults;
    return options;
}

OptimizerOptions optimizerOptions(const RunSettings& settings)
{
    return {settings.optimizer, settings.weightDecay, settings.momentum};
}

/// A step that lost more than this many times the first step's loss has exploded.
constexpr double explosionFactor = 1000;

} // namespace

TrainingLoop::TrainingLoop(TrainingSession& session, TrainingInput& input, int firstStage)
    : m_session(session)
    , m_input(input)
    , m_firstStage(firstStage)
    , m_parameters(*session.network, firstStage)
    , m_optimizer(optimizerOptions(session.job.settings), m_parameters)
    , m_average(m_parameters, session.job.settings.emaDecay)
    , m_step(stepOptions(session), *session.network, input, session.job.data.truth, m_parameters,
             session.process)
{}

RunningState TrainingLoop::runningState()
{
    return {m_session.network.get(), &m_parameters, &m_optimizer, &m_average};
}

Result<void> TrainingLoop::begin()
{
    const TrainingJob& job = m_session.job;
    m_session.network->train();
    if (m_session.index.last) {
        if (auto loaded = loadContinuation(m_session.index, runningState()); !loaded)
            return loaded;
    } else if (!m_session.isStored) {
        if (auto measured = measurePrecision(); !measured)
            return measured;
        if (auto written = writeRunIndex(job.places.runFolder, m_session.index); !written)
            return written;
    }
    m_step.setBf16(m_session.index.facts.precision == Precision::Bf16);
    if (job.callbacks.started)
        job.callbacks.started(m_session.index.facts);
    return {};
}

Result<void> TrainingLoop::measurePrecision()
{
    if (m_session.precisionIsChosen)
        return {};
    RunFacts& facts = m_session.index.facts;
    const Precision wanted = m_session.job.settings.precision;
    if (wanted != Precision::Auto) {
        facts.precision = wanted;
        facts.notes.append(QStringLiteral("%1 as set").arg(
            wanted == Precision::Bf16 ? QStringLiteral("bf16") : QStringLiteral("f32")));
        return {};
    }
    configure(m_session.job.settings.headEpochs + 1);
    m_input.start(1);
    const auto next = m_input.next();
    if (!next)
        return failureOf(next);
    const torch::Tensor& inputs = (*next)->inputs;
    const std::int64_t images = std::min<std::int64_t>(8, inputs.size(0));
    const torch::Tensor some = inputs.narrow(0, 0, images);
    std::vector<torch::Tensor> buffers = m_session.network->buffers();
    std::vector<torch::Tensor> before;
    for (const torch::Tensor& buffer : buffers)
        before.push_back(buffer.clone());
    const auto work = [&](bool bf16) {
        torch::Tensor logits;
        {
            const AutocastGuard autocast(bf16);
            logits = m_input.forward(*m_session.network, some, {});
        }
        logits.to(torch::kFloat32).sum().backward();
        if (m_session.device.is_cuda())
            torch::cuda::synchronize();
    };
    const auto choice = choosePrecision(work, static_cast<int>(images),
                                        m_session.job.callbacks.progress, m_session.job.stop);
    if (!choice)
        return failureOf(choice);
    const torch::NoGradGuard noGradients;
    for (std::size_t i = 0; i < buffers.size(); ++i)
        buffers[i].copy_(before[i]);
    m_parameters.gradients.zero_();
    facts.precision = choice->precision;
    facts.notes.append(choice->note);
    return {};
}

bool TrainingLoop::isHeadEpoch(int epoch) const
{
    return epoch <= m_session.job.settings.headEpochs && m_session.network->backboneStages() > 0;
}

/// Sets which part of the network trains in an epoch, and its random numbers.
void TrainingLoop::configure(int epoch)
{
    Network& network = *m_session.network;
    m_headOnly = isHeadEpoch(epoch);
    network.setFrozenStages(m_headOnly ? std::max(m_firstStage, network.backboneStages())
                                       : m_firstStage);
    if (m_session.job.settings.freezeBatchNorm)
        network.setFixedBatchNorms(network.backboneStages());
    const std::uint64_t seed = m_session.process.networkSeed(epoch);
    if (m_session.device.is_cuda()) {
        at::Generator generator = at::globalContext().defaultGenerator(m_session.device);
        generator.set_current_seed(seed);
    } else {
        network.setGenerator(at::make_generator<at::CPUGeneratorImpl>(seed));
    }
}

double TrainingLoop::headRate(int epoch, std::size_t step) const
{
    const RunSettings& settings = m_session.job.settings;
    if (isHeadEpoch(epoch))
        return settings.learningRate;
    const int headEpochs = m_session.network->backboneStages() > 0 ? settings.headEpochs : 0;
    const auto batches = static_cast<qint64>(m_input.batches());
    const Schedule schedule{settings.schedule,
                            std::max<qint64>(1, (settings.epochs - headEpochs) * batches),
                            settings.warmUpShare};
    return settings.learningRate
           * rateFactor(schedule, (epoch - 1 - headEpochs) * batches + static_cast<qint64>(step));
}

std::vector<double> TrainingLoop::groupRates(double headRate) const
{
    const Network& network = *m_session.network;
    const int lastStage = static_cast<int>(network.stages().size()) - 1;
    std::vector<double> rates;
    for (const ParameterGroup& group : m_parameters.groups) {
        const bool fixed = m_headOnly && group.stage < network.backboneStages();
        const double decay =
            std::pow(m_session.job.settings.rateDecayPerStage, lastStage - group.stage);
        rates.push_back(fixed ? 0.0 : headRate * decay);
    }
    return rates;
}

Result<RunOutcome> TrainingLoop::run()
{
    const TrainingJob& job = m_session.job;
    const RunSettings& settings = job.settings;
    if (const auto begun = begin(); !begun)
        return isCancelled(begun.error()) ? outcomeOf(m_session, false, stoppedReason())
                                          : Result<RunOutcome>(failureOf(begun));
    while (doneEpochs() < settings.epochs) {
        if (outOfPatience(m_session.index.history, settings.bestBy, settings.patience))
            return outcomeOf(m_session, true,
                             QStringLiteral("Stopped early: %1 epochs without a new best.")
                                 .arg(settings.patience));
        const auto start = Clock::now();
        const int epoch = doneEpochs() + 1;
        const auto sums = trainEpoch(epoch);
        if (!sums)
            return failureOf(sums);
        if (!sums->failure.isEmpty())
            return outcomeOf(m_session, true, sums->failure);
        if (sums->stopped)
            return outcomeOf(m_session, false, stoppedReason());
        auto report = finishEpoch(epoch, *sums, start);
        if (!report && isCancelled(report.error()))
            return outcomeOf(m_session, false, stoppedReason());
        if (!report)
            return failureOf(report);
        if (job.callbacks.epoch)
            job.callbacks.epoch(*report);
    }
    return outcomeOf(m_session, true, QStringLiteral("All %1 epochs are done.").arg(settings.epochs));
}

Result<LossSum> TrainingLoop::takeStep(const TrainingBatch& batch, double headRate)
{
    const RunSettings& settings = m_session.job.settings;
    auto loss = m_step.run(batch);
    if (!loss)
        return loss;
    return guarded(QStringLiteral("A training step failed."), [&] {
        const std::vector<double> rates = groupRates(headRate);
        if (settings.gradientClip > 0)
            m_optimizer.clipGradients(settings.gradientClip, rates);
        m_optimizer.step(rates);
        m_average.update();
        return *loss;
    });
}

Result<TrainingLoop::EpochSums> TrainingLoop::trainEpoch(int epoch)
{
    EpochSums sums;
    configure(epoch);
    m_input.start(epoch);
    auto start = Clock::now();
    for (std::size_t step = 0;; ++step) {
        const auto waiting = Clock::now();
        if (holdOrStop(m_session.job)) {
            sums.stopped = true;
            return sums;
        }
        start += Clock::now() - waiting;
        auto next = m_input.next();
        if (!next)
            return failureOf(next);
        if (!*next)
            break;
        TrainingBatch& batch = **next;
        batch.mixing = mixingOf(epoch, step, batch.images.size());
        sums.rate = headRate(epoch, step);
        const auto loss = takeStep(batch, sums.rate);
        if (!loss)
            return failureOf(loss);
        noteHalving();
        sums.failure = explosion(*loss, epoch);
        if (!sums.failure.isEmpty())
            return sums;
        sums.loss += *loss;
        sums.images += batch.images.size();
        sums.seconds = secondsSince(start);
        reportStep(epoch, step, *loss, sums);
    }
    return sums;
}

Mixing TrainingLoop::mixingOf(int epoch, std::size_t step, std::size_t images) const
{
    // A stream that no image has.
    const auto stream = 0x8000'0000U + static_cast<std::uint32_t>(step);
    return drawMixing(m_session.job.settings.mixup, images,
                      m_session.process.imageRandom(epoch, stream));
}

QString TrainingLoop::explosion(const LossSum& loss, int epoch)
{
    const double mean = loss.mean();
    if (m_firstLoss == 0)
        m_firstLoss = std::max(mean, 1.0);
    if (std::isfinite(mean) && mean <= explosionFactor * m_firstLoss)
        return {};
    return QStringLiteral("The loss %1 in epoch %2; %3. Lower the learning rate.")
        .arg(std::isfinite(mean) ? QStringLiteral("exploded") : QStringLiteral("became not a number"))
        .arg(epoch)
        .arg(lastGood());
}

QString TrainingLoop::lastGood() const
{
    return m_session.index.last
               ? QStringLiteral("the checkpoint of epoch %1 is kept").arg(m_session.index.last->epoch)
               : QStringLiteral("there is no checkpoint yet");
}

void TrainingLoop::noteHalving()
{
    RunFacts& facts = m_session.index.facts;
    const auto part = static_cast<int>(m_step.largestPart());
    if (part == 0 || part >= facts.batchSize)
        return;
    facts.batchSize = part;
    const QString note =
        QStringLiteral("batch halved to %1, gradients are added up: out of memory").arg(part);
    facts.notes.append(note);
    m_session.notes.push_back(note);
}

void TrainingLoop::reportStep(int epoch, std::size_t step, const LossSum& loss,
                              const EpochSums& sums) const
{
    if (m_session.job.callbacks.step)
        m_session.job.callbacks.step({epoch, static_cast<int>(step) + 1,
                                      static_cast<int>(m_input.batches()), loss.mean(), sums.rate,
                                      static_cast<double>(sums.images) / sums.seconds});
}

Result<EpochReport> TrainingLoop::finishEpoch(int epoch, const EpochSums& sums,
                                              Clock::time_point start)
{
    const TrainingJob& job = m_session.job;
    EpochReport report;
    report.epoch = epoch;
    report.trainingLoss = sums.loss.mean();
    report.learningRate = sums.rate;
    report.imagesPerSecond = static_cast<double>(sums.images) / std::max(sums.seconds, 1e-9);
    report.notes = std::exchange(m_session.notes, {});
    m_average.swap();
    const auto logits = guarded(QStringLiteral("The validation images cannot be scored."), [&] {
        return m_input.validationLogits(*m_session.network, job.stop);
    });
    m_average.swap();
    if (!logits)
        return failureOf(logits);
    const auto truth = rowsOf(job.data.truth, job.labels(), job.data.validation);
    if (logits->size() != truth.size())
        return tl::unexpected(cancelledError());
    ValidationFigures figures = validationFigures(*logits, truth, job.labels(), m_session.loss);
    report.validationLoss = figures.loss;
    report.validationMap = figures.map;
    report.labels = std::move(figures.labels);
    report.validationScores = std::move(figures.scores);
    report.seconds = secondsSince(start);
    report.secondsLeft = report.seconds * (job.settings.epochs - epoch);
    if (const auto saved = saveEpoch(job.places.runFolder, m_session.index, runningState(), report,
                                     job.settings.bestBy);
        !saved)
        return failureOf(saved);
    return report;
}

Result<TrainingBatch> TrainingLoop::nextInSweep(int& epoch)
{
    Result<std::optional<TrainingBatch>> batch(std::nullopt);
    if (epoch > 0)
        batch = m_input.next();
    if (batch && !*batch) {
        m_input.start(++epoch);
        batch = m_input.next();
    }
    if (!batch)
        return failureOf(batch);
    return std::move(**batch);
}

Result<std::vector<RatePoint>> TrainingLoop::sweepRates(double low, double high, int steps)
{
    constexpr double smoothing = 0.98;
    std::vector<RatePoint> points;
    double average = 0;
    double lowest = 0;
    int epoch = 0;
    m_session.network->train();
    configure(m_session.job.settings.headEpochs + 1);
    m_step.setBf16(false);
    for (int step = 0; step < steps && !m_session.job.stop.stop_requested(); ++step) {
        const auto batch = nextInSweep(epoch);
        if (!batch)
            return failureOf(batch);
        const double rate = low * std::pow(high / low, static_cast<double>(step) / (steps - 1));
        const auto loss = takeStep(*batch, rate);
        if (!loss)
            return failureOf(loss);
        average = smoothing * average + (1 - smoothing) * loss->mean();
        const double smoothed = average / (1 - std::pow(smoothing, step + 1));
        lowest = step == 0 ? smoothed : std::min(lowest, smoothed);
        if (!std::isfinite(smoothed) || smoothed > 4 * lowest)
            break;
        points.push_back({rate, smoothed});
    }
    return points;
}

} // namespace labelwright
