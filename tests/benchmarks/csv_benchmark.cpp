// An index of 100,000 rows with a path, a subset and 80 labels.

#include "core/dataset/csv.h"
#include "tests/benchmarks/made_data.h"

#include <benchmark/benchmark.h>

namespace labelwright::benchmarks {

namespace {

QByteArray madeIndex(std::size_t rows, std::size_t labels)
{
    QByteArray text = "image,subset";
    for (const QString& name : labelNames(labels))
        text += ',' + name.toUtf8();
    const LabelMatrix matrix = madeLabels(rows, labels);
    for (std::size_t row = 0; row < rows; ++row) {
        text += "\nimages/" + QByteArray::number(static_cast<qulonglong>(row)) + ".jpg,training";
        for (const Annotation cell : matrix.row(row))
            text += cell == Annotation::Present ? ",1" : ",0";
    }
    return text + '\n';
}

void parseIndex(benchmark::State& state)
{
    const QByteArray text = madeIndex(static_cast<std::size_t>(state.range(0)), 80);
    for ([[maybe_unused]] auto _ : state) {
        auto table = parseCsv(text);
        if (!table)
            return state.SkipWithError(table.error().summary.toUtf8().constData());
        benchmark::DoNotOptimize(table->rows());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.SetBytesProcessed(state.iterations() * text.size());
}
BENCHMARK(parseIndex)->Arg(100'000)->ArgName("rows")->Unit(benchmark::kMillisecond);

} // namespace

} // namespace labelwright::benchmarks
