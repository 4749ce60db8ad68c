#include "core/deployment/inference_queue.h"
#include "tests/core/deployment/random_model.h"

#include "core/imaging/preprocessing.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <future>
#include <map>
#include <mutex>
#include <thread>

namespace labelwright {

namespace {

using namespace std::chrono_literals;

class InferenceQueueTest : public testing::Test
{
protected:
    QTemporaryDir m_folder;
    QTemporaryDir m_otherFolder;
    std::vector<QByteArray> m_images = files(12);

    static std::vector<QByteArray> files(int count)
    {
        std::vector<QByteArray> bytes;
        for (const auto& image : tests::jpegs(count))
            bytes.push_back(image.encoded);
        return bytes;
    }

    static InferenceQueue::Service serviceIn(const QTemporaryDir& folder, ColorMode color)
    {
        auto service = PredictionService::open(
            tests::randomModel(folder.path(), {}, color, Fit::Stretch), 1);
        EXPECT_TRUE(service);
        return service ? std::make_shared<const PredictionService>(std::move(*service)) : nullptr;
    }

    /// Images as the network takes them.
    [[nodiscard]] std::vector<Pixels> prepared(const PredictionService& service) const
    {
        std::vector<Pixels> pixels;
        for (const QByteArray& file : m_images)
            pixels.push_back(
                *prepareImage(file, find<InputBlock>(service.model().spec)->preprocessing));
        return pixels;
    }
};

using Answers = std::vector<Result<Prediction>>;

/// Occupies the queue's thread until `release`.
class Plug
{
public:
    Plug(InferenceQueue& queue, const InferenceQueue::Service& service)
    {
        EXPECT_TRUE(queue.predict(service, {}, [this](const Answers&) {
            m_entered.set_value();
            m_released.get_future().wait();
        }));
        m_entered.get_future().wait();
    }
    void release() { m_released.set_value(); }

private:
    std::promise<void> m_entered;
    std::promise<void> m_released;
};

} // namespace

TEST_F(InferenceQueueTest, AnswersManyCallersAsTheServiceDoes)
{
    const auto service = serviceIn(m_folder, ColorMode::Rgb);
    const auto alone = service->predict(m_images);
    std::vector<std::promise<Answers>> promises(m_images.size());
    std::vector<std::future<Answers>> futures;
    for (auto& promise : promises)
        futures.push_back(promise.get_future());
    InferenceQueue queue({.batch = 5});
    {
        std::vector<std::jthread> callers;
        for (std::size_t i = 0; i < m_images.size(); ++i)
            callers.emplace_back([&, i] {
                EXPECT_TRUE(queue.predict(service, {m_images[i], "no image"}, [&, i](Answers all) {
                    promises[i].set_value(std::move(all));
                }));
            });
    }
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        const Answers answers = futures[i].get();
        ASSERT_EQ(answers.size(), 2U);
        ASSERT_TRUE(answers[0]);
        EXPECT_FALSE(answers[1]);
        for (std::size_t label = 0; label < 4; ++label)
            EXPECT_NEAR(answers[0]->scores[label], alone[i]->scores[label], 1e-5);
    }
    const InferenceFigures figures = queue.figures();
    EXPECT_EQ(figures.images, 2 * m_images.size());
    EXPECT_EQ(figures.waiting, 0U);
    EXPECT_GE(figures.batches, 5U);
    EXPECT_GT(figures.busy, 0us);
}

TEST_F(InferenceQueueTest, KeepsOrderAndFillsBatchesOverRequests)
{
    const auto service = serviceIn(m_folder, ColorMode::Rgb);
    std::vector<int> order;
    std::size_t batches = 0;
    {
        std::promise<void> last;
        InferenceQueue queue({.batch = 8});
        Plug plug(queue, service);
        // 1 + 2 + … + 7 = 28 images: three full batches and one of 4.
        for (int request = 1; request <= 7; ++request)
            EXPECT_TRUE(queue.predict(
                service, {m_images.begin(), m_images.begin() + request}, [&, request](Answers all) {
                    EXPECT_EQ(all.size(), std::size_t(request));
                    order.push_back(request);
                    if (request == 7)
                        last.set_value();
                }));
        plug.release();
        last.get_future().wait();
        batches = queue.figures().batches;
    }
    EXPECT_EQ(order, (std::vector<int>{1, 2, 3, 4, 5, 6, 7}));
    EXPECT_EQ(batches, 4U);
}

TEST_F(InferenceQueueTest, ServesSeveralServicesInTheOrderOfArrival)
{
    const auto first = serviceIn(m_folder, ColorMode::Rgb);
    const auto second = serviceIn(m_otherFolder, ColorMode::Grey);
    const Answers ofFirst = first->predict(m_images);
    const Answers ofSecond = second->predict(m_images);
    std::vector<int> order;
    std::promise<void> done;
    InferenceQueue queue({.batch = 4});
    Plug plug(queue, first);
    const auto ask = [&](const InferenceQueue::Service& service, const Answers& expected, int number,
                         std::size_t image) {
        EXPECT_TRUE(queue.predict(service, {m_images[image]}, [&, number, image](Answers answers) {
            ASSERT_TRUE(answers.front());
            EXPECT_NEAR(answers.front()->scores[0], expected[image]->scores[0], 1e-5);
            order.push_back(number);
            if (order.size() == 12)
                done.set_value();
        }));
    };
    // The second service's only request comes after five of the first, which has more to come.
    for (int i = 0; i < 5; ++i)
        ask(first, ofFirst, i, std::size_t(i));
    ask(second, ofSecond, 100, 5);
    for (int i = 6; i < 12; ++i)
        ask(first, ofFirst, i, std::size_t(i));
    plug.release();
    done.get_future().wait();
    // Batches: 0 to 3; then the oldest is 4, whose batch takes 6 to 8 along; then the second's.
    EXPECT_EQ(order, (std::vector<int>{0, 1, 2, 3, 4, 6, 7, 8, 100, 9, 10, 11}));
}

TEST_F(InferenceQueueTest, ScoresPreparedImages)
{
    const auto service = serviceIn(m_folder, ColorMode::Rgb);
    const std::vector<Pixels> pixels = prepared(*service);
    const auto alone = service->scoresOfPrepared(std::vector<PixelsView>(pixels.begin(), pixels.end()));
    ASSERT_TRUE(alone);
    InferenceQueue queue({.batch = 5});
    std::promise<Result<std::vector<float>>> all;
    std::promise<Result<std::vector<float>>> bad;
    std::promise<Result<std::vector<float>>> one;
    Plug plug(queue, service);
    EXPECT_TRUE(queue.score(service, pixels, [&](auto scores) { all.set_value(std::move(scores)); }));
    Pixels small = pixels.front();
    small.data.pop_back();
    EXPECT_TRUE(queue.score(service, {pixels[0], small},
                            [&](auto scores) { bad.set_value(std::move(scores)); }));
    EXPECT_TRUE(queue.score(service, {pixels[3]},
                            [&](auto scores) { one.set_value(std::move(scores)); }));
    plug.release();
    const auto scores = all.get_future().get();
    ASSERT_TRUE(scores);
    ASSERT_EQ(scores->size(), alone->size());
    for (std::size_t i = 0; i < alone->size(); ++i)
        EXPECT_NEAR((*scores)[i], (*alone)[i], 1e-5);
    const auto refused = bad.get_future().get();
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().summary.contains("the network takes 96×64 with 3"))
        << refused.error().summary.toStdString();
    const auto single = one.get_future().get();
    ASSERT_TRUE(single);
    EXPECT_NEAR((*single)[0], (*alone)[12], 1e-5);
    EXPECT_EQ(queue.figures().waiting, 0U);
}

TEST_F(InferenceQueueTest, RefusesWhenFullButLetsOneLargeRequestThrough)
{
    const auto service = serviceIn(m_folder, ColorMode::Rgb);
    InferenceQueue queue({.batch = 4, .waitingImages = 6});
    std::promise<std::size_t> large;
    EXPECT_TRUE(queue.predict(service, files(10),
                              [&](const Answers& answers) { large.set_value(answers.size()); }));
    EXPECT_EQ(large.get_future().get(), 10U);
    std::promise<void> accepted;
    Plug plug(queue, service);
    EXPECT_TRUE(queue.predict(service, files(4), [](const Answers&) {}));
    EXPECT_FALSE(queue.predict(service, files(3), [](const Answers&) { ADD_FAILURE(); }));
    EXPECT_TRUE(queue.predict(service, files(2), [&](const Answers&) { accepted.set_value(); }));
    EXPECT_FALSE(queue.score(service, prepared(*service), [](const auto&) { ADD_FAILURE(); }));
    EXPECT_EQ(queue.figures().waiting, 6U);
    EXPECT_EQ(queue.figures().refused, 2U);
    EXPECT_GE(queue.secondsToWait(), 1);
    plug.release();
    accepted.get_future().wait();
    EXPECT_EQ(queue.figures().waiting, 0U);
}

TEST_F(InferenceQueueTest, WaitsForABatchToFillButNotLonger)
{
    const auto service = serviceIn(m_folder, ColorMode::Rgb);
    InferenceQueue queue({.batch = 2, .wait = 300ms});
    const auto ask = [&] {
        auto done = std::make_shared<std::promise<void>>();
        EXPECT_TRUE(
            queue.predict(service, {m_images[0]}, [done](const Answers&) { done->set_value(); }));
        return done->get_future();
    };
    const auto start = std::chrono::steady_clock::now();
    ask().wait();
    EXPECT_GE(std::chrono::steady_clock::now() - start, 300ms);
    EXPECT_EQ(queue.figures().batches, 1U);
    auto first = ask();
    ask().wait();
    first.wait();
    EXPECT_EQ(queue.figures().batches, 2U);
}

TEST_F(InferenceQueueTest, KeepsAReplacedServiceUntilItHasAnswered)
{
    auto service = serviceIn(m_folder, ColorMode::Rgb);
    const std::weak_ptr<const PredictionService> watched = service;
    const auto other = serviceIn(m_otherFolder, ColorMode::Grey);
    InferenceQueue queue;
    Plug plug(queue, other);
    std::promise<Answers> answered;
    EXPECT_TRUE(queue.predict(service, m_images,
                              [&](Answers all) { answered.set_value(std::move(all)); }));
    service.reset();
    EXPECT_FALSE(watched.expired());
    plug.release();
    for (const auto& answer : answered.get_future().get())
        EXPECT_TRUE(answer);
    std::promise<void> next;
    EXPECT_TRUE(queue.predict(other, {}, [&](const Answers&) { next.set_value(); }));
    next.get_future().wait();
    EXPECT_TRUE(watched.expired());
}

TEST_F(InferenceQueueTest, AnswersWhatWaitsWhenItEnds)
{
    const auto service = serviceIn(m_folder, ColorMode::Rgb);
    const std::vector<Pixels> pixels = prepared(*service);
    std::vector<std::string> errors;
    std::promise<void> release;
    std::jthread releasing;
    {
        InferenceQueue queue;
        std::promise<void> entered;
        EXPECT_TRUE(queue.predict(service, {}, [&](const Answers&) {
            entered.set_value();
            release.get_future().wait();
        }));
        entered.get_future().wait();
        EXPECT_TRUE(queue.predict(service, m_images, [&](const Answers& answers) {
            EXPECT_EQ(answers.size(), m_images.size());
            for (const auto& answer : answers)
                errors.push_back(answer ? "" : answer.error().summary.toStdString());
        }));
        EXPECT_TRUE(queue.score(service, pixels, [&](const auto& scores) {
            errors.push_back(scores ? "" : scores.error().summary.toStdString());
        }));
        releasing = std::jthread([&] {
            std::this_thread::sleep_for(100ms); // Until the queue is being destroyed.
            release.set_value();
        });
    }
    EXPECT_EQ(errors.size(), m_images.size() + 1);
    for (const std::string& error : errors)
        EXPECT_EQ(error, "The service was stopped before it came to this request.");
}

TEST_F(InferenceQueueTest, OutlivesACallbackThatThrows)
{
    const auto service = serviceIn(m_folder, ColorMode::Rgb);
    InferenceQueue queue;
    EXPECT_TRUE(queue.predict(service, {m_images[0]}, [](const Answers&) {
        throw std::runtime_error("of the caller");
    }));
    std::promise<bool> next;
    EXPECT_TRUE(queue.predict(service, {m_images[0]}, [&](const Answers& answers) {
        next.set_value(bool(answers.front()));
    }));
    EXPECT_TRUE(next.get_future().get());
}

} // namespace labelwright
