#include "core/nn/precision.h"

#include "core/nn/guarded.h"

#include <chrono>
#include <cmath>

namespace labelwright {

namespace {

/// Fails when stopped.
Result<double> imagesPerSecond(const std::function<void(bool bf16)>& work, bool bf16, int images,
                               const std::stop_token& stop)
{
    if (!stop.stop_requested())
        work(bf16);
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    const auto start = std::chrono::steady_clock::now();
    work(bf16);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    return images / seconds.count();
}

} // namespace

Result<PrecisionChoice> choosePrecision(const std::function<void(bool bf16)>& work, int images,
                                        const ProgressCallback& progress,
                                        const std::stop_token& stop)
{
    if (progress)
        progress({QStringLiteral("Measuring which precision is faster"), 0, 0});
    const auto f32 = guarded(QStringLiteral("The network's speed cannot be measured."),
                             [&] { return imagesPerSecond(work, false, images, stop); });
    if (!f32)
        return failureOf(f32);
    PrecisionChoice choice;
    choice.f32PerSecond = *f32;
    const auto bf16 = guarded(QStringLiteral("bf16 is not possible here"),
                              [&] { return imagesPerSecond(work, true, images, stop); });
    if (!bf16 && isCancelled(bf16.error()))
        return failureOf(bf16);
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
