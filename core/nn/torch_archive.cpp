#include "core/nn/torch_archive.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace labelwright {

namespace {

constexpr qsizetype endSize = 22;
constexpr qsizetype end64LocatorSize = 20;
constexpr qsizetype end64Size = 56;
constexpr qsizetype centralSize = 46;
constexpr qsizetype localSize = 30;
constexpr quint32 unset32 = 0xFFFFFFFFU;

/// CRC-32 of IEEE 802.3, as zip uses it.
quint32 crc32(QByteArrayView bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> values{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value >> 1U) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
            values[i] = value;
        }
        return values;
    }();
    quint32 crc = unset32;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<quint8>(byte)) & 0xFFU] ^ (crc >> 8U);
    return ~crc;
}

} // namespace

/// Walks the list at a zip's end.
class TorchArchiveReader
{
public:
    TorchArchiveReader(QByteArrayView bytes, TorchArchive& archive)
        : m_bytes(bytes), m_archive(archive)
    {}

    Result<void> read()
    {
        const std::optional<qsizetype> end = findEnd();
        if (!end)
            return broken("its list of entries is missing, so it was probably cut off");
        quint64 count = at<quint16>(*end + 10);
        quint64 offset = at<quint32>(*end + 16);
        readEnd64(*end, count, offset);
        if (offset > size() || count > size() / centralSize)
            return broken("its list of entries lies outside the file");
        auto position = static_cast<qsizetype>(offset);
        for (quint64 i = 0; i < count; ++i)
            if (const auto entry = readEntry(position); !entry)
                return entry;
        return {};
    }

private:
    template <class T>
    [[nodiscard]] T at(qsizetype position) const
    {
        return qFromLittleEndian<T>(m_bytes.data() + position);
    }

    [[nodiscard]] quint64 size() const { return static_cast<quint64>(m_bytes.size()); }

    [[nodiscard]] bool has(qsizetype position, qsizetype length, quint32 signature) const
    {
        return position >= 0 && length <= m_bytes.size() && position <= m_bytes.size() - length
               && at<quint32>(position) == signature;
    }

    [[nodiscard]] Result<void> broken(const char* why) const
    {
        return failure(QString("%1 is no readable torch file: %2.")
                           .arg(m_archive.m_what, QString::fromUtf8(why)));
    }

    [[nodiscard]] std::optional<qsizetype> findEnd() const
    {
        const qsizetype last = m_bytes.size() - endSize;
        for (qsizetype i = last; i >= std::max<qsizetype>(0, last - 0xFFFF); --i)
            if (has(i, endSize, 0x06054B50U))
                return i;
        return std::nullopt;
    }

    void readEnd64(qsizetype end, quint64& count, quint64& offset) const
    {
        const qsizetype locator = end - end64LocatorSize;
        if (!has(locator, end64LocatorSize, 0x07064B50U))
            return;
        const quint64 position = at<quint64>(locator + 8);
        if (position > size() || !has(static_cast<qsizetype>(position), end64Size, 0x06064B50U))
            return;
        count = at<quint64>(static_cast<qsizetype>(position) + 32);
        offset = at<quint64>(static_cast<qsizetype>(position) + 48);
    }

    /// Sizes and offset that do not fit into 32 bits stand in an extra field.
    void readExtra64(qsizetype extra, qsizetype length, quint64& packed, quint64& unpacked,
                     quint64& offset) const
    {
        qsizetype i = extra;
        while (i + 4 <= extra + length) {
            const qsizetype fieldEnd = std::min(i + 4 + at<quint16>(i + 2), extra + length);
            qsizetype value = i + 4;
            for (quint64* field : {&unpacked, &packed, &offset})
                if (at<quint16>(i) == 1 && *field == unset32 && value + 8 <= fieldEnd) {
                    *field = at<quint64>(value);
                    value += 8;
                }
            i = fieldEnd;
        }
    }

    Result<void> readEntry(qsizetype& position)
    {
        if (!has(position, centralSize, 0x02014B50U))
            return broken("its list of entries is damaged");
        const qsizetype nameLength = at<quint16>(position + 28);
        const qsizetype extraLength = at<quint16>(position + 30);
        const qsizetype length = centralSize + nameLength + extraLength + at<quint16>(position + 32);
        if (length > m_bytes.size() - position)
            return broken("its list of entries is cut off");
        if ((at<quint16>(position + 8) & 1U) != 0)
            return broken("it is encrypted");
        if (at<quint16>(position + 10) != 0)
            return broken("its entries are compressed, which torch.save never does");
        quint64 packed = at<quint32>(position + 20);
        quint64 unpacked = at<quint32>(position + 24);
        quint64 offset = at<quint32>(position + 42);
        readExtra64(position + centralSize + nameLength, extraLength, packed, unpacked, offset);
        const QByteArray name = m_bytes.sliced(position + centralSize, nameLength).toByteArray();
        const quint32 crc = at<quint32>(position + 16);
        position += length;
        return packed == unpacked ? addEntry(name, offset, unpacked, crc)
                                  : broken("the sizes of an entry contradict each other");
    }

    Result<void> addEntry(const QByteArray& name, quint64 offset, quint64 length, quint32 crc)
    {
        if (offset > size() || !has(static_cast<qsizetype>(offset), localSize, 0x04034B50U))
            return broken("an entry lies outside the file");
        const auto local = static_cast<qsizetype>(offset);
        const qsizetype begin = local + localSize + at<quint16>(local + 26)
                                + at<quint16>(local + 28);
        if (begin > m_bytes.size() || length > static_cast<quint64>(m_bytes.size() - begin))
            return broken("an entry lies outside the file");
        const QByteArray key = name.mid(name.indexOf('/') + 1);
        if (m_archive.m_entries.contains(key))
            return broken("two entries have the same name");
        m_archive.m_entries.insert(
            key, {m_bytes.sliced(begin, static_cast<qsizetype>(length)), crc});
        return {};
    }

    QByteArrayView m_bytes;
    TorchArchive& m_archive;
};

bool TorchArchive::isZip(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView("PK\x03\x04", 4));
}

Result<TorchArchive> TorchArchive::open(QByteArrayView bytes, const QString& what)
{
    TorchArchive archive;
    archive.m_what = what;
    if (const auto read = TorchArchiveReader(bytes, archive).read(); !read)
        return failureOf(read);
    return archive;
}

Result<QByteArrayView> TorchArchive::entry(const QByteArray& name) const
{
    const auto found = m_entries.constFind(name);
    if (found == m_entries.constEnd())
        return failure(QString("%1 is no readable torch file: it has no entry \"%2\".")
                           .arg(m_what, QString::fromUtf8(name)));
    if (crc32(found->bytes) != found->crc)
        return failure(QString("%1 is damaged: the checksum of its entry \"%2\" is wrong.")
                           .arg(m_what, QString::fromUtf8(name)));
    return found->bytes;
}

} // namespace labelwright
