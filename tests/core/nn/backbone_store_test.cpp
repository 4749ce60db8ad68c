#include "core/nn/backbone_store.h"

#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "core/model/backbone_facts.h"
#include "core/nn/backbone_plans.h"
#include "core/nn/safetensors.h"
#include "tests/core/nn/torch_file.h"
#include "tests/test_files.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace labelwright {

using namespace tests;

namespace {

QByteArray squeezenetFile()
{
    return writeSafetensors(randomTensors(backbonePlan(QStringLiteral("squeezenet1_1")), 1));
}

QString writeFile(const QTemporaryDir& folder, const QString& name, const QByteArray& content)
{
    const QString path = folder.filePath(name);
    EXPECT_TRUE(writeFileAtomically(path, content));
    return path;
}

} // namespace

TEST(BackboneStore, KnowsTorchvisionsFileNames)
{
    for (const QString& name : backboneNames()) {
        const auto download = downloadUrl(name);
        ASSERT_TRUE(download) << name.toStdString();
        EXPECT_TRUE(download->url.startsWith(
            QStringLiteral("https://download.pytorch.org/models/")));
        EXPECT_GE(download->hashPrefix.size(), 8);
        EXPECT_EQ(backboneOfFileName(QFileInfo(download->url).fileName()), name);
        EXPECT_EQ(backboneOfFileName(name + QStringLiteral("-0123abcd.safetensors")), name);
    }
    for (const char* other : {"mobilenet_v2.pth", "mobilenet_v2-5147c887.txt", "alexnet-01234567.pth",
                              "mobilenet_v2-5147C88.pth", "-01234567.pth", ""})
        EXPECT_EQ(backboneOfFileName(QString::fromLatin1(other)), QString()) << other;
    EXPECT_FALSE(downloadUrl(QStringLiteral("alexnet")));
}

TEST(BackboneStore, AgreesWithTheFactsAboutStagesAndChannels)
{
    for (const BackboneFacts& facts : allBackbones()) {
        const NetworkPlan plan = backbonePlan(facts.name);
        EXPECT_EQ(plan.stageCount, facts.stages) << facts.name.toStdString();
        EXPECT_EQ(plan.ops.back().outChannels, facts.channels) << facts.name.toStdString();
        qint64 count = 0;
        for (const PlanParameter& parameter : parametersOf(plan)) {
            qint64 values = 1;
            for (const std::int64_t side : parameter.shape)
                values *= side;
            if (parameter.role == ParameterRole::Weight || parameter.role == ParameterRole::Bias)
                count += values;
        }
        EXPECT_EQ(count, facts.parameters) << facts.name.toStdString();
    }
}

TEST(BackboneStore, AddsAndFindsWeights)
{
    const QTemporaryDir source;
    const QTemporaryDir store;
    const QByteArray content = squeezenetFile();
    const QString digest = QString::fromLatin1(sha256(content).first(8));
    const QString file = writeFile(source, QStringLiteral("my weights.safetensors"), content);
    const QString folder = store.filePath(QStringLiteral("backbones"));
    const auto added = addBackbone(file, folder);
    ASSERT_TRUE(added) << added.error().summary.toStdString();
    EXPECT_EQ(QFileInfo(*added).fileName(),
              QString("squeezenet1_1-%1.safetensors").arg(digest));
    EXPECT_EQ(*readFile(*added), content);
    EXPECT_EQ(*addBackbone(*added, folder), *added);
    const auto found = findBackbones({source.path(), QStringLiteral("/nowhere"), folder});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().name, QStringLiteral("squeezenet1_1"));
    EXPECT_EQ(found.front().path, *added);
    EXPECT_EQ(found.front().origin, folder);
}

TEST(BackboneStore, PrefersTheFirstFolder)
{
    const QTemporaryDir first;
    const QTemporaryDir second;
    const QString name = QStringLiteral("resnet18-01234567.pth");
    writeFile(first, name, "1");
    writeFile(second, name, "2");
    const auto found = findBackbones({first.path(), second.path()});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().origin, QDir(first.path()).absolutePath());
}

TEST(BackboneStore, RefusesWhatDoesNotFitAndLeavesNothing)
{
    const QTemporaryDir source;
    const QTemporaryDir store;
    const NetworkPlan plan = backbonePlan(QStringLiteral("squeezenet1_1"));
    std::vector<WeightTensor> missing = randomTensors(plan, 1);
    missing.pop_back();
    std::vector<WeightTensor> reshaped = randomTensors(plan, 1);
    reshaped.front().shape = {64, 27, 1, 1};
    std::vector<WeightTensor> integers = randomTensors(plan, 1);
    integers.front().type = WeightType::I32;
    std::vector<WeightTensor> extra = randomTensors(plan, 1);
    extra.push_back(floatTensor("features.99.weight", {1}, {1}));
    struct Row
    {
        const char* name;
        QByteArray content;
        const char* says;
    };
    const Row rows[] = {
        {"squeezenet1_1-00000000.safetensors", squeezenetFile(), "SHA-256"},
        {"x.safetensors", writeSafetensors(missing), "none of the known"},
        {"x.safetensors", writeSafetensors({}), "none of the known"},
        {"x.safetensors", "no weights", "x.safetensors"},
        {"x.pth", "no weights", "x.pth"},
        {"x.txt", "no weights", ".safetensors"},
    };
    for (const Row& row : rows) {
        const auto added = addBackbone(
            writeFile(source, QString::fromLatin1(row.name), row.content), store.path());
        ASSERT_FALSE(added) << row.says;
        EXPECT_NE(added.error().summary.toStdString().find(row.says), std::string::npos)
            << added.error().summary.toStdString();
    }
    const std::pair<const std::vector<WeightTensor>*, const char*> named[] = {
        {&missing, "features.12.expand3x3.bias"},
        {&reshaped, "\"features.0.weight\" has the shape [64, 27, 1, 1] where [64, 3, 3, 3]"},
        {&integers, "\"features.0.weight\" has the type I32"},
        {&extra, "features.99.weight"}};
    for (const auto& [tensors, says] : named) {
        const QByteArray content = writeSafetensors(*tensors);
        const QString name = QString("squeezenet1_1-%1.safetensors")
                                 .arg(QString::fromLatin1(sha256(content).first(8)));
        const auto added = addBackbone(writeFile(source, name, content), store.path());
        ASSERT_FALSE(added) << says;
        EXPECT_NE(added.error().summary.toStdString().find(says), std::string::npos)
            << added.error().summary.toStdString();
    }
    EXPECT_FALSE(addBackbone(source.filePath(QStringLiteral("missing.pth")), store.path()));
    EXPECT_TRUE(QDir(store.path()).isEmpty());
}

TEST(BackboneStore, AcceptsTheRealWeights)
{
    for (const char* pattern : {"mobilenet_v2-*.pth", "squeezenet1_1-*.pth"}) {
        const auto path = backboneFile(QString::fromLatin1(pattern));
        if (!path)
            GTEST_SKIP() << pattern << " is not in LABELWRIGHT_BACKBONES";
        const QTemporaryDir store;
        const auto added = addBackbone(*path, store.path());
        ASSERT_TRUE(added) << added.error().summary.toStdString();
        EXPECT_EQ(QFileInfo(*added).fileName(), QFileInfo(*path).fileName());
    }
}

} // namespace labelwright
