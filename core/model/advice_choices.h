#pragma once

#include "core/model/advisor.h"
#include "core/model/backbone_facts.h"
#include "core/model/recipe.h"

#include <functional>

namespace labelwright {

/// Takes a choice and its reason.
using Explain = std::function<void(const QString& setting, const QString& sentence)>;

/// The extractor and how it is used.
struct ExtractorChoice
{
    const BackboneFacts* backbone = nullptr; ///< None: from scratch.
    Regime regime = Regime::FineTune;
};

/// Fails where the wishes cannot be met.
Result<ExtractorChoice> chooseExtractor(const DataFacts& facts, const AdviceWishes& wishes,
                                        const Explain& explain);

/// The recipe of a choice.
const Recipe& recipeOf(const ExtractorChoice& choice);

/// Size, colour and normalisation of the input.
Preprocessing choosePreprocessing(const DataFacts& facts, const ExtractorChoice& choice,
                                  const Explain& explain);

/// The recipe's augmentation without what would change the labels.
Augmentation chooseAugmentation(const DataFacts& facts, const ExtractorChoice& choice,
                                const Explain& explain);

/// Loss and weights of positives.
TargetBlock chooseTarget(const DataFacts& facts, const ExtractorChoice& choice,
                         const Explain& explain);

/// What may disappoint.
QStringList adviceWarnings(const DataFacts& facts, const ExtractorChoice& choice);

} // namespace labelwright
