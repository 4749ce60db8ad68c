#include "core/project/scores.h"

#include "core/project/score_files.h"

#include <QFileInfo>

namespace labelwright {

namespace {

QString pathOf(const Project& project, const ScoreKey& key)
{
    return QStringLiteral("%1/%2-%3-%4.scores")
        .arg(project.scoresFolder())
        .arg(key.checkpoint.value)
        .arg(key.version.value)
        .arg(subsetName(key.subset));
}

} // namespace

Result<void> storeScores(const Project& project, const ScoreKey& key, const ScoreTable& table)
{
    Q_ASSERT(table.logits.size()
             == table.samples.size() * static_cast<std::size_t>(table.labels));
    return writeScoreFile(pathOf(project, key), table);
}

std::optional<ScoreTable> loadScores(const Project& project, const ScoreKey& key)
{
    const QString path = pathOf(project, key);
    if (!QFileInfo::exists(path))
        return std::nullopt;
    Result<ScoreTable> table = readScoreFile(path);
    if (!table)
        return std::nullopt;
    return std::move(*table);
}

} // namespace labelwright
