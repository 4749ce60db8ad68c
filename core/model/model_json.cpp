#include "core/model/model_json.h"

#include "core/model/block_fields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <type_traits>

namespace labelwright {

namespace {

constexpr const char* blockNames[] = {"input",   "backbone", "conv",       "residual", "pooling",
                                      "dropout", "dense",    "activation", "target"};
static_assert(std::size(blockNames) == std::variant_size_v<Block>);

QJsonObject members(const InputBlock& block)
{
    return {{QStringLiteral("preprocessing"), toJson(block.preprocessing)},
            {QStringLiteral("augmentation"), toJson(block.augmentation)}};
}

template <class B>
QJsonObject members(B block)
{
    FieldWriter writer;
    visitFields(writer, block);
    return writer.object;
}

/// The object with the members of `defaults` that it lacks; fails for members that those lack too.
std::optional<QJsonObject> completed(const QJsonValue& value, const QJsonObject& defaults,
                                     const char* name, FieldReader& reader)
{
    QJsonObject result = defaults;
    if (!value.isObject()) {
        reader.fail(QStringLiteral("\"%1\" must be an object").arg(QLatin1String(name)));
        return std::nullopt;
    }
    const QJsonObject given = value.toObject();
    for (auto member = given.begin(); member != given.end(); ++member) {
        if (!defaults.contains(member.key())) {
            reader.fail(QStringLiteral("\"%1\" in \"%2\" is not known; the members are %3")
                            .arg(member.key().left(60), QLatin1String(name),
                                 defaults.keys().join(QStringLiteral(", "))));
            return std::nullopt;
        }
        result.insert(member.key(), member.value());
    }
    return result;
}

/// The sentence of another reader as the end of ours.
QString asEnding(QString sentence)
{
    if (sentence.endsWith(QLatin1Char('.')))
        sentence.chop(1);
    if (!sentence.isEmpty())
        sentence[0] = sentence.at(0).toLower();
    return sentence;
}

template <class T>
void readPart(FieldReader& reader, const char* name, T& part,
              Result<T> (*fromJson)(const QJsonObject&))
{
    const std::optional<QJsonValue> value = reader.take(name);
    if (!value)
        return;
    const std::optional<QJsonObject> object = completed(*value, toJson(part), name, reader);
    if (!object)
        return;
    const Result<T> read = fromJson(*object);
    if (read)
        part = *read;
    else
        reader.fail(asEnding(read.error().summary));
}

void readMembers(FieldReader& reader, InputBlock& block)
{
    readPart(reader, "preprocessing", block.preprocessing, &preprocessingFromJson);
    readPart(reader, "augmentation", block.augmentation, &augmentationFromJson);
}

template <class B>
void readMembers(FieldReader& reader, B& block)
{
    visitFields(reader, block);
}

/// A block of the kind with that index in Block, all members at their defaults.
template <std::size_t Index = 0>
Block blockOfKind(std::size_t kind)
{
    if constexpr (Index + 1 < std::variant_size_v<Block>) {
        if (kind != Index)
            return blockOfKind<Index + 1>(kind);
    }
    return Block(std::in_place_index<Index>);
}

std::optional<Block> blockNamed(const QString& name)
{
    for (std::size_t kind = 0; kind < std::size(blockNames); ++kind)
        if (name == QLatin1String(blockNames[kind]))
            return blockOfKind(kind);
    return std::nullopt;
}

Result<Block> blockFromJson(const QJsonValue& value, qsizetype number)
{
    if (!value.isObject())
        return failure(QStringLiteral("Block %1 must be an object with a member \"block\".")
                           .arg(number));
    FieldReader reader(value.toObject());
    const QString name = reader.take("block").value_or(QJsonValue()).toString();
    std::optional<Block> block = blockNamed(name);
    if (!block) {
        QStringList names;
        for (const char* known : blockNames)
            names.append(QLatin1String(known));
        return failure(QStringLiteral("Block %1: \"block\" must be %2.")
                           .arg(number)
                           .arg(orList(names)));
    }
    std::visit([&](auto& fields) { readMembers(reader, fields); }, *block);
    if (const QString problem = reader.problem(); !problem.isEmpty())
        return failure(QStringLiteral("Block %1 (%2): %3.").arg(number).arg(name, problem));
    return *block;
}

} // namespace

QString blockName(const Block& block)
{
    return QLatin1String(blockNames[block.index()]);
}

QJsonObject toJson(const ModelSpec& spec)
{
    QJsonArray blocks;
    for (const Block& block : spec.blocks) {
        QJsonObject object = std::visit([](const auto& fields) { return members(fields); }, block);
        object.insert(QStringLiteral("block"), blockName(block));
        blocks.append(object);
    }
    return {{QStringLiteral("blocks"), blocks}};
}

Result<ModelSpec> modelSpecFromJson(const QJsonObject& object)
{
    FieldReader reader(object);
    const QJsonValue blocks = reader.take("blocks").value_or(QJsonValue());
    if (!blocks.isArray())
        return failure(QStringLiteral("The model spec needs a list named \"blocks\"."));
    if (const QString problem = reader.problem(); !problem.isEmpty())
        return failure(QStringLiteral("The model spec: %1.").arg(problem));
    ModelSpec spec;
    const QJsonArray array = blocks.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const Result<Block> block = blockFromJson(array.at(i), i + 1);
        if (!block)
            return failureOf(block);
        spec.blocks.push_back(*block);
    }
    return spec;
}

Result<ModelSpec> modelSpecFromText(const QByteArray& text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        const QByteArray before = text.left(error.offset);
        return failure(QStringLiteral("The model spec is no JSON: line %1, column %2: %3.")
                           .arg(before.count('\n') + 1)
                           .arg(before.size() - before.lastIndexOf('\n'))
                           .arg(error.errorString()));
    }
    if (!document.isObject())
        return failure(QStringLiteral("The model spec must be a JSON object with a list named "
                                      "\"blocks\"."));
    return modelSpecFromJson(document.object());
}

} // namespace labelwright
