// backbone list|add|download.

#include "app/cli/command.h"
#include "app/cli/exit_codes.h"
#include "app/cli/result_json.h"
#include "core/model/backbone_facts.h"
#include "core/nn/backbone_store.h"
#include "core/session/backbone_download.h"
#include "core/session/user_folders.h"

#include <QJsonArray>

#include <memory>

namespace labelwright::cli {

namespace {

Result<int> runList(Context& context)
{
    const std::vector<BackboneWeights> found = findBackbones(backboneFolders());
    QJsonArray array;
    std::vector<QStringList> rows{{"backbone", "parameters", "weights"}};
    for (const BackboneFacts& facts : allBackbones()) {
        QString path;
        for (const BackboneWeights& weights : found)
            if (weights.name == facts.name)
                path = weights.path;
        rows.push_back(
            {facts.name,
             QStringLiteral("%1 M").arg(static_cast<double>(facts.parameters) / 1e6, 0, 'f', 1),
             path.isEmpty() ? "not on this machine" : path});
        array.append(QJsonObject{{"name", facts.name},
                                 {"parameters", facts.parameters},
                                 {"path", path.isEmpty() ? QJsonValue() : QJsonValue(path)}});
    }
    for (const QString& line : tableText(rows))
        context.console.line(line);
    context.console.json({{"backbones", array}});
    return exitDone;
}

Result<int> report(const Result<QString>& path, Context& context)
{
    if (!path)
        return failureOf(path);
    context.console.line("Weights are in " + *path + '.');
    context.console.json({{"path", *path}});
    return exitDone;
}

} // namespace

void addBackboneCommands(Commands& commands)
{
    CLI::App* parent = addCommand(commands, commands.app.get(), "backbone",
                                  "Lists, adds and downloads pretrained weights");
    requireSubcommand(parent);
    auto value = std::make_shared<std::string>();
    auto address = std::make_shared<std::string>();
    CLI::App* list = addCommand(commands, parent, "list", "Backbones and where their weights are");
    setWork(commands, list, [](Context& context) { return runList(context); });
    CLI::App* add = addCommand(commands, parent, "add",
                               "Checks a torchvision .pth or a .safetensors file and keeps a copy");
    addOption(add, "file", *value, "The file", {.required = true, .placeholder = "FILE"});
    setWork(commands, add, [value](Context& context) {
        return report(addBackbone(text(*value), userBackboneFolder()), context);
    });
    CLI::App* download =
        addCommand(commands, parent, "download", "Downloads torchvision's ImageNet weights");
    addOption(download, "name", *value, "Name of the backbone",
              {.required = true, .placeholder = "NAME"});
    addOption(download, "--from", *address, "Another address than torchvision's",
              {.placeholder = "URL"});
    setWork(commands, download, [value, address](Context& context) {
        BackboneAddress from;
        from.url = text(*address);
        return report(downloadBackbone(text(*value), from, userBackboneFolder(),
                                       context.console.progress(), context.stop),
                      context);
    });
}

} // namespace labelwright::cli
