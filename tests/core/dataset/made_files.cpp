#include "tests/core/dataset/made_files.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QProcess>

#include <gtest/gtest.h>

namespace labelwright::tests {

QByteArray pngImage(int seed, int side)
{
    QImage image(side, side, QImage::Format_RGB888);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            image.setPixel(x, y,
                           qRgb(seed * 37 % 256, (x * 20 + seed) % 256, (y * 30 + seed / 7) % 256));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    EXPECT_TRUE(image.save(&buffer, "PNG"));
    return bytes;
}

QString makeFolder(const QString& folder, const std::vector<NamedBytes>& files)
{
    QDir().mkpath(folder);
    for (const auto& [name, content] : files) {
        const QString path = folder + u'/' + name;
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly)) << path.toStdString();
        EXPECT_EQ(file.write(content), content.size());
    }
    return folder;
}

bool runPython(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral("/usr/bin/python3"),
                  QStringList{QStringLiteral("-c"), program} + arguments);
    const bool isDone = process.waitForFinished(120'000) && process.exitCode() == 0;
    if (!isDone)
        ADD_FAILURE() << process.readAllStandardError().toStdString();
    return isDone;
}

QString makeZip(const QString& folder, const QString& name, const std::vector<NamedBytes>& files)
{
    // The files go through a list in the order given: name, then the content in hexadecimal digits.
    QByteArray list;
    for (const auto& [path, content] : files)
        list += path.toUtf8().toHex() + ' ' + content.toHex() + '\n';
    makeFolder(folder, {{QStringLiteral("files.list"), list}});
    const QString zip = folder + u'/' + name;
    const QString program = QStringLiteral(R"(
import sys, zipfile
with zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED) as z:
    for line in open(sys.argv[1]):
        name, content = line.rstrip('\n').split(' ')
        z.writestr(bytes.fromhex(name).decode(), bytes.fromhex(content))
)");
    EXPECT_TRUE(runPython(program, {folder + QStringLiteral("/files.list"), zip}));
    return zip;
}

} // namespace labelwright::tests
