#include "core/nn/safetensors.h"

#include "core/nn/weights_check.h"
#include "tests/core/nn/torch_file.h"

#include <QtEndian>

#include <gtest/gtest.h>

namespace labelwright {

using namespace tests;

namespace {

QByteArray fileOf(const QByteArray& header, qsizetype values)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian<quint64>(static_cast<quint64>(header.size()), bytes.data());
    return bytes + header + QByteArray(values, '\1');
}

std::string refusal(const QByteArray& bytes)
{
    const auto tensors = readSafetensors(bytes, QStringLiteral("x.safetensors"));
    return tensors ? std::string() : tensors.error().summary.toStdString();
}

std::vector<WeightTensor> someTensors()
{
    return {floatTensor("b", {2, 2}, {1, 2, 3, 4}),
            {"count", WeightType::I64, {}, QByteArray("\7\0\0\0\0\0\0\0", 8)},
            {"half", WeightType::F16, {3}, QByteArray("\0\x3c\0\xc0\1\0", 6)},
            {"rounded", WeightType::BF16, {1}, QByteArray("\x80\x3f", 2)},
            {"empty", WeightType::F32, {0, 4}, {}},
            {"a", WeightType::U8, {1}, QByteArray("\5", 1)}};
}

} // namespace

TEST(Safetensors, GivesBackWhatWasWritten)
{
    const QByteArray bytes = writeSafetensors(someTensors());
    const auto tensors = readSafetensors(bytes, QStringLiteral("x.safetensors"));
    ASSERT_TRUE(tensors) << tensors.error().summary.toStdString();
    ASSERT_EQ(tensors->size(), someTensors().size());
    for (const WeightTensor& expected : someTensors()) {
        const auto found = std::ranges::find(*tensors, expected.name, &WeightTensor::name);
        ASSERT_NE(found, tensors->end()) << expected.name;
        EXPECT_EQ(found->type, expected.type);
        EXPECT_EQ(found->shape, expected.shape);
        EXPECT_EQ(found->bytes, expected.bytes);
    }
    const auto half = std::ranges::find(*tensors, "half", &WeightTensor::name);
    EXPECT_EQ(toFloats(*half), (std::vector<float>{1.0F, -2.0F, 0x1p-24F}));
    const auto rounded = std::ranges::find(*tensors, "rounded", &WeightTensor::name);
    EXPECT_EQ(toFloats(*rounded), std::vector<float>{1.0F});
}

TEST(Safetensors, WritesTheSameBytesForAnyOrder)
{
    std::vector<WeightTensor> tensors = someTensors();
    const QByteArray bytes = writeSafetensors(tensors);
    std::ranges::reverse(tensors);
    EXPECT_EQ(writeSafetensors(tensors), bytes);
}

TEST(Safetensors, RefusesHeadersThatDoNotFit)
{
    struct Row
    {
        const char* name;
        const char* header;
        int values;
        const char* says;
    };
    const Row rows[] = {
        {"no JSON", "{\"a\":", 4, "no JSON object"},
        {"an array", "[1, 2]", 4, "no JSON object"},
        {"unknown type", R"({"a":{"dtype":"F8","shape":[1],"data_offsets":[0,4]}})", 4, "\"F8\""},
        {"no type", R"({"a":{"shape":[1],"data_offsets":[0,4]}})", 4, "unknown type"},
        {"no shape", R"({"a":{"dtype":"F32","data_offsets":[0,4]}})", 4, "no shape"},
        {"no place", R"({"a":{"dtype":"F32","shape":[1]}})", 4, "no shape or no place"},
        {"negative", R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", 4, "impossible"},
        {"fraction", R"({"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}})", 4, "impossible"},
        {"huge", R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}})",
         4, "impossible"},
        {"overflow to zero",
         R"({"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}})", 0,
         "impossible"},
        {"size", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}})", 4, "another size"},
        {"backwards", R"({"a":{"dtype":"F32","shape":[0],"data_offsets":[4,0]}})", 4,
         "another size"},
        {"outside", R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 4, "outside"},
        {"more values", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", 8, "more"},
        {"hole", R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", 8, "hole"},
        {"overlap",
         R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
         R"("b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})",
         12, "overlap"},
        {"same place",
         R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
         R"("b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})",
         4, "overlap"},
        {"many sides",
         R"({"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}})", 4, "shape"},
    };
    for (const Row& row : rows) {
        const std::string sentence = refusal(fileOf(row.header, row.values));
        EXPECT_NE(sentence.find(row.says), std::string::npos) << row.name << ": " << sentence;
        EXPECT_NE(sentence.find("x.safetensors"), std::string::npos) << row.name;
    }
}

TEST(Safetensors, RefusesHeaderLengthsOutsideTheFile)
{
    for (const quint64 length : {quint64{3}, quint64{1} << 25U, ~quint64{0}, quint64{1} << 63U}) {
        QByteArray bytes(8, '\0');
        qToLittleEndian(length, bytes.data());
        EXPECT_NE(refusal(bytes + "{}"), "") << length;
    }
    EXPECT_NE(refusal(QByteArray(7, '\0')), "");
    EXPECT_NE(refusal({}), "");
}

TEST(Safetensors, RefusesEveryCut)
{
    const QByteArray bytes = writeSafetensors(someTensors());
    for (qsizetype size = 0; size < bytes.size(); ++size)
        EXPECT_NE(refusal(bytes.first(size)), "") << size;
}

TEST(Safetensors, IgnoresMetadata)
{
    const QByteArray header = R"({"__metadata__":{"format":"pt"},)"
                              R"("a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
    EXPECT_EQ(refusal(fileOf(header, 4)), "");
}

} // namespace labelwright
