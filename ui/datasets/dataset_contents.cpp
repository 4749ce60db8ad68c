#include "ui/datasets/dataset_contents.h"

#include "core/project/labels.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace labelwright {

namespace {

/// For texts outside of a widget.
class ContentsWords
{
    Q_DECLARE_TR_FUNCTIONS(labelwright::ContentsWords)
};

QString annotationText(Annotation value)
{
    switch (value) {
    case Annotation::Present: return ContentsWords::tr("present");
    case Annotation::Absent: return ContentsWords::tr("absent");
    case Annotation::Unknown: break;
    }
    return ContentsWords::tr("unknown");
}

/// One per label; all in one pass, as the answers lie row by row.
std::vector<ColumnHistogram> labelHistograms(const DatasetContents& contents)
{
    const LabelMatrix& matrix = contents.snapshot.annotations;
    std::vector<std::array<qint64, 3>> counts(static_cast<std::size_t>(contents.labels.size()));
    for (std::size_t row = 0; row < matrix.samples(); ++row) {
        const auto answers = matrix.row(row);
        for (std::size_t label = 0; label < answers.size(); ++label)
            ++counts[label][static_cast<std::size_t>(static_cast<int>(answers[label]) + 1)];
    }
    std::vector<ColumnHistogram> histograms;
    for (const auto& [unknown, absent, present] : counts)
        histograms.push_back(histogramOf({{ContentsWords::tr("present"), present},
                                          {ContentsWords::tr("absent"), absent},
                                          {ContentsWords::tr("unknown"), unknown}}));
    return histograms;
}

ColumnHistogram subsetHistogram(const DatasetContents& contents)
{
    std::array<qint64, 4> counts{};
    for (const auto& subset : contents.snapshot.subsets)
        ++counts[subset ? static_cast<std::size_t>(*subset) : 3];
    std::vector<HistogramBin> bins;
    for (const Subset subset : allSubsets)
        bins.push_back({subsetTitle(subset), counts[static_cast<std::size_t>(subset)]});
    if (counts[3] > 0)
        bins.push_back({ContentsWords::tr("No subset"), counts[3]});
    return histogramOf(std::move(bins));
}

ColumnHistogram sizeHistogram(const DatasetContents& contents)
{
    return histogramOf(contents.samples.size(), [&](std::size_t row) {
        const Sample& sample = contents.samples[row];
        return sample.width > 0 ? QString::number(std::max(sample.width, sample.height))
                                : QString();
    });
}

bool anySample(const DatasetContents& contents, QString Sample::*text)
{
    return std::any_of(contents.samples.begin(), contents.samples.end(),
                       [text](const Sample& sample) { return !(sample.*text).isEmpty(); });
}

Result<QStringList> namesOf(const Project& project, const Snapshot& snapshot)
{
    return labelNames(project, snapshot.labels);
}

} // namespace

QString subsetTitle(Subset subset)
{
    switch (subset) {
    case Subset::Training: return ContentsWords::tr("Training");
    case Subset::Validation: return ContentsWords::tr("Validation");
    case Subset::Test: break;
    }
    return ContentsWords::tr("Test");
}

QString cellText(const DatasetContents& contents, std::size_t row, const SampleColumn& column)
{
    const Sample& sample = contents.samples[row];
    switch (column.kind) {
    case ColumnKind::Image: return {};
    case ColumnKind::Name: return sample.name;
    case ColumnKind::Subset:
        return contents.snapshot.subsets[row] ? subsetTitle(*contents.snapshot.subsets[row])
                                              : QString();
    case ColumnKind::Label:
        return annotationText(contents.snapshot.annotations.at(row, column.index));
    case ColumnKind::Size:
        return sample.width > 0 ? QStringLiteral("%1 × %2").arg(sample.width).arg(sample.height)
                                : QString();
    case ColumnKind::Group: return sample.group;
    case ColumnKind::Field:
        return contents.fields.rows[row].value(static_cast<qsizetype>(column.index));
    case ColumnKind::Problem: break;
    }
    return sample.problem;
}

std::vector<SampleColumn> columnsOfContents(const DatasetContents& contents)
{
    std::vector<SampleColumn> columns{{ColumnKind::Image, ContentsWords::tr("Image"), 0, {}},
                                      {ColumnKind::Name, ContentsWords::tr("Name"), 0, {}}};
    columns.push_back({ColumnKind::Subset, ContentsWords::tr("Subset"), 0, subsetHistogram(contents)});
    std::vector<ColumnHistogram> ofLabels = labelHistograms(contents);
    for (std::size_t label = 0; label < ofLabels.size(); ++label)
        columns.push_back({ColumnKind::Label, contents.labels[static_cast<qsizetype>(label)], label,
                           std::move(ofLabels[label])});
    columns.push_back({ColumnKind::Size, ContentsWords::tr("Size"), 0, sizeHistogram(contents)});
    const auto addTexts = [&](SampleColumn column) {
        column.histogram = histogramOf(contents.samples.size(), [&](std::size_t row) {
            return cellText(contents, row, column);
        });
        columns.push_back(std::move(column));
    };
    if (anySample(contents, &Sample::group))
        addTexts({ColumnKind::Group, ContentsWords::tr("Group"), 0, {}});
    for (qsizetype i = 0; i < contents.fields.columns.size(); ++i)
        addTexts({ColumnKind::Field, contents.fields.columns[i], static_cast<std::size_t>(i), {}});
    if (anySample(contents, &Sample::problem))
        addTexts({ColumnKind::Problem, ContentsWords::tr("Problem"), 0, {}});
    return columns;
}

Result<ContentsPointer> loadContents(const Project& project, DatasetId id)
{
    auto contents = std::make_shared<DatasetContents>();
    const auto known = dataset(project, id);
    auto all = samples(project, id);
    auto snapshot = currentSnapshot(project, id);
    auto fields = fieldTable(project, id);
    if (!known || !all)
        return known ? failureOf(all) : failureOf(known);
    if (!snapshot || !fields)
        return snapshot ? failureOf(fields) : failureOf(snapshot);
    // An import may have added samples between two reads.
    const std::size_t rows = std::min({all->size(), snapshot->samples.size(), fields->rows.size()});
    if (rows != all->size() || rows != snapshot->samples.size())
        return loadContents(project, id);
    const auto names = namesOf(project, *snapshot);
    const auto rules = subsetRules(project, id);
    if (!names || !rules)
        return names ? failureOf(rules) : failureOf(names);
    contents->dataset = *known;
    contents->samples = std::move(*all);
    contents->snapshot = std::move(*snapshot);
    contents->labels = *names;
    contents->fields = std::move(*fields);
    contents->subsetRules = *rules;
    contents->subsets =
        positivesPerSubset(contents->snapshot.annotations, contents->snapshot.subsets);
    contents->columns = columnsOfContents(*contents);
    return ContentsPointer(std::move(contents));
}

} // namespace labelwright
