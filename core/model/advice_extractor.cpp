#include "core/model/advice_choices.h"

#include "core/model/fields.h"

#include <algorithm>

namespace labelwright {

namespace {

constexpr QLatin1String none("none");

/// Hours that fine-tuning takes at about three times the work of prediction.
double fineTuneHours(const BackboneFacts& backbone, const DataFacts& facts,
                     const AdviceWishes& wishes)
{
    const AdviceLimits& limits = adviceLimits();
    const double speed = facts.cuda ? limits.cudaMultiplyAdds
                                    : limits.cpuMultiplyAdds * std::max(1, facts.cores);
    const int epochs = wishes.epochs.value_or(fineTuneRecipe().settings.epochs);
    return 3.0 * static_cast<double>(backbone.multiplyAdds)
           * static_cast<double>(facts.training) * epochs / speed / 3600;
}

bool isAvailable(const DataFacts& facts, const QString& name)
{
    return std::find(facts.availableBackbones.begin(), facts.availableBackbones.end(), name)
           != facts.availableBackbones.end();
}

Result<const BackboneFacts*> wishedBackbone(const DataFacts& facts, const QString& name)
{
    if (name == none)
        return nullptr;
    const BackboneFacts* backbone = backboneFacts(name);
    if (!backbone) {
        QStringList names;
        for (const BackboneFacts& known : allBackbones())
            names.append(known.name);
        names.append(none);
        return failure(QStringLiteral("There is no backbone \"%1\"; take %2.")
                           .arg(name.left(60), orList(names)));
    }
    if (!isAvailable(facts, name))
        return failure(QStringLiteral("The weights of %1 are not on this machine; add their file "
                                      "or download them first.")
                           .arg(name));
    return backbone;
}

/// The available backbone of the best published accuracy that is quick enough to fine-tune, else
/// the one of least work.
const BackboneFacts* bestBackbone(const DataFacts& facts, const AdviceWishes& wishes)
{
    const BackboneFacts* best = nullptr;
    const BackboneFacts* lightest = nullptr;
    for (const BackboneFacts& backbone : allBackbones()) { // Least work first.
        if (!isAvailable(facts, backbone.name))
            continue;
        if (!lightest)
            lightest = &backbone;
        const bool isQuick
            = fineTuneHours(backbone, facts, wishes) <= adviceLimits().fineTuneHours;
        if (isQuick && (!best || backbone.imagenetTop1 > best->imagenetTop1))
            best = &backbone;
    }
    return best ? best : lightest;
}

QString backboneReason(const BackboneFacts* backbone, const DataFacts& facts,
                       const AdviceWishes& wishes)
{
    if (!backbone && wishes.backbone)
        return QStringLiteral("The network is trained from scratch as you asked, so it knows only "
                              "what your images show.");
    if (!backbone)
        return QStringLiteral("No pretrained weights are on this machine, so a small network is "
                              "trained from scratch; it knows only what your images show, and on "
                              "real photos it usually scores far lower than a pretrained backbone.");
    if (wishes.backbone)
        return QStringLiteral("%1 is what you asked for.").arg(backbone->title);
    if (facts.availableBackbones.size() == 1)
        return QStringLiteral("%1 is the pretrained backbone on this machine; it has learned from "
                              "1.2 million photos what edges, textures and objects look like.")
            .arg(backbone->title);
    return QStringLiteral("%1 has the best published accuracy (%2 % on ImageNet) of the backbones "
                          "on this machine that train in reasonable time.")
        .arg(backbone->title)
        .arg(backbone->imagenetTop1, 0, 'f', 1);
}

Regime chooseRegime(const BackboneFacts& backbone, const DataFacts& facts,
                    const AdviceWishes& wishes, const Explain& explain)
{
    const QString setting = QStringLiteral("Regime");
    const AdviceLimits& limits = adviceLimits();
    if (wishes.regime) {
        explain(setting, *wishes.regime == Regime::Frozen
                             ? QStringLiteral("The backbone stays frozen as you asked.")
                             : QStringLiteral("The backbone is fine-tuned as you asked."));
        return *wishes.regime;
    }
    if (facts.training < limits.fineTuneFrom) {
        explain(setting, QStringLiteral("The backbone stays frozen, because %L1 training images "
                                        "are too few to change its layers without overfitting.")
                             .arg(facts.training));
        return Regime::Frozen;
    }
    const double hours = fineTuneHours(backbone, facts, wishes);
    if (hours > limits.fineTuneHours) {
        explain(setting, QStringLiteral("The backbone stays frozen, because fine-tuning it on %L1 "
                                        "images would take about %2 hours on this machine.")
                             .arg(facts.training)
                             .arg(qRound64(hours)));
        return Regime::Frozen;
    }
    explain(setting, QStringLiteral("The backbone is fine-tuned, because %L1 training images are "
                                    "enough to fit its layers to your labels.")
                         .arg(facts.training));
    return Regime::FineTune;
}

} // namespace

Result<ExtractorChoice> chooseExtractor(const DataFacts& facts, const AdviceWishes& wishes,
                                        const Explain& explain)
{
    const auto backbone = wishes.backbone ? wishedBackbone(facts, *wishes.backbone)
                                          : bestBackbone(facts, wishes);
    if (!backbone)
        return failureOf(backbone);
    ExtractorChoice choice{*backbone, Regime::FineTune};
    explain(QStringLiteral("Backbone"), backboneReason(choice.backbone, facts, wishes));
    if (choice.backbone)
        choice.regime = chooseRegime(*choice.backbone, facts, wishes, explain);
    else if (wishes.regime == Regime::Frozen)
        return failure(QStringLiteral("Without a backbone nothing can be frozen; choose a backbone "
                                      "or leave the regime open."));
    return choice;
}

const Recipe& recipeOf(const ExtractorChoice& choice)
{
    if (!choice.backbone)
        return scratchRecipe();
    return choice.regime == Regime::Frozen ? frozenRecipe() : fineTuneRecipe();
}

} // namespace labelwright
