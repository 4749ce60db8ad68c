#include "tests/app/bad_commands.h"

#include "tests/core/dataset/made_files.h"

#include <QJsonArray>
#include <QtEndian>

#include <gtest/gtest.h>

#include <functional>
#include <optional>

namespace labelwright::tests {

namespace {

const char* const allBackboneNames =
    "mobilenet_v3_small, shufflenet_v2_x1_0, mobilenet_v3_large, squeezenet1_1, mobilenet_v2, "
    "efficientnet_b0, resnet18, resnet50";

/// A .safetensors file with this header; `stated` is the length it claims for it.
QByteArray safetensors(const QByteArray& header, const QByteArray& data,
                       std::optional<quint64> stated = {})
{
    QByteArray length(8, '\0');
    qToLittleEndian(stated.value_or(static_cast<quint64>(header.size())), length.data());
    return length + header + data;
}

struct BadFile
{
    const char* name;
    QByteArray content;
    const char* sentence; ///< %1: the file's name.
};

std::vector<BadFile> safetensorsFiles()
{
    const QByteArray one = R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
    return {
        {"empty.safetensors", "", "The weights file %1 is too short to be a safetensors file."},
        {"long.safetensors", safetensors(one, "0000", quint64(1) << 40),
         "The weights file %1 is no readable safetensors file: its header is cut off or too "
         "long."},
        {"nojson.safetensors", safetensors("this is no json", ""),
         "The weights file %1 is no readable safetensors file: its header is no JSON object."},
        {"type.safetensors",
         safetensors(R"({"a":{"dtype":"X9","shape":[1],"data_offsets":[0,4]}})", "0000"),
         "The weights file %1 is refused: its tensor \"a\" has the unknown type \"X9\"."},
        {"overlap.safetensors",
         safetensors(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
                     R"("b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
                     "0000"),
         "The weights file %1 is damaged: the values of \"b\" overlap others, leave a hole or "
         "reach outside the file."},
        {"short.safetensors",
         safetensors(R"({"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})", "0000"),
         "The weights file %1 is damaged: the values of \"a\" overlap others, leave a hole or "
         "reach outside the file."},
        {"other.safetensors", safetensors(one, "0000"),
         "The file %1 holds the weights of none of the known backbones: %2."},
    };
}

/// A torch file stores its entries, it does not compress them.
void storeTorchFile(const QString& path, const QString& entry, const QByteArray& pickle)
{
    const char* const program = R"(
import sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_STORED) as z:
    z.writestr(sys.argv[2], bytes.fromhex(sys.argv[3]))
    z.writestr('archive/version', '3')
)";
    EXPECT_TRUE(runPython(QLatin1String(program),
                          {path, entry, QString::fromLatin1(pickle.toHex())}));
}

} // namespace

std::vector<BadCommand> badWeights(const QString& folder)
{
    std::vector<BadCommand> commands;
    const auto add = [&](const QString& name, const char* sentence) {
        commands.push_back({name,
                            {"backbone", "add", folder + '/' + name},
                            QString(QLatin1String(sentence))
                                .replace("%1", name)
                                .replace("%2", QLatin1String(allBackboneNames))});
    };
    std::vector<BadFile> files = safetensorsFiles();
    files.push_back({"empty.pth", "",
                     "The weights file %1 is no weights file: it does not begin as torch.save's "
                     "files do."});
    files.push_back({"text.pth", "hello world, this is a text",
                     "The weights file %1 is no weights file: it does not begin as torch.save's "
                     "files do."});
    files.push_back({"model.onnx", "onnx",
                     "The file %1 is no weights file: its name must end in .pth or "
                     ".safetensors."});
    for (const BadFile& file : files) {
        makeFolder(folder, {{QLatin1String(file.name), file.content}});
        add(QLatin1String(file.name), file.sentence);
    }
    const auto zip = [&](const QString& name, const QString& entry, const QByteArray& pickle) {
        storeTorchFile(folder + '/' + name, entry, pickle);
    };
    zip("nopickle.pth", "a.txt", "text");
    add("nopickle.pth",
        "The weights file %1 is no readable torch file: it has no entry \"data.pkl\".");
    zip("global.pth", "archive/data.pkl", "\x80\x02" "cposix\nsystem\n(U\x04touchtR.");
    add("global.pth", "The weights file %1 is refused: it asks for the Python global "
                      "posix.system; only files with nothing but tensors are read.");
    zip("opcode.pth", "archive/data.pkl", QByteArray("\x80\x02]q\x00(i__main__\nX\nb.", 20));
    add("opcode.pth", "The weights file %1 is refused: it uses the pickle opcode INST; only files "
                      "with nothing but tensors are read.");
    zip("cutoff.pth", "archive/data.pkl", "\x80\x02}q");
    add("cutoff.pth", "The weights file %1 is refused: its pickle is cut off; only files with "
                      "nothing but tensors are read.");
    const QString missing = folder + "/missing.pth";
    commands.push_back({"missing", {"backbone", "add", missing},
                        QString("There is no weights file %1.").arg(missing)});
    commands.push_back({"unknown backbone", {"backbone", "download", "resnet9000"},
                        QString("There is no backbone called resnet9000; there are %1.")
                            .arg(QLatin1String(allBackboneNames))});
    return commands;
}

namespace {

/// The members of the spec's block of that kind, changed.
QJsonObject withBlock(QJsonObject file, const QString& kind, const char* member,
                      const QJsonValue& value)
{
    QJsonArray blocks = file.value("spec")["blocks"].toArray();
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        QJsonObject block = blocks[i].toObject();
        if (block["block"].toString() != kind)
            continue;
        block.insert(QLatin1String(member), value);
        blocks[i] = block;
    }
    file.insert("spec", QJsonObject{{"blocks", blocks}});
    return file;
}

QJsonObject withBlocks(QJsonObject file, const std::function<void(QJsonArray&)>& change)
{
    QJsonArray blocks = file.value("spec")["blocks"].toArray();
    change(blocks);
    file.insert("spec", QJsonObject{{"blocks", blocks}});
    return file;
}

QJsonObject withSetting(QJsonObject file, const char* member, const QJsonValue& value)
{
    QJsonObject settings = file["settings"].toObject();
    settings.insert(QLatin1String(member), value);
    file.insert("settings", settings);
    return file;
}

struct BadSpec
{
    const char* name;
    QJsonObject file;
    const char* sentence; ///< %1: the file's path.
};

std::vector<BadSpec> specFiles(const QJsonObject& good)
{
    return {
        {"no blocks", withBlocks(good, [](QJsonArray& blocks) { blocks = {}; }),
         "The model has no blocks; it needs an input, layers and a target."},
        {"unknown block", withBlock(good, "conv", "block", "transformer"),
         "%1: Block 2: \"block\" must be input, backbone, conv, residual, pooling, dropout, "
         "dense, activation or target."},
        {"unknown member", withBlock(good, "conv", "colour", "red"),
         "%1: Block 2 (conv): \"colour\" is not known; the members are block, filters, kernel, stride, "
         "batchNorm."},
        {"softmax", withBlock(good, "activation", "kind", "softmax"),
         "Block 6 (activation): Softmax makes the labels exclude one another, but with binary "
         "losses such as binary crossentropy several labels can hold at once; use Sigmoid."},
        {"five nodes", withBlock(good, "dense", "nodes", 5),
         "Block 5 (dense): the last dense layer has 5 nodes for 8 labels; give 0 for one node per "
         "label."},
        {"no target", withBlocks(good, [](QJsonArray& blocks) { blocks.removeLast(); }),
         "Block 6 (activation): the last block must be the target; put one after it."},
        {"no pooling", withBlocks(good, [](QJsonArray& blocks) { blocks.removeAt(2); }),
         "Block 4 (dense): a dense layer needs a vector, but 8 feature maps arrive; put a global "
         "pooling before it."},
        {"too many filters", withBlock(good, "conv", "filters", 1'000'000'000),
         "%1: Block 2 (conv): \"filters\" must be a whole number from 1 to 4096."},
        {"filters in words", withBlock(good, "conv", "filters", "many"),
         "%1: Block 2 (conv): \"filters\" must be a whole number from 1 to 4096."},
        {"dropout", withBlock(good, "dropout", "rate", 1.5),
         "%1: Block 4 (dropout): \"rate\" must be a number from 0 to below 1."},
        {"spec is text", {{"spec", "abc"}},
         "%1: The model spec needs a list named \"blocks\"."},
        {"empty object", {}, "%1: The model spec needs a list named \"blocks\"."},
        {"settings are a list", {{"spec", good["spec"]}, {"settings", QJsonArray{1}}},
         "%1: \"settings\" must be an object, as `labelwright-cli advise --json` writes it."},
        {"epochs", withSetting(good, "epochs", -3),
         "%1: The run settings: \"epochs\" must be a whole number from 1 to 10000."},
        {"optimizer", withSetting(good, "optimizer", "lion"),
         "%1: The run settings: \"optimizer\" must be adamw or sgd."},
        {"backbone not here",
         withBlocks(good,
                    [](QJsonArray& blocks) {
                        blocks[1] = QJsonObject{{"block", "backbone"}, {"name", "resnet18"}};
                    }),
         "There are no weights of resnet18 on this machine: get them with `labelwright-cli "
         "backbone download resnet18` or `labelwright-cli backbone add FILE`."},
    };
}

} // namespace

std::vector<BadCommand> badSpecs(const QString& folder, const QJsonObject& good)
{
    makeFolder(folder, {{QString("array.json"), "[1, 2]"}, {QString("text.json"), "epochs: 5"}});
    std::vector<BadCommand> commands;
    const auto add = [&](const QString& name, const QString& path, const QString& sentence) {
        commands.push_back(
            {name,
             {"train", "--spec", path, "--threads", "1", "--precision", "f32"},
             QString(sentence).replace("%1", path)});
    };
    for (const BadSpec& spec : specFiles(good)) {
        const QString path = folder + '/' + QString(QLatin1String(spec.name)).replace(' ', '_') +
                             ".json";
        add(QLatin1String(spec.name), writeJson(path, spec.file), QLatin1String(spec.sentence));
    }
    add("array", folder + "/array.json",
        "%1: The model spec must be a JSON object with a list named \"blocks\".");
    add("text", folder + "/text.json",
        "%1: The model spec is no JSON: line 1, column 2: illegal value.");
    add("missing spec", folder + "/missing.json",
        "The file %1 cannot be read: No such file or directory.");
    return commands;
}

std::vector<BadCommand> badNames(const QString& folder)
{
    const QString nowhere = folder + "/nowhere.jpg";
    return {
        {"dataset", {"dataset", "show", "nope"},
         "There is no dataset 'nope'; the project has 'landscapes'."},
        {"no experiment", {"evaluate"}, "The project has no experiment yet; train one first."},
        {"nothing to resume", {"resume"}, "The project has no experiment yet; train one first."},
        {"label", {"feature-set", "add", "x", "--labels", "sky,nope"},
         "The dataset has no label 'nope'; it has sky, water, mountain, tree, church, people, sun, "
         "snow."},
        {"label twice", {"feature-set", "add", "x", "--labels", "sky,sky"},
         "A feature set can hold each label only once."},
        {"image", {"predict", nowhere}, QString("There is no file or folder %1.").arg(nowhere)},
        {"shares", {"dataset", "split", "--resplit", "--shares", "0", "0", "0"},
         "The shares 0/0/0 cannot be used: give three numbers from 0 on, at least one above 0."},
        {"condition", {"dataset", "split", "--training-where", "nonsense"},
         "The condition 'nonsense' is not understood; write a column, one of = != < > contains, "
         "and a value."},
        {"into", {"import", folder, "--into", "nope"},
         "There is no dataset 'nope'; the project has 'landscapes'."},
    };
}

} // namespace labelwright::tests
