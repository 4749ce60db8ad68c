#include "core/dataset/sample_query.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>

namespace labelwright::tests {

namespace {

using Rows = std::vector<std::uint32_t>;

/// Five samples: water and people in all three states.
class SampleQueryTest : public testing::Test
{
protected:
    SampleQueryTest()
    {
        set(0, 1, 0, 1);
        set(1, 1, 1, 0);
        set(2, 0, -1, 0);
        set(3, -1, 0, -1);
        set(4, 0, 1, 1);
        subject.annotations = &labels;
        subject.labels = {"water", "people", "blow down"};
        subject.subsets = subsets;
        subject.name = [this](std::size_t row) { return names[static_cast<qsizetype>(row)]; };
        subject.columns = {"camera", "year"};
        subject.cell = [this](std::size_t row, qsizetype column) { return cells[row].at(column); };
    }

    void set(std::size_t row, int water, int people, int blowDown)
    {
        labels.set(row, 0, static_cast<Annotation>(water));
        labels.set(row, 1, static_cast<Annotation>(people));
        labels.set(row, 2, static_cast<Annotation>(blowDown));
    }

    Rows rows(const QString& text)
    {
        const auto query = sampleQueryFromText(text);
        EXPECT_TRUE(query) << text.toStdString();
        if (!query)
            return {};
        const auto found = matchingRows(*query, subject);
        EXPECT_TRUE(found) << text.toStdString();
        return found ? *found : Rows();
    }

    std::string error(const QString& text)
    {
        const auto query = sampleQueryFromText(text);
        if (!query)
            return query.error().summary.toStdString();
        const auto found = matchingRows(*query, subject);
        return found ? "none" : found.error().summary.toStdString();
    }

    LabelMatrix labels{5, 3};
    std::vector<std::optional<Subset>> subsets{Subset::Training, Subset::Test, Subset::Test,
                                               std::nullopt, Subset::Validation};
    QStringList names{"IMG_1.jpg", "IMG_2.jpg", "beach 1.jpg", "img_10.jpg", "sun/IMG_3.jpg"};
    std::vector<QStringList> cells{{"north", "1990"}, {"south", "2001"}, {"", "1999"},
                                   {"North east", "x"}, {"north", "200"}};
    QuerySubject subject;
};

} // namespace

TEST_F(SampleQueryTest, FindsTheRowsAskedFor)
{
    const std::vector<std::pair<QString, Rows>> cases{
        {"", {0, 1, 2, 3, 4}},
        {"  ", {0, 1, 2, 3, 4}},
        {"water", {0, 1}},
        {"WATER", {0, 1}},
        {"NOT water", {2, 4}},
        {"not not water", {0, 1}},
        {"unknown:water", {3}},
        {"NOT unknown:water", {0, 1, 2, 4}},
        {"water AND people", {1}},
        {"water people", {1}},
        {"water OR people", {0, 1, 4}},
        {"NOT (water OR people)", {}},
        {"NOT (water AND people)", {0, 2, 3, 4}},
        {"water AND (people OR \"blow down\")", {0, 1}},
        {"water AND NOT people OR subset:validation", {0, 4}},
        {"\"blow down\"", {0, 4}},
        {"unknown:\"blow down\"", {3}},
        {"subset:test", {1, 2}},
        {"subset:none", {3}},
        {"NOT subset:train", {1, 2, 3, 4}},
        {"name:img_1", {0, 3}},
        {"beach", {2}},
        {"\"beach 1\"", {2}},
        {"camera:north", {0, 3, 4}},
        {"camera=north", {0, 4}},
        {"camera!=north", {1, 2, 3}},
        {"camera:*", {0, 1, 3, 4}},
        {"year>1995", {1, 2}},
        {"year<1990", {4}},
    };
    for (const auto& [text, expected] : cases)
        EXPECT_EQ(rows(text), expected) << text.toStdString();
}

TEST_F(SampleQueryTest, SaysWhatIsWrongAndWhere)
{
    const std::vector<std::pair<QString, std::string>> cases{
        {"water AND", "Something is missing at the end, at character 10."},
        {"(water", "The bracket opened at character 1 is never closed."},
        {"water)", "The bracket closed at character 6 was never opened."},
        {"OR water", "A label or a text is expected at character 1, not 'OR'."},
        {"water \"sun", "The quote opened at character 7 is never closed."},
        {"subset: test", "'subset:' needs a value right behind it, at character 8."},
        {"water AND subset:best", "There is no subset 'best', at character 11; there are: training, "
                                  "validation, test and none."},
        {"unknown:road", "There is no label 'road', at character 1."},
        {"lens:wide", "There is no column 'lens' to filter by, at character 1; there are: name, "
                      "subset, unknown, camera, year."},
    };
    for (const auto& [text, sentence] : cases)
        EXPECT_EQ(error(text), sentence) << text.toStdString();
    EXPECT_EQ(error(QString("(").repeated(5000)),
              "The filter is nested too deeply at character 101.");
}

TEST_F(SampleQueryTest, ItsTextIsReadAsTheSameQuestion)
{
    for (const QString text :
         {"", "water", "NOT (water OR people)", "water AND (people OR \"blow down\") AND NOT sun",
          "\"and\" OR subset:\"a b\"", "camera!=north AND \"x:y\"=3", "\"say \"\"no\"\"\""}) {
        const auto query = sampleQueryFromText(text);
        ASSERT_TRUE(query) << text.toStdString();
        EXPECT_EQ(toText(*query), text);
    }
}

TEST_F(SampleQueryTest, ChipsEditTheText)
{
    const auto edited = [](const QString& text, const QString& label, LabelFilter filter) {
        return toText(withLabelFilter(sampleQueryFromText(text).value(), label, filter));
    };
    EXPECT_EQ(edited("", "water", LabelFilter::Include), "water");
    EXPECT_EQ(edited("water", "water", LabelFilter::Exclude), "NOT water");
    EXPECT_EQ(edited("NOT water", "water", LabelFilter::Off), "");
    EXPECT_EQ(edited("sun", "blow down", LabelFilter::Include), "sun AND \"blow down\"");
    EXPECT_EQ(edited("sun OR sky", "water", LabelFilter::Include), "(sun OR sky) AND water");
    const SampleQuery query = sampleQueryFromText("sun AND NOT Water AND subset:test").value();
    EXPECT_EQ(labelFilter(query, "sun"), LabelFilter::Include);
    EXPECT_EQ(labelFilter(query, "water"), LabelFilter::Exclude);
    EXPECT_EQ(labelFilter(query, "sky"), LabelFilter::Off);
    EXPECT_EQ(subsetFilter(query), "test");
    EXPECT_EQ(toText(withSubsetFilter(query, "none")), "sun AND NOT Water AND subset:none");
    EXPECT_EQ(toText(withSubsetFilter(query, {})), "sun AND NOT Water");
}

TEST(SampleQuery, LargeDatasetsAreFilteredAtOnce)
{
    constexpr std::size_t samples = 100'000;
    constexpr std::size_t labels = 80;
    LabelMatrix matrix(samples, labels);
    for (std::size_t row = 0; row < samples; ++row)
        for (std::size_t label = 0; label < labels; ++label)
            matrix.set(row, label, (row + label) % 3 == 0 ? Annotation::Present : Annotation::Absent);
    const std::vector<std::optional<Subset>> subsets(samples, Subset::Training);
    QuerySubject subject;
    subject.annotations = &matrix;
    for (std::size_t label = 0; label < labels; ++label)
        subject.labels.append(QString("label%1").arg(label));
    subject.subsets = subsets;
    std::vector<QString> names;
    for (std::size_t row = 0; row < samples; ++row)
        names.push_back(QString("images/picture_%1.jpg").arg(row));
    subject.name = [&](std::size_t row) { return names[row]; };
    const auto query =
        sampleQueryFromText("label3 AND (NOT label7 OR unknown:label9) AND subset:training AND 99");
    ASSERT_TRUE(query);
    QElapsedTimer timer;
    timer.start();
    const auto rows = matchingRows(*query, subject);
    const qint64 milliseconds = timer.elapsed();
    ASSERT_TRUE(rows);
    EXPECT_GT(rows->size(), 100U);
    EXPECT_LT(milliseconds, 500); // 150 on an idle machine; tests share it.
}

} // namespace labelwright::tests
