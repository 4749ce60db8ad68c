#include "ui/datasets/dataset_history.h"

#include <QCoreApplication>
#include <QLocale>

namespace labelwright {

namespace {

/// For texts outside of a widget.
class HistoryWords
{
    Q_DECLARE_TR_FUNCTIONS(labelwright::HistoryWords)
};

} // namespace

ChangesSince changesSince(const std::vector<LogEntry>& log, qint64 position)
{
    ChangesSince changes;
    for (const LogEntry& entry : log) {
        if (entry.position <= position)
            continue;
        ++changes.entries;
        switch (entry.kind) {
        case LogKind::Answers:
        case LogKind::Matrix: changes.answers += entry.cells; break;
        case LogKind::Subsets: changes.moved += entry.cells; break;
        case LogKind::Labels: changes.labelChanges += entry.cells; break;
        }
    }
    return changes;
}

Result<std::vector<VersionFacts>> versionFacts(const Project& project, DatasetId dataset)
{
    const auto saved = versions(project, dataset);
    const auto log = annotationLog(project, dataset);
    const auto made = experiments(project);
    if (!saved || !log)
        return saved ? failureOf(log) : failureOf(saved);
    if (!made)
        return failureOf(made);
    std::vector<VersionFacts> facts;
    for (std::size_t i = saved->size(); i-- > 0;) {
        VersionFacts fact{saved->at(i), static_cast<int>(i) + 1, {}, {}};
        for (const Experiment& experiment : *made)
            if (experiment.version == fact.version.id)
                fact.experiments.append(experiment.name);
        fact.since = changesSince(*log, fact.version.position);
        facts.push_back(std::move(fact));
    }
    return facts;
}

QString inWords(const ChangesSince& changes)
{
    const QLocale locale;
    QStringList parts;
    if (changes.answers == 1)
        parts.append(HistoryWords::tr("1 answer"));
    else if (changes.answers > 1)
        parts.append(HistoryWords::tr("%1 answers").arg(locale.toString(changes.answers)));
    if (changes.moved == 1)
        parts.append(HistoryWords::tr("1 image put into a subset"));
    else if (changes.moved > 1)
        parts.append(HistoryWords::tr("%1 images put into a subset")
                         .arg(locale.toString(changes.moved)));
    if (changes.labelChanges == 1)
        parts.append(HistoryWords::tr("1 label added or archived"));
    else if (changes.labelChanges > 1)
        parts.append(HistoryWords::tr("%1 labels added or archived")
                         .arg(locale.toString(changes.labelChanges)));
    return parts.isEmpty() ? HistoryWords::tr("nothing") : parts.join(QStringLiteral(", "));
}

} // namespace labelwright
