#include "core/session/deployment_job.h"

#include "core/base/atomic_file.h"
#include "core/project/datasets.h"
#include "core/project/experiments.h"
#include "core/session/deployment_export.h"
#include "tests/core/session/deployed_project.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

#include <gmock/gmock.h>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;

class DeploymentJobTest : public DeployedProjectTest
{
protected:
    [[nodiscard]] PredictionService service() const
    {
        return valueOf(openWarm(project, deployed.id));
    }

    static QByteArray picture(int width, int height)
    {
        QImage image(width, height, QImage::Format_RGB888);
        image.fill(QColor(20, 60, 120));
        for (int y = 0; y < height / 2; ++y)
            for (int x = 0; x < width / 3; ++x)
                image.setPixel(x, y, 0xffffe0a0U);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        EXPECT_TRUE(image.save(&buffer, "PNG"));
        return bytes;
    }
};

bool isBlack(const QImage& grey, const QRect& part)
{
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            if (qGray(grey.pixel(x, y)) != 0)
                return false;
    return true;
}

} // namespace

TEST_F(DeploymentJobTest, TriesImagesAndFailsAlone)
{
    const QString good = path(QStringLiteral("good.png"));
    const QString bad = path(QStringLiteral("bad.png"));
    ASSERT_TRUE(writeFileAtomically(good, picture(2000, 1000)));
    ASSERT_TRUE(writeFileAtomically(bad, "no image"));
    const auto tried = valueOf(
        tryFiles(service(), {good, bad, path(QStringLiteral("missing.png"))}));
    ASSERT_EQ(tried.size(), 3U);
    EXPECT_EQ(tried[0].name, QStringLiteral("good.png"));
    ASSERT_TRUE(tried[0].prediction);
    EXPECT_EQ(tried[0].prediction->scores.size(), 2U);
    EXPECT_EQ(tried[0].picture.size(), QSize(pictureSide, pictureSide / 2));
    EXPECT_EQ(tried[0].thumbnail.size(), QSize(triedThumbnailSide, triedThumbnailSide / 2));
    EXPECT_FALSE(tried[1].prediction);
    EXPECT_TRUE(tried[1].picture.isNull());
    EXPECT_FALSE(tried[2].prediction);
}

TEST_F(DeploymentJobTest, PredictsAFolderIntoATable)
{
    const QString folder = path(QStringLiteral("photos to try"));
    ASSERT_TRUE(writeFileAtomically(folder + QStringLiteral("/a/1.png"), picture(50, 30)));
    ASSERT_TRUE(writeFileAtomically(folder + QStringLiteral("/2.png"), "no image"));
    const QString csv = path(QStringLiteral("out.csv"));
    const auto done = valueOf(predictFolder(service(), {"=wet", "sky"}, folder, csv));
    EXPECT_EQ(done.images, 2);
    EXPECT_EQ(done.failed, 1);
    const QByteArrayList lines = valueOf(readFile(csv)).trimmed().split('\n');
    ASSERT_EQ(lines.size(), 3);
    EXPECT_EQ(lines[0], "file,score:=wet,score:sky,'=wet,sky,error");
    EXPECT_TRUE(lines[1].startsWith("2.png,,,,,")) << lines[1].toStdString();
    EXPECT_TRUE(lines[2].startsWith("a/1.png,")) << lines[2].toStdString();
    EXPECT_EQ(lines[2].split(',').size(), 6);
}

TEST_F(DeploymentJobTest, WhyMapsHaveTheImagesProportionsAndStayInTheCrop)
{
    const ServedModel stretched = servedModel(deployed);
    const auto maps = valueOf(whyMaps(stretched, picture(300, 100)));
    ASSERT_EQ(maps.size(), 2U);
    EXPECT_EQ(maps[0].size(), QSize(256, 85));
    EXPECT_FALSE(isBlack(maps[0], maps[0].rect()) && isBlack(maps[1], maps[1].rect()));
    EXPECT_EQ(valueOf(whyMap(stretched, picture(300, 100), 1)), maps[1]);
    EXPECT_FALSE(whyMap(stretched, picture(300, 100), 2));
    EXPECT_FALSE(whyMap(stretched, "no image", 0));
    ServedModel cropped = stretched;
    cropped.spec = smallSpec(Fit::CenterCrop); // The same weights, fed with the middle only.
    for (const QImage& map : valueOf(whyMaps(cropped, picture(300, 100)))) {
        EXPECT_TRUE(isBlack(map, QRect(0, 0, 50, map.height())));
        EXPECT_TRUE(isBlack(map, QRect(map.width() - 50, 0, 50, map.height())));
    }
}

TEST_F(DeploymentJobTest, NetworkWithoutFeatureMapsSaysSo)
{
    ModelSpec spec = smallSpec();
    spec.blocks.erase(spec.blocks.begin() + 1);
    const auto maps = whyMaps(servedModel(deploy(spec)), picture(50, 50));
    EXPECT_THAT(summaryOf(maps), HasSubstr("no feature maps"));
}

TEST_F(DeploymentJobTest, ExportsWhatItHoldsWithProof)
{
    const QString target = path(QStringLiteral("bundle"));
    const auto report = valueOf(exportDeployment(project, deployed, {target}));
    EXPECT_GT(report.images, 0U);
    EXPECT_EQ(report.changedDecisions, 0U);
    EXPECT_LT(report.maxDifference, allowedScoreDifference);
    EXPECT_TRUE(QFile::exists(target + QStringLiteral("/model-card.md")));
    EXPECT_THAT(summaryOf(exportDeployment(project, deployed, {target})),
                HasSubstr("exists"));
}

TEST_F(DeploymentJobTest, ExportsAfterItsExperimentIsDeleted)
{
    ASSERT_TRUE(deleteExperiment(project, deployed.experiment));
    const QString target = path(QStringLiteral("model.pt"));
    const auto report =
        valueOf(exportDeployment(project, deployed, {target, ExportFormat::TorchScript}));
    EXPECT_GT(report.images, 0U);
    EXPECT_TRUE(QFileInfo(target).isFile());
    ASSERT_TRUE(deleteDataset(project, dataset));
    EXPECT_THAT(summaryOf(exportDeployment(project, deployed,
                                           {target, ExportFormat::TorchScript, {}, Overwrite::Yes})),
                HasSubstr("import some first"));
    EXPECT_TRUE(QFileInfo(target).isFile()) << "the export before stays";
}

} // namespace labelwright::tests
