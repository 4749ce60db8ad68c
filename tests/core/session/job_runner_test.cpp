#include "core/session/job_runner.h"

#include "tests/core/session/event_wait.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace labelwright {

using tests::waitUntil;

namespace {

JobRunner::Work<int> workUntilStopped(std::atomic<bool>& running)
{
    return [&running](const ProgressCallback& progress, std::stop_token stop) -> Result<int> {
        running = true;
        for (int i = 0; !stop.stop_requested(); ++i) {
            progress({QStringLiteral("Counting"), i, 1'000'000});
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        running = false;
        return tl::unexpected(cancelledError());
    };
}

} // namespace

TEST(JobRunner, DeliversResultsOnItsOwnThread)
{
    JobRunner runner;
    QObject receiver;
    std::thread::id workThread;
    std::optional<Result<int>> result;
    std::thread::id doneThread;
    runner.start<int>(
        QStringLiteral("Adding"), &receiver,
        [&](const ProgressCallback&, std::stop_token) -> Result<int> {
            workThread = std::this_thread::get_id();
            return 42;
        },
        [&](Result<int> given) {
            result = given;
            doneThread = std::this_thread::get_id();
        });
    ASSERT_TRUE(waitUntil([&] { return result.has_value(); }));
    EXPECT_EQ(**result, 42);
    EXPECT_NE(workThread, std::this_thread::get_id());
    EXPECT_EQ(doneThread, std::this_thread::get_id());
    EXPECT_TRUE(runner.running().empty());
}

TEST(JobRunner, ShowsTitledJobsWithProgressAndTimeLeft)
{
    JobRunner runner;
    QObject receiver;
    std::atomic<bool> running = false;
    const JobId job = runner.start<int>(QStringLiteral("Long work"), &receiver,
                                        workUntilStopped(running), [](const Result<int>&) {});
    ASSERT_TRUE(waitUntil([&] {
        const auto now = runner.running();
        return !now.empty() && now.front().secondsLeft.has_value();
    }));
    EXPECT_EQ(runner.running().front().title, QStringLiteral("Long work"));
    EXPECT_EQ(runner.running().front().progress.step, QStringLiteral("Counting"));
    EXPECT_GT(*runner.running().front().secondsLeft, 0);
    runner.cancel(job);
    EXPECT_TRUE(waitUntil([&] { return !runner.isRunning(job); }));
}

TEST(JobRunner, ACancelledJobSaysSo)
{
    JobRunner runner;
    QObject receiver;
    std::atomic<bool> running = false;
    std::optional<Error> error;
    const JobId job = runner.start<int>(QString(), &receiver, workUntilStopped(running),
                                        [&](const Result<int>& given) { error = given.error(); });
    EXPECT_TRUE(runner.running().empty()) << "quiet jobs are not shown";
    runner.cancel(job);
    ASSERT_TRUE(waitUntil([&] { return error.has_value(); }));
    EXPECT_TRUE(isCancelled(*error));
}

TEST(JobRunner, AResultWhoseReceiverIsGoneIsDropped)
{
    JobRunner runner;
    bool told = false;
    JobId job = 0;
    {
        QObject receiver;
        job = runner.start<int>(
            QString(), &receiver,
            [](const ProgressCallback&, std::stop_token) -> Result<int> { return 1; },
            [&](const Result<int>&) { told = true; });
    }
    ASSERT_TRUE(waitUntil([&] { return !runner.isRunning(job); }));
    EXPECT_FALSE(told);
}

TEST(JobRunner, StopsAndJoinsWhenDestroyed)
{
    std::atomic<bool> running = false;
    QObject receiver;
    {
        JobRunner runner;
        runner.start<int>(QStringLiteral("Endless"), &receiver, workUntilStopped(running),
                          [](const Result<int>&) { FAIL() << "nobody is there any more"; });
        ASSERT_TRUE(waitUntil([&] { return running.load(); }));
    }
    EXPECT_FALSE(running);
}

} // namespace labelwright
