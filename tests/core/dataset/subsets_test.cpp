#include "core/dataset/subsets.h"

#include "core/base/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace labelwright {

namespace {

/// Labels of very different frequency; `unknown` of the cells are Unknown.
LabelMatrix randomLabels(std::size_t samples, std::size_t labels, double unknown)
{
    Random random(11);
    LabelMatrix matrix(samples, labels);
    for (std::size_t sample = 0; sample < samples; ++sample)
        for (std::size_t label = 0; label < labels; ++label) {
            const double frequency = 0.9 * std::pow(0.8, static_cast<double>(label));
            if (!random.chance(unknown))
                matrix.set(sample, label,
                           random.chance(frequency) ? Annotation::Present : Annotation::Absent);
        }
    return matrix;
}

SubsetTable tableOf(const LabelMatrix& matrix, const std::vector<Subset>& subsets)
{
    return positivesPerSubset(matrix,
                              std::vector<std::optional<Subset>>(subsets.begin(), subsets.end()));
}

} // namespace

TEST(Subsets, KeepSharesOfSamplesAndOfEachLabelsClasses)
{
    for (const Stratification stratification : {Stratification::Labels, Stratification::LabelPairs})
        for (const double unknown : {0.0, 0.6}) {
            const LabelMatrix matrix = randomLabels(3000, 20, unknown);
            const std::array<double, 3> shares{0.8, 0.1, 0.1};
            const auto subsets = splitSamples({.annotations = &matrix,
                                               .shares = shares,
                                               .seed = 5,
                                               .stratification = stratification,
                                               .groups = {},
                                               .fixed = {}});
            ASSERT_TRUE(subsets.has_value());
            const SubsetTable table = tableOf(matrix, *subsets);
            for (std::size_t part = 0; part < 3; ++part) {
                EXPECT_NEAR(static_cast<double>(table.samples[part]), 3000 * shares[part], 30);
                for (std::size_t label = 0; label < 20; ++label) {
                    const auto& cells = table.labels[label];
                    const auto positives = static_cast<double>(
                        cells[0].positives + cells[1].positives + cells[2].positives);
                    EXPECT_NEAR(static_cast<double>(cells[part].positives),
                                positives * shares[part], 2 + 0.01 * positives)
                        << "label " << label << " part " << part;
                }
            }
        }
}

TEST(Subsets, AreCloserToTheSharesThanChance)
{
    const LabelMatrix matrix = randomLabels(1000, 20, 0);
    const auto deviation = [&](const std::vector<Subset>& subsets) {
        double sum = 0;
        for (const auto& cells : tableOf(matrix, subsets).labels) {
            const auto all =
                static_cast<double>(cells[0].positives + cells[1].positives + cells[2].positives);
            sum += std::abs(static_cast<double>(cells[2].positives) - 0.1 * all);
        }
        return sum;
    };
    const auto stratified =
        splitSamples({.annotations = &matrix, .seed = 1, .groups = {}, .fixed = {}});
    ASSERT_TRUE(stratified.has_value());
    std::vector<Subset> shuffled = *stratified;
    Random random(3);
    random.shuffle(std::span(shuffled));
    EXPECT_LT(deviation(*stratified) * 3, deviation(shuffled));
}

TEST(Subsets, SeedDecides)
{
    const LabelMatrix matrix = randomLabels(500, 6, 0.1);
    const auto split = [&](std::uint64_t seed) {
        return *splitSamples({.annotations = &matrix, .seed = seed, .groups = {}, .fixed = {}});
    };
    EXPECT_EQ(split(1), split(1));
    EXPECT_NE(split(1), split(2));
}

TEST(Subsets, GroupsStayTogether)
{
    const LabelMatrix matrix = randomLabels(2000, 10, 0);
    std::vector<std::uint32_t> groups;
    for (std::uint32_t i = 0; i < 2000; ++i)
        groups.push_back(i * 7919 % 450);
    const auto subsets =
        splitSamples({.annotations = &matrix, .seed = 2, .groups = groups, .fixed = {}});
    ASSERT_TRUE(subsets.has_value());
    std::map<std::uint32_t, Subset> sides;
    for (std::size_t i = 0; i < groups.size(); ++i)
        EXPECT_EQ(sides.try_emplace(groups[i], (*subsets)[i]).first->second, (*subsets)[i]);
    const SubsetTable table = tableOf(matrix, *subsets);
    EXPECT_NEAR(static_cast<double>(table.samples[1]), 200, 20);
    EXPECT_NEAR(static_cast<double>(table.samples[2]), 200, 20);
}

TEST(Subsets, FixedSamplesStayAndCountTowardTheShares)
{
    const LabelMatrix matrix = randomLabels(1000, 5, 0);
    std::vector<std::optional<Subset>> fixed(1000);
    for (std::size_t i = 0; i < 100; ++i)
        fixed[i] = Subset::Test;
    std::vector<std::uint32_t> groups(1000);
    for (std::uint32_t i = 0; i < 1000; ++i)
        groups[i] = i == 999 ? 0 : i; // The last sample looks like the first, which is in test.
    const auto subsets =
        splitSamples({.annotations = &matrix, .seed = 2, .groups = groups, .fixed = fixed});
    ASSERT_TRUE(subsets.has_value());
    for (std::size_t i = 0; i < 100; ++i)
        EXPECT_EQ((*subsets)[i], Subset::Test);
    EXPECT_EQ((*subsets)[999], Subset::Test);
    const SubsetTable table = tableOf(matrix, *subsets);
    EXPECT_NEAR(static_cast<double>(table.samples[2]), 102, 12);
    EXPECT_NEAR(static_cast<double>(table.samples[1]), 100, 8);
}

TEST(Subsets, AShareOfZeroGetsNothing)
{
    const LabelMatrix matrix = randomLabels(300, 5, 0);
    const auto subsets = splitSamples(
        {.annotations = &matrix, .shares = {3, 1, 0}, .seed = 1, .groups = {}, .fixed = {}});
    ASSERT_TRUE(subsets.has_value());
    const SubsetTable table = tableOf(matrix, *subsets);
    EXPECT_EQ(table.samples[2], 0);
    EXPECT_NEAR(static_cast<double>(table.samples[1]), 75, 3);
}

TEST(Subsets, BadRequestsAreRefused)
{
    const LabelMatrix matrix = randomLabels(3, 1, 0);
    const std::vector<std::uint32_t> groups(2);
    EXPECT_FALSE(
        splitSamples({.annotations = &matrix, .shares = {0, 0, 0}, .groups = {}, .fixed = {}}));
    EXPECT_FALSE(
        splitSamples({.annotations = &matrix, .shares = {1, -1, 0}, .groups = {}, .fixed = {}}));
    EXPECT_FALSE(
        splitSamples({.annotations = &matrix, .shares = {NAN, 1, 0}, .groups = {}, .fixed = {}}));
    EXPECT_FALSE(splitSamples({.annotations = &matrix, .groups = groups, .fixed = {}}));
}

TEST(SubsetTable, CountsAndNamesEmptyCells)
{
    LabelMatrix matrix(4, 2);
    matrix.set(0, 0, Annotation::Present);
    matrix.set(1, 0, Annotation::Absent);
    matrix.set(2, 0, Annotation::Present);
    const std::vector<std::optional<Subset>> subsets{Subset::Training, Subset::Training,
                                                     Subset::Test, std::nullopt};
    const SubsetTable table = positivesPerSubset(matrix, subsets);
    EXPECT_EQ(table.samples, (std::array<qint64, 3>{2, 0, 1}));
    EXPECT_EQ(table.withoutSubset, 1);
    EXPECT_EQ(table.labels[0][0], (SubsetCell{1, 1, 0}));
    EXPECT_EQ(table.labels[1][2], (SubsetCell{0, 0, 1}));
    const std::vector<EmptyCell> expected{{0, Subset::Test, MissingClass::Negatives},
                                          {1, Subset::Training, MissingClass::Both},
                                          {1, Subset::Test, MissingClass::Both}};
    EXPECT_EQ(table.emptyCells, expected);
    EXPECT_EQ(emptyCellText(table.emptyCells[0], u"whale"_qs).toStdString(),
              "The label 'whale' has no negatives in the test subset.");
}

} // namespace labelwright
