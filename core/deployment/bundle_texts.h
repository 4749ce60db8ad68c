#pragma once

#include "core/deployment/export_bundle.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace labelwright {

/// A file of a bundle: its name and its content.
using BundleFile = std::pair<QString, QByteArray>;

/// labels.json, preprocessing.json and thresholds.json: what a program needs beside the network.
std::vector<BundleFile> machineReadableFiles(const ServedModel& model);

/// README.md of a bundle: what the files are and how to run them.
QByteArray bundleReadme(const BundleRequest& request, const ExportReport& report);

/// example.py: runs the bundle in Python with the application's preprocessing.
QByteArray bundleExample();

} // namespace labelwright
