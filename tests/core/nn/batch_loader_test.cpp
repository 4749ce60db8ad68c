#include "core/nn/batch_loader.h"

#include "tests/core/nn/toy_data.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace labelwright {

using namespace tests;

namespace {

std::vector<std::uint8_t> bytesOfEpoch(const TrainingData& data, int epoch, int threads,
                                       std::size_t batchSize)
{
    const SingleProcess process(3);
    Augmentation augmentation;
    augmentation.flipHorizontal = true;
    augmentation.rotationDegrees = 10;
    BatchLoader loader({data.images.get(), process.order(data.training, epoch),
                        evenBatches(data.training.size(), batchSize), &augmentation, &process,
                        epoch, threads});
    std::vector<std::uint8_t> bytes;
    while (const ImageBatch* batch = loader.next().value())
        bytes.insert(bytes.end(), batch->pixels.begin(), batch->pixels.end());
    return bytes;
}

} // namespace

TEST(EvenBatches, DifferByAtMostOneAndCoverAll)
{
    const struct
    {
        std::size_t images, size;
        std::vector<std::size_t> batches;
    } table[] = {{10, 4, {4, 3, 3}}, {32, 32, {32}}, {33, 32, {17, 16}}, {0, 8, {}}, {3, 8, {3}}};
    for (const auto& row : table)
        EXPECT_EQ(evenBatches(row.images, row.size), row.batches);
}

TEST(BatchLoader, GivesEveryImageOnceInOrder)
{
    const TrainingData data = toyData(40);
    BatchLoader loader({data.images.get(), data.training, evenBatches(data.training.size(), 7),
                        nullptr, nullptr, 1, 2});
    std::vector<std::uint32_t> seen;
    while (const ImageBatch* batch = loader.next().value()) {
        seen.insert(seen.end(), batch->images.begin(), batch->images.end());
        const auto expected = data.images->pixels(batch->images[0]).data;
        EXPECT_TRUE(std::equal(expected.begin(), expected.end(), batch->pixels.begin()));
    }
    EXPECT_EQ(seen, data.training);
    EXPECT_EQ(loader.next().value(), nullptr);
}

TEST(BatchLoader, AugmentationDependsOnSeedEpochAndImageOnly)
{
    const TrainingData data = toyData(40);
    const auto one = bytesOfEpoch(data, 1, 1, 8);
    EXPECT_EQ(one, bytesOfEpoch(data, 1, 4, 8));
    EXPECT_EQ(one, bytesOfEpoch(data, 1, 2, 5));
    EXPECT_NE(one, bytesOfEpoch(data, 2, 1, 8));
}

TEST(BatchLoader, MayBeLeftInTheMiddle)
{
    const TrainingData data = toyData(60);
    for (int taken = 0; taken < 4; ++taken) {
        BatchLoader loader({data.images.get(), data.training, evenBatches(data.training.size(), 5),
                            nullptr, nullptr, 1, 1});
        for (int i = 0; i < taken; ++i)
            EXPECT_NE(loader.next().value(), nullptr);
    }
}

TEST(BatchLoader, AnImageThatCannotBeReadEndsTheEpochWithAnError)
{
    for (const int threads : {1, 3}) {
        const TrainingData data = withBrokenImage(toyData(40), 12);
        BatchLoader loader({data.images.get(), data.training, evenBatches(data.training.size(), 5),
                            nullptr, nullptr, 1, threads});
        for (int whole = 0; whole < 2; ++whole)
            EXPECT_NE(loader.next().value(), nullptr);
        for (int again = 0; again < 2; ++again) {
            const auto batch = loader.next();
            ASSERT_FALSE(batch.has_value());
            EXPECT_FALSE(batch.error().summary.isEmpty());
            EXPECT_EQ(batch.error().detail, brokenImageText());
        }
    }
}

TEST(SingleProcess, OrderIsAPermutationThatChangesWithTheEpoch)
{
    std::vector<std::uint32_t> images(50);
    std::iota(images.begin(), images.end(), 100U);
    const SingleProcess process(9);
    const auto first = process.order(images, 1);
    EXPECT_EQ(first, SingleProcess(9).order(images, 1));
    EXPECT_NE(first, process.order(images, 2));
    EXPECT_NE(first, SingleProcess(10).order(images, 1));
    EXPECT_EQ(std::set<std::uint32_t>(first.begin(), first.end()),
              std::set<std::uint32_t>(images.begin(), images.end()));
}

} // namespace labelwright
