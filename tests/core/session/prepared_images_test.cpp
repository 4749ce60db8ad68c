#include "core/session/prepared_images.h"

#include "tests/core/session/small_dataset.h"

#include <QDir>
#include <QFile>

namespace labelwright::tests {

namespace {

constexpr int count = 6;

class PreparedImagesTest : public SmallDatasetTest
{
protected:
    void SetUp() override
    {
        dataset = valueOf(importDataset(project, request(source("photos", index(count), count))))
                      .dataset;
        for (const Sample& sample : valueOf(samples(project, dataset)))
            ids.push_back(sample.id);
        preprocessing.width = 16;
        preprocessing.height = 16;
    }

    std::vector<std::vector<std::uint8_t>> prepared()
    {
        const auto images = valueOf(preparedImages(project, dataset, ids, preprocessing));
        std::vector<std::vector<std::uint8_t>> all;
        for (std::size_t i = 0; i < images->size(); ++i) {
            const auto bytes = images->pixels(i).data;
            all.emplace_back(bytes.begin(), bytes.end());
        }
        return all;
    }

    /// The cache's file of pixels.
    [[nodiscard]] QString dataFile() const
    {
        const QDir folder(project.cacheFolder());
        return folder.filePath(folder.entryList({"pixels-*.data"}).value(0));
    }

    DatasetId dataset;
    std::vector<SampleId> ids;
    Preprocessing preprocessing;
};

void overwrite(const QString& path, qint64 at)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite)) << path.toStdString();
    ASSERT_TRUE(file.seek(at));
    ASSERT_EQ(file.write("damaged"), 7);
}

} // namespace

TEST_F(PreparedImagesTest, DamagedRecordsArePreparedAnew)
{
    const auto good = prepared();
    ASSERT_EQ(good.size(), std::size_t(count));
    const auto record = static_cast<qint64>(good[0].size());
    overwrite(dataFile(), 1 * record + 5);
    overwrite(dataFile(), 4 * record + 9);
    EXPECT_EQ(prepared(), good);
    EXPECT_EQ(prepared(), good) << "and are kept";
}

TEST_F(PreparedImagesTest, AnImageThatIsGoneIsNamed)
{
    ASSERT_TRUE(QDir(project.originalsFolder()).removeRecursively());
    EXPECT_NE(summaryOf(preparedImages(project, dataset, ids, preprocessing))
                  .find("The project's copy"),
              std::string::npos);
}

} // namespace labelwright::tests
