#include "core/model/advice_choices.h"

#include <algorithm>

namespace labelwright {

namespace {

constexpr int namedAtMost = 5;

/// "a, b and 3 more".
QString nameSome(const QStringList& labels)
{
    if (labels.size() <= namedAtMost)
        return labels.join(QStringLiteral(", "));
    return QStringLiteral("%1 and %2 more")
        .arg(labels.mid(0, namedAtMost).join(QStringLiteral(", ")),
             QString::number(labels.size() - namedAtMost));
}

qint64 at(const std::vector<qint64>& counts, qsizetype label)
{
    const auto index = static_cast<std::size_t>(label);
    return index < counts.size() ? counts[index] : 0;
}

/// Median over labels with positives of negatives per positive; 0 without any.
double medianImbalance(const DataFacts& facts)
{
    std::vector<double> ratios;
    for (qsizetype i = 0; i < facts.labels.size(); ++i)
        if (at(facts.positives, i) > 0)
            ratios.push_back(static_cast<double>(at(facts.negatives, i))
                             / static_cast<double>(at(facts.positives, i)));
    if (ratios.empty())
        return 0;
    const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
    std::nth_element(ratios.begin(), middle, ratios.end());
    return *middle;
}

/// Labels for which `holds(label index)`.
template <class Predicate>
QStringList labelsWhere(const DataFacts& facts, Predicate holds)
{
    QStringList labels;
    for (qsizetype i = 0; i < facts.labels.size(); ++i)
        if (holds(i))
            labels.append(facts.labels.at(i));
    return labels;
}

void warn(QStringList& warnings, const QStringList& labels, const QString& sentence)
{
    if (!labels.isEmpty())
        warnings.append(sentence.arg(nameSome(labels)));
}

void warnOfLabels(const DataFacts& facts, QStringList& warnings)
{
    const qint64 few = adviceLimits().fewPositives;
    warn(warnings, labelsWhere(facts, [&](qsizetype i) { return at(facts.positives, i) == 0; }),
         QStringLiteral("No training image has %1: it cannot be learned; label some images or "
                        "leave it out."));
    warn(warnings,
         labelsWhere(facts,
                     [&](qsizetype i) {
                         return at(facts.positives, i) > 0 && at(facts.positives, i) < few;
                     }),
         QStringLiteral("Fewer than %1 training images have %2: expect low and unsure scores there.")
             .arg(few)
             .arg(QStringLiteral("%1")));
    warn(warnings,
         labelsWhere(facts,
                     [&](qsizetype i) {
                         return at(facts.positives, i) > 0 && at(facts.negatives, i) == 0;
                     }),
         QStringLiteral("No training image is known to lack %1: the network will call it present "
                        "everywhere."));
    warn(warnings,
         labelsWhere(facts,
                     [&](qsizetype i) {
                         const qint64 known = at(facts.positives, i) + at(facts.negatives, i);
                         return known > 0 && at(facts.unknown, i) > known;
                     }),
         QStringLiteral("More than half of the training images are unlabelled for %1: only the "
                        "labelled ones count."));
    if (!facts.validationPositives.empty() && facts.validation > 0)
        warn(warnings,
             labelsWhere(facts,
                         [&](qsizetype i) { return at(facts.validationPositives, i) == 0; }),
             QStringLiteral("No validation image has %1: its threshold stays 0.5 and the best epoch "
                            "is chosen without it."));
}

} // namespace

TargetBlock chooseTarget(const DataFacts& facts, const ExtractorChoice& choice,
                         const Explain& explain)
{
    TargetBlock target;
    target.labelSmoothing = recipeOf(choice).labelSmoothing;
    explain(QStringLiteral("Output"),
            QStringLiteral("The last layer has one node per label with a Sigmoid, because several "
                           "labels can hold for one image."));
    const double imbalance = medianImbalance(facts);
    if (imbalance < adviceLimits().imbalanceWeighted) {
        explain(QStringLiteral("Loss"),
                QStringLiteral("Binary crossentropy judges each label by itself and gives scores "
                               "that can be read as probabilities."));
        return target;
    }
    target.positiveWeightCap = adviceLimits().weightCap;
    explain(QStringLiteral("Loss"),
            QStringLiteral("Binary crossentropy counts positives up to %1 times, because most "
                           "labels have about %2 negatives for one positive; recall rises, and "
                           "scores should be calibrated afterwards.")
                .arg(target.positiveWeightCap)
                .arg(qRound64(imbalance)));
    return target;
}

QStringList adviceWarnings(const DataFacts& facts, const ExtractorChoice& choice)
{
    QStringList warnings;
    warnOfLabels(facts, warnings);
    if (facts.validation == 0)
        warnings.append(QStringLiteral("There is no validation subset: the last epoch is kept "
                                       "instead of the best, and thresholds cannot be fitted."));
    if (facts.test == 0)
        warnings.append(QStringLiteral("There is no test subset: no figure will be free of the "
                                       "choices made on validation."));
    if (!choice.backbone)
        warnings.append(QStringLiteral("Training from scratch needs far more images than a "
                                       "pretrained backbone; add weights if the scores disappoint."));
    return warnings;
}

} // namespace labelwright
