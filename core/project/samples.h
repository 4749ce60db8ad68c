#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/subset.h"
#include "core/project/project.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace labelwright {

/// Where a sample's background check stands.
enum class CheckState {
    Pending, ///< Not looked at yet.
    Ok,      ///< Read, decoded and digested.
    Problem, ///< Cannot be used: left out of training and evaluation, but listed.
};

/// Where a sample's image is kept.
enum class Keeping {
    Copy,      ///< In the project's `originals`, once checked.
    Reference, ///< Where it was imported from.
};

/// One image of a dataset.
struct Sample
{
    SampleId id;
    QString name; ///< Path as the index writes it; unique in the dataset.
    Keeping keeping = Keeping::Copy;
    QString group; ///< Samples of one group stay in one subset; empty: a group of its own.
    std::optional<Subset> subset;
    CheckState check = CheckState::Pending;
    QString problem;   ///< One sentence; empty unless `check` is Problem.
    QByteArray sha256; ///< Of the file's bytes, 64 hexadecimal digits; empty while pending.
    qint64 bytes = 0;
    int width = 0;  ///< Upright, in pixels.
    int height = 0; ///< Upright, in pixels.
    quint64 perceptualHash = 0;
};

/// All samples of a dataset, oldest first: the row order of its snapshots.
Result<std::vector<Sample>> samples(const Project& project, DatasetId dataset);

Result<Sample> sample(const Project& project, SampleId id);

/// The further columns of a sample's index, by name, as text.
Result<QJsonObject> sampleFields(const Project& project, SampleId id);

/// The further columns of a dataset, as `subsetsByRules` and `writeDataset` take them.
struct FieldTable
{
    QStringList columns;           ///< In the order in which imports brought them.
    std::vector<QStringList> rows; ///< One per sample, one cell per column, empty where it has none.
};

/// Rows in the order of `samples()`.
Result<FieldTable> fieldTable(const Project& project, DatasetId dataset);

} // namespace labelwright
