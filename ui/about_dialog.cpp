#include "ui/about_dialog.h"

#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace labelwright {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("labelwright::About", text);
}

QLabel* paragraph(QWidget* parent, const QString& text)
{
    auto* const label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setOpenExternalLinks(true);
    label->setAccessibleName(text);
    return label;
}

QString libraries()
{
    return words(QT_TRANSLATE_NOOP("labelwright::About",
                                   "Built with Qt %1 (Widgets, Charts, SVG), LibTorch, OpenCV, "
                                   "QuaZip and SQLite. Their licences apply to them."))
        .arg(QLatin1String(qVersion()));
}

} // namespace

void showAbout(QWidget* window)
{
    auto* const dialog = new QDialog(window);
    dialog->setObjectName(QStringLiteral("aboutDialog"));
    dialog->setWindowTitle(words(QT_TRANSLATE_NOOP("labelwright::About", "About Labelwright")));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const int step = gridStep(dialog);
    auto* const picture = new QLabel(dialog);
    picture->setPixmap(QIcon(QStringLiteral(":/icons/labelwright.svg")).pixmap(24 * step));
    picture->setAlignment(Qt::AlignCenter);
    auto* const name = new QLabel(QStringLiteral("Labelwright"), dialog);
    setHeading(name, 1);
    name->setAlignment(Qt::AlignCenter);
    QLabel* const version = paragraph(
        dialog, words(QT_TRANSLATE_NOOP("labelwright::About", "Version %1"))
                    .arg(QCoreApplication::applicationVersion()));
    setMuted(version);
    auto* const layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(8 * step, 6 * step, 8 * step, 5 * step);
    layout->setSpacing(3 * step);
    layout->addWidget(picture);
    layout->addWidget(name);
    layout->addWidget(version);
    layout->addWidget(paragraph(
        dialog, words(QT_TRANSLATE_NOOP("labelwright::About",
                                        "A workbench for multi-label image classification. No "
                                        "account, and nothing leaves this machine unless you ask "
                                        "for it."))));
    layout->addWidget(paragraph(
        dialog,
        words(QT_TRANSLATE_NOOP("labelwright::About",
                                "Free software under the GNU General Public License, version 3 or "
                                "later: you may use, study, share and change it. It comes without "
                                "any warranty."))));
    QLabel* const made = paragraph(dialog, libraries());
    setMuted(made);
    layout->addWidget(made);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    layout->addWidget(buttons);
    dialog->setFixedWidth(110 * step);
    dialog->open();
}

} // namespace labelwright
