#include "app/cli/comparison_text.h"

#include "app/cli/result_json.h"
#include "core/model/model_spec.h"

namespace labelwright::cli {

namespace {

/// "mobilenet_v2 frozen" or "small residual network".
QString networkInWords(const ModelSpec& spec)
{
    if (const auto* backbone = find<BackboneBlock>(spec))
        return backbone->name + (backbone->frozen ? " frozen" : " fine-tuned")
               + (backbone->pretrained ? "" : " from scratch");
    return find<ResidualBlock>(spec) ? QStringLiteral("small residual network")
                                     : QStringLiteral("network of convolutions");
}

/// Whether it says something beside the kinds of two different networks: what images go in, not
/// what stands at the same place in networks that have nothing in common.
bool isBlockNoise(const SettingDifference& difference)
{
    return difference.name.startsWith("spec.blocks.")
           && !difference.name.startsWith("spec.blocks.1.preprocessing.");
}

QString valueText(const QString& value)
{
    return value.isEmpty() ? QStringLiteral("none") : value;
}

QStringList settingLines(const Comparison& comparison)
{
    const Experiment& first = comparison.first.model.experiment;
    const Experiment& second = comparison.second.model.experiment;
    const QString a = networkInWords(first.spec);
    const QString b = networkInWords(second.spec);
    std::vector<QStringList> rows{{"setting", first.name, second.name}};
    for (const SettingDifference& difference : comparison.settings)
        if (a == b || !isBlockNoise(difference))
            rows.push_back({difference.name, valueText(difference.first),
                            valueText(difference.second)});
    QStringList lines;
    if (a != b)
        lines.append("network: " + a + " / " + b);
    if (rows.size() > 1)
        return lines + tableText(rows);
    lines.append(a == b ? "Their settings are the same." : "Their other settings are the same.");
    return lines;
}

QString differenceText(const std::optional<Interval>& interval)
{
    if (!interval)
        return QStringLiteral("n/a");
    return QStringLiteral("%1%2 (95 % interval %3 … %4)")
        .arg(interval->value > 0 ? QStringLiteral("+") : QString())
        .arg(interval->value, 0, 'f', 3)
        .arg(interval->low, 0, 'f', 3)
        .arg(interval->high, 0, 'f', 3);
}

bool haveDifferentVersions(const Comparison& comparison)
{
    return comparison.first.model.experiment.version != comparison.second.model.experiment.version;
}

QString mapText(const Evaluation& evaluation)
{
    return evaluation.model.experiment.name + ' '
           + figureText(evaluation.figures.overall.meanAveragePrecision.value);
}

} // namespace

QStringList comparisonText(const Comparison& comparison)
{
    const QString& first = comparison.first.model.experiment.name;
    const QString& second = comparison.second.model.experiment.name;
    QStringList lines{QStringLiteral("%1 against %2 on %3, %4")
                          .arg(second, first, subsetName(comparison.first.subset),
                               countText(static_cast<qint64>(comparison.first.figures.samples),
                                         "image")),
                      "mAP: " + mapText(comparison.first) + ", " + mapText(comparison.second),
                      QStringLiteral("difference (%1 less %2): ").arg(second, first)
                          + differenceText(comparison.difference.meanAveragePrecision)};
    if (haveDifferentVersions(comparison))
        lines.append(QStringLiteral("Their versions differ: both are held against the labels of "
                                    "version %1, the newer one.")
                         .arg(comparison.truth.value));
    lines.append(QString());
    return lines + settingLines(comparison);
}

} // namespace labelwright::cli
