#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>
#include <utility>

namespace labelwright {

/// A value and the word that stands for it in JSON.
template <class E>
struct WordOf
{
    E value;
    const char* word;
};

/// Whole numbers a member may have.
struct WholeRange
{
    int least = 0;
    int most = 0;
    bool oddOnly = false;

    [[nodiscard]] bool holds(int value) const;
    [[nodiscard]] QString inWords() const; ///< "a whole number from 1 to 4096".
};

/// Numbers a member may have.
struct NumberRange
{
    double least = 0;
    double most = 0;
    bool aboveLeast = false; ///< `least` itself is not allowed.
    bool belowMost = false;  ///< `most` itself is not allowed.

    [[nodiscard]] bool holds(double value) const; ///< False for what is not a number.
    [[nodiscard]] QString inWords() const;        ///< "a number from 0 to below 1".
};

/// "a", "a or b", "a, b or c".
QString orList(const QStringList& words);

/// Writes the members of a value, each visited once, into a JSON object. A value's members are
/// listed in one function `visitFields(visitor, value)`, which the three visitors here share.
class FieldWriter
{
public:
    void whole(const char* name, int& value, WholeRange range);
    void number(const char* name, double& value, NumberRange range);
    void flag(const char* name, bool& value);
    void text(const char* name, QString& value);

    template <class E, std::size_t N>
    void word(const char* name, E& value, const WordOf<E> (&words)[N])
    {
        for (const WordOf<E>& entry : words)
            if (entry.value == value)
                object.insert(QLatin1String(name), QLatin1String(entry.word));
    }

    QJsonObject object;
};

/// Reads the members that an object has; the others keep their value. The first mistake is kept.
class FieldReader
{
public:
    explicit FieldReader(QJsonObject from) : m_object(std::move(from)) {}

    void whole(const char* name, int& value, WholeRange range);
    void number(const char* name, double& value, NumberRange range);
    void flag(const char* name, bool& value);
    void text(const char* name, QString& value);

    template <class E, std::size_t N>
    void word(const char* name, E& value, const WordOf<E> (&words)[N])
    {
        const std::optional<QJsonValue> found = take(name);
        if (!found)
            return;
        QStringList allowed;
        for (const WordOf<E>& entry : words) {
            allowed.append(QLatin1String(entry.word));
            if (found->toString() == QLatin1String(entry.word)) {
                value = entry.value;
                return;
            }
        }
        refuse(name, orList(allowed));
    }

    /// Takes a member out, for values that are read elsewhere.
    std::optional<QJsonValue> take(const char* name);

    /// What is wrong, as the end of a sentence: `"kernel" must be …`; empty when nothing is. Members
    /// that nobody took are unknown and so wrong.
    [[nodiscard]] QString problem() const;

    /// Keeps `sentence` if it is the first mistake.
    void fail(const QString& sentence);

private:
    void refuse(const char* name, const QString& allowed);

    QJsonObject m_object;
    QStringList m_known;
    QString m_problem;
};

/// Finds the first member out of its range, in a value that was not read from JSON.
class FieldChecker
{
public:
    void whole(const char* name, int& value, WholeRange range);
    void number(const char* name, double& value, NumberRange range);
    void flag(const char*, bool&) {}
    void text(const char*, QString&) {}
    template <class E, std::size_t N>
    void word(const char*, E&, const WordOf<E> (&)[N])
    {}

    QString problem; ///< As FieldReader::problem.
};

} // namespace labelwright
