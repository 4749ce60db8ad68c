#pragma once

#include "core/project/project.h"
#include "core/project/samples.h"
#include "core/session/import_job.h"
#include "tests/core/dataset/made_files.h"
#include "tests/core/project/value_of.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <map>

namespace labelwright::tests {

/// A PNG of coloured blocks; different seeds give pictures that do not look alike.
QByteArray blocksImage(int seed);

/// A test with an empty project and a folder to import from.
class SmallDatasetTest : public testing::Test
{
protected:
    SmallDatasetTest();

    /// Writes index.csv and one image for each number below `count`: "0.png", "1.png" …
    QString source(const QString& name, const QByteArray& index, int count, int firstSeed = 0);

    /// An index of `count` rows: image, water (every second), sky (every third), camera, group.
    static QByteArray index(int count);

    ImportRequest request(const QString& path, const QString& dataset = {});

    /// Subsets by name of sample.
    std::map<QString, std::optional<Subset>> subsets(DatasetId dataset);

    template <class T>
    static std::string summaryOf(const Result<T>& result)
    {
        return result ? "done" : result.error().summary.toStdString();
    }

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;

protected:
    Project project;
};

} // namespace labelwright::tests
