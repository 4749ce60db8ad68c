#pragma once

#include "ui/dialogs.h"

namespace labelwright::tests {

/// Dialogs that answer every question for a file or folder with what `answer` holds when asked,
/// confirm everything, and leave texts as proposed. `answer` must outlive them.
inline Dialogs scriptedDialogs(const QString& answer)
{
    Dialogs dialogs;
    dialogs.openFile = [&answer](QWidget*, const FileQuestion&) { return answer; };
    dialogs.saveFile = dialogs.openFile;
    dialogs.openFolder = dialogs.openFile;
    dialogs.confirm = [](QWidget*, const ConfirmQuestion&) { return true; };
    dialogs.askText = [](QWidget*, const QString&, const QString& text) { return text; };
    return dialogs;
}

} // namespace labelwright::tests
