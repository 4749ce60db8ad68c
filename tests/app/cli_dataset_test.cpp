#include "tests/app/cli_runner.h"

#include <QFile>
#include <QJsonArray>

#include <gtest/gtest.h>

#include <utility>

namespace labelwright {

namespace {

using tests::CliRun;
using tests::CliRunner;

/// Unpacks argv[2] below argv[1] and prints the path of the first image.
const char* const unpack = R"(
import pathlib, sys, zipfile
zipfile.ZipFile(sys.argv[2]).extractall(sys.argv[1])
print(sorted(p for p in pathlib.Path(sys.argv[1]).rglob('*') if p.suffix in ('.jpg', '.png'))[0])
)";

/// A folder of ten landscapes, the first of which is damaged, imported.
class CliDatasetTest : public testing::Test
{
protected:
    void SetUp() override
    {
        const QString zip = m_cli.path("landscapes.zip");
        ASSERT_EQ(m_cli.run({"sample", "--to", zip, "--count", "10", "--seed", "3"}).exitCode, 0);
        m_image = QString::fromUtf8(
                      tests::python({"-c", QLatin1String(unpack), m_cli.path("photos"), zip}))
                      .trimmed();
        QFile image(m_image);
        ASSERT_TRUE(image.open(QIODevice::ReadOnly)) << m_image.toStdString();
        m_good = image.readAll();
        write("no image");
        const CliRun done = m_cli.ask(project(), {"import", m_cli.path("photos")});
        ASSERT_EQ(done.exitCode, 3) << "one image cannot be read";
        m_import = done.json();
    }

    void write(const QByteArray& content)
    {
        QFile image(m_image);
        ASSERT_TRUE(image.open(QIODevice::WriteOnly));
        image.write(content);
    }

    [[nodiscard]] QString project() const { return m_cli.path("project"); }
    QJsonObject get(const QStringList& arguments) { return m_cli.get(project(), arguments); }
    QString said(QStringList arguments)
    {
        return QString::fromUtf8(m_cli.run(arguments << "--project" << project()).output);
    }

    CliRunner m_cli;
    QString m_image;
    QByteArray m_good;
    QJsonObject m_import;
};

} // namespace

TEST_F(CliDatasetTest, ExportLeavesOutWhatCannotBeUsedAndSaysSo)
{
    const QString zip = m_cli.path("out.zip");
    const QJsonObject done = get({"dataset", "export", "--to", zip});
    EXPECT_EQ(done["images"].toInt(), 9);
    EXPECT_EQ(done["leftOut"].toInt(), 1);
    EXPECT_TRUE(said({"dataset", "export", "--to", zip}).contains("1 image that cannot be used"));
    const QJsonObject again = m_cli.get(m_cli.path("other"), {"import", zip});
    EXPECT_EQ(again["added"].toInt(), 9);
    EXPECT_TRUE(again["issues"].toArray().isEmpty());
    EXPECT_EQ(again["subsets"]["samples"]["training"],
              std::as_const(m_import)["subsets"]["samples"]["training"]);
}

TEST_F(CliDatasetTest, CheckLooksAtProblemsAgainWhenAsked)
{
    EXPECT_TRUE(said({"dataset", "check"}).contains("dataset check --again"));
    const QStringList again{"dataset", "check", "--again"};
    const CliRun still = m_cli.ask(project(), again);
    EXPECT_EQ(still.exitCode, 3);
    EXPECT_EQ(still.json()["unusable"].toInt(), 1);
    EXPECT_EQ(still.json()["mended"].toInt(-1), 0);
    write(m_good);
    const QJsonObject mended = get(again);
    EXPECT_EQ(mended["mended"].toInt(), 1);
    EXPECT_EQ(mended["unusable"].toInt(-1), 0);
    const QJsonObject shown = get({"dataset", "show"});
    EXPECT_TRUE(shown["unusable"].toArray().isEmpty());
    EXPECT_EQ(shown["subsets"]["samples"]["none"].toInt(-1), 0) << "it belongs to a subset now";
}

TEST_F(CliDatasetTest, SplitSaysWhatItDid)
{
    const QString refused =
        m_cli.ask(project(), {"dataset", "split", "--test-where", "name contains 1"}).error();
    EXPECT_EQ(refused,
              "All samples belong to a subset already; use --resplit to distribute them anew.");
    const QJsonObject outcome =
        get({"dataset", "split", "--resplit", "--test-where", "name = nothing"});
    EXPECT_EQ(outcome["unmatched"].toInt(), 9);
    EXPECT_EQ(outcome["moved"].toInt(-1), 0);
    EXPECT_TRUE(said({"dataset", "split", "--resplit", "--test-where", "name = nothing"})
                    .contains("9 images meet no condition and stayed where they were."));
    EXPECT_TRUE(said({"dataset", "split"}).contains("Assigned 0 images"));
}

} // namespace labelwright
