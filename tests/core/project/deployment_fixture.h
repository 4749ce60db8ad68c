#pragma once

#include "core/model/model_spec.h"
#include "core/project/deployments.h"
#include "core/project/experiments.h"
#include "core/project/project.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace labelwright::tests {

/// A project with an experiment whose checkpoint `best` is on disk.
class DeploymentFixture : public testing::Test
{
protected:
    static constexpr int labelCount = 3;
    static ModelSpec smallSpec();

    DeploymentFixture();

    static void expectDone(const Result<void>& done);

    /// Makes another checkpoint of the experiment the best one.
    CheckpointId record(int epoch);
    Deployment make(const QString& name = {});
    void reopen();

    [[nodiscard]] QStringList filesOnDisk() const;
    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("p")); }

    template <class T>
    static std::string summaryOf(const Result<T>& result)
    {
        return result ? "done" : result.error().summary.toStdString();
    }

private:
    QTemporaryDir m_folder;

protected:
    std::unique_ptr<Project> project;
    Experiment experiment;
    CheckpointId checkpoint;
    QString weights;
};

} // namespace labelwright::tests
