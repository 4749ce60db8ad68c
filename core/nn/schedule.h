#pragma once

#include "core/model/run_settings.h"

namespace labelwright {

/// How the learning rate moves over the steps of a run.
struct Schedule
{
    ScheduleKind kind = ScheduleKind::Constant;
    qint64 steps = 1;       ///< Steps in all, ≥ 1.
    double warmUpShare = 0; ///< Share of the steps with rising rate, [0, 0.5]; not for Constant.
};

/// The rate of `step` (from 0) as a share of the peak rate, in [0, 1]:
/// - constant: 1;
/// - cosine: rises linearly over the warm-up, then falls along half a cosine to 0 after the last
///   step (Loshchilov and Hutter 2017);
/// - one-cycle: from 1/25 along half a cosine to 1 over the warm-up, then to 1/250,000 at the last
///   step (Smith and Topin 2018), equal to torch.optim.lr_scheduler.OneCycleLR.
double rateFactor(const Schedule& schedule, qint64 step);

} // namespace labelwright
