#include "core/session/backbone_fetcher.h"

#include "tests/core/session/event_wait.h"

#include <gtest/gtest.h>

#include <atomic>

namespace labelwright::tests {

TEST(BackboneFetcherTest, OneJobForEachBackboneWhoeverAsks)
{
    JobRunner jobs;
    BackboneFetcher fetcher(jobs);
    std::atomic<int> runs = 0;
    std::atomic<bool> mayEnd = false;
    const auto fetch = [&](const ProgressCallback&, const std::stop_token&) -> Result<QString> {
        ++runs;
        while (!mayEnd)
            std::this_thread::yield();
        return QStringLiteral("weights");
    };
    QStringList arrived;
    QObject::connect(&fetcher, &BackboneFetcher::arrived, &fetcher,
                     [&](const QString& name) { arrived.append(name); });
    fetcher.start("resnet18", "Downloading", fetch);
    const JobId job = fetcher.job("resnet18");
    EXPECT_NE(job, 0);
    fetcher.start("resnet18", "Downloading", fetch);
    EXPECT_EQ(fetcher.job("resnet18"), job);
    EXPECT_EQ(fetcher.job("resnet50"), 0);
    fetcher.start("resnet50", "Downloading", fetch);
    mayEnd = true;
    ASSERT_TRUE(waitUntil([&] { return arrived.size() == 2; }));
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(fetcher.job("resnet18"), 0);
}

TEST(BackboneFetcherTest, CancelledAndFailedJobsAreToldAndCanBeTriedAgain)
{
    JobRunner jobs;
    BackboneFetcher fetcher(jobs);
    std::optional<Error> error;
    QObject::connect(&fetcher, &BackboneFetcher::failed, &fetcher,
                     [&](const QString&, const Error& told) { error = told; });
    const auto fetch = [](const ProgressCallback&, const std::stop_token& stop) -> Result<QString> {
        while (!stop.stop_requested())
            std::this_thread::yield();
        return tl::unexpected(cancelledError());
    };
    for (int attempt = 0; attempt < 2; ++attempt) {
        error.reset();
        fetcher.start("resnet18", "Downloading", fetch);
        fetcher.cancel("resnet18");
        ASSERT_TRUE(waitUntil([&] { return error.has_value(); }));
        EXPECT_TRUE(isCancelled(*error));
    }
}

} // namespace labelwright::tests
