#pragma once

#include "tests/benchmarks/window/figure.h"

#include <QString>

#include <vector>

namespace labelwright {
class MainWindow;
}

namespace labelwright::benchmarks {

/// Starts this program again a few times as "startOnce" on the project in `folder`.
std::vector<Figure> startFigures(const QString& folder);

/// Does what the application does at start, prints how long it took since `begin` (nanoseconds of
/// the steady clock, taken before the process was made) and returns the exit status.
int startOnce(const QString& folder, qint64 begin);

/// Filter, sort and scroll the images, as a table and as a gallery.
std::vector<Figure> browseFigures(MainWindow& window);

/// Move the threshold with everything that is drawn of it.
std::vector<Figure> thresholdFigures(MainWindow& window);

/// Train on all cores and look whether the window answers.
std::vector<Figure> trainingFigures(MainWindow& window);

/// Opens the large project and waits for its images. False when they do not come.
bool openAndWait(MainWindow& window, const QString& folder);

/// How long the event loop may not answer, milliseconds.
constexpr double stallBar = 50;
/// A frame at 60 Hz, milliseconds.
constexpr double frameBar = 16;

} // namespace labelwright::benchmarks
