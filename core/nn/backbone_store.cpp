#include "core/nn/backbone_store.h"

#include "core/base/atomic_file.h"
#include "core/base/digest.h"
#include "core/model/backbone_facts.h"
#include "core/nn/backbone_plans.h"
#include "core/nn/weights_check.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

namespace labelwright {

namespace {

/// The two parts of torchvision's file names.
struct FileName
{
    QString name;       ///< As in the file name.
    QString hashPrefix; ///< Of the SHA-256.
};

FileName parseFileName(const QString& fileName)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(.+)-([0-9a-f]{8,64})\\.(pth|safetensors)$"));
    const QRegularExpressionMatch match = pattern.match(fileName);
    return {match.captured(1), match.captured(2)};
}

/// The file names that torchvision uses differ from the architecture's name for some.
QString fileNameStem(const BackboneFacts& facts)
{
    return parseFileName(facts.url.section(QLatin1Char('/'), -1)).name;
}

QString unknownBackbone(const QString& name)
{
    return QString("There is no backbone called %1; there are %2.")
        .arg(name, backboneNames().join(QStringLiteral(", ")));
}

/// What the file's content says it is: the first backbone whose tensors it holds.
QString backboneOfContent(const std::vector<WeightTensor>& tensors)
{
    for (const QString& name : backboneNames())
        if (matchWeights(parametersOf(backbonePlan(name)), tensors, WeightsFit::Torchvision, name))
            return name;
    return {};
}

Result<void> checkTensors(const QString& name, const std::vector<WeightTensor>& tensors,
                          const QString& fileName)
{
    const auto found = matchWeights(parametersOf(backbonePlan(name)), tensors,
                                    WeightsFit::Torchvision,
                                    QString("The weights file %1 (%2)").arg(fileName, name));
    return found ? Result<void>() : failureOf(found);
}

/// The backbone whose weights a file holds: the one that its name says, or else its content.
Result<QString> backboneOf(const QByteArray& content, const QString& fileName)
{
    const auto tensors = parseTensors(content, fileName);
    if (!tensors)
        return failureOf(tensors);
    QString name = backboneOfFileName(fileName);
    if (name.isEmpty())
        name = backboneOfContent(*tensors);
    if (name.isEmpty())
        return failure(QString("The file %1 holds the weights of none of the known backbones: %2.")
                           .arg(fileName, backboneNames().join(QStringLiteral(", "))));
    const auto fits = checkTensors(name, *tensors, fileName);
    return fits ? Result<QString>(name) : failureOf(fits);
}

} // namespace

QStringList backboneNames()
{
    QStringList names;
    for (const BackboneFacts& facts : allBackbones())
        names.append(facts.name);
    return names;
}

QString backboneOfFileName(const QString& fileName)
{
    const QString stem = parseFileName(fileName).name;
    for (const BackboneFacts& facts : allBackbones())
        if (stem == facts.name || (!stem.isEmpty() && stem == fileNameStem(facts)))
            return facts.name;
    return {};
}

std::vector<BackboneWeights> findBackbones(const QStringList& folders)
{
    QHash<QString, BackboneWeights> found;
    for (const QString& folder : folders) {
        const QDir dir(folder);
        if (folder.isEmpty() || !dir.exists())
            continue;
        for (const QString& file : dir.entryList(QDir::Files | QDir::Readable, QDir::Name)) {
            const QString name = backboneOfFileName(file);
            if (!name.isEmpty() && !found.contains(name))
                found.insert(name, {name, dir.absoluteFilePath(file), dir.absolutePath()});
        }
    }
    std::vector<BackboneWeights> weights;
    for (const QString& name : backboneNames())
        if (found.contains(name))
            weights.push_back(found.value(name));
    return weights;
}

Result<BackboneDownload> downloadUrl(const QString& name)
{
    const BackboneFacts* facts = backboneFacts(name);
    if (!facts)
        return failure(unknownBackbone(name));
    return BackboneDownload{facts->url,
                            parseFileName(facts->url.section(QLatin1Char('/'), -1)).hashPrefix};
}

Result<void> checkBackboneWeights(const QString& name, const QString& path)
{
    if (!backboneFacts(name))
        return failure(unknownBackbone(name));
    const auto tensors = readTensors(path);
    return tensors ? checkTensors(name, *tensors, QFileInfo(path).fileName())
                   : Result<void>(failureOf(tensors));
}

Result<QString> addBackbone(const QString& file, const QString& folder)
{
    const QFileInfo info(file);
    const QString fileName = info.fileName();
    const Result<QByteArray> content = readWholeWeights(file);
    if (!content)
        return failureOf(content);
    const QString digest = QString::fromLatin1(sha256(*content));
    const QString prefix = parseFileName(fileName).hashPrefix;
    if (!digest.startsWith(prefix))
        return failure(QString("The file %1 is damaged: its SHA-256 begins with %2, not with the %3 "
                               "in its name; fetch it again.")
                           .arg(fileName, digest.left(prefix.size()), prefix));
    const Result<QString> name = backboneOf(*content, fileName);
    if (!name)
        return name;
    const QString target = QDir(folder).absoluteFilePath(
        QString("%1-%2.%3").arg(*name, digest.left(8), info.suffix().toLower()));
    if (QFileInfo::exists(target)
        && QFileInfo(target).canonicalFilePath() == info.canonicalFilePath())
        return target;
    const auto written = writeFileAtomically(target, *content);
    return written ? Result<QString>(target) : failureOf(written);
}

} // namespace labelwright
