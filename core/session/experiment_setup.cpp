#include "core/session/experiment_setup.h"

#include "core/base/parallel.h"
#include "core/imaging/image_header.h"
#include "core/imaging/decode.h"
#include "core/model/shape_check.h"
#include "core/nn/backbone_store.h"
#include "core/project/datasets.h"
#include "core/project/feature_sets.h"
#include "core/project/labels.h"
#include "core/project/sample_reader.h"
#include "core/project/snapshot.h"
#include "core/project/versions.h"
#include "core/session/user_folders.h"

#include <QJsonObject>

#include <algorithm>

namespace labelwright {

namespace {

Result<FeatureSet> featureSetNamed(const Project& project, DatasetId dataset, const QString& name)
{
    return findFeatureSet(project, dataset, name.isEmpty() ? allLabelsName() : name);
}

void countLabels(const Snapshot& snapshot, const FeatureSet& target, DataFacts& facts)
{
    const LabelMatrix truth = columnsOf(snapshot, target.labels);
    facts.positives.assign(truth.labels(), 0);
    facts.negatives.assign(truth.labels(), 0);
    facts.unknown.assign(truth.labels(), 0);
    facts.validationPositives.assign(truth.labels(), 0);
    const auto training = usableRows(snapshot, Subset::Training);
    const auto validation = usableRows(snapshot, Subset::Validation);
    facts.training = static_cast<qint64>(training.size());
    facts.validation = static_cast<qint64>(validation.size());
    facts.test = static_cast<qint64>(usableRows(snapshot, Subset::Test).size());
    for (std::size_t label = 0; label < truth.labels(); ++label) {
        for (const std::uint32_t row : training)
            switch (truth.at(row, label)) {
            case Annotation::Present: ++facts.positives[label]; break;
            case Annotation::Absent: ++facts.negatives[label]; break;
            case Annotation::Unknown: ++facts.unknown[label]; break;
            }
        for (const std::uint32_t row : validation)
            facts.validationPositives[label] += truth.at(row, label) == Annotation::Present;
    }
}

int median(std::vector<int> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool isGrey(const Pixels& pixels)
{
    for (std::size_t i = 0; i + 2 < pixels.data.size(); i += 3)
        if (std::abs(pixels.data[i] - pixels.data[i + 1]) > 2
            || std::abs(pixels.data[i] - pixels.data[i + 2]) > 2)
            return false;
    return true;
}

/// Sizes come from the check; colour from a few images spread over the dataset.
Result<void> lookAtImages(const Project& project, DatasetId dataset, DataFacts& facts)
{
    const auto all = samples(project, dataset);
    const auto locations = sampleLocations(project, dataset);
    if (!all || !locations)
        return all ? failureOf(locations) : failureOf(all);
    std::vector<int> widths;
    std::vector<int> heights;
    std::vector<SampleId> good;
    for (const Sample& sample : *all)
        if (sample.check == CheckState::Ok) {
            widths.push_back(sample.width);
            heights.push_back(sample.height);
            good.push_back(sample.id);
        }
    facts.medianWidth = median(std::move(widths));
    facts.medianHeight = median(std::move(heights));
    constexpr std::size_t looks = 24;
    const std::size_t count = std::min(looks, good.size());
    SampleReader reader(*locations);
    int grey = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto stored = reader.read(good[i * good.size() / count]);
        const auto pixels = stored ? decodeImage(stored->bytes, ColorMode::Rgb)
                                   : Result<Pixels>(failureOf(stored));
        grey += pixels && isGrey(*pixels);
    }
    facts.greyShare = count == 0 ? 0 : static_cast<double>(grey) / static_cast<double>(count);
    return {};
}

QJsonArray reasonsJson(const Advice& advice)
{
    QJsonArray reasons;
    for (const Advice::Reason& reason : advice.reasons)
        reasons.append(QJsonObject{{"setting", reason.setting},
                                   {"reason", reason.sentence},
                                   {"values", reason.values}});
    return reasons;
}

} // namespace

Result<DatasetId> datasetNamed(const Project& project, const QString& name)
{
    if (!name.isEmpty()) {
        const auto found = findDataset(project, name);
        return found ? Result<DatasetId>(found->id) : failureOf(found);
    }
    const auto all = datasets(project);
    if (!all)
        return failureOf(all);
    if (all->empty())
        return failure(QStringLiteral("The project %1 has no dataset yet: import one first.")
                           .arg(project.folder()));
    return all->back().id;
}

Result<DataFacts> dataFacts(const Project& project, const ExperimentTarget& target)
{
    const auto dataset = datasetNamed(project, target.dataset);
    if (!dataset)
        return failureOf(dataset);
    const auto featureSet = featureSetNamed(project, *dataset, target.featureSet);
    if (!featureSet)
        return failureOf(featureSet);
    const auto snapshot = currentSnapshot(project, *dataset, Proposals::Ignore);
    if (!snapshot)
        return failureOf(snapshot);
    DataFacts facts;
    const auto names = labelNames(project, featureSet->labels);
    if (!names)
        return failureOf(names);
    facts.labels = *names;
    countLabels(*snapshot, *featureSet, facts);
    if (const auto looked = lookAtImages(project, *dataset, facts); !looked)
        return failureOf(looked);
    for (const BackboneWeights& weights : findBackbones(backboneFolders()))
        facts.availableBackbones.push_back(weights.name);
    facts.cores = defaultThreadCount();
    return facts;
}

Result<Advice> adviseFor(const Project& project, const ExperimentTarget& target,
                         const AdviceWishes& wishes)
{
    const auto facts = dataFacts(project, target);
    return facts ? advise(*facts, wishes) : Result<Advice>(failureOf(facts));
}

Result<Experiment> setUpExperiment(Project& project, const ExperimentTarget& target,
                                   const Advice& advice, const QString& name)
{
    const auto dataset = datasetNamed(project, target.dataset);
    if (!dataset)
        return failureOf(dataset);
    const auto featureSet = featureSetNamed(project, *dataset, target.featureSet);
    if (!featureSet)
        return failureOf(featureSet);
    if (const auto fits = requireValidSpec(advice.spec, static_cast<int>(featureSet->labels.size()));
        !fits)
        return failureOf(fits);
    if (const auto weights = backboneWeightsFor(advice.spec); !weights)
        return failureOf(weights);
    const auto version = createVersion(project, *dataset);
    if (!version)
        return failureOf(version);
    return createExperiment(project, {name, version->id, featureSet->id, advice.spec,
                                      advice.settings, reasonsJson(advice)});
}

Result<QString> backboneWeightsFor(const ModelSpec& spec)
{
    const BackboneBlock* backbone = find<BackboneBlock>(spec);
    if (!backbone || !backbone->pretrained)
        return QString();
    for (const BackboneWeights& weights : findBackbones(backboneFolders()))
        if (weights.name == backbone->name)
            return weights.path;
    return failure(QStringLiteral("There are no weights of %1 on this machine: get them with "
                                  "`labelwright-cli backbone download %1` or `labelwright-cli "
                                  "backbone add FILE`.")
                       .arg(backbone->name));
}

} // namespace labelwright
