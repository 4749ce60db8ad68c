#include "core/base/heap.h"
#include "ui/application.h"
#include "ui/main_window.h"

#include <QApplication>

int main(int argc, char** argv)
{
    labelwright::keepLargeBlocks();
    QApplication application(argc, argv);
    labelwright::prepareApplication(application);
    labelwright::MainWindow window;
    window.show();
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() > 1)
        window.openProject(arguments.at(1));
    return QApplication::exec();
}
