#include "tests/app/cli_runner.h"
#include "tests/core/dataset/made_files.h"

#include <QFile>
#include <QJsonArray>

#include <gtest/gtest.h>

namespace labelwright {

namespace {

using tests::CliRun;
using tests::CliRunner;
using tests::NamedBytes;

class CliImportTest : public testing::Test
{
protected:
    /// A folder with this index and images "0.png" … below `count`.
    QString folder(const QString& name, const QByteArray& index, int count)
    {
        std::vector<NamedBytes> files{{QString("index.csv"), index}};
        for (int i = 0; i < count; ++i)
            files.emplace_back(QStringLiteral("%1.png").arg(i), tests::pngImage(i * 7 + 1));
        return tests::makeFolder(m_cli.path(name), files);
    }

    /// Ten good rows: image, two labels and a place, separated by semicolons.
    static QByteArray goodIndex()
    {
        QByteArray index = "Bild;Himmel;Wasser;Ort\n";
        for (int i = 0; i < 10; ++i)
            index += QStringLiteral("%1.png;%2;%3;%4\n")
                         .arg(i)
                         .arg(i % 2)
                         .arg(i % 3 == 0 ? 1 : 0)
                         .arg(i < 5 ? "Köln" : "Bonn")
                         .toUtf8();
        return index;
    }

    [[nodiscard]] QString project() const { return m_cli.path("project"); }
    CliRun text(QStringList arguments)
    {
        return m_cli.run(arguments << "--project" << project());
    }

    CliRunner m_cli;
};

} // namespace

TEST_F(CliImportTest, SaysWhatWasGuessed)
{
    const CliRun run = text({"import", folder("photos", goodIndex(), 10), "--group-column", "Ort"});
    EXPECT_EQ(run.exitCode, 0) << run.errors.toStdString();
    EXPECT_TRUE(run.output.startsWith("Imported 10 images with 2 labels as dataset 'photos'.\n"))
        << run.output.toStdString();
    EXPECT_TRUE(run.output.contains(
        "  labels: Himmel, Wasser · image paths: Bild · group: Ort · UTF-8, semicolon\n"))
        << run.output.toStdString();
    const CliRun split = text({"dataset", "split", "photos", "--resplit", "--test-where",
                               "Ort = Köln", "--training-where", "Ort = Bonn"});
    EXPECT_EQ(split.exitCode, 0) << split.errors.toStdString();
    const QJsonObject shown = m_cli.get(project(), {"dataset", "show"});
    EXPECT_EQ(shown["subsets"]["samples"]["test"].toInt(), 5);
}

TEST_F(CliImportTest, RowsLeftOutEndWithThreeAndAreExplained)
{
    QByteArray index = "image,sky,price\n";
    for (int i = 0; i < 8; ++i)
        index += QByteArray::number(i) + ".png," + (i % 2 == 1 ? "1" : "0") +
                 (i < 2 ? ",\"1,5\"\n" : ",1\n");
    const QString photos = folder("photos", index, 8);
    tests::makeFolder(photos, {{QString("7.png"), "no image"}});
    const CliRun run = text({"import", photos});
    EXPECT_EQ(run.exitCode, 3);
    EXPECT_TRUE(run.output.startsWith("Imported 5 images with 2 labels"))
        << run.output.toStdString();
    EXPECT_TRUE(run.output.contains("'price' was taken as a label. (rows 2, 3) To leave it out, "
                                    "import with --label-columns sky\n"))
        << run.output.toStdString();
    const CliRun again = m_cli.ask(project(), {"import", photos, "--dataset", "b"});
    EXPECT_EQ(again.exitCode, 3);
    EXPECT_EQ(again.json()["added"].toInt(), 5);
    EXPECT_EQ(again.json()["unreadable"].toInt(), 1);
    EXPECT_EQ(again.json()["rejected"].toInt(), 3);
}

TEST_F(CliImportTest, StrictListsEverythingAndSavesTheRejects)
{
    const QByteArray index = "image,sky\n0.png,1\nx.png,1\n1.png,0\n2.png,1\ny.png,0\n";
    const QString photos = folder("photos", index, 3);
    tests::makeFolder(photos, {{QString("2.png"), "no image"}});
    const QString rejects = m_cli.path("rejects.csv");
    const CliRun run =
        m_cli.ask(project(), {"import", photos, "--strict", "--rejects", rejects});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_EQ(run.error().toStdString(),
              "The strict import of photos is refused: 2 rows name an image that is not there "
              "(rows 3, 6); 1 image cannot be read (row 5).");
    EXPECT_EQ(run.json()["detail"].toString().count('\n'), 2);
    QFile file(rejects);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().trimmed().count('\n'), 3);
    EXPECT_FALSE(QFile::exists(project()));
}

TEST_F(CliImportTest, IntoNamesNewLabelsAndWhatWasLeftOut)
{
    m_cli.get(project(), {"import", folder("photos", goodIndex(), 10), "--dataset", "d"});
    const QString more = folder("more", "image,sky\n10.png,1\n11.png,0\n", 12);
    for (int i = 0; i < 10; ++i)
        QFile::remove(QStringLiteral("%1/%2.png").arg(more).arg(i));
    const CliRun run = text({"import", more, "--into", "d"});
    EXPECT_EQ(run.exitCode, 0) << run.errors.toStdString();
    EXPECT_TRUE(run.output.startsWith(
        "Added 2 images with 1 label to the dataset 'd', which has 3 labels now.\n"))
        << run.output.toStdString();
    EXPECT_TRUE(run.output.contains(
        "  1 new label: sky (unknown for the 10 images already there).\n"));
    const CliRun again = m_cli.ask(project(), {"import", more, "--into", "d"});
    EXPECT_EQ(again.exitCode, 3) << "nothing came in";
    EXPECT_EQ(again.json()["alreadyThere"].toArray().size(), 2);
    EXPECT_EQ(again.json()["fileLabels"].toArray(), QJsonArray({"sky"}));
    EXPECT_TRUE(again.json()["newLabels"].toArray().isEmpty());
}

TEST_F(CliImportTest, DatasetEditsSayWhatTheyDid)
{
    const QString photos = folder("photos", goodIndex(), 10);
    m_cli.get(project(), {"import", photos});
    EXPECT_EQ(text({"dataset", "rename", "photos", "trip"}).output,
              "The dataset 'photos' is called 'trip' now.\n");
    const QJsonObject renamed = m_cli.get(project(), {"dataset", "rename", "trip", "tour"});
    EXPECT_EQ(renamed["name"].toString(), "tour");
    EXPECT_TRUE(text({"feature-set", "list", "tour"}).output.contains("Himmel, Wasser"));
    const QJsonObject written =
        m_cli.get(project(), {"dataset", "export", "tour", "--to", m_cli.path("t.zip")});
    EXPECT_EQ(written["images"].toInt(), 10);
    EXPECT_EQ(text({"dataset", "delete", "tour"}).output, "Deleted the dataset 'tour'.\n");
}

} // namespace labelwright
