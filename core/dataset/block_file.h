#pragma once

#include <QFile>
#include <QIODevice>

#include <array>
#include <cstddef>

namespace labelwright {

/// Reads a file in large blocks and keeps the latest few, so that going to and fro between a zip's
/// directory and its entries costs little. (QFile drops its buffer whenever it goes back.)
class BlockFile final : public QIODevice
{
public:
    explicit BlockFile(const QString& path)
        : m_file(path)
    {
    }

    /// Opens for reading; false when that fails (see errorString()).
    bool openForReading();

    [[nodiscard]] bool isSequential() const override { return false; }
    [[nodiscard]] qint64 size() const override { return m_file.size(); }

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    struct Block
    {
        qint64 start = -1; ///< In the file; -1 when it holds nothing.
        QByteArray bytes;
    };

    /// The block that begins at `start`; nullptr when it cannot be read.
    const Block* blockAt(qint64 start);

    QFile m_file;
    std::array<Block, 4> m_blocks;
    std::size_t m_oldest = 0; ///< The block to be replaced next.
};

} // namespace labelwright
