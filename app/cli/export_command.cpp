#include "app/cli/export_command.h"

#include "app/cli/deployment_parts.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "core/project/deployments.h"
#include "core/session/deployment_export.h"
#include "core/session/export_job.h"

#include <QDir>
#include <QFileInfo>

#include <memory>

namespace labelwright::cli {

namespace {

struct ExportText
{
    CheckpointOptions checkpoint;
    std::string deployment;
    std::string format;
    std::string to;
    std::string input = "uint8";
    std::string layout = "nhwc";
    bool half = false;
    bool force = false;
};

/// What the path means where no format is given. As long as TorchScript was the only format, a
/// folder of it was the bundle; it still is.
ExportFormat formatOf(const ExportText& given)
{
    const ExportFormat byPath = exportFormatFor(text(given.to));
    if (given.format.empty() || (given.format == "torchscript" && byPath == ExportFormat::Bundle))
        return byPath;
    if (given.format == "torchscript")
        return ExportFormat::TorchScript;
    if (given.format == "onnx")
        return ExportFormat::Onnx;
    return given.format == "triton" ? ExportFormat::Triton : ExportFormat::Bundle;
}

ExportTarget targetOf(const ExportText& given)
{
    ExportTarget target{text(given.to), formatOf(given)};
    target.onnx.input = given.input == "float" ? OnnxInput::Float : OnnxInput::Uint8;
    target.onnx.layout = given.layout == "nchw" ? OnnxLayout::Nchw : OnnxLayout::Nhwc;
    target.onnx.precision = given.half ? OnnxPrecision::F16 : OnnxPrecision::F32;
    target.overwrite = given.force ? Overwrite::Yes : Overwrite::No;
    return target;
}

/// Fails before the export is made for a place that cannot take it. A Triton repository takes
/// further models.
Result<void> checkPlace(const ExportTarget& target)
{
    if (const auto checked = checkExportTarget(target); !checked)
        return checked;
    const QFileInfo info(target.path);
    const bool isTaken = info.isDir() ? !isExportFile(target.path) && !QDir(target.path).isEmpty()
                                            && target.format != ExportFormat::Triton
                                      : info.exists();
    if (isTaken && target.overwrite == Overwrite::No)
        return failure(QStringLiteral("%1 exists already; choose another place, or replace it with "
                                      "--overwrite.")
                           .arg(target.path));
    return {};
}

Result<ExportReport> make(const Project& project, const ExportText& given,
                          const ExportTarget& target, Context& context)
{
    if (given.deployment.empty())
        return exportCheckpoint(project, given.checkpoint.choice(), target,
                                context.console.progress(), context.stop);
    const auto chosen = chosenDeployment(project, text(given.deployment));
    if (!chosen)
        return failureOf(chosen);
    return exportDeployment(project, *chosen, target, context.console.progress(), context.stop);
}

QString proofLine(const ModelProof& proof)
{
    return QStringLiteral("Verified %1 in %2 on %3: scores differ by at most %4, %5 of %6 decisions "
                          "changed.")
               .arg(proof.file, proof.runtime,
                    countText(static_cast<qint64>(proof.images), "image"))
               .arg(proof.maxDifference, 0, 'g', 2)
               .arg(proof.changedDecisions)
               .arg(proof.decisions)
           + (proof.remark.isEmpty() ? QString() : u' ' + proof.remark);
}

Result<int> runExport(const Commands& commands, const ExportText& given, Context& context)
{
    const auto project = openProject(commands, Access::ReadOnly);
    if (!project)
        return failureOf(project);
    const ExportTarget target = targetOf(given);
    if (const auto checked = checkPlace(target); !checked)
        return failureOf(checked);
    const auto report = make(*project, given, target, context);
    if (!report)
        return failureOf(report);
    context.console.line(QStringLiteral("Wrote %1.").arg(report->path));
    for (const ModelProof& proof : report->models)
        context.console.line(proofLine(proof));
    QJsonObject document = toJson(*report);
    document.insert("path", report->path);
    document.insert("bytes", report->bytes);
    context.console.json(document);
    return exitDone;
}

void addOptions(CLI::App* command, ExportText& given)
{
    addCheckpointOptions(command, given.checkpoint);
    addOption(command, "--deployment", given.deployment,
              "Number or name of a deployment, in place of a checkpoint",
              {.placeholder = "ID|NAME", .excludes = {"--experiment", "--checkpoint"}});
    addOption(command, "--format", given.format, "onnx, torchscript, bundle or triton (default: by PATH)",
              {.words = {"onnx", "torchscript", "bundle", "triton"}});
    addOption(command, "--to", given.to,
              "A file ending in .onnx or .pt; a folder or a file ending in .zip for a bundle or a "
              "Triton repository, which takes further models and versions",
              {.required = true, .placeholder = "PATH"});
    addOption(command, "--input", given.input, "ONNX: type of the input's values (default: uint8)",
              {.words = {"uint8", "float"}});
    addOption(command, "--layout", given.layout, "ONNX: order of the input's axes (default: nhwc)",
              {.words = {"nhwc", "nchw"}});
    addFlag(command, "--fp16", given.half, "ONNX: weights and arithmetic of 16 bits");
    addFlag(command, "--overwrite", given.force, "Replaces what is there");
}

} // namespace

void addExportCommand(Commands& commands)
{
    auto given = std::make_shared<ExportText>();
    CLI::App* command = addCommand(commands, commands.app.get(), "export",
                                   "Exports a checkpoint or a deployment and proves it equal");
    addOptions(command, *given);
    setWork(commands, command,
            [&commands, given](Context& context) { return runExport(commands, *given, context); });
}

} // namespace labelwright::cli
