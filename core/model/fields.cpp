#include "core/model/fields.h"

#include <QJsonValue>

namespace labelwright {

namespace {

QString mustBe(const char* name, const QString& allowed)
{
    return QStringLiteral("\"%1\" must be %2").arg(QLatin1String(name), allowed);
}

} // namespace

bool WholeRange::holds(int value) const
{
    return value >= least && value <= most && (!oddOnly || value % 2 != 0);
}

QString WholeRange::inWords() const
{
    return QStringLiteral("%1 whole number from %2 to %3")
        .arg(oddOnly ? QStringLiteral("an odd") : QStringLiteral("a"))
        .arg(least)
        .arg(most);
}

bool NumberRange::holds(double value) const
{
    return (aboveLeast ? value > least : value >= least)
           && (belowMost ? value < most : value <= most);
}

QString NumberRange::inWords() const
{
    return QStringLiteral("a number %1 %2 %3 %4")
        .arg(aboveLeast ? QStringLiteral("above") : QStringLiteral("from"))
        .arg(least)
        .arg(belowMost ? QStringLiteral("to below") : QStringLiteral("to"))
        .arg(most);
}

QString orList(const QStringList& words)
{
    if (words.size() < 2)
        return words.join(QString());
    return words.mid(0, words.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(" or ")
           + words.last();
}

void FieldWriter::whole(const char* name, int& value, WholeRange)
{
    object.insert(QLatin1String(name), value);
}

void FieldWriter::number(const char* name, double& value, NumberRange)
{
    object.insert(QLatin1String(name), value);
}

void FieldWriter::flag(const char* name, bool& value)
{
    object.insert(QLatin1String(name), value);
}

void FieldWriter::text(const char* name, QString& value)
{
    object.insert(QLatin1String(name), value);
}

std::optional<QJsonValue> FieldReader::take(const char* name)
{
    m_known.append(QLatin1String(name));
    const auto found = m_object.constFind(QLatin1String(name));
    if (found == m_object.constEnd())
        return std::nullopt;
    const QJsonValue value = *found;
    m_object.remove(QLatin1String(name));
    return value;
}

void FieldReader::whole(const char* name, int& value, WholeRange range)
{
    const std::optional<QJsonValue> found = take(name);
    if (!found)
        return;
    const int number = found->toInt(range.least - 1); // The same for a number with a fraction.
    if (range.holds(number))
        value = number;
    else
        refuse(name, range.inWords());
}

void FieldReader::number(const char* name, double& value, NumberRange range)
{
    const std::optional<QJsonValue> found = take(name);
    if (!found)
        return;
    if (found->isDouble() && range.holds(found->toDouble()))
        value = found->toDouble();
    else
        refuse(name, range.inWords());
}

void FieldReader::flag(const char* name, bool& value)
{
    const std::optional<QJsonValue> found = take(name);
    if (!found)
        return;
    if (found->isBool())
        value = found->toBool();
    else
        refuse(name, QStringLiteral("true or false"));
}

void FieldReader::text(const char* name, QString& value)
{
    const std::optional<QJsonValue> found = take(name);
    if (!found)
        return;
    if (found->isString())
        value = found->toString();
    else
        refuse(name, QStringLiteral("a text"));
}

void FieldReader::refuse(const char* name, const QString& allowed)
{
    fail(mustBe(name, allowed));
}

void FieldReader::fail(const QString& sentence)
{
    if (m_problem.isEmpty())
        m_problem = sentence;
}

QString FieldReader::problem() const
{
    if (!m_problem.isEmpty() || m_object.isEmpty())
        return m_problem;
    return QStringLiteral("\"%1\" is not known; the members are %2")
        .arg(m_object.begin().key().left(60), m_known.join(QStringLiteral(", ")));
}

void FieldChecker::whole(const char* name, int& value, WholeRange range)
{
    if (problem.isEmpty() && !range.holds(value))
        problem = mustBe(name, range.inWords());
}

void FieldChecker::number(const char* name, double& value, NumberRange range)
{
    if (problem.isEmpty() && !range.holds(value))
        problem = mustBe(name, range.inWords());
}

} // namespace labelwright
