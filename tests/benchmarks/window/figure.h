#pragma once

#include "tests/benchmarks/window/stopwatch.h"

#include <QString>

#include <optional>
#include <vector>

namespace labelwright::benchmarks {

/// Something measured, once or more often.
struct Figure
{
    QString name;
    std::vector<Span> spans;
    std::optional<double> bar; ///< Milliseconds that none may take.
};

/// A table for people, then a line of JSON per figure: name, count, median and worst wall time, and
/// the same without the time that other programs had the cores, in milliseconds.
void print(const std::vector<Figure>& figures);

} // namespace labelwright::benchmarks
