#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/run_settings.h"

#include <QString>

#include <functional>
#include <stop_token>

namespace labelwright {

/// Which precision a run uses and why.
struct PrecisionChoice
{
    Precision precision = Precision::F32; ///< Never Auto.
    double f32PerSecond = 0;  ///< Images; 0 where not measured.
    double bf16PerSecond = 0; ///< Images; 0 where not measured or not possible.
    QString note;             ///< "bf16: 29 images/s, f32: 16 images/s: bf16 chosen".
};

/// Takes the faster of f32 and bf16. `work(bf16)` processes `images` images; it is called once to
/// warm up and then timed, for each precision. bf16 has to be a tenth faster, and is not taken when
/// it throws. Tells `progress` that it is measuring. Fails when f32 throws, and when stopped, which is
/// looked at between two calls.
Result<PrecisionChoice> choosePrecision(const std::function<void(bool bf16)>& work, int images,
                                        const ProgressCallback& progress = {},
                                        const std::stop_token& stop = {});

} // namespace labelwright
