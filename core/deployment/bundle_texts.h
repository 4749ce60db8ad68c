#pragma once

#include "core/deployment/model_file.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace labelwright {

/// A file of a bundle: its name and its content.
using BundleFile = std::pair<QString, QByteArray>;

/// labels.json, preprocessing.json, thresholds.json and origin.json: what a program needs beside
/// the network, and where that comes from.
std::vector<BundleFile> machineReadableFiles(const ProvenExport& work);

/// The origin as single values, for a model file's own metadata.
std::vector<std::pair<QString, QString>> originValues(const ProvenExport& work);

/// README.md of a bundle: what the files are and how to run them.
QByteArray bundleReadme(const BundleRequest& request, const std::vector<ModelProof>& models);

/// example.py: runs model.onnx in Python with the application's preprocessing.
QByteArray pythonExample();

/// example_torch.py: the same with model.pt.
QByteArray torchExample();

/// example.cpp: the same in C++ with OpenCV's DNN.
QByteArray cppExample();

} // namespace labelwright
