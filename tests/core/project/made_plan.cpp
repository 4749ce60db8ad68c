#include "tests/core/project/made_plan.h"

#include "core/base/random.h"

namespace labelwright::tests {

namespace {

Annotation madeCell(Random& random)
{
    const double number = random.uniform();
    if (number < 0.02)
        return Annotation::Unknown;
    return number < 0.12 ? Annotation::Present : Annotation::Absent;
}

} // namespace

ImportPlan madePlan(std::size_t samples, std::size_t labels, std::uint64_t seed,
                    const QString& prefix)
{
    ImportPlan plan;
    plan.sourcePath = QStringLiteral("/somewhere/photos.zip");
    plan.fieldColumns = QStringList{QStringLiteral("camera")};
    plan.groupColumn = QStringLiteral("series");
    for (std::size_t label = 0; label < labels; ++label)
        plan.labels += QStringLiteral("label %1").arg(label);
    plan.annotations = LabelMatrix(samples, labels);
    plan.samples.resize(samples);
    Random random(seed);
    for (std::size_t row = 0; row < samples; ++row) {
        PlannedSample& sample = plan.samples[row];
        sample.name = QStringLiteral("%1/%2.jpg").arg(prefix).arg(row, 6, 10, QLatin1Char('0'));
        sample.entry = QStringLiteral("photos/") + sample.name;
        sample.group = QStringLiteral("series %1").arg(row / 4);
        sample.fields = QStringList{QStringLiteral("camera %1").arg(row % 3)};
        for (std::size_t label = 0; label < labels; ++label)
            plan.annotations.set(row, label, madeCell(random));
    }
    return plan;
}

} // namespace labelwright::tests
