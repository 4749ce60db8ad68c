#include "core/base/subset.h"

#include <gtest/gtest.h>

namespace labelwright {

TEST(Subset, NamesReadBackInAnyCase)
{
    for (const Subset subset : allSubsets) {
        EXPECT_EQ(subsetFromText(subsetName(subset)), subset);
        EXPECT_EQ(subsetFromText(' ' + subsetName(subset).toUpper() + ' '), subset);
    }
}

TEST(Subset, ReadsUsualShortForms)
{
    EXPECT_EQ(subsetFromText("train"), Subset::Training);
    EXPECT_EQ(subsetFromText("val"), Subset::Validation);
    EXPECT_EQ(subsetFromText("dev"), Subset::Validation);
    EXPECT_EQ(subsetFromText("testing"), Subset::Test);
}

TEST(Subset, RefusesOtherWords)
{
    for (const char* word : {"", "0", "holdout", "training set"})
        EXPECT_FALSE(subsetFromText(word)) << word;
}

} // namespace labelwright
