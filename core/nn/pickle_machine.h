#pragma once

#include "core/nn/pickle_reader.h"

#include <optional>
#include <unordered_map>

namespace labelwright {

/// The stack machine behind PickleReader. Internal; it signals a refusal by throwing PickleError,
/// which PickleReader::read turns into an Error.
class PickleMachine
{
public:
    PickleMachine(PickleReader& reader, QByteArrayView bytes, qsizetype position)
        : m_reader(reader), m_bytes(bytes), m_position(position)
    {}

    PickledValue run();
    [[nodiscard]] qsizetype position() const { return m_position; }

private:
    using Kind = PickledValue::Kind;
    using Values = std::vector<PickledValue>;

    bool step(unsigned char opcode);
    bool pushConstant(unsigned char opcode);
    bool handleContainer(unsigned char opcode);
    bool handleMemo(unsigned char opcode);

    QByteArrayView take(std::uint64_t length);
    template <class T>
    T takeNumber();
    std::string takeLine();

    void push(PickledValue value);
    PickledValue pop();
    Values popToMark();
    void pushNode(Kind kind, Values members);
    Values& nodeOf(const PickledValue& container);
    void pushTuple(std::size_t count);
    void setItems(Values items);
    void addMembers(Values& members, Values items);
    void countMembers(std::size_t more);

    void pushGlobal();
    void reduce();
    void build();
    void pushStorage();
    void rebuildTensor(const Values& arguments);
    void makeOrderedDict(const Values& arguments);
    std::vector<std::int64_t> numbersOf(const PickledValue& tuple);

    PickleReader& m_reader;
    QByteArrayView m_bytes;
    qsizetype m_position;
    Values m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint32_t, PickledValue> m_memo;
    std::unordered_map<std::string, int> m_storageByKey;
    std::size_t m_members = 0;
};

/// Why a pickle is refused, the second half of a sentence.
struct PickleError
{
    QString why;
};

/// Python's name of an opcode ("STACK_GLOBAL"), or its number.
QString pickleOpcodeName(unsigned char opcode);

} // namespace labelwright
