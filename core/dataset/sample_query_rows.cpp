#include "core/dataset/sample_query.h"

#include "core/dataset/subset_rule.h"

#include <algorithm>

namespace labelwright {

namespace {

using Kind = SampleQuery::Kind;

/// A truth value per row: no < unknown < yes, so that AND is the smaller and OR the greater one.
using Truths = std::vector<signed char>;
constexpr signed char no = -1;
constexpr signed char maybe = 0;
constexpr signed char yes = 1;

signed char truth(bool value)
{
    return value ? yes : no;
}

ConditionOperator operatorOf(const QString& comparison)
{
    if (comparison == QStringLiteral("!="))
        return ConditionOperator::NotEqual;
    if (comparison == QStringLiteral("<"))
        return ConditionOperator::Less;
    if (comparison == QStringLiteral(">"))
        return ConditionOperator::Greater;
    return comparison == QStringLiteral("=") ? ConditionOperator::Equal
                                             : ConditionOperator::Contains;
}

std::optional<std::size_t> placeOf(const QStringList& names, const QString& name)
{
    if (const qsizetype exact = names.indexOf(name); exact >= 0)
        return static_cast<std::size_t>(exact);
    for (qsizetype i = 0; i < names.size(); ++i)
        if (names[i].compare(name, Qt::CaseInsensitive) == 0)
            return static_cast<std::size_t>(i);
    return std::nullopt;
}

/// Answers a question for all rows at once, part by part.
class Evaluation
{
public:
    explicit Evaluation(const QuerySubject& subject)
        : m_subject(subject), m_rows(subject.annotations->samples())
    {}

    Result<Truths> truths(const SampleQuery& query)
    {
        switch (query.kind) {
        case Kind::Everything: return Truths(m_rows, yes);
        case Kind::Word: return word(query);
        case Kind::Column: return column(query);
        case Kind::Not: return inverse(query);
        case Kind::And:
        case Kind::Or: break;
        }
        return combined(query);
    }

private:
    template <class Test>
    Truths where(const Test& test)
    {
        Truths result(m_rows, no);
        for (std::size_t row = 0; row < m_rows; ++row)
            result[row] = truth(test(row));
        return result;
    }

    Truths word(const SampleQuery& query)
    {
        const auto label = placeOf(m_subject.labels, query.text);
        if (!label)
            return nameHolds(query.text);
        Truths result(m_rows, maybe);
        for (std::size_t row = 0; row < m_rows; ++row) {
            const Annotation state = m_subject.annotations->at(row, *label);
            if (state != Annotation::Unknown)
                result[row] = truth(state == Annotation::Present);
        }
        return result;
    }

    Truths nameHolds(const QString& text)
    {
        return where([&](std::size_t row) {
            return m_subject.name(row).contains(text, Qt::CaseInsensitive);
        });
    }

    Result<Truths> column(const SampleQuery& query)
    {
        const QString key = query.key.toLower();
        const bool holds = query.comparison == QStringLiteral(":");
        if (holds && key == QStringLiteral("unknown"))
            return unknown(query);
        if (holds && key == QStringLiteral("name"))
            return nameHolds(query.text);
        if (holds && key == QStringLiteral("subset"))
            return subset(query);
        const auto place = placeOf(m_subject.columns, query.key);
        if (!place)
            return failure(QStringLiteral("There is no column '%1' to filter by, at character %2; "
                                          "there are: %3.")
                               .arg(query.key)
                               .arg(query.position)
                               .arg((QStringList{QStringLiteral("name"), QStringLiteral("subset"),
                                                 QStringLiteral("unknown")}
                                     + m_subject.columns)
                                        .join(QStringLiteral(", "))));
        const auto number = static_cast<qsizetype>(*place);
        if (holds && query.text == QStringLiteral("*"))
            return where([&](std::size_t row) { return !m_subject.cell(row, number).isEmpty(); });
        const SubsetCondition condition{query.key, operatorOf(query.comparison), query.text};
        return where([&](std::size_t row) {
            return isFulfilled(condition, m_subject.cell(row, number));
        });
    }

    Result<Truths> unknown(const SampleQuery& query)
    {
        const auto label = placeOf(m_subject.labels, query.text);
        if (!label)
            return failure(QStringLiteral("There is no label '%1', at character %2.")
                               .arg(query.text)
                               .arg(query.position));
        return where([&](std::size_t row) {
            return m_subject.annotations->at(row, *label) == Annotation::Unknown;
        });
    }

    Result<Truths> subset(const SampleQuery& query)
    {
        std::optional<Subset> wanted = subsetFromText(query.text);
        if (!wanted && query.text.compare(QStringLiteral("none"), Qt::CaseInsensitive) != 0)
            return failure(QStringLiteral("There is no subset '%1', at character %2; there are: "
                                          "training, validation, test and none.")
                               .arg(query.text)
                               .arg(query.position));
        return where([&](std::size_t row) { return m_subject.subsets[row] == wanted; });
    }

    Result<Truths> inverse(const SampleQuery& query)
    {
        auto result = truths(query.parts.front());
        if (result)
            for (signed char& value : *result)
                value = static_cast<signed char>(-value);
        return result;
    }

    Result<Truths> combined(const SampleQuery& query)
    {
        auto result = truths(query.parts.front());
        for (std::size_t i = 1; result && i < query.parts.size(); ++i) {
            const auto other = truths(query.parts[i]);
            if (!other)
                return other;
            for (std::size_t row = 0; row < m_rows; ++row) {
                const signed char a = result->at(row);
                const signed char b = other->at(row);
                (*result)[row] = query.kind == Kind::And ? std::min(a, b) : std::max(a, b);
            }
        }
        return result;
    }

    const QuerySubject& m_subject;
    std::size_t m_rows;
};

} // namespace

Result<std::vector<std::uint32_t>> matchingRows(const SampleQuery& query,
                                                const QuerySubject& subject)
{
    const auto truths = Evaluation(subject).truths(query);
    if (!truths)
        return failureOf(truths);
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < truths->size(); ++row)
        if ((*truths)[row] == yes)
            rows.push_back(static_cast<std::uint32_t>(row));
    return rows;
}

} // namespace labelwright
