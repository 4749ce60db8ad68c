#include "core/dataset/subset_rule.h"

#include <gtest/gtest.h>

namespace labelwright {

TEST(SubsetRule, ConditionsCompareNumbersAsNumbersAndTextAsText)
{
    struct Example
    {
        QString condition;
        QString cell;
        bool isFulfilled;
    };
    const std::vector<Example> examples{{u"year = 2010"_qs, u"2010.0"_qs, true},
                                        {u"year = 2010"_qs, u"2011"_qs, false},
                                        {u"city=rome"_qs, u" Rome "_qs, true},
                                        {u"city != Rome"_qs, u"Oslo"_qs, true},
                                        {u"city != Rome"_qs, u"rome"_qs, false},
                                        {u"city contains OM"_qs, u"Rome"_qs, true},
                                        {u"city contains x"_qs, u"Rome"_qs, false},
                                        {u"year < 9"_qs, u"10"_qs, false},
                                        {u"year < 9"_qs, u"-1e3"_qs, true},
                                        {u"year > 9"_qs, u"10"_qs, true},
                                        {u"year > 9"_qs, u"ten"_qs, false},
                                        {u"year > 9"_qs, u"9"_qs, false},
                                        {u"city ="_qs, u""_qs, true}};
    for (const Example& example : examples) {
        SCOPED_TRACE(example.condition.toStdString());
        const auto condition = subsetConditionFromText(example.condition);
        ASSERT_TRUE(condition.has_value());
        EXPECT_EQ(isFulfilled(*condition, example.cell), example.isFulfilled);
        EXPECT_EQ(subsetConditionFromText(toText(*condition)), condition);
    }
}

TEST(SubsetRule, ColumnNamesMayHoldBlanksAndTheWordContains)
{
    const auto condition = subsetConditionFromText(u"contains of box > 3"_qs);
    ASSERT_TRUE(condition.has_value());
    EXPECT_EQ(condition->column, u"contains of box"_qs);
}

TEST(SubsetRule, TheFirstRuleThatHoldsWins)
{
    const QStringList columns{u"city"_qs, u"year"_qs};
    const std::vector<QStringList> fields{
        {u"Rome"_qs, u"2001"_qs}, {u"Oslo"_qs, u"2001"_qs}, {u"Oslo"_qs, u"1990"_qs}};
    const std::vector<SubsetRule> rules{
        {{u"city"_qs, ConditionOperator::Equal, u"Rome"_qs}, Subset::Test},
        {{u"year"_qs, ConditionOperator::Greater, u"2000"_qs}, Subset::Training}};
    const auto subsets = subsetsByRules(columns, fields, rules);
    ASSERT_TRUE(subsets.has_value());
    EXPECT_EQ(*subsets, (std::vector<std::optional<Subset>>{Subset::Test, Subset::Training, {}}));
}

TEST(SubsetRule, RulesThatMakeNoSenseAreRefused)
{
    const QStringList columns{u"city"_qs};
    const std::vector<SubsetRule> unknown{
        {{u"year"_qs, ConditionOperator::Equal, u"1"_qs}, Subset::Test}};
    const std::vector<SubsetRule> text{
        {{u"city"_qs, ConditionOperator::Less, u"x"_qs}, Subset::Test}};
    EXPECT_EQ(subsetsByRules(columns, {}, unknown).error().summary.toStdString(),
              "There is no column 'year'; the columns are: city.");
    EXPECT_EQ(subsetsByRules(columns, {}, text).error().summary.toStdString(),
              "The condition 'city < x' needs a number on its right side.");
    EXPECT_FALSE(subsetConditionFromText(u"city"_qs).has_value());
    EXPECT_FALSE(subsetConditionFromText(u"= 3"_qs).has_value());
}

} // namespace labelwright
