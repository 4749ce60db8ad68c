#pragma once

#include "ui/dialogs.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;

namespace labelwright {

/// Appearance, language and folders; every change is stored at once, so that there is only Close.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Dialogs dialogs, QWidget* parent = nullptr);

private:
    QComboBox* makeAppearance();
    QComboBox* makeLanguage();
    QWidget* makeProjects();
    QWidget* makeBackbones();
    void chooseFolder();
    void storeFolder();

    Dialogs m_dialogs;
    QLineEdit* m_projects = nullptr;
    QLabel* m_restart = nullptr;
};

/// Opens the settings on top of a window; returns at once.
void showSettings(QWidget* window, const Dialogs& dialogs);

} // namespace labelwright
