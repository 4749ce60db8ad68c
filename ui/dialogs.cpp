#include "ui/dialogs.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace labelwright {

namespace {

bool confirmed(QWidget* parent, const ConfirmQuestion& question)
{
    QMessageBox box(QMessageBox::Question, question.title, question.text, QMessageBox::Cancel,
                    parent);
    const QPushButton* accept = box.addButton(question.accept, QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == accept;
}

} // namespace

Dialogs platformDialogs()
{
    Dialogs dialogs;
    dialogs.openFile = [](QWidget* parent, const FileQuestion& question) {
        return QFileDialog::getOpenFileName(parent, question.title, question.suggested,
                                            question.filter);
    };
    dialogs.saveFile = [](QWidget* parent, const FileQuestion& question) {
        return QFileDialog::getSaveFileName(parent, question.title, question.suggested,
                                            question.filter);
    };
    dialogs.openFolder = [](QWidget* parent, const FileQuestion& question) {
        return QFileDialog::getExistingDirectory(parent, question.title, question.suggested);
    };
    dialogs.confirm = confirmed;
    dialogs.askText = [](QWidget* parent, const QString& title, const QString& text) {
        bool accepted = false;
        const QString answer = QInputDialog::getText(parent, title, title, QLineEdit::Normal, text,
                                                     &accepted);
        return accepted ? answer : QString();
    };
    return dialogs;
}

} // namespace labelwright
