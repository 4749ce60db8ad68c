#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace labelwright::tests {

/// Name and content of a file.
using NamedBytes = std::pair<QString, QByteArray>;

/// A small PNG; different seeds give different pictures.
QByteArray pngImage(int seed, int side = 8);

/// Writes a zip with Python's zipfile, which packs with Deflate; returns its path.
QString makeZip(const QString& folder, const QString& name, const std::vector<NamedBytes>& files);

/// Writes files below a folder and returns the folder's path.
QString makeFolder(const QString& folder, const std::vector<NamedBytes>& files);

/// Runs a Python program with arguments (argv[1:]); false when it fails.
bool runPython(const QString& program, const QStringList& arguments);

} // namespace labelwright::tests
