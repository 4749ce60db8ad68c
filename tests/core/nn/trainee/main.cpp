#include "tests/core/nn/toy_data.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace labelwright;

/// Trains the toy network in the folder given as argument and prints the SHA-256 of the last
/// weights: `nn_trainee FOLDER [EPOCHS [IMAGES]]`.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    RunSettings settings = tests::toySettings();
    settings.epochs = arguments.value(2, QStringLiteral("6")).toInt();
    settings.emaDecay = 0.99;
    const TrainingData data =
        tests::toyData(arguments.value(3, QStringLiteral("200")).toInt());
    RunControl control;
    RunCallbacks callbacks;
    QTextStream out(stdout);
    callbacks.epoch = [&](const EpochReport& report) {
        out << "epoch " << report.epoch << Qt::endl;
    };
    const auto outcome = train(tests::toySpec(), settings, data, {{}, arguments.at(1), {}}, callbacks,
                               control, {});
    if (!outcome) {
        out << "error: " << outcome.error().summary << Qt::endl;
        return 1;
    }
    out << "sha256 " << outcome->last->sha256 << Qt::endl;
    return 0;
}
