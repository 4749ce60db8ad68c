// Holds every #include against the arrows that the architecture allows.

#include "tests/structure/source_files.h"

#include <QRegularExpression>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace labelwright::tests {

namespace {

/// From the bottom up: a folder may include itself and what stands before it.
const QStringList layers{"core/base",    "core/imaging",  "core/dataset",    "core/model",
                         "core/evaluation", "core/nn",    "core/project",    "core/labeling",
                         "core/deployment", "core/report", "core/session",   "ui",
                         "app"};

/// Pairs of folders that do not know each other though one stands below.
const QStringList strangers{"core/dataset", "core/model", "core/evaluation"};

/// The only folder that may include a library's headers.
const std::map<QString, QStringList> libraryOwners{
    {"^<(torch|ATen|c10|caffe2)/", {"core/nn"}},
    {"^<opencv2/", {"core/imaging"}},
    {"^<(quazip/)?(quazip|quazipfile|quazipfileinfo|quazipnewinfo|JlCompress)\\w*(\\.h)?>", {"core/dataset"}},
    {"^<(sqlite3\\.h|QSql\\w*|QtSql/)", {"core/project"}},
    {"^<(microhttpd\\.h|onnx/|google/protobuf/)", {"core/deployment"}},
    {"^<(QtCharts/|QChart\\w*>|QLineSeries>|QValueAxis>)", {"ui"}},
    {"^<(QtWidgets/|QWidget>|QDialog>|QMainWindow>|QApplication>|QMessageBox>)", {"ui", "app"}},
    {"^<CLI/", {"app"}},
};

QString layerOf(const QString& path)
{
    for (const QString& layer : layers)
        if (path.startsWith(layer + '/'))
            return layer;
    return {};
}

/// What is wrong with one include of a file in `layer`; empty when nothing is.
QString complaint(const QString& layer, const QString& included)
{
    if (included.startsWith('"')) {
        const QString target = layerOf(included.mid(1));
        if (target.isEmpty())
            return "does not name a file from the source root";
        if (target == layer)
            return {};
        if (strangers.contains(layer) && strangers.contains(target))
            return target + " and " + layer + " do not know each other";
        return layers.indexOf(target) < layers.indexOf(layer) ? QString()
                                                              : target + " stands above " + layer;
    }
    for (const auto& [pattern, owners] : libraryOwners)
        if (QRegularExpression(pattern).match(included).hasMatch() && !owners.contains(layer))
            return "is for " + owners.join(" and ") + " only";
    return {};
}

QStringList complaintsAbout(const QString& file)
{
    static const QRegularExpression include(R"(^\s*#\s*include\s*(["<][^">]+[">]))");
    QStringList complaints;
    for (const QString& line : sourceLines(file)) {
        const auto match = include.match(line);
        if (!match.hasMatch())
            continue;
        const QString what = complaint(layerOf(file), match.captured(1));
        if (!what.isEmpty())
            complaints.append(file + ": " + match.captured(1) + " " + what);
    }
    return complaints;
}

} // namespace

TEST(Arrows, EveryIncludePointsDown)
{
    QStringList complaints;
    for (const char* folder : {"core", "ui", "app"})
        for (const QString& file : sourceFiles(folder))
            complaints += complaintsAbout(file);
    EXPECT_TRUE(complaints.isEmpty()) << complaints.join('\n').toStdString();
}

TEST(Arrows, TestsSeeTorchInTheNetworksFolderOnly)
{
    static const QRegularExpression torch(R"(^\s*#\s*include\s*<(torch|ATen|c10)/)");
    QStringList complaints;
    for (const QString& file : sourceFiles("tests"))
        for (const QString& line : sourceLines(file))
            if (!file.startsWith("tests/core/nn/") && torch.match(line).hasMatch())
                complaints.append(file + ": " + line);
    EXPECT_TRUE(complaints.isEmpty()) << complaints.join('\n').toStdString();
}

TEST(Arrows, SourcesAreFound)
{
    EXPECT_GT(sourceFiles("core").size(), 20);
}

TEST(Arrows, ForbiddenIncludesAreNoticed)
{
    EXPECT_FALSE(complaint("core/base", "\"core/imaging/pixels.h\"").isEmpty());
    EXPECT_FALSE(complaint("core/evaluation", "\"core/dataset/csv.h\"").isEmpty());
    EXPECT_FALSE(complaint("core/project", "<torch/torch.h>").isEmpty());
    EXPECT_FALSE(complaint("core/nn", "<opencv2/imgproc.hpp>").isEmpty());
    EXPECT_FALSE(complaint("core/session", "<QWidget>").isEmpty());
    EXPECT_FALSE(complaint("core/nn", "\"trainer.h\"").isEmpty());
    EXPECT_TRUE(complaint("core/nn", "<torch/nn.h>").isEmpty());
    EXPECT_TRUE(complaint("core/session", "\"core/nn/trainer.h\"").isEmpty());
}

} // namespace labelwright::tests
