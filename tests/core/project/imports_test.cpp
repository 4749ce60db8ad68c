#include "core/project/imports.h"

#include "core/base/digest.h"
#include "core/dataset/dataset_writer.h"
#include "core/project/checks.h"
#include "core/project/datasets.h"
#include "core/project/labels.h"
#include "core/project/originals.h"
#include "core/project/sample_reader.h"
#include "core/project/samples.h"
#include "core/project/snapshot.h"
#include "tests/core/project/made_plan.h"
#include "tests/core/project/value_of.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

namespace labelwright::tests {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

QByteArray pictureBytes(int number)
{
    QImage picture(20 + number, 10, QImage::Format_RGB32);
    picture.fill(qRgb(number * 20, 100, 50));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

class ImportsTest : public testing::Test
{
protected:
    ImportsTest() : project(*Project::create(path("p"))) {}

    [[nodiscard]] QString path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name));
    }

    void write(const QString& file, const QByteArray& content)
    {
        QDir().mkpath(QFileInfo(file).absolutePath());
        QFile target(file);
        ASSERT_TRUE(target.open(QIODevice::WriteOnly));
        target.write(content);
    }

    /// A folder with pictures 0 … count - 1, one more that is no picture, and an index.
    void makeFolder(int count)
    {
        QByteArray index = "file,sky,water\n";
        for (int i = 0; i < count; ++i) {
            write(path("f") + QStringLiteral("/img/%1.png").arg(i), pictureBytes(i));
            index += QStringLiteral("img/%1.png,%2,%3\n").arg(i).arg(i % 2).arg(i % 3 == 0).toUtf8();
        }
        write(path("f/img/bad.png"), "this is no picture, only its name says so");
        write(path("f/index.csv"), index + "img/bad.png,1,1\n");
    }

    /// The background check as a session does it, in one thread.
    void checkAll(DatasetId dataset, int batch = 3)
    {
        const auto locations = sampleLocations(project, dataset);
        SampleReader reader(*locations);
        SampleId after;
        while (true) {
            const auto pending = *nextUnchecked(project, dataset, after, batch);
            if (pending.empty())
                return;
            std::vector<CheckedSample> checks;
            for (const SampleId id : pending)
                checks.push_back(checked(reader, id));
            ASSERT_TRUE(storeChecks(project, checks));
            after = pending.back();
        }
    }

    CheckedSample checked(SampleReader& reader, SampleId id)
    {
        const Result<SampleBytes> read = reader.read(id);
        if (!read)
            return {id, SampleCheck{{}, 0, 0, 0, 0, read.error().summary}, {}, 0};
        const SampleCheck check = checkSample(read->bytes);
        if (check.problem.isEmpty() && reader.keeping(id) == Keeping::Copy) {
            EXPECT_EQ(*keepOriginal(project.originalsFolder(), read->bytes, read->suffix),
                      check.digest);
        }
        return {id, check, read->suffix, read->modified};
    }

    [[nodiscard]] QStringList copies() const
    {
        QStringList found;
        QDirIterator files(project.originalsFolder(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            found += files.next();
        return found;
    }

    /// Reads each good sample and compares it with the picture it was.
    void expectPictures(DatasetId dataset)
    {
        SampleReader reader(*sampleLocations(project, dataset));
        for (const Sample& sample : valueOf(samples(project, dataset))) {
            if (sample.check == CheckState::Problem)
                continue;
            const Result<SampleBytes> read = reader.read(sample.id);
            ASSERT_TRUE(read) << read.error().summary.toStdString();
            const int number = QFileInfo(sample.name).baseName().toInt();
            EXPECT_EQ(read->bytes, pictureBytes(number));
            EXPECT_EQ(read->suffix, QStringLiteral("png"));
        }
    }

    template <class T>
    static std::string summaryOf(const Result<T>& result)
    {
        return result ? "done" : result.error().summary.toStdString();
    }

private:
    QTemporaryDir m_folder;

protected:
    Project project;
};

} // namespace

TEST_F(ImportsTest, StoresAllThatAPlanSays)
{
    ImportPlan plan = madePlan(30, 4, 1);
    plan.samples[3].subset = Subset::Test;
    plan.subsetColumn = QStringLiteral("split");
    plan.issues.push_back({.text = QStringLiteral("One is missing."), .rows = {}, .names = {}});
    const Result<ImportOutcome> done = importNew(project, QStringLiteral("photos"), plan,
                                                 Keeping::Copy);
    ASSERT_TRUE(done) << summaryOf(done);
    EXPECT_EQ(done->added, 30);
    EXPECT_EQ(done->newLabels, plan.labels);
    const auto all = *samples(project, done->dataset);
    ASSERT_EQ(all.size(), 30U);
    EXPECT_EQ(all[7].name, plan.samples[7].name);
    EXPECT_EQ(all[7].group, QStringLiteral("series 1"));
    EXPECT_EQ(all[7].check, CheckState::Pending);
    EXPECT_EQ(all[3].subset, Subset::Test);
    EXPECT_EQ(all[4].subset, std::nullopt);
    EXPECT_EQ(currentSnapshot(project, done->dataset)->subsets[3], Subset::Test);
    EXPECT_EQ(sampleFields(project, all[7].id)->value(QStringLiteral("camera")).toString(),
              QStringLiteral("camera 1"));
    const auto records = *importRecords(project, done->dataset);
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].path, plan.sourcePath);
    EXPECT_EQ(records[0].added, 30);
    EXPECT_EQ(records[0].groupColumn, QStringLiteral("series"));
    EXPECT_EQ(records[0].issues, QStringList{"One is missing."});
}

TEST_F(ImportsTest, FailedImportLeavesNothingBehind)
{
    ASSERT_TRUE(importNew(project, QStringLiteral("photos"), madePlan(3, 2, 1), Keeping::Copy));
    EXPECT_THAT(summaryOf(importNew(project, QStringLiteral("photos"), madePlan(3, 2, 1),
                                    Keeping::Copy)),
                HasSubstr("already a dataset 'photos'"));
    ImportPlan bad = madePlan(3, 2, 1);
    bad.labels[1] = QStringLiteral("a\nb");
    EXPECT_FALSE(importNew(project, QStringLiteral("other"), bad, Keeping::Copy));
    EXPECT_EQ(datasets(project)->size(), 1U);
}

TEST_F(ImportsTest, AddingUnitesLabelsByNameAndTakesOnlyNewSamples)
{
    const DatasetId id = importNew(project, QStringLiteral("photos"), madePlan(6, 3, 1),
                                   Keeping::Copy)
                             ->dataset;
    ImportPlan more = madePlan(8, 2, 2);
    more.labels = QStringList{QStringLiteral("label 2"), QStringLiteral("snow")};
    more.fieldColumns = QStringList{QStringLiteral("lens")};
    const Result<ImportOutcome> done = importInto(project, id, more, Keeping::Copy);
    ASSERT_TRUE(done) << summaryOf(done);
    EXPECT_EQ(done->added, 2);
    EXPECT_EQ(done->newLabels, QStringList{"snow"});
    EXPECT_EQ(done->alreadyThere.size(), 6);
    const Result<Snapshot> snapshot = currentSnapshot(project, id);
    ASSERT_EQ(snapshot->annotations.samples(), 8U);
    ASSERT_EQ(snapshot->annotations.labels(), 4U);
    for (std::size_t row = 0; row < 8; ++row)
        for (std::size_t column = 0; column < 4; ++column) {
            Annotation expected = Annotation::Unknown;
            if (row < 6 && column < 3)
                expected = madePlan(6, 3, 1).annotations.at(row, column);
            else if (row >= 6 && column >= 2)
                expected = more.annotations.at(row, column - 2);
            EXPECT_EQ(snapshot->annotations.at(row, column), expected);
        }
    const Result<FieldTable> fields = fieldTable(project, id);
    EXPECT_EQ(fields->columns, (QStringList{"camera", "lens"}));
    EXPECT_EQ(fields->rows.at(1), (QStringList{"camera 1", ""}));
    EXPECT_EQ(fields->rows.at(7), (QStringList{"", "camera 1"}));
}

TEST_F(ImportsTest, FolderIsCheckedCopiedAndReadWithoutItsSource)
{
    makeFolder(7);
    const auto plan = planImport(path("f"));
    ASSERT_TRUE(plan) << summaryOf(plan);
    const DatasetId id = importNew(project, QStringLiteral("photos"), *plan, Keeping::Copy)
                             ->dataset;
    EXPECT_EQ(dataset(project, id)->pending, 8);
    checkAll(id);
    EXPECT_EQ(dataset(project, id)->pending, 0);
    EXPECT_EQ(dataset(project, id)->problems, 1);
    ASSERT_EQ(sampleProblems(project, id)->size(), 1U);
    EXPECT_EQ(sampleProblems(project, id)->front().name, QStringLiteral("img/bad.png"));
    ASSERT_TRUE(QDir(path("f")).removeRecursively());
    expectPictures(id);
    EXPECT_EQ(copies().size(), 7);
    for (const Sample& sample : valueOf(samples(project, id)))
        if (sample.check == CheckState::Ok) {
            EXPECT_EQ(sample.width, 20 + QFileInfo(sample.name).baseName().toInt());
        }
    EXPECT_THAT(*verifyOriginals(project, id), IsEmpty());
}

TEST_F(ImportsTest, SampleWithAProblemIsListedButNotUsed)
{
    makeFolder(3);
    const DatasetId id = importNew(project, QStringLiteral("photos"), *planImport(path("f")),
                                   Keeping::Copy)
                             ->dataset;
    Result<Snapshot> snapshot = currentSnapshot(project, id);
    for (std::optional<Subset>& subset : snapshot->subsets)
        subset = Subset::Training;
    EXPECT_THAT(usableRows(*snapshot, Subset::Training), IsEmpty());
    checkAll(id);
    snapshot->checks = currentSnapshot(project, id)->checks;
    EXPECT_EQ(usableRows(*snapshot, Subset::Training).size(), 3U);
    EXPECT_EQ(snapshot->samples.size(), 4U);
    write(path("f/img/bad.png"), pictureBytes(4));
    EXPECT_EQ(*recheckProblems(project, id), 1);
    checkAll(id);
    EXPECT_THAT(*sampleProblems(project, id), IsEmpty());
}

TEST_F(ImportsTest, CheckGoesOnWhereItWasLeftAfterReopening)
{
    makeFolder(6);
    const DatasetId id = importNew(project, QStringLiteral("photos"), *planImport(path("f")),
                                   Keeping::Copy)
                             ->dataset;
    {
        SampleReader reader(*sampleLocations(project, id));
        const auto some = *nextUnchecked(project, id, {}, 4);
        const std::vector<CheckedSample> checks{checked(reader, some[1]), checked(reader, some[2])};
        ASSERT_TRUE(storeChecks(project, checks));
    }
    project = Project::create(path("q")).value();
    project = Project::open(path("p"), Access::ReadWrite).value();
    EXPECT_EQ(nextUnchecked(project, id, {}, 100)->size(), 5U);
    checkAll(id, 2);
    EXPECT_EQ(dataset(project, id)->pending, 0);
    expectPictures(id);
}

TEST_F(ImportsTest, ZipIsReadByManyWorkersAtOnce)
{
    DatasetWriteRequest request;
    request.labels = QStringList{QStringLiteral("sky")};
    request.annotations = LabelMatrix(40, 1);
    for (int i = 0; i < 40; ++i) {
        request.annotations.set(static_cast<std::size_t>(i), 0,
                                i % 2 == 0 ? Annotation::Present : Annotation::Absent);
        request.samples.push_back({QStringLiteral("%1.png").arg(i), {}, {}, {}});
    }
    request.readImage = [](std::size_t row) -> Result<QByteArray> {
        return pictureBytes(static_cast<int>(row));
    };
    ASSERT_TRUE(writeDataset(path("z.zip"), request));
    const DatasetId id = importNew(project, QStringLiteral("photos"), *planImport(path("z.zip")),
                                   Keeping::Copy)
                             ->dataset;
    const auto locations = *sampleLocations(project, id);
    const auto all = *samples(project, id);
    ASSERT_EQ(all.size(), 40U);
    std::array<int, 4> good{};
    {
        std::vector<std::jthread> workers;
        for (int& count : good)
            workers.emplace_back([&] {
                SampleReader reader(locations);
                for (const Sample& sample : all) {
                    const auto read = reader.read(sample.id);
                    const int number = QFileInfo(sample.name).baseName().toInt();
                    count += read && read->bytes == pictureBytes(number) ? 1 : 0;
                }
            });
    }
    EXPECT_THAT(good, ElementsAre(40, 40, 40, 40));
}

TEST_F(ImportsTest, ReferencesStayWhereTheyAreAndChangesAreReported)
{
    makeFolder(4);
    const DatasetId id = importNew(project, QStringLiteral("photos"), *planImport(path("f")),
                                   Keeping::Reference)
                             ->dataset;
    checkAll(id);
    EXPECT_THAT(copies(), IsEmpty());
    expectPictures(id);
    EXPECT_THAT(*verifyOriginals(project, id), IsEmpty());
    QFile::remove(path("f/img/0.png"));
    QByteArray changed = pictureBytes(1);
    changed[changed.size() - 1] = static_cast<char>(~changed[changed.size() - 1]);
    write(path("f/img/1.png"), changed);
    write(path("f/img/2.png"), pictureBytes(9));
    // Written again with the same content: nothing to report.
    write(path("f/img/3.png"), pictureBytes(3));
    const auto problems = *verifyOriginals(project, id);
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_EQ(problems[0].name, QStringLiteral("img/0.png"));
    EXPECT_THAT(problems[1].problem.toStdString(), HasSubstr("is not the one that was imported"));
    EXPECT_THAT(problems[2].problem.toStdString(), HasSubstr("is not the one that was imported"));
}

TEST_F(ImportsTest, EqualImagesAreKeptOnceAndGoWithTheLastDatasetThatHasThem)
{
    makeFolder(5);
    std::vector<DatasetId> ids;
    for (const char* name : {"first", "second"}) {
        ids.push_back(importNew(project, QString::fromLatin1(name), *planImport(path("f")),
                                Keeping::Copy)
                          ->dataset);
        checkAll(ids.back());
        EXPECT_EQ(copies().size(), 5);
    }
    ASSERT_TRUE(deleteDataset(project, ids[0]));
    EXPECT_EQ(copies().size(), 5);
    expectPictures(ids[1]);
    ASSERT_TRUE(deleteDataset(project, ids[1]));
    EXPECT_THAT(copies(), IsEmpty());
}

TEST_F(ImportsTest, DamagedAndMissingCopiesAreReported)
{
    makeFolder(3);
    const DatasetId id = importNew(project, QStringLiteral("photos"), *planImport(path("f")),
                                   Keeping::Copy)
                             ->dataset;
    checkAll(id);
    const QStringList files = copies();
    QFile::remove(files[0]);
    QFile shortened(files[1]);
    ASSERT_TRUE(shortened.resize(5));
    QFile flipped(files[2]);
    ASSERT_TRUE(flipped.open(QIODevice::ReadWrite));
    flipped.write("XYZ");
    flipped.close();
    EXPECT_EQ(verifyOriginals(project, id)->size(), 3U);
    // Keeping the same bytes again mends a shortened copy.
    SampleReader reader(*sampleLocations(project, id));
    const QByteArray digest = QFileInfo(files[1]).baseName().toLatin1();
    for (int i = 0; i < 3; ++i)
        if (sha256(pictureBytes(i)) == digest) {
            EXPECT_TRUE(keepOriginal(project.originalsFolder(), pictureBytes(i),
                                     QStringLiteral("png")));
        }
    EXPECT_EQ(verifyOriginals(project, id)->size(), 2U);
}

TEST_F(ImportsTest, HundredThousandSamplesComeBackAsTheyWere)
{
    const ImportPlan plan = madePlan(100'000, 80, 1);
    const DatasetId id = importNew(project, QStringLiteral("photos"), plan, Keeping::Copy)->dataset;
    const Result<Project> reader = Project::open(project.folder(), Access::ReadOnly);
    EXPECT_TRUE(currentSnapshot(*reader, id)->annotations == plan.annotations);
    EXPECT_LT(QFileInfo(project.folder() + QStringLiteral("/project.sqlite")).size()
                  + QFileInfo(project.folder() + QStringLiteral("/project.sqlite-wal")).size(),
              200'000'000);
}

} // namespace labelwright::tests
