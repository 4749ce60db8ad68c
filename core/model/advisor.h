#pragma once

#include "core/base/result.h"
#include "core/model/model_spec.h"
#include "core/model/run_settings.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace labelwright {

/// What the advice is drawn from.
struct DataFacts
{
    qint64 training = 0;   ///< Samples per subset.
    qint64 validation = 0;
    qint64 test = 0;
    QStringList labels;
    std::vector<qint64> positives; ///< Per label, in the training subset.
    std::vector<qint64> negatives; ///< Per label, in the training subset.
    std::vector<qint64> unknown;   ///< Per label, in the training subset.
    std::vector<qint64> validationPositives; ///< Per label; may be empty when not counted.
    int medianWidth = 0;  ///< Pixels of the images as they are; 0 when not known.
    int medianHeight = 0; ///< Pixels; 0 when not known.
    double greyShare = 0; ///< Share of images without colour, [0, 1].
    std::vector<QString> availableBackbones; ///< Names whose weights are on disk.
    int cores = 1;
    bool cuda = false;
};

/// How a backbone is used.
enum class Regime {
    Frozen,   ///< Embeddings once, then only the head trains.
    FineTune, ///< Head first, then the backbone's layers too.
};

/// What the user has decided already; empty fields are left to the advice.
struct AdviceWishes
{
    std::optional<QString> backbone{}; ///< A name, or "none" for training from scratch.
    std::optional<Regime> regime{};
    std::optional<int> epochs{};
    std::uint64_t seed = 1;
};

/// A network and the way to train it, each choice with its reason.
struct Advice
{
    struct Reason
    {
        QString setting;  ///< What was chosen: "Input", "Backbone", "Loss", "Learning rate" …
        QString sentence; ///< One sentence.
        QJsonObject values{}; ///< What it is about, by `advisedValues`.
    };

    ModelSpec spec;
    RunSettings settings;
    Regime regime = Regime::FineTune; ///< FineTune too when training from scratch.
    std::vector<Reason> reasons;
    QStringList warnings; ///< What may disappoint: labels with few positives, no validation subset …
};

/// True for data like spectrograms: grey and at least 2.5 times as wide as high, or the reverse.
/// Mirroring and turning them would change what they mean.
bool looksLikeSpectrograms(const DataFacts& facts);

/// Fills spec and settings from the data. Fails with one sentence when a wish cannot be met: an
/// unknown backbone, one whose weights are not on disk, a regime without backbone, epochs out of
/// range; or when there are no labels or no training samples.
Result<Advice> advise(const DataFacts& facts, const AdviceWishes& wishes = {});

} // namespace labelwright
