#pragma once

namespace labelwright {

/// While it lives, matrix products and convolutions of the calling thread run in bfloat16
/// (parameters stay float32). Does nothing when made with `enabled` false.
class AutocastGuard
{
public:
    explicit AutocastGuard(bool enabled);
    ~AutocastGuard();
    AutocastGuard(const AutocastGuard&) = delete;
    AutocastGuard& operator=(const AutocastGuard&) = delete;

private:
    bool m_enabled = false;
    bool m_cpuBefore = false;
    bool m_cudaBefore = false;
};

} // namespace labelwright
