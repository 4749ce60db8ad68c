#include "core/session/training_data.h"

#include "core/project/feature_sets.h"
#include "core/project/labels.h"
#include "core/project/snapshot.h"
#include "core/project/versions.h"
#include "core/session/prepared_images.h"

#include <utility>

namespace labelwright {

TrainingSubject subjectOf(const Experiment& experiment)
{
    return {experiment.dataset, experiment.version, experiment.labels,
            find<InputBlock>(experiment.spec)->preprocessing};
}

Result<TrainingSubject> currentSubject(Project& project, const ExperimentTarget& target,
                                       const ModelSpec& spec)
{
    const auto dataset = datasetNamed(project, target.dataset);
    if (!dataset)
        return failureOf(dataset);
    const auto featureSet = findFeatureSet(project, *dataset,
                                           target.featureSet.isEmpty() ? allLabelsName()
                                                                       : target.featureSet);
    const auto version = createVersion(project, *dataset);
    if (!featureSet || !version)
        return featureSet ? failureOf(version) : failureOf(featureSet);
    return TrainingSubject{*dataset, version->id, featureSet->labels,
                           find<InputBlock>(spec)->preprocessing};
}

Result<TrainingData> trainingData(const Project& project, const TrainingSubject& subject,
                                  const ProgressCallback& progress, std::stop_token stop)
{
    const auto snapshot = version(project, subject.version).and_then([&](const Version& v) {
        return snapshotAt(project, v, Proposals::Ignore);
    });
    if (!snapshot)
        return failureOf(snapshot);
    const auto names = labelNames(project, subject.labels);
    if (!names)
        return failureOf(names);
    const LabelMatrix truth = columnsOf(*snapshot, subject.labels);
    TrainingData data;
    data.labels = *names;
    std::vector<SampleId> samples;
    for (auto [subset, rows] : {std::pair{Subset::Training, &data.training},
                                std::pair{Subset::Validation, &data.validation}})
        for (const std::uint32_t row : usableRows(*snapshot, subset)) {
            rows->push_back(static_cast<std::uint32_t>(samples.size()));
            samples.push_back(snapshot->samples[row]);
            const auto cells = truth.row(row);
            data.truth.insert(data.truth.end(), cells.begin(), cells.end());
        }
    const auto images = preparedImages(project, subject.dataset, samples,
                                       subject.preprocessing, progress, stop);
    auto digests = sampleDigests(project, subject.dataset, samples);
    if (!images || !digests)
        return images ? failureOf(digests) : failureOf(images);
    data.images = *images;
    data.digests = std::move(*digests);
    return data;
}

} // namespace labelwright
