#include "core/dataset/sample_query.h"

#include <optional>

namespace labelwright {

namespace {

using Kind = SampleQuery::Kind;

enum class TokenKind { Word, Quoted, Open, Close, Comparison, And, Or, Not, End };

struct Token
{
    TokenKind kind = TokenKind::End;
    QString text;
    qsizetype position = 0; ///< From 1.
    bool blankBefore = true;
};

TokenKind kindOfWord(const QString& word)
{
    const QString lower = word.toLower();
    if (lower == QStringLiteral("and"))
        return TokenKind::And;
    if (lower == QStringLiteral("or"))
        return TokenKind::Or;
    return lower == QStringLiteral("not") ? TokenKind::Not : TokenKind::Word;
}

/// Cuts a text into tokens.
class Tokenizer
{
public:
    explicit Tokenizer(const QString& text) : m_text(text) {}

    Result<std::vector<Token>> tokens()
    {
        std::vector<Token> found;
        while (true) {
            const qsizetype before = m_at;
            while (m_at < m_text.size() && m_text[m_at].isSpace())
                ++m_at;
            Token token;
            token.position = m_at + 1;
            token.blankBefore = m_at > before || m_at == 0;
            if (m_at == m_text.size()) {
                found.push_back(token);
                return found;
            }
            if (!read(token))
                return failure(QStringLiteral("The quote opened at character %1 is never closed.")
                                   .arg(token.position));
            found.push_back(token);
        }
    }

private:
    bool read(Token& token)
    {
        const QChar c = m_text[m_at];
        if (c == u'"')
            return readQuoted(token);
        if (c == u'(' || c == u')') {
            token.kind = c == u'(' ? TokenKind::Open : TokenKind::Close;
            token.text = m_text[m_at++];
        } else if (isComparison(m_at)) {
            token.kind = TokenKind::Comparison;
            const qsizetype length = c == u'!' ? 2 : 1;
            token.text = m_text.mid(m_at, length);
            m_at += length;
        } else {
            const qsizetype start = m_at;
            while (m_at < m_text.size() && !endsWord())
                ++m_at;
            token.text = m_text.mid(start, m_at - start);
            token.kind = kindOfWord(token.text);
        }
        return true;
    }

    [[nodiscard]] bool isComparison(qsizetype at) const
    {
        const QChar c = m_text[at];
        return c == u':' || c == u'=' || c == u'<' || c == u'>'
               || (c == u'!' && at + 1 < m_text.size() && m_text[at + 1] == u'=');
    }

    [[nodiscard]] bool endsWord() const
    {
        const QChar c = m_text[m_at];
        return c.isSpace() || c == u'(' || c == u')' || c == u'"' || isComparison(m_at);
    }

    /// False when the quote is never closed; a doubled quote stands for one.
    bool readQuoted(Token& token)
    {
        token.kind = TokenKind::Quoted;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != u'"') {
                token.text += m_text[m_at];
                continue;
            }
            if (m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"') {
                token.text += m_text[++m_at];
                continue;
            }
            ++m_at;
            return true;
        }
        return false;
    }

    const QString& m_text;
    qsizetype m_at = 0;
};

/// Recursive descent: or → and → not → term.
class Parser
{
public:
    explicit Parser(std::vector<Token> tokens) : m_tokens(std::move(tokens)) {}

    Result<SampleQuery> parse()
    {
        if (next().kind == TokenKind::End)
            return SampleQuery();
        auto query = parseOr();
        if (!query)
            return query;
        if (next().kind == TokenKind::Close)
            return failure(QStringLiteral("The bracket closed at character %1 was never opened.")
                               .arg(next().position));
        return query;
    }

private:
    /// Deep nesting would exhaust the stack.
    static constexpr int maxDepth = 100;

    [[nodiscard]] const Token& next() const { return m_tokens[m_at]; }
    Token take() { return m_tokens[m_at++]; }

    Result<SampleQuery> parseOr() { return parseJoined(Kind::Or); }
    Result<SampleQuery> parseAnd() { return parseJoined(Kind::And); }

    Result<SampleQuery> parseJoined(Kind kind)
    {
        SampleQuery query;
        query.kind = kind;
        query.position = next().position;
        while (true) {
            auto part = kind == Kind::Or ? parseAnd() : parseNot();
            if (!part)
                return part;
            if (part->kind == kind)
                query.parts.insert(query.parts.end(), part->parts.begin(), part->parts.end());
            else
                query.parts.push_back(std::move(*part));
            if (!continues(kind))
                break;
        }
        return query.parts.size() == 1 ? SampleQuery(query.parts.front()) : query;
    }

    bool continues(Kind kind)
    {
        const TokenKind word = kind == Kind::Or ? TokenKind::Or : TokenKind::And;
        if (next().kind == word) {
            ++m_at;
            return true;
        }
        return kind == Kind::And && next().kind != TokenKind::Or
               && next().kind != TokenKind::Close && next().kind != TokenKind::End;
    }

    Result<SampleQuery> parseNot()
    {
        if (++m_depth > maxDepth)
            return failure(QStringLiteral("The filter is nested too deeply at character %1.")
                               .arg(next().position));
        auto query = next().kind == TokenKind::Not ? parseInverse() : parseTerm();
        --m_depth;
        return query;
    }

    Result<SampleQuery> parseInverse()
    {
        SampleQuery query;
        query.kind = Kind::Not;
        query.position = take().position;
        auto part = parseNot();
        if (!part)
            return part;
        query.parts.push_back(std::move(*part));
        return query;
    }

    Result<SampleQuery> parseTerm()
    {
        const Token token = take();
        switch (token.kind) {
        case TokenKind::Open: return parseBracket(token);
        case TokenKind::Word:
        case TokenKind::Quoted: return parseWord(token);
        case TokenKind::End:
            --m_at;
            return failure(QStringLiteral("Something is missing at the end, at character %1.")
                               .arg(token.position));
        default: break;
        }
        return failure(QStringLiteral("A label or a text is expected at character %1, not '%2'.")
                           .arg(token.position)
                           .arg(token.text));
    }

    Result<SampleQuery> parseBracket(const Token& open)
    {
        auto query = parseOr();
        if (!query)
            return query;
        if (next().kind != TokenKind::Close)
            return failure(QStringLiteral("The bracket opened at character %1 is never closed.")
                               .arg(open.position));
        ++m_at;
        return query;
    }

    Result<SampleQuery> parseWord(const Token& word)
    {
        SampleQuery query;
        query.kind = Kind::Word;
        query.text = word.text;
        query.position = word.position;
        if (next().kind != TokenKind::Comparison || next().blankBefore)
            return query;
        const Token comparison = take();
        const bool hasValue = next().kind != TokenKind::End && !next().blankBefore
                              && next().kind != TokenKind::Open
                              && next().kind != TokenKind::Close
                              && next().kind != TokenKind::Comparison;
        if (!hasValue)
            return failure(QStringLiteral("'%1%2' needs a value right behind it, at character %3.")
                               .arg(word.text, comparison.text)
                               .arg(comparison.position + comparison.text.size()));
        query.kind = Kind::Column;
        query.key = word.text;
        query.comparison = comparison.text;
        query.text = take().text;
        return query;
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

Result<SampleQuery> sampleQueryFromText(const QString& text)
{
    auto tokens = Tokenizer(text).tokens();
    if (!tokens)
        return failureOf(tokens);
    return Parser(std::move(*tokens)).parse();
}

} // namespace labelwright
