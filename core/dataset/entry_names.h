#pragma once

#include <QByteArray>
#include <QString>

namespace labelwright {

/// A file name as the bytes of a zip archive mean it: UTF-8 when `flaggedUtf8` or when the bytes
/// are valid UTF-8, otherwise code page 437, as the format's specification (APPNOTE 6.3.10,
/// appendix D) has it. `\` becomes '/', a leading `./` is taken off.
QString zipEntryName(const QByteArray& raw, bool flaggedUtf8);

/// True for a path that could leave the folder it is unpacked into: absolute, with a drive letter,
/// or with a `..` part.
bool leavesFolder(const QString& path);

/// True for files that operating systems leave behind: `__MACOSX/`, `.DS_Store`, `Thumbs.db`,
/// `desktop.ini` and everything whose name or folder begins with a dot.
bool isSystemFile(const QString& path);

} // namespace labelwright
