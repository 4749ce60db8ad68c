#include "core/nn/precision.h"

#include "core/nn/guarded.h"

#include <chrono>
#include <cmath>

namespace labelwright {

namespace {

double imagesPerSecond(const std::function<void(bool bf16)>& work, bool bf16, int images)
{
    work(bf16);
    const auto start = std::chrono::steady_clock::now();
    work(bf16);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    return images / seconds.count();
}

} // namespace

PrecisionChoice choosePrecision(const std::function<void(bool bf16)>& work, int images)
{
    PrecisionChoice choice;
    choice.f32PerSecond = imagesPerSecond(work, false, images);
    const auto bf16 = guarded(QStringLiteral("bf16 is not possible here"),
                              [&] { return imagesPerSecond(work, true, images); });
    if (!bf16) {
        choice.note = QStringLiteral("f32 chosen: bf16 is not possible here");
        return choice;
    }
    choice.bf16PerSecond = *bf16;
    if (choice.bf16PerSecond > 1.1 * choice.f32PerSecond)
        choice.precision = Precision::Bf16;
    choice.note = QStringLiteral("bf16: %1 images/s, f32: %2 images/s: %3 chosen")
                      .arg(std::round(choice.bf16PerSecond))
                      .arg(std::round(choice.f32PerSecond))
                      .arg(choice.precision == Precision::Bf16 ? QStringLiteral("bf16")
                                                               : QStringLiteral("f32"));
    return choice;
}

} // namespace labelwright
