#pragma once

#include "core/nn/trainer.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace labelwright {

/// What `run.json` in a run's folder says: the one file that decides which of the others count. It
/// is replaced atomically after the files it names are on disk, so that a run killed at any moment
/// is in the state before or after an epoch, never between.
struct RunIndex
{
    RunFacts facts;
    QByteArray fingerprint;           ///< Of spec, settings and data; see `runFingerprint`.
    QByteArray backboneSha256;        ///< Of the weights file that the run began with, hexadecimal.
    std::vector<EpochReport> history; ///< Oldest first, without scores.
    std::optional<CheckpointFile> last;
    std::optional<CheckpointFile> best;
    QString statePath; ///< What exact resume needs besides `last`; empty when nothing.
};

/// The index in that folder; nothing where there is none. Paths are made absolute.
Result<std::optional<RunIndex>> readRunIndex(const QString& runFolder);

/// Replaces the index, then removes checkpoint files it does not name.
Result<void> writeRunIndex(const QString& runFolder, const RunIndex& index);

/// Removes what is left of epochs that were not finished.
void removeUnnamedFiles(const QString& runFolder, const RunIndex& index);

/// Digest of everything that decides a run's course, except how long it lasts (epochs, patience),
/// what the machine decides (threads, precision) and the backbone's weights, which stand by
/// themselves in the index. Labels may be renamed.
QByteArray runFingerprint(const ModelSpec& spec, const RunSettings& settings,
                          const TrainingData& data);

} // namespace labelwright
