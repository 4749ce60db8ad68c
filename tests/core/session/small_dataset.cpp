#include "tests/core/session/small_dataset.h"

#include <QBuffer>
#include <QImage>
#include <QRandomGenerator>

namespace labelwright::tests {

QByteArray blocksImage(int seed)
{
    QRandomGenerator random(static_cast<quint32>(seed) * 7919U + 1U);
    QImage blocks(8, 8, QImage::Format_RGB888);
    for (int y = 0; y < blocks.height(); ++y)
        for (int x = 0; x < blocks.width(); ++x)
            blocks.setPixel(x, y, random.generate() | 0xff000000U);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    EXPECT_TRUE(blocks.scaled(32, 32).save(&buffer, "PNG"));
    return bytes;
}

SmallDatasetTest::SmallDatasetTest()
    : project(valueOf(Project::create(path("project"))))
{
}

QString SmallDatasetTest::source(const QString& name, const QByteArray& index, int count,
                                 int firstSeed)
{
    std::vector<NamedBytes> files{{QString("index.csv"), index}};
    for (int i = 0; i < count; ++i)
        files.emplace_back(QString("%1.png").arg(i), blocksImage(firstSeed + i));
    return makeFolder(path(name), files);
}

QByteArray SmallDatasetTest::index(int count)
{
    QByteArray text = "image,water,sky,camera,group\n";
    for (int i = 0; i < count; ++i)
        text += QByteArray::number(i) + ".png," + (i % 2 == 0 ? "1," : "0,") +
                (i % 3 == 0 ? "1," : "0,") + (i % 5 == 0 ? "north," : "south,") +
                QByteArray::number(i / 4) + "\n";
    return text;
}

ImportRequest SmallDatasetTest::request(const QString& path, const QString& dataset)
{
    ImportRequest request;
    request.path = path;
    request.dataset = dataset;
    return request;
}

std::map<QString, std::optional<Subset>> SmallDatasetTest::subsets(DatasetId dataset)
{
    std::map<QString, std::optional<Subset>> result;
    for (const Sample& sample : valueOf(samples(project, dataset)))
        result[sample.name] = sample.subset;
    return result;
}

} // namespace labelwright::tests
