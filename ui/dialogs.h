#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace labelwright {

/// What a person is asked for when a file is chosen.
struct FileQuestion
{
    QString title;
    QString filter;    ///< Qt's form: "Zip archives (*.zip);;All files (*)".
    QString suggested; ///< Folder or file name to start from.
};

/// A yes-or-no question before something that cannot be taken back.
struct ConfirmQuestion
{
    QString title;
    QString text;
    QString accept; ///< The button's verb: "Delete".
};

/// How views ask a person. Tests replace the functions, so that they never meet a modal dialog.
/// An empty answer means cancelled.
struct Dialogs
{
    std::function<QString(QWidget*, const FileQuestion&)> openFile;
    std::function<QString(QWidget*, const FileQuestion&)> saveFile;
    std::function<QString(QWidget*, const FileQuestion&)> openFolder;
    std::function<bool(QWidget*, const ConfirmQuestion&)> confirm;
    /// One line of text; the second string is what stands there at first.
    std::function<QString(QWidget*, const QString& title, const QString& text)> askText;
};

/// The platform's dialogs.
Dialogs platformDialogs();

} // namespace labelwright
