#include "core/project/originals.h"

#include "core/base/digest.h"
#include "core/project/original_files.h"
#include "core/project/sample_reader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace labelwright {

namespace {

tl::unexpected<Error> writeFailure(const QString& path, const QString& detail)
{
    return failure(QStringLiteral("The image cannot be copied to %1; check the folder's "
                                  "permissions and the free disk space.")
                       .arg(path),
                   detail);
}

/// Writes under a name of its own first, so that no reader ever meets half an image. Not synced:
/// storeChecks does that once for all.
Result<void> writeOriginal(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QTemporaryFile file(path + QStringLiteral(".XXXXXX"));
    if (!file.open() || file.write(bytes) != bytes.size() || !file.flush())
        return writeFailure(path, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    if (std::rename(QFile::encodeName(file.fileName()).constData(),
                    QFile::encodeName(path).constData())
        != 0)
        return writeFailure(path, QString::fromLocal8Bit(std::strerror(errno)));
    file.setAutoRemove(false);
    return {};
}

} // namespace

Result<QByteArray> keepOriginal(const QString& originalsFolder, const QByteArray& bytes,
                                const QString& suffix)
{
    QByteArray digest = sha256(bytes);
    const QString path = originalsFolder + u'/' + originalPath(digest, suffix);
    const QFileInfo present(path);
    if (present.exists() && present.size() == bytes.size())
        return digest;
    if (const Result<void> written = writeOriginal(path, bytes); !written)
        return failureOf(written);
    return digest;
}

Result<std::vector<SampleProblem>> verifyOriginals(const Project& project, DatasetId dataset)
{
    const auto locations = sampleLocations(project, dataset);
    if (!locations)
        return failureOf(locations);
    const Result<std::vector<Sample>> all = samples(project, dataset);
    if (!all)
        return failureOf(all);
    SampleReader reader(*locations);
    std::vector<SampleProblem> problems;
    for (const Sample& sample : *all) {
        if (sample.check != CheckState::Ok)
            continue;
        const Result<SampleBytes> bytes = reader.read(sample.id);
        if (!bytes)
            problems.push_back({sample.id, sample.name, bytes.error().summary});
        else if (sha256(bytes->bytes) != sample.sha256)
            problems.push_back({sample.id, sample.name,
                                QStringLiteral("The image %1 is damaged.").arg(sample.name)});
    }
    return problems;
}

} // namespace labelwright
