#include "core/nn/pth_reader.h"

#include "core/nn/pickle_reader.h"
#include "core/nn/torch_archive.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <limits>

namespace labelwright {

namespace {

using Kind = PickledValue::Kind;

/// A state dict's pickle is some hundred bytes a tensor; more is no weights file.
constexpr qsizetype largestPickle = 16 << 20;

/// Begins the file of torch.save's older form: 0x1950a86a20f9469cfc6c, little-endian.
constexpr char legacyMagic[] = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19";

/// Largest product that is still taken seriously.
std::optional<std::int64_t> product(const std::vector<std::int64_t>& factors, std::int64_t limit)
{
    std::int64_t result = 1;
    for (const std::int64_t factor : factors) {
        if (factor != 0 && result > limit / factor)
            return std::nullopt;
        result *= factor;
    }
    return result;
}

/// Turns a pickle and its storages into tensors.
class StateDict
{
public:
    StateDict(const PickleReader& pickle, QString what) : m_pickle(pickle), m_what(std::move(what))
    {}

    /// Bytes of each storage, in the pickle's order.
    std::vector<QByteArrayView> storages;

    Result<std::vector<WeightTensor>> tensors(const PickledValue& root)
    {
        if (root.kind != Kind::Dict)
            return refuse(QStringLiteral("it holds no dictionary of tensors"));
        std::vector<WeightTensor> result;
        const auto& members = m_pickle.members(root);
        for (std::size_t i = 0; i + 1 < members.size(); i += 2) {
            if (members[i].kind != Kind::Text)
                return refuse(QStringLiteral("it has an entry without a name"));
            const QString name = QString::fromStdString(members[i].text);
            if (members[i + 1].kind != Kind::Tensor)
                return refuse(QString("its entry \"%1\" is no tensor").arg(name));
            Result<WeightTensor> tensor = copy(m_pickle.tensor(members[i + 1]), name);
            if (!tensor)
                return failureOf(tensor);
            result.push_back(std::move(*tensor));
        }
        return result;
    }

private:
    [[nodiscard]] tl::unexpected<Error> refuse(const QString& why) const
    {
        return failure(QString("%1 is refused: %2; use a state dict as torchvision publishes it.")
                           .arg(m_what, why));
    }

    Result<WeightTensor> copy(const PickledTensor& tensor, const QString& name)
    {
        const auto index = static_cast<std::size_t>(tensor.storage);
        const PickledStorage& storage = m_pickle.storages()[index];
        const auto count = product(tensor.shape, storage.count);
        std::int64_t last = tensor.offset;
        bool fits = count.has_value() && *count <= storage.count && last <= storage.count;
        for (std::size_t i = 0; fits && *count > 0 && i < tensor.shape.size(); ++i) {
            const auto step = product({tensor.shape[i] - 1, tensor.strides[i]}, storage.count);
            fits = step.has_value() && *step <= storage.count;
            last += fits ? *step : 0;
            fits = fits && last < storage.count;
        }
        if (!fits || (*count > 0 && last >= storage.count))
            return refuse(QString("its tensor \"%1\" reaches outside its storage").arg(name));
        const std::int64_t size = *count * sizeOf(storage.type);
        m_copied += size;
        if (m_copied > 2 * storedBytes())
            return refuse(QStringLiteral("its tensors share storages too often"));
        WeightTensor result{name.toStdString(), storage.type, tensor.shape,
                            QByteArray(static_cast<qsizetype>(size), Qt::Uninitialized)};
        if (*count > 0)
            gather(tensor, storages[index], result);
        return result;
    }

    [[nodiscard]] std::int64_t storedBytes() const
    {
        std::int64_t sum = 1 << 20;
        for (const QByteArrayView storage : storages)
            sum += storage.size();
        return sum;
    }

    static bool isContiguous(const PickledTensor& tensor)
    {
        std::int64_t expected = 1;
        for (std::size_t i = tensor.shape.size(); i > 0; --i) {
            if (tensor.shape[i - 1] != 1 && tensor.strides[i - 1] != expected)
                return false;
            expected *= tensor.shape[i - 1];
        }
        return true;
    }

    static void gather(const PickledTensor& tensor, QByteArrayView storage, WeightTensor& result)
    {
        const auto size = static_cast<std::size_t>(sizeOf(result.type));
        const char* from = storage.data() + tensor.offset * static_cast<std::int64_t>(size);
        char* to = result.bytes.data();
        if (isContiguous(tensor)) {
            std::memcpy(to, from, static_cast<std::size_t>(result.bytes.size()));
            return;
        }
        std::vector<std::int64_t> at(tensor.shape.size());
        std::int64_t offset = 0;
        for (const char* end = to + result.bytes.size(); to < end; to += size) {
            std::memcpy(to, from + offset * static_cast<std::int64_t>(size), size);
            for (std::size_t i = at.size(); i > 0; --i) {
                offset += tensor.strides[i - 1];
                if (++at[i - 1] < tensor.shape[i - 1])
                    break;
                offset -= tensor.strides[i - 1] * tensor.shape[i - 1];
                at[i - 1] = 0;
            }
        }
    }

    const PickleReader& m_pickle;
    QString m_what;
    std::int64_t m_copied = 0;
};

/// The size that a storage must have, or nothing when it is out of all proportion.
std::optional<qsizetype> byteCount(const PickledStorage& storage)
{
    const auto size = product({storage.count, sizeOf(storage.type)},
                              std::numeric_limits<std::int32_t>::max());
    return size ? std::optional<qsizetype>(static_cast<qsizetype>(*size)) : std::nullopt;
}

Result<std::vector<WeightTensor>> readZip(QByteArrayView bytes, const QString& what)
{
    const Result<TorchArchive> archive = TorchArchive::open(bytes, what);
    if (!archive)
        return failureOf(archive);
    if (archive->contains("byteorder")) {
        const Result<QByteArrayView> order = archive->entry("byteorder");
        if (!order || *order != QByteArrayView("little"))
            return failure(QString("%1 is refused: its numbers are big-endian.").arg(what));
    }
    const Result<QByteArrayView> data = archive->entry("data.pkl");
    if (!data)
        return failureOf(data);
    if (data->size() > largestPickle)
        return failure(QString("%1 is refused: its list of tensors is too large.").arg(what));
    PickleReader pickle(what);
    qsizetype position = 0;
    const Result<PickledValue> root = pickle.read(*data, position);
    if (!root)
        return failureOf(root);
    StateDict state(pickle, what);
    for (const PickledStorage& storage : pickle.storages()) {
        const auto name = QByteArray("data/") + QByteArray::fromStdString(storage.key);
        const Result<QByteArrayView> content = archive->entry(name);
        if (!content)
            return failureOf(content);
        if (byteCount(storage) != content->size())
            return failure(QString("%1 is damaged: its storage %2 has another size than stated.")
                               .arg(what, QString::fromStdString(storage.key)));
        state.storages.push_back(*content);
    }
    return state.tensors(*root);
}

/// The older form: magic number, version and system facts, each a pickle; the state dict; the list
/// of storage keys; then per key a count of values and the values.
class LegacyFile
{
public:
    LegacyFile(QByteArrayView bytes, QString what)
        : m_bytes(bytes), m_what(std::move(what)), m_pickle(m_what)
    {}

    Result<std::vector<WeightTensor>> read()
    {
        const Result<PickledValue> magic = next();
        if (!magic || magic->kind != Kind::BigInt || magic->text != legacyMagic)
            return failure(QString("%1 is no weights file: it does not begin as torch.save's files "
                                   "do.").arg(m_what));
        const Result<PickledValue> version = next();
        const Result<PickledValue> system = version ? next() : version;
        if (!system)
            return failureOf(system);
        if (version->number != 1001 || system->kind != Kind::Dict || !isLittleEndian(*system))
            return failure(QString("%1 is refused: it was written in an unknown version of "
                                   "torch.save or on a big-endian machine.").arg(m_what));
        const Result<PickledValue> root = next();
        if (!root)
            return failureOf(root);
        const Result<PickledValue> keys = next();
        if (!keys)
            return failureOf(keys);
        StateDict state(m_pickle, m_what);
        if (const auto found = readStorages(*keys, state); !found)
            return failureOf(found);
        return state.tensors(*root);
    }

private:
    Result<PickledValue> next()
    {
        const qsizetype length = std::min(m_bytes.size(), m_position + largestPickle);
        return m_pickle.read(m_bytes.first(length), m_position);
    }

    [[nodiscard]] bool isLittleEndian(const PickledValue& system) const
    {
        const auto& members = m_pickle.members(system);
        for (std::size_t i = 0; i + 1 < members.size(); i += 2)
            if (members[i].text == "little_endian")
                return members[i + 1].number == 1;
        return false;
    }

    Result<void> readStorages(const PickledValue& keys, StateDict& state)
    {
        const auto& storages = m_pickle.storages();
        state.storages.resize(storages.size());
        if (keys.kind != Kind::List || m_pickle.members(keys).size() != storages.size())
            return failure(QString("%1 is damaged: its list of storages does not fit.").arg(m_what));
        std::vector<bool> seen(storages.size());
        for (const PickledValue& key : m_pickle.members(keys)) {
            const auto found = std::ranges::find(storages, key.text, &PickledStorage::key);
            const auto index = static_cast<std::size_t>(found - storages.begin());
            if (found == storages.end() || seen[index] || !readStorage(*found, state.storages[index]))
                return failure(QString("%1 is damaged: its storage %2 is cut off or does not fit.")
                                   .arg(m_what, QString::fromStdString(key.text).left(60)));
            seen[index] = true;
        }
        return {};
    }

    bool readStorage(const PickledStorage& storage, QByteArrayView& content)
    {
        constexpr qsizetype header = 8;
        const auto size = byteCount(storage);
        if (!size || m_bytes.size() - m_position < header
            || qFromLittleEndian<std::int64_t>(m_bytes.data() + m_position) != storage.count
            || m_bytes.size() - m_position - header < *size)
            return false;
        content = m_bytes.sliced(m_position + header, *size);
        m_position += header + *size;
        return true;
    }

    QByteArrayView m_bytes;
    QString m_what;
    PickleReader m_pickle;
    qsizetype m_position = 0;
};

} // namespace

Result<std::vector<WeightTensor>> readPth(QByteArrayView bytes, const QString& fileName)
{
    const QString what = QString("The weights file %1").arg(fileName);
    return TorchArchive::isZip(bytes) ? readZip(bytes, what) : LegacyFile(bytes, what).read();
}

} // namespace labelwright
