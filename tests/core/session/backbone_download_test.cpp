#include "core/session/backbone_download.h"

#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "core/nn/backbone_plans.h"
#include "core/nn/safetensors.h"
#include "core/session/file_transfer.h"
#include "tests/core/session/weights_server.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace labelwright {

namespace {

using namespace std::chrono_literals;

/// A weights file with squeezenet1_1's tensors, all of one value.
QByteArray squeezenetWeights(char fill)
{
    std::vector<WeightTensor> tensors;
    for (const PlanParameter& parameter : parametersOf(torchvisionPlan("squeezenet1_1"))) {
        qsizetype bytes = 4;
        for (const std::int64_t side : parameter.shape)
            bytes *= qsizetype(side);
        tensors.push_back(
            {parameter.name, WeightType::F32, parameter.shape, QByteArray(bytes, fill)});
    }
    return writeSafetensors(tensors);
}

class BackboneDownloadTest : public testing::Test
{
protected:
    static void SetUpTestSuite() { s_content = squeezenetWeights('\0'); }

    void SetUp() override
    {
        m_server.content = s_content;
        m_fileName = fileNameOf(s_content);
    }

    static QString fileNameOf(const QByteArray& content)
    {
        return "squeezenet1_1-" + QString::fromLatin1(sha256(content).left(8)) + ".safetensors";
    }

    [[nodiscard]] BackboneAddress address() const
    {
        return {m_server.address() + '/' + m_fileName, 5s};
    }

    Result<QString> download() { return downloadBackbone("squeezenet1_1", address(), folder()); }

    [[nodiscard]] QString folder() const { return m_folder.filePath("weights"); }
    [[nodiscard]] QStringList filesThere() const { return QDir(folder()).entryList(QDir::Files); }

    static QByteArray s_content;
    QTemporaryDir m_folder;
    tests::WeightsServer m_server;
    QString m_fileName;
};

QByteArray BackboneDownloadTest::s_content;

} // namespace

TEST_F(BackboneDownloadTest, BringsTheFileAndReportsProgress)
{
    std::vector<Progress> seen;
    const auto path = downloadBackbone("squeezenet1_1", address(), folder(),
                                       [&](const Progress& progress) { seen.push_back(progress); });
    ASSERT_TRUE(path) << path.error().summary.toStdString();
    EXPECT_EQ(*path, folder() + '/' + m_fileName);
    EXPECT_EQ(*readFile(*path), s_content);
    EXPECT_EQ(QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
              QStringList{m_fileName});
    ASSERT_FALSE(seen.empty());
    EXPECT_EQ(seen.back().done, s_content.size());
    EXPECT_EQ(seen.back().total, s_content.size());

    const auto again = download();
    EXPECT_TRUE(again);
    EXPECT_EQ(m_server.requests.size(), 1U) << "a file that is there is not downloaded again";
}

TEST_F(BackboneDownloadTest, GoesOnWhereTheConnectionBroke)
{
    m_server.breakAfter = 1'000'000;
    const auto path = download();
    ASSERT_TRUE(path) << path.error().summary.toStdString();
    EXPECT_EQ(*readFile(*path), s_content);
    // Qt may have asked in vain once more before it reported the broken connection.
    const auto& last = m_server.requests.back();
    EXPECT_EQ(last.headers.value("range"), "bytes=1000000-");
    EXPECT_EQ(last.headers.value("if-range"), "\"one\"");
}

TEST_F(BackboneDownloadTest, KeepsThePartForTheNextTime)
{
    m_server.breakAfter = 100'000;
    m_server.breaksAlways = true;
    const auto broken = download();
    ASSERT_FALSE(broken);
    EXPECT_TRUE(broken.error().summary.startsWith("The connection to 127.0.0.1 failed"));
    EXPECT_TRUE(filesThere().isEmpty());
    m_server.breakAfter.reset();
    const auto path = download();
    ASSERT_TRUE(path);
    EXPECT_EQ(*readFile(*path), s_content);
    const QByteArray range = m_server.requests.back().headers.value("range");
    EXPECT_GE(range.mid(6).chopped(1).toLongLong(), 100'000) << range.constData();
}

TEST_F(BackboneDownloadTest, BeginsAnewWhenThePartIsOfNoUse)
{
    struct Case
    {
        const char* name;
        std::function<void(tests::WeightsServer&)> change;
    };
    const std::vector<Case> cases{
        {"the file changed", [](auto& server) { server.etag = "\"two\""; }},
        {"ranges are ignored", [](auto& server) { server.knowsRanges = false; }},
        {"another part is sent", [](auto& server) { server.liesAboutRanges = true; }},
    };
    for (const Case& c : cases) {
        m_server.breakAfter = 300'000;
        m_server.breaksAlways = true;
        ASSERT_FALSE(download());
        m_server.breakAfter.reset();
        c.change(m_server);
        const auto path = download();
        ASSERT_TRUE(path) << c.name << ": " << path.error().summary.toStdString();
        EXPECT_EQ(*readFile(*path), s_content) << c.name;
        ASSERT_TRUE(QDir(folder()).removeRecursively());
    }
}

TEST_F(BackboneDownloadTest, RefusesAndDeletesWhatDoesNotFit)
{
    m_server.content[m_server.content.size() - 1] = 'x';
    const auto damaged = download();
    ASSERT_FALSE(damaged);
    EXPECT_TRUE(damaged.error().summary.contains("arrived damaged or changed"));
    EXPECT_TRUE(filesThere().isEmpty());
    EXPECT_TRUE(QDir(folder() + "/partial").isEmpty());

    const QByteArray other =
        writeSafetensors({{"weight", WeightType::F32, {1}, QByteArray(4, 'a')}});
    m_server.content = other;
    m_fileName = fileNameOf(other);
    EXPECT_FALSE(download()) << "the digest fits but the tensors do not";
    EXPECT_TRUE(filesThere().isEmpty());
    EXPECT_TRUE(QDir(folder() + "/partial").isEmpty());
}

TEST_F(BackboneDownloadTest, FollowsRedirectsOnThisMachineOnly)
{
    m_server.redirect = "/moved/" + m_fileName.toUtf8();
    const auto path = download();
    ASSERT_TRUE(path) << path.error().summary.toStdString();
    EXPECT_EQ(m_server.requests.back().path, "/moved/" + m_fileName.toUtf8());
    ASSERT_TRUE(QDir(folder()).removeRecursively());

    m_server.redirect = "http://example.invalid/" + m_fileName.toUtf8();
    const auto plain = download();
    ASSERT_FALSE(plain);
    EXPECT_TRUE(plain.error().summary.contains("not secure"));
    m_server.redirect = "/models/again/" + m_fileName.toUtf8();
    const auto circle = download();
    ASSERT_FALSE(circle);
    EXPECT_TRUE(circle.error().summary.contains("circles"));
}

TEST_F(BackboneDownloadTest, FailsInOneSentence)
{
    m_server.status = 404;
    EXPECT_EQ(download().error().summary, "127.0.0.1 answers 404 for " + m_fileName + ".");
    m_server.status = 200;
    m_server.stalls = true;
    const auto stalled = downloadBackbone("squeezenet1_1", {address().url, 300ms}, folder());
    ASSERT_FALSE(stalled);
    EXPECT_EQ(stalled.error().summary, "127.0.0.1 stopped answering; try again later.");
    EXPECT_TRUE(filesThere().isEmpty());
}

TEST_F(BackboneDownloadTest, RefusesAddressesThatCannotBeTrusted)
{
    const auto summary = [&](const QString& url, const QString& name = "squeezenet1_1") {
        const auto result = downloadBackbone(name, {url, 1s}, folder());
        return result ? QString() : result.error().summary;
    };
    EXPECT_TRUE(summary("http://example.invalid/models").contains("not an https address"));
    EXPECT_TRUE(summary("file:///etc").contains("is no address"));
    EXPECT_TRUE(summary("not an address").contains("is no address"));
    EXPECT_TRUE(summary(m_server.address() + "/resnet18-01234567.pth").contains("not that of"));
    EXPECT_TRUE(summary(m_server.address() + "/squeezenet1_1.pth").contains("not that of"));
    EXPECT_FALSE(summary({}, "resnet9000").isEmpty());
    EXPECT_TRUE(m_server.requests.empty());
}

TEST_F(BackboneDownloadTest, FolderAddressGetsTorchvisionsFileName)
{
    m_server.status = 404;
    ASSERT_FALSE(downloadBackbone("squeezenet1_1", {m_server.address() + '/', 5s}, folder()));
    ASSERT_EQ(m_server.requests.size(), 1U);
    EXPECT_EQ(m_server.requests[0].path, "/models/squeezenet1_1-b8a52dc0.pth");
}

TEST_F(BackboneDownloadTest, StopsAndWorksOnAThreadOfItsOwn)
{
    const auto onThread = [&](std::stop_token stop) {
        std::optional<Result<QString>> result;
        std::atomic<bool> done = false;
        const BackboneAddress from = address();
        const QString to = folder();
        const std::jthread thread([&] {
            result = downloadBackbone("squeezenet1_1", from, to, {}, stop);
            done = true;
        });
        while (!done)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        return *result;
    };
    m_server.stalls = true;
    std::stop_source stop;
    const std::jthread stopper([&stop] {
        std::this_thread::sleep_for(200ms);
        stop.request_stop();
    });
    const auto stopped = onThread(stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_TRUE(isCancelled(stopped.error()));
    m_server.stalls = false;
    const auto path = onThread({});
    ASSERT_TRUE(path) << path.error().summary.toStdString();
    EXPECT_EQ(*readFile(*path), s_content);
}

} // namespace labelwright
