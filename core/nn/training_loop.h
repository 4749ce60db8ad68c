#pragma once

#include "core/nn/training_session.h"

#include <chrono>

namespace labelwright {

/// Trains a session's network epoch by epoch on batches of an input.
class TrainingLoop
{
public:
    /// `firstStage`: earlier stages are never trained.
    TrainingLoop(TrainingSession& session, TrainingInput& input, int firstStage);

    /// Runs from where the session stands to the end.
    Result<RunOutcome> run();

    /// Steps with rates that rise geometrically from `low` to `high` over `steps` steps, stopped
    /// when the smoothed loss (0.98, bias corrected) is four times its lowest value.
    Result<std::vector<RatePoint>> sweepRates(double low, double high, int steps);

private:
    struct EpochSums
    {
        LossSum loss;
        std::size_t images = 0;
        double seconds = 0;
        double rate = 0;
        QString failure; ///< Why the run cannot go on; empty while it can.
        bool stopped = false;
    };

    Result<void> begin();
    Result<void> measurePrecision();
    void configure(int epoch);
    Result<EpochSums> trainEpoch(int epoch);
    /// Of epoch `epoch`, or the first of the one after it; epoch 0 has none.
    Result<TrainingBatch> nextInSweep(int& epoch);
    Result<LossSum> takeStep(const TrainingBatch& batch, double headRate);
    Result<EpochReport> finishEpoch(int epoch, const EpochSums& sums,
                                    std::chrono::steady_clock::time_point start);
    [[nodiscard]] std::vector<double> groupRates(double headRate) const;
    [[nodiscard]] double headRate(int epoch, std::size_t step) const;
    [[nodiscard]] Mixing mixingOf(int epoch, std::size_t step, std::size_t images) const;
    [[nodiscard]] bool isHeadEpoch(int epoch) const;
    [[nodiscard]] QString explosion(const LossSum& loss, int epoch);
    void reportStep(int epoch, std::size_t step, const LossSum& loss, const EpochSums& sums) const;
    void noteHalving();
    [[nodiscard]] QString lastGood() const;
    [[nodiscard]] int doneEpochs() const { return static_cast<int>(m_session.index.history.size()); }
    RunningState runningState();

    TrainingSession& m_session;
    TrainingInput& m_input;
    int m_firstStage;
    TrainingParameters m_parameters;
    Optimizer m_optimizer;
    WeightAverage m_average;
    TrainingStep m_step;
    bool m_headOnly = false;
    double m_firstLoss = 0; ///< Of the session's first step; 0 before it.
};

} // namespace labelwright
