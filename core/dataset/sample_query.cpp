#include "core/dataset/sample_query.h"

#include <algorithm>

namespace labelwright {

namespace {

using Kind = SampleQuery::Kind;

bool isSame(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isOperator(const QString& word)
{
    return isSame(word, QStringLiteral("and")) || isSame(word, QStringLiteral("or"))
           || isSame(word, QStringLiteral("not"));
}

bool isPlain(const QString& word)
{
    static const QString special = QStringLiteral("()\":=<>!");
    return !word.isEmpty() && !isOperator(word)
           && std::none_of(word.begin(), word.end(),
                           [](QChar c) { return c.isSpace() || special.contains(c); });
}

/// In quotes where the word would be read as something else.
QString quoted(const QString& word)
{
    if (isPlain(word))
        return word;
    QString inner = word;
    return u'"' + inner.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString joined(const SampleQuery& query, const QString& word)
{
    QStringList texts;
    for (const SampleQuery& part : query.parts) {
        const bool brackets = part.kind == Kind::And || part.kind == Kind::Or;
        texts += brackets ? u'(' + toText(part) + u')' : toText(part);
    }
    return texts.join(word);
}

/// The parts that are joined by AND at the top.
std::vector<SampleQuery> topParts(const SampleQuery& query)
{
    if (query.kind == Kind::Everything)
        return {};
    if (query.kind == Kind::And)
        return query.parts;
    return {query};
}

SampleQuery joinedByAnd(std::vector<SampleQuery> parts)
{
    if (parts.empty())
        return {};
    if (parts.size() == 1)
        return parts.front();
    SampleQuery query;
    query.kind = Kind::And;
    query.parts = std::move(parts);
    return query;
}

bool isWord(const SampleQuery& query, const QString& label)
{
    return query.kind == Kind::Word && isSame(query.text, label);
}

LabelFilter filterOf(const SampleQuery& part, const QString& label)
{
    if (isWord(part, label))
        return LabelFilter::Include;
    if (part.kind == Kind::Not && isWord(part.parts.front(), label))
        return LabelFilter::Exclude;
    return LabelFilter::Off;
}

bool isSubset(const SampleQuery& part)
{
    return part.kind == Kind::Column && isSame(part.key, QStringLiteral("subset"))
           && part.comparison == QStringLiteral(":");
}

} // namespace

QString toText(const SampleQuery& query)
{
    switch (query.kind) {
    case Kind::Everything: return {};
    case Kind::Word: return quoted(query.text);
    case Kind::Column: return quoted(query.key) + query.comparison + quoted(query.text);
    case Kind::And: return joined(query, QStringLiteral(" AND "));
    case Kind::Or: return joined(query, QStringLiteral(" OR "));
    case Kind::Not: break;
    }
    return QStringLiteral("NOT ") + joined(query, {});
}

LabelFilter labelFilter(const SampleQuery& query, const QString& label)
{
    for (const SampleQuery& part : topParts(query))
        if (const LabelFilter filter = filterOf(part, label); filter != LabelFilter::Off)
            return filter;
    return LabelFilter::Off;
}

SampleQuery withLabelFilter(const SampleQuery& query, const QString& label, LabelFilter filter)
{
    std::vector<SampleQuery> parts = topParts(query);
    std::erase_if(parts, [&](const SampleQuery& part) {
        return filterOf(part, label) != LabelFilter::Off;
    });
    SampleQuery word;
    word.kind = Kind::Word;
    word.text = label;
    if (filter == LabelFilter::Include) {
        parts.push_back(std::move(word));
    } else if (filter == LabelFilter::Exclude) {
        SampleQuery inverse;
        inverse.kind = Kind::Not;
        inverse.parts.push_back(std::move(word));
        parts.push_back(std::move(inverse));
    }
    return joinedByAnd(std::move(parts));
}

QString subsetFilter(const SampleQuery& query)
{
    for (const SampleQuery& part : topParts(query))
        if (isSubset(part))
            return part.text;
    return {};
}

SampleQuery withSubsetFilter(const SampleQuery& query, const QString& subset)
{
    std::vector<SampleQuery> parts = topParts(query);
    std::erase_if(parts, isSubset);
    if (!subset.isEmpty()) {
        SampleQuery part;
        part.kind = Kind::Column;
        part.key = QStringLiteral("subset");
        part.comparison = QStringLiteral(":");
        part.text = subset;
        parts.push_back(std::move(part));
    }
    return joinedByAnd(std::move(parts));
}

} // namespace labelwright
