#pragma once

#include "core/deployment/export_bundle.h"
#include "tests/core/deployment/random_model.h"

#include <QJsonObject>
#include <QStringList>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <optional>

namespace labelwright::tests {

/// Names in the folder, hidden ones too, sorted by code points.
QStringList everythingIn(const QString& folder);

QJsonObject jsonOf(const QString& path);

/// What a program prints; nothing, with a failure of the test, when it fails.
std::optional<QByteArray> outputOf(const QString& program, const QStringList& arguments);

/// The same for the system's python3.
std::optional<QByteArray> python(const QStringList& arguments);

/// Whether that has torch, OpenCV, NumPy and Pillow.
bool pythonHasPeers();

/// "summary detail" of what failed, for a failed test.
template <class T>
std::string reasonOf(const Result<T>& result)
{
    return result ? std::string() : (result.error().summary + ' ' + result.error().detail).toStdString();
}

/// Models with random weights and places to export them to.
class ExportFixture : public testing::Test
{
protected:
    /// With 20 JPEGs for the proof.
    BundleRequest request(const QString& backbone = {}, ColorMode color = ColorMode::Rgb,
                          Fit fit = Fit::Stretch) const;
    [[nodiscard]] QString target(const QString& name) const { return m_target.filePath(name); }

    QTemporaryDir m_models;
    QTemporaryDir m_target;
};

} // namespace labelwright::tests
