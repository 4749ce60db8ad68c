#include "core/deployment/triton_repository.h"

#include "core/base/atomic_file.h"
#include "tests/core/deployment/export_fixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace labelwright::tests {

namespace {

/// Reads config.pbtxt as protobuf text of the messages that Triton's model_config.proto defines.
const char* const configReader = R"py(
import json, sys
from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory, text_format
file = descriptor_pb2.FileDescriptorProto(name="model_config.proto", package="inference", syntax="proto3")
F = descriptor_pb2.FieldDescriptorProto
kind = file.enum_type.add(name="DataType")
for number, name in ((0, "TYPE_INVALID"), (2, "TYPE_UINT8"), (11, "TYPE_FP32")):
    kind.value.add(name=name, number=number)
def message(name, *fields):
    m = file.message_type.add(name=name)
    for number, field, type, many, of in fields:
        m.field.add(name=field, number=number, type=type, type_name=of,
                    label=F.LABEL_REPEATED if many else F.LABEL_OPTIONAL)
text, number, nested = F.TYPE_STRING, F.TYPE_INT32, F.TYPE_MESSAGE
message("ModelInput", (1, "name", text, 0, None), (2, "data_type", F.TYPE_ENUM, 0, ".inference.DataType"),
        (4, "dims", F.TYPE_INT64, 1, None))
message("ModelOutput", (1, "name", text, 0, None), (2, "data_type", F.TYPE_ENUM, 0, ".inference.DataType"),
        (3, "dims", F.TYPE_INT64, 1, None), (4, "label_filename", text, 0, None))
message("ModelDynamicBatching")
message("ModelConfig", (1, "name", text, 0, None), (2, "platform", text, 0, None),
        (4, "max_batch_size", number, 0, None), (5, "input", nested, 1, ".inference.ModelInput"),
        (6, "output", nested, 1, ".inference.ModelOutput"),
        (11, "dynamic_batching", nested, 0, ".inference.ModelDynamicBatching"))
pool = descriptor_pool.DescriptorPool()
pool.Add(file)
config = message_factory.MessageFactory(pool).GetPrototype(
    pool.FindMessageTypeByName("inference.ModelConfig"))()
text_format.Parse(open(sys.argv[1]).read(), config)
print(json_format.MessageToJson(config, preserving_proto_field_name=True))
)py";

} // namespace

using TritonRepositoryTest = ExportFixture;

TEST_F(TritonRepositoryTest, IsOneThatTritonReads)
{
    const auto report = exportModel(request(), {target("models"), ExportFormat::Triton});
    ASSERT_TRUE(report) << reasonOf(report);
    EXPECT_EQ(everythingIn(target("models")), QStringList{"Landscapes"});
    EXPECT_EQ(everythingIn(target("models/Landscapes")),
              (QStringList{"1", "config.pbtxt", "labels.txt"}));
    EXPECT_EQ(everythingIn(target("models/Landscapes/1")),
              (QStringList{"labels.json", "model.onnx", "origin.json", "preprocessing.json",
                           "thresholds.json", "verification.json"}));
    EXPECT_EQ(QString::fromUtf8(*readFile(target("models/Landscapes/labels.txt"))),
              QString::fromUtf8("sky\nwater\na \"quoted\" label\nBäume\n"));
    const auto output = python({"-c", configReader, target("models/Landscapes/config.pbtxt")});
    ASSERT_TRUE(output);
    const QJsonObject config = QJsonDocument::fromJson(*output).object();
    EXPECT_EQ(config["name"].toString(), "Landscapes");
    EXPECT_EQ(config["platform"].toString(), "onnxruntime_onnx");
    EXPECT_EQ(config["max_batch_size"].toInt(), 32);
    EXPECT_EQ(config["input"][0]["name"].toString(), "images");
    EXPECT_EQ(config["input"][0]["data_type"].toString(), "TYPE_UINT8");
    EXPECT_EQ(config["input"][0]["dims"].toArray(), (QJsonArray{"64", "96", "3"}));
    EXPECT_EQ(config["output"][0]["name"].toString(), "scores");
    EXPECT_EQ(config["output"][0]["dims"].toArray(), (QJsonArray{"4"}));
    EXPECT_TRUE(config.contains("dynamic_batching"));
}

TEST_F(TritonRepositoryTest, FurtherExportsAreVersionsOrModels)
{
    const QString repository = target("models");
    ExportTarget place{repository, ExportFormat::Triton};
    BundleRequest wanted = request();
    ASSERT_TRUE(exportModel(wanted, place));
    ASSERT_TRUE(exportModel(wanted, place));
    ASSERT_TRUE(exportModel(wanted, place));
    EXPECT_EQ(everythingIn(repository + "/Landscapes"),
              (QStringList{"1", "2", "3", "config.pbtxt", "labels.txt"}));
    EXPECT_TRUE(QFile::exists(repository + "/Landscapes/3/model.onnx"));

    BundleRequest renamed = wanted;
    renamed.title = QString::fromUtf8("Köln / Süd");
    ASSERT_TRUE(exportModel(renamed, place));
    EXPECT_EQ(everythingIn(repository), (QStringList{"K_ln___S_d", "Landscapes"}));

    wanted.model.labels[0] = "heaven";
    const auto refused = exportModel(wanted, place);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().summary.contains("cannot be its next version"));
    place.overwrite = Overwrite::Yes;
    ASSERT_TRUE(exportModel(wanted, place));
    EXPECT_EQ(everythingIn(repository + "/Landscapes"),
              (QStringList{"1", "config.pbtxt", "labels.txt"}));
    EXPECT_TRUE(readFile(repository + "/Landscapes/labels.txt")->startsWith("heaven\n"));
    EXPECT_EQ(everythingIn(m_target.path()), QStringList{"models"});
}

TEST_F(TritonRepositoryTest, OtherInputsAndArchives)
{
    ExportTarget place{target("planes.zip"), ExportFormat::Triton};
    place.onnx = {OnnxInput::Float, OnnxLayout::Nchw, OnnxPrecision::F32};
    const auto report = exportModel(request(), place);
    ASSERT_TRUE(report) << reasonOf(report);
    ASSERT_TRUE(python({"-m", "zipfile", "-e", report->path, target("models")}));
    const auto config = readFile(target("models/Landscapes/config.pbtxt"));
    ASSERT_TRUE(config);
    EXPECT_TRUE(config->contains("dims: [ 3, 64, 96 ]"));
    EXPECT_TRUE(config->contains("data_type: TYPE_FP32\n    dims: [ 3"));
    EXPECT_TRUE(QFile::exists(target("models/Landscapes/1/model.onnx")));
}

TEST_F(TritonRepositoryTest, LeavesOtherFoldersAlone)
{
    ASSERT_TRUE(writeFileAtomically(target("photos/mine.jpg"), "mine"));
    for (const Overwrite overwrite : {Overwrite::No, Overwrite::Yes})
        EXPECT_FALSE(
            exportModel(request(), {target("photos"), ExportFormat::Triton, {}, overwrite}));
    EXPECT_EQ(everythingIn(target("photos")), QStringList{"mine.jpg"});
}

} // namespace labelwright::tests
