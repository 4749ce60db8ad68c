#include "core/nn/autocast.h"

#include <ATen/autocast_mode.h>
#include <torch/version.h>

namespace labelwright {

namespace {

#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)

bool isEnabled(at::DeviceType device) { return at::autocast::is_autocast_enabled(device); }

void setEnabled(at::DeviceType device, bool enabled)
{
    at::autocast::set_autocast_enabled(device, enabled);
    if (enabled)
        at::autocast::set_autocast_dtype(device, at::kBFloat16);
}

#else

bool isEnabled(at::DeviceType device)
{
    return device == at::kCPU ? at::autocast::is_cpu_enabled() : at::autocast::is_enabled();
}

void setEnabled(at::DeviceType device, bool enabled)
{
    if (device == at::kCPU) {
        at::autocast::set_cpu_enabled(enabled);
        at::autocast::set_autocast_cpu_dtype(at::kBFloat16);
    } else {
        at::autocast::set_enabled(enabled);
        at::autocast::set_autocast_gpu_dtype(at::kBFloat16);
    }
}

#endif

} // namespace

AutocastGuard::AutocastGuard(bool enabled) : m_enabled(enabled)
{
    if (!m_enabled)
        return;
    m_cpuBefore = isEnabled(at::kCPU);
    m_cudaBefore = isEnabled(at::kCUDA);
    at::autocast::increment_nesting();
    setEnabled(at::kCPU, true);
    setEnabled(at::kCUDA, true);
}

AutocastGuard::~AutocastGuard()
{
    if (!m_enabled)
        return;
    setEnabled(at::kCPU, m_cpuBefore);
    setEnabled(at::kCUDA, m_cudaBefore);
    if (at::autocast::decrement_nesting() == 0)
        at::autocast::clear_cache();
}

} // namespace labelwright
