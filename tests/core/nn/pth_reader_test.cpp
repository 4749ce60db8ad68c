#include "core/nn/pth_reader.h"

#include "core/nn/torch_archive.h"
#include "core/nn/weights_check.h"
#include "tests/core/nn/python_peer.h"
#include "tests/core/nn/torch_file.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace labelwright {

using namespace tests;

namespace {

const std::vector<float> sixValues{1, 2, 3, 4, 5, 6};

QByteArray bytesOf(const std::vector<float>& values)
{
    return floatTensor("", {}, values).bytes;
}

/// A literal's bytes, zeros included.
template <std::size_t N>
QByteArray bytes(const char (&literal)[N])
{
    return {literal, static_cast<qsizetype>(N) - 1};
}

struct Malicious
{
    const char* name;
    QByteArray pickle;
    const char* named; ///< What the sentence must name.
};

std::vector<Malicious> maliciousPickles()
{
    const QByteArray deep = QByteArray("\x80\x02)") + QByteArray(3'000'000, '\x85') + ".";
    return {
        {"os.system", bytes("\x80\x02" "cos\nsystem\nX\x02\0\0\0id\x85R."), "os.system"},
        {"posix", bytes("\x80\x02" "cposix\nsystem\n(X\x02\0\0\0idtR."), "posix.system"},
        {"builtins eval", bytes("\x80\x02" "cbuiltins\neval\n)R."), "builtins.eval"},
        {"torch function", bytes("\x80\x02" "ctorch\nload\n)R."), "torch.load"},
        {"dotted", "\x80\x02" "ctorch._utils\n_rebuild_tensor_v2.__globals__\n.",
         "torch._utils._rebuild_tensor_v2.__globals__"},
        {"whole module", "\x80\x02" "ctorchvision.models.resnet\nResNet\n)\x81.",
         "torchvision.models.resnet.ResNet"},
        {"stack global", bytes("\x80\x04X\x02\0\0\0osX\x06\0\0\0system\x93."), "STACK_GLOBAL"},
        {"instance", bytes("\x80\x02(ios\nsystem\n."), "INST"},
        {"object", bytes("\x80\x02(o."), "OBJ"},
        {"new object", bytes("\x80\x02)\x81."), "NEWOBJ"},
        {"extension", bytes("\x80\x02\x82\x01."), "EXT1"},
        {"persistent text", bytes("\x80\x02Pname\n."), "PERSID"},
        {"unknown opcode", bytes("\x80\x02\xff."), "0xff"},
        {"cut off", bytes("\x80\x02("), "cut off"},
        {"nothing", bytes(""), "cut off"},
        {"empty stack", bytes("\x80\x02."), "not there"},
        {"no mark", bytes("\x80\x02t."), "mark"},
        {"memo", bytes("\x80\x02h\x05."), "not there"},
        {"call of a number", bytes("\x80\x02K\x01)R."), "no function"},
        {"build of a number", bytes("\x80\x02K\x01}b."), "state of an object"},
        {"long text", bytes("\x80\x02X\xff\xff\xff\x7f" "abc."), "long text"},
        {"deep nesting", deep, "too large"},
        {"a number", bytes("\x80\x02K\x05."), "no dictionary"},
        {"dictionary of numbers", bytes("\x80\x02}X\x01\0\0\0aK\x01s."), "\"a\" is no tensor"},
    };
}

} // namespace

TEST(PthReader, ReadsBothFormsOfTorchSave)
{
    const QByteArray pickle = tensorPickle({2, 3}, {3, 1}, 6);
    for (const QByteArray& file :
         {zippedPth(pickle, bytesOf(sixValues)), legacyPth(pickle, bytesOf(sixValues), 6)}) {
        const auto tensors = readPth(file, QStringLiteral("a.pth"));
        ASSERT_TRUE(tensors) << tensors.error().summary.toStdString();
        ASSERT_EQ(tensors->size(), 1U);
        EXPECT_EQ(tensors->front().name, "weight");
        EXPECT_EQ(tensors->front().shape, (std::vector<std::int64_t>{2, 3}));
        EXPECT_EQ(toFloats(tensors->front()), sixValues);
    }
}

TEST(PthReader, GathersViewsThatAreNotContiguous)
{
    const auto transposed = readPth(zippedPth(tensorPickle({3, 2}, {1, 3}, 6), bytesOf(sixValues)),
                                    QStringLiteral("a.pth"));
    ASSERT_TRUE(transposed) << transposed.error().summary.toStdString();
    EXPECT_EQ(toFloats(transposed->front()), (std::vector<float>{1, 4, 2, 5, 3, 6}));
    const auto part = readPth(zippedPth(tensorPickle({2}, {2}, 6, 1), bytesOf(sixValues)),
                              QStringLiteral("a.pth"));
    ASSERT_TRUE(part) << part.error().summary.toStdString();
    EXPECT_EQ(toFloats(part->front()), (std::vector<float>{2, 4}));
}

TEST(PthReader, RefusesEverythingButTensorsByName)
{
    for (const Malicious& example : maliciousPickles())
        for (const QByteArray& file : {zippedPth(example.pickle),
                                       legacyPth(example.pickle, {}, 0)}) {
            const auto tensors = readPth(file, QStringLiteral("bad.pth"));
            ASSERT_FALSE(tensors) << example.name;
            const std::string sentence = tensors.error().summary.toStdString();
            EXPECT_NE(sentence.find("bad.pth"), std::string::npos) << sentence;
            // In the older form, what follows is read on where a pickle is cut off.
            if (TorchArchive::isZip(file) || std::string(example.named) != "cut off") {
                EXPECT_NE(sentence.find(example.named), std::string::npos)
                    << example.name << ": " << sentence;
            }
        }
}

TEST(PthReader, RefusesTensorsThatReachOutsideTheirStorage)
{
    struct Row
    {
        std::vector<int> shape, strides;
        int count, offset;
    };
    const std::vector<Row> rows{{{7}, {1}, 6, 0},        {{6}, {1}, 6, 1},
                                {{2, 3}, {4, 1}, 6, 0},  {{2}, {2147483647}, 6, 0},
                                {{-1}, {1}, 6, 0},       {{6}, {1}, 6, -1},
                                {{6}, {-1}, 6, 5},       {{2147483647, 2147483647}, {0, 0}, 6, 0},
                                {{1000000}, {0}, 6, 0},  {{6}, {1, 1}, 6, 0},
                                {{6}, {1}, 2147483647, 0}, {{6}, {1}, 5, 0},
                                {{6}, {1}, -6, 0}};
    for (const Row& row : rows) {
        const QByteArray pickle = tensorPickle(row.shape, row.strides, row.count, row.offset);
        EXPECT_FALSE(readPth(zippedPth(pickle, bytesOf(sixValues)), QStringLiteral("a.pth")));
        EXPECT_FALSE(readPth(legacyPth(pickle, bytesOf(sixValues), row.count),
                             QStringLiteral("a.pth")));
    }
}

TEST(PthReader, RefusesEveryCutAndEveryDamagedValue)
{
    const QByteArray zip = zippedPth(tensorPickle({2, 3}, {3, 1}, 6), bytesOf(sixValues));
    for (qsizetype size = 0; size < zip.size(); ++size)
        EXPECT_FALSE(readPth(zip.first(size), QStringLiteral("a.pth"))) << size;
    const QByteArray legacy = legacyPth(tensorPickle({2, 3}, {3, 1}, 6), bytesOf(sixValues), 6);
    for (qsizetype size = 0; size < legacy.size(); ++size)
        EXPECT_FALSE(readPth(legacy.first(size), QStringLiteral("a.pth"))) << size;
    for (qsizetype i = 0; i < zip.size(); ++i)
        for (const int bit : {0, 3, 7}) {
            QByteArray damaged = zip;
            damaged[i] = static_cast<char>(damaged[i] ^ (1 << bit));
            const auto tensors = readPth(damaged, QStringLiteral("a.pth"));
            if (tensors && !tensors->empty()) { // Bits of times and versions carry nothing.
                EXPECT_EQ(toFloats(tensors->front()), sixValues) << i;
            }
        }
}

TEST(PthReader, RefusesCompressedArchives)
{
    QByteArray zip = zippedPth(tensorPickle({6}, {1}, 6), bytesOf(sixValues));
    const qsizetype list = zip.indexOf("PK\x01\x02");
    zip[list + 10] = 8;
    const auto tensors = readPth(zip, QStringLiteral("a.pth"));
    ASSERT_FALSE(tensors);
    EXPECT_TRUE(tensors.error().summary.contains(QStringLiteral("compressed")));
}

TEST(PthReader, ReadsWhatPythonSaves)
{
    if (!pythonHas(QStringLiteral("torch")))
        GTEST_SKIP() << "python3-torch is not installed";
    const QTemporaryDir folder;
    const auto result = runPython(QStringLiteral(R"(
import torch
from collections import OrderedDict
base = torch.arange(24, dtype=torch.float32).reshape(2, 3, 4)
state = OrderedDict(plain=base, turned=base.permute(2, 0, 1), part=base[:, 1], half=base.half(),
                    rounded=base.bfloat16(), double=base.double(), count=torch.tensor(7),
                    last=base.reshape(1, 2, 3, 4).contiguous(memory_format=torch.channels_last))
parameter = {'p': torch.nn.Parameter(base)}
folder = data['folder']
torch.save(state, folder + '/zip.pth')
torch.save(state, folder + '/legacy.pth', _use_new_zipfile_serialization=False)
torch.save(parameter, folder + '/parameter.pth')
torch.save(torch.nn.Linear(2, 2), folder + '/module.pth')
result = {k: v.double().flatten().tolist() for k, v in state.items()})"),
                                  {{QStringLiteral("folder"), folder.path()}});
    ASSERT_TRUE(result);
    for (const char* file : {"zip.pth", "legacy.pth"}) {
        const auto tensors = readTensors(folder.filePath(QString::fromLatin1(file)));
        ASSERT_TRUE(tensors) << tensors.error().summary.toStdString();
        ASSERT_EQ(tensors->size(), 8U);
        for (const WeightTensor& tensor : *tensors) {
            if (tensor.type == WeightType::I64)
                continue;
            const std::vector<double> expected = toNumbers(
                result->toObject()[QString::fromStdString(tensor.name)]);
            const std::vector<float> values = toFloats(tensor);
            EXPECT_EQ(std::vector<double>(values.begin(), values.end()), expected) << tensor.name;
        }
    }
    EXPECT_TRUE(readTensors(folder.filePath(QStringLiteral("parameter.pth"))));
    const auto module = readTensors(folder.filePath(QStringLiteral("module.pth")));
    ASSERT_FALSE(module);
    EXPECT_TRUE(module.error().summary.contains(QStringLiteral("torch.nn.modules.linear.Linear")))
        << module.error().summary.toStdString();
}

} // namespace labelwright
