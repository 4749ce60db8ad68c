// import and sample: how data comes in.

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "core/dataset/sample_dataset.h"
#include "core/session/import_job.h"

#include <memory>

namespace labelwright::cli {

namespace {

struct ImportOptionsText
{
    std::string path;
    std::string dataset;
    std::string into;
    std::string rejects;
    std::string blank = "unknown";
    std::string unlisted = "absent";
    std::string imageColumn, tagColumn, subsetColumn, groupColumn, delimiter;
    std::vector<std::string> labelColumns;
    bool strict = false;
    bool reference = false;
    bool unlabelled = false;
    std::uint64_t seed = 1;
};

ImportRequest requestOf(const ImportOptionsText& given)
{
    ImportRequest request;
    request.path = text(given.path);
    request.dataset = text(given.into.empty() ? given.dataset : given.into);
    request.target = given.into.empty() ? ImportTarget::NewDataset : ImportTarget::ExistingDataset;
    request.keeping = given.reference ? Keeping::Reference : Keeping::Copy;
    ImportOptions& options = request.options;
    options.strictness = given.strict ? Strictness::RefuseAll : Strictness::KeepGoodRows;
    options.blank = given.blank == "absent" ? Annotation::Absent : Annotation::Unknown;
    options.unlisted = given.unlisted == "unknown" ? Annotation::Unknown : Annotation::Absent;
    options.labels = given.unlabelled ? LabelSearch::Unlabelled : LabelSearch::Required;
    options.imageColumn = text(given.imageColumn);
    options.tagColumn = text(given.tagColumn);
    options.tagDelimiter = text(given.delimiter);
    options.subsetColumn = text(given.subsetColumn);
    options.groupColumn = text(given.groupColumn);
    options.labelColumns = texts(given.labelColumns);
    request.split.seed = given.seed;
    return request;
}

QString rowsInWords(const Issue& issue)
{
    QStringList rows;
    for (const qint64 row : issue.rows)
        if (row > 0 && rows.size() < 8)
            rows.append(QString::number(row));
    if (rows.isEmpty())
        return issue.names.isEmpty() ? QString() : " (" + issue.names.mid(0, 4).join(", ") + ')';
    const bool more = issue.rows.size() > static_cast<std::size_t>(rows.size());
    return (rows.size() == 1 ? " (row " : " (rows ") + rows.join(", ") + (more ? ", …)" : ")");
}

void tell(Console& console, const ImportSummary& summary)
{
    console.line(QStringLiteral("Imported %1 images with %2 labels as dataset '%3'.")
                     .arg(summary.added)
                     .arg(summary.labels.size())
                     .arg(summary.name));
    for (const Issue& issue : summary.plan.issues)
        console.line("  " + issue.text + rowsInWords(issue));
    if (!summary.alreadyThere.isEmpty())
        console.line(QStringLiteral("  %1 images were left out: the dataset has samples of these "
                                    "names (%2 …).")
                         .arg(summary.alreadyThere.size())
                         .arg(summary.alreadyThere.mid(0, 3).join(", ")));
    console.line();
    for (const QString& line : subsetTableText(summary.subsets, summary.labels))
        console.line(line);
}

Result<int> runImport(const Commands& commands, const ImportOptionsText& given, Context& context)
{
    auto project = openOrCreateProject(commands);
    if (!project)
        return failureOf(project);
    const auto summary = importDataset(*project, requestOf(given), context.console.progress(),
                                       context.stop);
    if (!summary)
        return failureOf(summary);
    if (!given.rejects.empty())
        if (const auto saved = saveRejects(summary->plan, text(given.rejects)); !saved)
            return failureOf(saved);
    tell(context.console, *summary);
    context.console.json(importJson(*summary));
    return exitDone;
}

void addImport(Commands& commands)
{
    auto given = std::make_shared<ImportOptionsText>();
    CLI::App* command = addCommand(commands, &commands.app, "import",
                                   "Imports a zip or folder with index.csv, a folder per label, a "
                                   "CSV with tags, or plain images");
    command->add_option("source", given->path, "Zip, folder, CSV or image")->required();
    auto* dataset = command->add_option("--dataset", given->dataset,
                                        "Name of the new dataset (default: the file's)");
    command->add_option("--into", given->into, "Adds to the dataset of this name")
        ->excludes(dataset);
    command->add_flag("--strict", given->strict, "Refuses everything when one row is bad");
    command->add_option("--rejects", given->rejects, "Saves the rows left out as CSV")
        ->type_name("FILE");
    command->add_flag("--reference", given->reference,
                      "Leaves the images where they are instead of copying them");
    command->add_flag("--unlabelled", given->unlabelled, "Imports the images without labels");
    command->add_option("--blank", given->blank, "What a blank cell means: unknown (default), absent")
        ->check(CLI::IsMember({"unknown", "absent"}));
    command->add_option("--unlisted", given->unlisted,
                        "What a label missing among tags or folders means: absent (default), unknown")
        ->check(CLI::IsMember({"absent", "unknown"}));
    command->add_option("--image-column", given->imageColumn, "Column of image paths");
    command->add_option("--label-columns", given->labelColumns, "Label columns, separated by commas")
        ->delimiter(',');
    command->add_option("--tag-column", given->tagColumn, "Column of delimited tags");
    command->add_option("--tag-delimiter", given->delimiter, "What stands between tags");
    command->add_option("--subset-column", given->subsetColumn, "Column that names subsets");
    command->add_option("--group-column", given->groupColumn,
                        "Column whose equal values stay in one subset");
    command->add_option("--seed", given->seed, "Seed of the split (default 1)");
    setWork(commands, command, [&commands, given](Context& context) {
        return runImport(commands, *given, context);
    });
}

struct SampleOptionsText
{
    std::string to;
    std::string kind = "landscapes";
    int count = 800;
    std::uint64_t seed = 1;
};

void addSample(Commands& commands)
{
    auto given = std::make_shared<SampleOptionsText>();
    CLI::App* command = addCommand(commands, &commands.app, "sample",
                                   "Draws a sample data set and writes it as a zip");
    command->add_option("--to", given->to, "The zip to write")->required()->type_name("ZIP");
    command->add_option("--kind", given->kind, "landscapes (default) or spectrograms")
        ->check(CLI::IsMember({"landscapes", "spectrograms"}));
    command->add_option("--count", given->count, "Number of images (default 800)")
        ->check(CLI::Range(1, 1'000'000));
    command->add_option("--seed", given->seed, "The same seed draws the same images (default 1)");
    setWork(commands, command, [given](Context& context) -> Result<int> {
        SampleDatasetRequest request;
        request.kind = given->kind == "spectrograms" ? SampleKind::Spectrograms
                                                     : SampleKind::Landscapes;
        request.count = given->count;
        request.seed = given->seed;
        const auto written = writeSampleDataset(text(given->to), request,
                                                context.console.progress(), context.stop);
        if (!written)
            return failureOf(written);
        context.console.line(QStringLiteral("Drew %1 images into %2.")
                                 .arg(given->count)
                                 .arg(text(given->to)));
        context.console.json({{"path", text(given->to)}, {"images", given->count}});
        return exitDone;
    });
}

} // namespace

void addDataCommands(Commands& commands)
{
    addImport(commands);
    addSample(commands);
}

} // namespace labelwright::cli
