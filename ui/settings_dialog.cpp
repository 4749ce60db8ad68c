#include "ui/settings_dialog.h"

#include "core/session/user_folders.h"
#include "ui/preferences.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace labelwright {

namespace {

/// A field with its label above it.
void addField(QVBoxLayout* layout, const QString& text, QWidget* field, QWidget* buddy = nullptr)
{
    auto* const label = new QLabel(text, field->parentWidget());
    label->setBuddy(buddy != nullptr ? buddy : field);
    layout->addWidget(label);
    layout->addWidget(field);
}

QLabel* sectionTitle(const QString& text, QWidget* parent)
{
    auto* const label = new QLabel(text, parent);
    setHeading(label, 3);
    return label;
}

} // namespace

SettingsDialog::SettingsDialog(Dialogs dialogs, QWidget* parent)
    : QDialog(parent)
    , m_dialogs(std::move(dialogs))
    , m_restart(new QLabel(tr("The language changes when Labelwright starts the next time."), this))
{
    setWindowTitle(tr("Settings"));
    setObjectName(QStringLiteral("settingsDialog"));
    const int step = gridStep(this);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(5 * step, 5 * step, 5 * step, 5 * step);
    layout->setSpacing(2 * step);
    auto* const heading = new QLabel(tr("Settings"), this);
    setHeading(heading, 1);
    layout->addWidget(heading);
    layout->addSpacing(2 * step);
    layout->addWidget(sectionTitle(tr("Looks"), this));
    addField(layout, tr("&Appearance"), makeAppearance());
    addField(layout, tr("&Language"), makeLanguage());
    setMuted(m_restart);
    m_restart->setVisible(false);
    layout->addWidget(m_restart);
    layout->addSpacing(3 * step);
    layout->addWidget(sectionTitle(tr("Folders"), this));
    QWidget* const projects = makeProjects();
    addField(layout, tr("New &projects go to"), projects, m_projects);
    QWidget* const backbones = makeBackbones();
    addField(layout, tr("Weights of &backbones are kept in"), backbones,
             backbones->findChild<QLineEdit*>());
    layout->addStretch();
    layout->addSpacing(3 * step);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    setMinimumWidth(130 * step);
}

QComboBox* SettingsDialog::makeAppearance()
{
    auto* const box = new QComboBox(this);
    box->setObjectName(QStringLiteral("appearance"));
    box->addItem(tr("As the system"), static_cast<int>(ColorScheme::System));
    box->addItem(tr("Light"), static_cast<int>(ColorScheme::Light));
    box->addItem(tr("Dark"), static_cast<int>(ColorScheme::Dark));
    box->setCurrentIndex(box->findData(static_cast<int>(chosenColorScheme())));
    connect(box, &QComboBox::currentIndexChanged, this, [box] {
        chooseColorScheme(static_cast<ColorScheme>(box->currentData().toInt()));
    });
    return box;
}

QComboBox* SettingsDialog::makeLanguage()
{
    auto* const box = new QComboBox(this);
    box->setObjectName(QStringLiteral("language"));
    box->addItem(tr("As the system"), QString());
    // Each in its own words, so that a person finds the way back.
    box->addItem(QStringLiteral("English"), QStringLiteral("en"));
    box->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    box->addItem(QStringLiteral("Svenska"), QStringLiteral("sv"));
    box->setCurrentIndex(std::max(0, box->findData(chosenLanguage())));
    connect(box, &QComboBox::currentIndexChanged, this, [this, box] {
        chooseLanguage(box->currentData().toString());
        m_restart->setVisible(true);
    });
    return box;
}

QWidget* SettingsDialog::makeProjects()
{
    auto* const row = new QWidget(this);
    m_projects = new QLineEdit(QDir::toNativeSeparators(projectsFolder()), row);
    m_projects->setObjectName(QStringLiteral("projectsFolder"));
    m_projects->setAccessibleName(tr("Folder for new projects"));
    auto* const choose = new QPushButton(tr("Choose…"), row);
    choose->setObjectName(QStringLiteral("chooseProjectsFolder"));
    choose->setAccessibleName(tr("Choose the folder for new projects"));
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_projects, 1);
    layout->addWidget(choose);
    connect(m_projects, &QLineEdit::editingFinished, this, &SettingsDialog::storeFolder);
    connect(choose, &QPushButton::clicked, this, &SettingsDialog::chooseFolder);
    return row;
}

QWidget* SettingsDialog::makeBackbones()
{
    auto* const row = new QWidget(this);
    const QString folder = userBackboneFolder();
    auto* const path = new QLineEdit(QDir::toNativeSeparators(folder), row);
    path->setReadOnly(true);
    path->setAccessibleName(tr("Folder of backbone weights"));
    auto* const show = new QPushButton(tr("Open"), row);
    show->setAccessibleName(tr("Open the folder of backbone weights"));
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(path, 1);
    layout->addWidget(show);
    connect(show, &QPushButton::clicked, this, [folder] {
        QDir().mkpath(folder);
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    });
    return row;
}

void SettingsDialog::chooseFolder()
{
    const QString folder = m_dialogs.openFolder(
        this, {tr("Choose the folder for new projects"), {}, projectsFolder()});
    if (folder.isEmpty())
        return;
    m_projects->setText(QDir::toNativeSeparators(folder));
    storeFolder();
}

void SettingsDialog::storeFolder()
{
    const QString folder = QDir::fromNativeSeparators(m_projects->text().trimmed());
    chooseProjectsFolder(QDir::isAbsolutePath(folder) ? QDir::cleanPath(folder) : QString());
    m_projects->setText(QDir::toNativeSeparators(projectsFolder()));
}

void showSettings(QWidget* window, const Dialogs& dialogs)
{
    auto* const settings = new SettingsDialog(dialogs, window);
    settings->setAttribute(Qt::WA_DeleteOnClose);
    settings->open();
}

} // namespace labelwright
