#pragma once

#include "core/base/annotation.h"
#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/dataset/label_matrix.h"
#include "core/project/project.h"

#include <QDateTime>
#include <QString>

#include <span>
#include <vector>

namespace labelwright {

/// Who said it.
enum class Annotator {
    Human,
    Import,
    Proposal, ///< A model. Fills cells that nobody answered; never overrides a human or an import.
};

/// One answer: the state of a label on a sample.
struct Answer
{
    SampleId sample;
    LabelId label;
    Annotation value = Annotation::Unknown;
    friend bool operator==(const Answer&, const Answer&) = default;
};

/// Appends answers as one entry of the log and returns its position. Later entries win over
/// earlier ones; a human's Unknown takes an answer back and keeps proposals out. `source` says
/// where they come from, in words. All samples and labels must belong to `dataset`. Without answers
/// nothing is appended and the position is that of the last entry.
Result<qint64> appendAnswers(Project& project, DatasetId dataset, std::span<const Answer> answers,
                             Annotator who, const QString& source);

/// Appends a block of answers, packed: row i of `values` is sample `rows[i]`, column j label
/// `columns[j]`; Unknown cells say nothing.
Result<qint64> appendMatrix(Project& project, DatasetId dataset, std::span<const SampleId> rows,
                            std::span<const LabelId> columns, const LabelMatrix& values,
                            Annotator who, const QString& source);

/// What an entry of the log is about.
enum class LogKind { Answers, Matrix, Subsets, Labels };

/// An entry of the log, without its content.
struct LogEntry
{
    qint64 position = 0; ///< Rises over the whole project; never reused.
    LogKind kind = LogKind::Answers;
    QDateTime when;
    Annotator who = Annotator::Human;
    QString source;
    qint64 cells = 0; ///< How many cells or samples it speaks of.
};

/// The dataset's log, oldest first.
Result<std::vector<LogEntry>> annotationLog(const Project& project, DatasetId dataset);

/// A past answer on one cell.
struct PastAnswer
{
    qint64 position = 0;
    QDateTime when;
    Annotator who = Annotator::Human;
    QString source;
    Annotation value = Annotation::Unknown;
};

/// Everything that was ever said about one cell, oldest first. Reads the dataset's whole log.
Result<std::vector<PastAnswer>> historyOf(const Project& project, SampleId sample, LabelId label);

} // namespace labelwright
