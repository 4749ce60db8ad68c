#include "core/deployment/access_log.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace labelwright {

namespace {

HttpExchange exchange(const QString& path)
{
    HttpExchange one;
    one.time = QDateTime(QDate(2026, 3, 1), QTime(12, 0, 0, 5), Qt::UTC);
    one.peer = "127.0.0.1";
    one.method = "POST";
    one.path = path;
    one.status = 200;
    one.received = 1000;
    one.sent = 50;
    one.duration = std::chrono::microseconds(1500);
    return one;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST(AccessLog, WritesOneObjectPerLine)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("logs/access.log");
    {
        auto log = AccessLog::open(path);
        ASSERT_TRUE(log) << log.error().summary.toStdString();
        (*log)->write(exchange("/deployment/7/forward"));
        (*log)->write(exchange("/a\n\"b\""));
        (*log)->write(exchange(QString(10'000, 'x')));
    }
    const QByteArrayList lines = contentOf(path).chopped(1).split('\n');
    ASSERT_EQ(lines.size(), 3);
    const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
    const QJsonObject expected{{"time", "2026-03-01T12:00:00.005Z"},
                               {"peer", "127.0.0.1"},
                               {"method", "POST"},
                               {"path", "/deployment/7/forward"},
                               {"status", 200},
                               {"received", 1000},
                               {"sent", 50},
                               {"ms", 1.5}};
    EXPECT_EQ(first, expected);
    EXPECT_EQ(QJsonDocument::fromJson(lines[1])["path"].toString(), "/a\n\"b\"");
    EXPECT_LT(lines[2].size(), 1000);
    auto again = AccessLog::open(path);
    ASSERT_TRUE(again);
    (*again)->write(exchange("/"));
    EXPECT_EQ(contentOf(path).count('\n'), 4);
}

TEST(AccessLog, RotatesBySizeAndLosesNoLineThatItKeeps)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("access.log");
    auto log = AccessLog::open(path, {10'000, 3});
    ASSERT_TRUE(log);
    constexpr int perThread = 100;
    std::vector<std::thread> writers;
    for (int thread = 0; thread < 4; ++thread)
        writers.emplace_back([&log, thread] {
            for (int i = 0; i < perThread; ++i)
                (*log)->write(exchange(QString("/%1/%2").arg(thread).arg(i)));
        });
    for (std::thread& writer : writers)
        writer.join();
    const QStringList names = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    EXPECT_EQ(names, (QStringList{"access.log", "access.log.1", "access.log.2"}));
    for (const QString& name : names) {
        const QByteArray content = contentOf(folder.filePath(name));
        EXPECT_LE(content.size(), 10'000);
        for (const QByteArray& line : content.chopped(1).split('\n'))
            EXPECT_TRUE(QJsonDocument::fromJson(line).isObject()) << line.toStdString();
    }
    EXPECT_TRUE(contentOf(path).endsWith("}\n"));
}

TEST(AccessLog, SaysWhereItCannotBeWritten)
{
    const QTemporaryDir folder;
    const auto log = AccessLog::open(folder.path());
    ASSERT_FALSE(log);
    EXPECT_EQ(log.error().summary,
              "The access log " + folder.path() + " cannot be written; choose another place.");
}

} // namespace labelwright
