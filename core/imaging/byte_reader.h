#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace labelwright {

/// Reads numbers from a file's bytes at any position; beyond the end it reads zeros, and `has`
/// tells. For the header readers of this folder.
class ByteReader
{
public:
    enum class Order { Little, Big };

    ByteReader(std::span<const std::uint8_t> bytes, Order order)
        : m_bytes(bytes), m_order(order)
    {}
    ByteReader(const QByteArray& bytes, Order order)
        : ByteReader({reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                      static_cast<std::size_t>(bytes.size())},
                     order)
    {}

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] std::span<const std::uint8_t> bytes() const { return m_bytes; }
    [[nodiscard]] bool has(std::size_t at, std::size_t count) const
    {
        return at <= m_bytes.size() && count <= m_bytes.size() - at;
    }
    [[nodiscard]] std::uint8_t u8(std::size_t at) const { return has(at, 1) ? m_bytes[at] : 0; }
    [[nodiscard]] std::uint16_t u16(std::size_t at) const
    {
        const unsigned first = u8(at);
        const unsigned second = u8(at + 1);
        return static_cast<std::uint16_t>(m_order == Order::Big ? first << 8 | second
                                                                : second << 8 | first);
    }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const
    {
        const std::uint32_t first = u16(at);
        const std::uint32_t second = u16(at + 2);
        return m_order == Order::Big ? first << 16 | second : second << 16 | first;
    }
    [[nodiscard]] bool hasText(std::size_t at, const char* text) const
    {
        const std::size_t length = std::strlen(text);
        return has(at, length) && std::memcmp(m_bytes.data() + at, text, length) == 0;
    }

private:
    std::span<const std::uint8_t> m_bytes;
    Order m_order;
};

} // namespace labelwright
