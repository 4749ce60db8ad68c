#include "tests/core/deployment/export_fixture.h"

#include "core/base/atomic_file.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>

namespace labelwright::tests {

QStringList everythingIn(const QString& folder)
{
    QStringList names =
        QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    names.sort();
    return names;
}

QJsonObject jsonOf(const QString& path)
{
    return QJsonDocument::fromJson(readFile(path).value_or(QByteArray())).object();
}

std::optional<QByteArray> outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(300'000) || process.exitCode() != 0) {
        ADD_FAILURE() << program.toStdString() << ": "
                      << process.readAllStandardError().toStdString();
        return {};
    }
    return process.readAllStandardOutput();
}

std::optional<QByteArray> python(const QStringList& arguments)
{
    return outputOf("/usr/bin/python3", arguments);
}

bool pythonHasPeers()
{
    static const bool has = [] {
        QProcess process;
        process.start("/usr/bin/python3", {"-c", "import torch, cv2, numpy, PIL"});
        return process.waitForFinished(120'000) && process.exitCode() == 0;
    }();
    return has;
}

BundleRequest ExportFixture::request(const QString& backbone, ColorMode color, Fit fit) const
{
    BundleRequest request;
    request.model = randomModel(m_models.path(), backbone, color, fit);
    request.title = "Landscapes";
    request.checkpoint = "best, epoch 7";
    request.modelCard = "# Model card\n";
    for (const auto& image : jpegs(20))
        request.validation.push_back({image.name, image.encoded});
    request.threads = 1;
    return request;
}

} // namespace labelwright::tests
