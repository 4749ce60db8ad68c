#include "core/dataset/block_file.h"

#include <algorithm>

namespace labelwright {

namespace {

constexpr qint64 blockBytes = 32 * 1024;

} // namespace

bool BlockFile::openForReading()
{
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        setErrorString(m_file.errorString());
        return false;
    }
    return open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

const BlockFile::Block* BlockFile::blockAt(qint64 start)
{
    for (const Block& block : m_blocks)
        if (block.start == start)
            return &block;
    Block& block = m_blocks[m_oldest];
    block.start = -1;
    if (!m_file.seek(start))
        return nullptr;
    block.bytes = m_file.read(blockBytes);
    block.start = start;
    m_oldest = (m_oldest + 1) % m_blocks.size();
    return &block;
}

qint64 BlockFile::readData(char* data, qint64 maxSize)
{
    qint64 done = 0;
    while (done < maxSize) {
        const qint64 at = pos() + done;
        const Block* block = blockAt(at - at % blockBytes);
        if (block == nullptr)
            return -1;
        const qint64 offset = at - block->start;
        const qint64 available = std::min<qint64>(block->bytes.size() - offset, maxSize - done);
        if (available <= 0)
            break;
        std::copy_n(block->bytes.constData() + offset, available, data + done);
        done += available;
    }
    return done;
}

} // namespace labelwright
