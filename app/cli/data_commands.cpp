// import and sample: how data comes in.

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/import_text.h"
#include "app/cli/result_json.h"
#include "core/dataset/sample_dataset.h"
#include "core/session/import_job.h"

#include <QFileInfo>

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
    request.rejects = text(given.rejects);
    return request;
}

/// Fails before an import rather than after it.
Result<void> checkRejectsPath(const QString& path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    if (path.isEmpty() || (!file.isDir() && folder.isDir() && folder.isWritable()))
        return {};
    return failure(QStringLiteral("The rejects cannot be saved as %1, so nothing was imported; name "
                                  "a file in a folder that can be written.")
                       .arg(path));
}

Result<int> runImport(const Commands& commands, const ImportOptionsText& given, Context& context)
{
    if (const auto writable = checkRejectsPath(text(given.rejects)); !writable)
        return failureOf(writable);
    const bool isNew = !Project::existsIn(text(commands.common.project));
    auto project = openOrCreateProject(commands);
    if (!project)
        return failureOf(project);
    const ImportRequest request = requestOf(given);
    const auto summary =
        importDataset(*project, request, context.console.progress(), context.stop);
    if (!summary && isNew)
        Project::removeIfEmpty(std::move(*project));
    if (!summary)
        return failureOf(summary);
    for (const QString& line : importText(*summary, request))
        context.console.line(line);
    context.console.json(importJson(*summary));
    return summary->added > 0 && summary->plan.rejects.empty() ? exitDone : exitPartly;
}

void addImport(Commands& commands)
{
    auto given = std::make_shared<ImportOptionsText>();
    CLI::App* command = addCommand(commands, commands.app.get(), "import",
                                   "Imports a zip or folder with index.csv, a folder per label, a "
                                   "CSV with tags, or plain images");
    addOption(command, "source", given->path, "Zip, folder or CSV", {.required = true});
    addOption(command, "--dataset", given->dataset,
              "Name of the new dataset (default: the file's)");
    addOption(command, "--into", given->into, "Adds to the dataset of this name",
              {.excludes = {"--dataset"}});
    addFlag(command, "--strict", given->strict,
            "Refuses everything when one row is bad, and lists all that are");
    addOption(command, "--rejects", given->rejects, "Saves the rows left out as CSV",
              {.placeholder = "FILE"});
    addFlag(command, "--reference", given->reference,
            "Leaves the images where they are instead of copying them");
    addFlag(command, "--unlabelled", given->unlabelled, "Imports the images without labels");
    addOption(command, "--blank", given->blank,
              "What a blank cell means: unknown (default), absent",
              {.words = {"unknown", "absent"}});
    addOption(command, "--unlisted", given->unlisted,
              "What a label missing among tags or folders means: absent (default), unknown",
              {.words = {"absent", "unknown"}});
    addOption(command, "--image-column", given->imageColumn, "Column of image paths");
    addOption(command, "--label-columns", given->labelColumns, "Label columns, separated by commas",
              {.delimiter = ','});
    addOption(command, "--tag-column", given->tagColumn, "Column of delimited tags");
    addOption(command, "--tag-delimiter", given->delimiter, "What stands between tags");
    addOption(command, "--subset-column", given->subsetColumn, "Column that names subsets");
    addOption(command, "--group-column", given->groupColumn,
              "Column whose equal values stay in one subset");
    addOption(command, "--seed", given->seed, "Seed of the split (default 1)");
    setWork(commands, command,
            [&commands, given](Context& context) { return runImport(commands, *given, context); });
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
    CLI::App* command = addCommand(commands, commands.app.get(), "sample",
                                   "Draws a sample dataset and writes it as a zip");
    addOption(command, "--to", given->to, "The zip to write",
              {.required = true, .placeholder = "ZIP"});
    addOption(command, "--kind", given->kind, "landscapes (default) or spectrograms",
              {.words = {"landscapes", "spectrograms"}});
    addOption(command, "--count", given->count, "Number of images (default 800)",
              {.low = 1, .high = 1'000'000});
    addOption(command, "--seed", given->seed, "The same seed draws the same images (default 1)");
    setWork(commands, command, [given](Context& context) -> Result<int> {
        SampleDatasetRequest request;
        request.kind =
            given->kind == "spectrograms" ? SampleKind::Spectrograms : SampleKind::Landscapes;
        request.count = given->count;
        request.seed = given->seed;
        const auto written =
            writeSampleDataset(text(given->to), request, context.console.progress(), context.stop);
        if (!written)
            return failureOf(written);
        context.console.line(
            "Drew " + countText(given->count, "image") + " into " + text(given->to) + '.');
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
