#include "core/project/log_content.h"

#include "core/project/database.h"

#include <QtEndian>

namespace labelwright {

namespace {

template <class T>
void put(QByteArray& bytes, T value)
{
    char raw[sizeof(T)];
    qToLittleEndian(value, raw);
    bytes.append(raw, sizeof(T));
}

/// Reads numbers one after the other.
class Numbers
{
public:
    explicit Numbers(QByteArray bytes) : m_bytes(std::move(bytes)) {}

    template <class T>
    T take()
    {
        const T value = qFromLittleEndian<T>(need(sizeof(T)));
        m_place += static_cast<qsizetype>(sizeof(T));
        return value;
    }

    QByteArray rest() { return m_bytes.mid(std::exchange(m_place, m_bytes.size())); }

    [[nodiscard]] bool atEnd() const { return m_place == m_bytes.size(); }

private:
    const char* need(std::size_t size)
    {
        if (m_bytes.size() - m_place < static_cast<qsizetype>(size))
            throw SqlError::damaged(QStringLiteral("a log entry is too short"));
        return m_bytes.constData() + m_place;
    }

    QByteArray m_bytes;
    qsizetype m_place = 0;
};

Numbers unpack(const QByteArray& content)
{
    QByteArray bytes = qUncompress(content);
    if (bytes.isEmpty() && content != qCompress(QByteArray()))
        throw SqlError::damaged(QStringLiteral("a log entry cannot be unpacked"));
    return Numbers(std::move(bytes));
}

QByteArray pack(const QByteArray& bytes)
{
    return qCompress(bytes);
}

/// Consecutive ids as (first, count) pairs.
void putRanges(QByteArray& bytes, std::span<const SampleId> rows)
{
    std::vector<std::pair<qint64, quint32>> ranges;
    for (const SampleId row : rows) {
        if (ranges.empty() || ranges.back().first + ranges.back().second != row.value)
            ranges.emplace_back(row.value, 0);
        ++ranges.back().second;
    }
    put(bytes, static_cast<quint32>(ranges.size()));
    for (const auto& [first, count] : ranges) {
        put(bytes, first);
        put(bytes, count);
    }
}

std::vector<SampleId> takeRanges(Numbers& numbers)
{
    std::vector<SampleId> rows;
    const auto ranges = numbers.take<quint32>();
    for (quint32 i = 0; i < ranges; ++i) {
        const auto first = numbers.take<qint64>();
        const auto count = numbers.take<quint32>();
        for (quint32 j = 0; j < count; ++j)
            rows.push_back(SampleId{first + j});
    }
    return rows;
}

QByteArray packCells(std::span<const Annotation> cells)
{
    QByteArray packed(static_cast<qsizetype>((cells.size() + 3) / 4), '\0');
    char* bytes = packed.data();
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int bits = (static_cast<int>(cells[i]) + 1) << (2 * (i % 4));
        bytes[i / 4] = static_cast<char>(bytes[i / 4] | bits);
    }
    return packed;
}


} // namespace

QByteArray packMatrix(std::span<const SampleId> rows, std::span<const LabelId> columns,
                      const LabelMatrix& values)
{
    QByteArray bytes;
    putRanges(bytes, rows);
    put(bytes, static_cast<quint32>(columns.size()));
    for (const LabelId column : columns)
        put(bytes, column.value);
    bytes += packCells(values.cells());
    return pack(bytes);
}

MatrixContent unpackMatrix(const QByteArray& content)
{
    Numbers numbers = unpack(content);
    MatrixContent matrix;
    matrix.rows = takeRanges(numbers);
    const auto columns = numbers.take<quint32>();
    for (quint32 i = 0; i < columns; ++i)
        matrix.columns.push_back(LabelId{numbers.take<qint64>()});
    matrix.cells = numbers.rest();
    const std::size_t cells = matrix.rows.size() * matrix.columns.size();
    if (static_cast<std::size_t>(matrix.cells.size()) != (cells + 3) / 4)
        throw SqlError::damaged(QStringLiteral("a log entry has the wrong number of cells"));
    return matrix;
}

QByteArray packAnswers(std::span<const Answer> answers)
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(answers.size() * 17));
    for (const Answer& answer : answers) {
        put(bytes, answer.sample.value);
        put(bytes, answer.label.value);
        put(bytes, static_cast<qint8>(answer.value));
    }
    return pack(bytes);
}

std::vector<Answer> unpackAnswers(const QByteArray& content)
{
    Numbers numbers = unpack(content);
    std::vector<Answer> answers;
    while (!numbers.atEnd()) {
        const SampleId sample{numbers.take<qint64>()};
        const LabelId label{numbers.take<qint64>()};
        answers.push_back({sample, label, static_cast<Annotation>(numbers.take<qint8>())});
    }
    return answers;
}

QByteArray packSubsets(std::span<const Membership> members)
{
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(members.size() * 9));
    for (const auto& [sample, subset] : members) {
        put(bytes, sample.value);
        put(bytes, static_cast<qint8>(subset));
    }
    return pack(bytes);
}

std::vector<Membership> unpackSubsets(const QByteArray& content)
{
    Numbers numbers = unpack(content);
    std::vector<Membership> members;
    while (!numbers.atEnd()) {
        const SampleId sample{numbers.take<qint64>()};
        members.emplace_back(sample, static_cast<Subset>(numbers.take<qint8>()));
    }
    return members;
}

QByteArray packLabels(std::span<const LabelEvent> events)
{
    QByteArray bytes;
    for (const auto& [label, live] : events) {
        put(bytes, label.value);
        put(bytes, static_cast<qint8>(live ? 1 : 0));
    }
    return pack(bytes);
}

std::vector<LabelEvent> unpackLabels(const QByteArray& content)
{
    Numbers numbers = unpack(content);
    std::vector<LabelEvent> events;
    while (!numbers.atEnd()) {
        const LabelId label{numbers.take<qint64>()};
        events.emplace_back(label, numbers.take<qint8>() != 0);
    }
    return events;
}

} // namespace labelwright
