#pragma once

#include "core/base/result.h"
#include "core/nn/weights_file.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace labelwright {

/// A block of values that tensors share; its bytes stand outside the pickle.
struct PickledStorage
{
    std::string key;
    WeightType type = WeightType::F32;
    std::int64_t count = 0; ///< Values.
};

/// A view into a storage.
struct PickledTensor
{
    int storage = 0; ///< Index in PickleReader::storages().
    std::int64_t offset = 0; ///< Values.
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides; ///< Values; as many as in shape.
};

/// One value of a pickle. Containers are numbers of nodes that the reader owns, so that no nesting
/// or cycle can hurt.
struct PickledValue
{
    enum class Kind { None, Bool, Int, BigInt, Float, Text, Tuple, List, Dict, Global, Storage, Tensor };
    Kind kind = Kind::None;
    std::int64_t number = 0; ///< Bool, Int; Storage: its index; containers and Tensor: the node.
    std::string text;        ///< Text, Global ("module name"), BigInt (little-endian bytes).
};

/// Executes the harmless part of Python's pickle language: numbers, texts, tuples, lists,
/// dictionaries, and the few globals that torch.save uses for tensors. Nothing is ever imported or
/// called; another opcode or global is refused by name.
class PickleReader
{
public:
    /// `what` begins the sentence of each error ("The file x.pth").
    explicit PickleReader(QString what) : m_what(std::move(what)) {}

    /// Reads one pickle that begins at `position` in `bytes` and moves `position` behind it.
    Result<PickledValue> read(QByteArrayView bytes, qsizetype& position);

    /// Members of a tuple or list; keys and values in turn of a dictionary.
    [[nodiscard]] const std::vector<PickledValue>& members(const PickledValue& container) const;
    [[nodiscard]] const PickledTensor& tensor(const PickledValue& value) const;
    [[nodiscard]] const std::vector<PickledStorage>& storages() const { return m_storages; }

private:
    friend class PickleMachine;
    QString m_what;
    std::vector<std::vector<PickledValue>> m_nodes;
    std::vector<PickledTensor> m_tensors;
    std::vector<PickledStorage> m_storages;
};

} // namespace labelwright
