#include "core/session/data_origin.h"

#include "core/base/digest.h"
#include "core/project/datasets.h"
#include "core/project/snapshot.h"
#include "core/project/versions.h"
#include "core/session/prepared_images.h"

#include <QByteArrayList>

#include <algorithm>

namespace labelwright {

namespace {

/// One line per usable image, sorted: the order of an import changes nothing.
QByteArray describe(const Snapshot& snapshot, const LabelMatrix& annotations,
                    const std::vector<QByteArray>& digests)
{
    QByteArrayList lines;
    for (const Subset subset : allSubsets)
        for (const std::uint32_t row : usableRows(snapshot, subset)) {
            QByteArray line = digests[row] + ' ' + QByteArray::number(static_cast<int>(subset));
            for (const Annotation annotation : annotations.row(row))
                line += ' ' + QByteArray::number(static_cast<int>(annotation));
            lines.append(line);
        }
    std::sort(lines.begin(), lines.end());
    return lines.join('\n');
}

} // namespace

Result<DataOrigin> dataOrigin(const Project& project, const Experiment& experiment)
{
    const auto info = dataset(project, experiment.dataset);
    const auto trainedOn = version(project, experiment.version);
    if (!info || !trainedOn)
        return info ? failureOf(trainedOn) : failureOf(info);
    const auto snapshot = snapshotAt(project, *trainedOn);
    if (!snapshot)
        return failureOf(snapshot);
    const auto digests = sampleDigests(project, experiment.dataset, snapshot->samples);
    if (!digests)
        return failureOf(digests);
    const LabelMatrix annotations = columnsOf(*snapshot, experiment.labels);
    return DataOrigin{info->name, trainedOn->id.value,
                      sha256(describe(*snapshot, annotations, *digests))};
}

} // namespace labelwright
