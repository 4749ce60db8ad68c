#include "core/nn/pickle_machine.h"

#include <QtEndian>

#include <array>
#include <limits>

namespace labelwright {

namespace {

// More than any weights file needs; together they bound time and memory.
constexpr std::size_t largestStack = 100'000;
constexpr std::size_t mostMembers = 500'000;
constexpr std::uint64_t longestText = 512;
constexpr std::size_t mostArguments = 16;
constexpr std::size_t mostDimensions = 8;

QString shown(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(120);
}

std::optional<WeightType> storageType(const std::string& global)
{
    struct Name
    {
        const char* global;
        WeightType type;
    };
    static constexpr std::array<Name, 10> names{{{"torch FloatStorage", WeightType::F32},
                                                 {"torch HalfStorage", WeightType::F16},
                                                 {"torch BFloat16Storage", WeightType::BF16},
                                                 {"torch DoubleStorage", WeightType::F64},
                                                 {"torch LongStorage", WeightType::I64},
                                                 {"torch IntStorage", WeightType::I32},
                                                 {"torch ShortStorage", WeightType::I16},
                                                 {"torch CharStorage", WeightType::I8},
                                                 {"torch ByteStorage", WeightType::U8},
                                                 {"torch BoolStorage", WeightType::Bool}}};
    for (const Name& name : names)
        if (global == name.global)
            return name.type;
    return std::nullopt;
}

} // namespace

PickledValue PickleMachine::run()
{
    for (;;) {
        const auto opcode = static_cast<unsigned char>(take(1).front());
        if (opcode == '.')
            return pop();
        if (!step(opcode) && !pushConstant(opcode) && !handleContainer(opcode)
            && !handleMemo(opcode))
            throw PickleError{QString("it uses the pickle opcode %1").arg(pickleOpcodeName(opcode))};
    }
}

QByteArrayView PickleMachine::take(std::uint64_t length)
{
    if (length > static_cast<std::uint64_t>(m_bytes.size() - m_position))
        throw PickleError{QStringLiteral("its pickle is cut off")};
    const QByteArrayView part = m_bytes.sliced(m_position, static_cast<qsizetype>(length));
    m_position += static_cast<qsizetype>(length);
    return part;
}

template <class T>
T PickleMachine::takeNumber()
{
    return qFromLittleEndian<T>(take(sizeof(T)).data());
}

std::string PickleMachine::takeLine()
{
    const qsizetype end = m_bytes.indexOf('\n', m_position);
    if (end < 0)
        throw PickleError{QStringLiteral("its pickle is cut off")};
    const QByteArrayView line = take(static_cast<std::uint64_t>(end - m_position));
    take(1);
    return {line.data(), static_cast<std::size_t>(line.size())};
}

void PickleMachine::push(PickledValue value)
{
    if (m_stack.size() >= largestStack)
        throw PickleError{QStringLiteral("its pickle is too large")};
    m_stack.push_back(std::move(value));
}

PickledValue PickleMachine::pop()
{
    if (m_stack.empty() || (!m_marks.empty() && m_marks.back() == m_stack.size()))
        throw PickleError{QStringLiteral("its pickle takes a value that is not there")};
    PickledValue value = std::move(m_stack.back());
    m_stack.pop_back();
    return value;
}

PickleMachine::Values PickleMachine::popToMark()
{
    if (m_marks.empty())
        throw PickleError{QStringLiteral("its pickle has no mark where one is needed")};
    const auto first = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    Values values(std::make_move_iterator(first), std::make_move_iterator(m_stack.end()));
    m_stack.erase(first, m_stack.end());
    m_marks.pop_back();
    return values;
}

void PickleMachine::countMembers(std::size_t more)
{
    m_members += more;
    if (m_members > mostMembers)
        throw PickleError{QStringLiteral("its pickle is too large")};
}

void PickleMachine::pushNode(Kind kind, Values members)
{
    countMembers(members.size() + 1);
    m_reader.m_nodes.push_back(std::move(members));
    push({kind, static_cast<std::int64_t>(m_reader.m_nodes.size()) - 1, {}});
}

PickleMachine::Values& PickleMachine::nodeOf(const PickledValue& container)
{
    if (container.kind != Kind::Tuple && container.kind != Kind::List
        && container.kind != Kind::Dict)
        throw PickleError{QStringLiteral("its pickle uses a value as a container that is none")};
    return m_reader.m_nodes[static_cast<std::size_t>(container.number)];
}

void PickleMachine::pushTuple(std::size_t count)
{
    Values members(count);
    for (std::size_t i = count; i > 0; --i)
        members[i - 1] = pop();
    pushNode(Kind::Tuple, std::move(members));
}

void PickleMachine::setItems(Values items)
{
    if (items.size() % 2 != 0 || m_stack.empty() || m_stack.back().kind != Kind::Dict)
        throw PickleError{QStringLiteral("its pickle sets items of what is no dictionary")};
    addMembers(nodeOf(m_stack.back()), std::move(items));
}

void PickleMachine::addMembers(Values& members, Values items)
{
    countMembers(items.size());
    members.insert(members.end(), std::make_move_iterator(items.begin()),
                   std::make_move_iterator(items.end()));
}

bool PickleMachine::step(unsigned char opcode)
{
    switch (opcode) {
    case 0x80:
        if (takeNumber<std::uint8_t>() > 5)
            throw PickleError{QStringLiteral("its pickle has an unknown version")};
        return true;
    case 'c': pushGlobal(); return true;
    case 'R': reduce(); return true;
    case 'b': build(); return true;
    case 'Q': pushStorage(); return true;
    default: return false;
    }
}

bool PickleMachine::pushConstant(unsigned char opcode)
{
    const auto text = [this](std::uint64_t length) {
        if (length > longestText)
            throw PickleError{QStringLiteral("its pickle holds a long text")};
        const QByteArrayView bytes = take(length);
        push({Kind::Text, 0, std::string(bytes.data(), static_cast<std::size_t>(bytes.size()))});
    };
    switch (opcode) {
    case 'N': push({}); return true;
    case 0x88: push({Kind::Bool, 1, {}}); return true;
    case 0x89: push({Kind::Bool, 0, {}}); return true;
    case 'J': push({Kind::Int, takeNumber<std::int32_t>(), {}}); return true;
    case 'K': push({Kind::Int, takeNumber<std::uint8_t>(), {}}); return true;
    case 'M': push({Kind::Int, takeNumber<std::uint16_t>(), {}}); return true;
    case 'G': take(8); push({Kind::Float, 0, {}}); return true;
    case 'X': text(takeNumber<std::uint32_t>()); return true;
    case 'T': text(takeNumber<std::uint32_t>()); return true;
    case 'U': text(takeNumber<std::uint8_t>()); return true;
    case 0x8A: {
        const QByteArrayView bytes = take(takeNumber<std::uint8_t>());
        std::uint64_t number = bytes.empty() || bytes.back() >= 0 ? 0 : ~std::uint64_t{0};
        for (qsizetype i = std::min<qsizetype>(bytes.size(), 8); i > 0; --i)
            number = (number << 8U) | static_cast<std::uint8_t>(bytes[i - 1]);
        push({bytes.size() > 8 ? Kind::BigInt : Kind::Int, static_cast<std::int64_t>(number),
              std::string(bytes.data(), static_cast<std::size_t>(bytes.size()))});
        return true;
    }
    default: return false;
    }
}

bool PickleMachine::handleContainer(unsigned char opcode)
{
    switch (opcode) {
    case '(': m_marks.push_back(m_stack.size()); return true;
    case ')': pushNode(Kind::Tuple, {}); return true;
    case 't': pushNode(Kind::Tuple, popToMark()); return true;
    case 0x85: pushTuple(1); return true;
    case 0x86: pushTuple(2); return true;
    case 0x87: pushTuple(3); return true;
    case ']': pushNode(Kind::List, {}); return true;
    case '}': pushNode(Kind::Dict, {}); return true;
    case 'u': setItems(popToMark()); return true;
    case 's': {
        PickledValue value = pop();
        PickledValue key = pop();
        setItems({std::move(key), std::move(value)});
        return true;
    }
    case 'a':
    case 'e': {
        Values items = opcode == 'e' ? popToMark() : Values{pop()};
        if (m_stack.empty() || m_stack.back().kind != Kind::List)
            throw PickleError{QStringLiteral("its pickle appends to what is no list")};
        addMembers(nodeOf(m_stack.back()), std::move(items));
        return true;
    }
    default: return false;
    }
}

bool PickleMachine::handleMemo(unsigned char opcode)
{
    const auto remember = [this](std::uint32_t key) {
        if (m_stack.empty())
            throw PickleError{QStringLiteral("its pickle remembers a value that is not there")};
        m_memo[key] = m_stack.back();
    };
    const auto recall = [this](std::uint32_t key) {
        const auto found = m_memo.find(key);
        if (found == m_memo.end())
            throw PickleError{QStringLiteral("its pickle recalls a value that is not there")};
        push(found->second);
    };
    switch (opcode) {
    case 'q': remember(takeNumber<std::uint8_t>()); return true;
    case 'r': remember(takeNumber<std::uint32_t>()); return true;
    case 'h': recall(takeNumber<std::uint8_t>()); return true;
    case 'j': recall(takeNumber<std::uint32_t>()); return true;
    default: return false;
    }
}

void PickleMachine::pushGlobal()
{
    const std::string module = takeLine();
    const std::string global = module + " " + takeLine();
    static constexpr std::array<const char*, 4> functions{
        "collections OrderedDict", "torch._utils _rebuild_tensor_v2",
        "torch._utils _rebuild_tensor", "torch._utils _rebuild_parameter"};
    bool known = storageType(global).has_value();
    for (const char* function : functions)
        known = known || global == function;
    if (!known)
        throw PickleError{QString("it asks for the Python global %1")
                              .arg(shown(global).replace(QLatin1Char(' '), QLatin1Char('.')))};
    push({Kind::Global, 0, global});
}

void PickleMachine::reduce()
{
    const PickledValue argument = pop();
    const PickledValue function = pop();
    if (function.kind != Kind::Global || argument.kind != Kind::Tuple)
        throw PickleError{QStringLiteral("its pickle calls what is no function")};
    if (nodeOf(argument).size() > mostArguments)
        throw PickleError{QStringLiteral("its pickle calls a function with too many values")};
    const Values arguments = nodeOf(argument);
    if (function.text == "collections OrderedDict")
        makeOrderedDict(arguments);
    else if (function.text == "torch._utils _rebuild_parameter" && !arguments.empty())
        push(arguments.front());
    else if (function.text.starts_with("torch._utils _rebuild_tensor"))
        rebuildTensor(arguments);
    else
        throw PickleError{QString("its pickle calls %1 directly").arg(shown(function.text))};
}

/// Python 3 makes an empty dictionary and fills it; Python 2 hands over a list of pairs.
void PickleMachine::makeOrderedDict(const Values& arguments)
{
    Values items;
    if (!arguments.empty())
        for (const PickledValue& pair : nodeOf(arguments.front())) {
            const Values& members = nodeOf(pair);
            if (members.size() != 2)
                throw PickleError{QStringLiteral("its pickle has a dictionary of no pairs")};
            if (items.size() > mostMembers)
                throw PickleError{QStringLiteral("its pickle is too large")};
            items.insert(items.end(), members.begin(), members.end());
        }
    pushNode(Kind::Dict, std::move(items));
}

/// Attributes of a dictionary ("_metadata") say nothing about the weights.
void PickleMachine::build()
{
    pop();
    if (m_stack.empty() || m_stack.back().kind != Kind::Dict)
        throw PickleError{QStringLiteral("its pickle sets the state of an object")};
}

/// ('storage', type, key, device, count[, view]).
void PickleMachine::pushStorage()
{
    const PickledValue id = pop();
    if (nodeOf(id).size() > mostArguments)
        throw PickleError{QStringLiteral("its pickle names a storage in an unknown way")};
    const Values members = nodeOf(id);
    const bool plain = members.size() == 5
                       || (members.size() == 6 && members[5].kind == Kind::None);
    if (!plain || members[0].text != "storage" || members[1].kind != Kind::Global
        || members[2].kind != Kind::Text || members[4].kind != Kind::Int || members[4].number < 0)
        throw PickleError{QStringLiteral("its pickle names a storage in an unknown way")};
    const auto type = storageType(members[1].text);
    if (!type)
        throw PickleError{QStringLiteral("its pickle names a storage of an unknown type")};
    auto& storages = m_reader.m_storages;
    const auto [found, isNew] = m_storageByKey.try_emplace(members[2].text,
                                                           static_cast<int>(storages.size()));
    if (isNew)
        storages.push_back({members[2].text, *type, members[4].number});
    const PickledStorage& storage = storages[static_cast<std::size_t>(found->second)];
    if (storage.type != *type || storage.count != members[4].number)
        throw PickleError{QStringLiteral("its pickle contradicts itself about a storage")};
    push({Kind::Storage, found->second, {}});
}

std::vector<std::int64_t> PickleMachine::numbersOf(const PickledValue& tuple)
{
    if (nodeOf(tuple).size() > mostDimensions)
        throw PickleError{QStringLiteral("a tensor has more than 8 dimensions")};
    std::vector<std::int64_t> numbers;
    for (const PickledValue& member : nodeOf(tuple)) {
        if (member.kind != Kind::Int || member.number < 0)
            throw PickleError{QStringLiteral("a tensor's shape is not made of numbers")};
        numbers.push_back(member.number);
    }
    return numbers;
}

/// (storage, offset, shape, strides, …): the rest concerns gradients.
void PickleMachine::rebuildTensor(const Values& arguments)
{
    if (arguments.size() < 4 || arguments[0].kind != Kind::Storage
        || arguments[1].kind != Kind::Int || arguments[1].number < 0)
        throw PickleError{QStringLiteral("a tensor is described in an unknown way")};
    PickledTensor tensor{static_cast<int>(arguments[0].number), arguments[1].number,
                         numbersOf(arguments[2]), numbersOf(arguments[3])};
    if (tensor.shape.size() != tensor.strides.size())
        throw PickleError{QStringLiteral("a tensor has not as many strides as dimensions")};
    m_reader.m_tensors.push_back(std::move(tensor));
    push({Kind::Tensor, static_cast<std::int64_t>(m_reader.m_tensors.size()) - 1, {}});
}

Result<PickledValue> PickleReader::read(QByteArrayView bytes, qsizetype& position)
{
    try {
        PickleMachine machine(*this, bytes, position);
        PickledValue value = machine.run();
        position = machine.position();
        return value;
    } catch (const PickleError& error) {
        return failure(QString("%1 is refused: %2; only files with nothing but tensors are read.")
                           .arg(m_what, error.why));
    }
}

const std::vector<PickledValue>& PickleReader::members(const PickledValue& container) const
{
    return m_nodes.at(static_cast<std::size_t>(container.number));
}

const PickledTensor& PickleReader::tensor(const PickledValue& value) const
{
    return m_tensors.at(static_cast<std::size_t>(value.number));
}

} // namespace labelwright
