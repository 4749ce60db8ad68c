#pragma once

#include <cstddef>
#include <cstdint>

namespace labelwright {

/// A bfloat16 number as its bits: the upper half of a float.
enum class Bf16 : std::uint16_t {};

/// Loops over `count` values for activations; `out` may be the input. Compiled for several
/// instruction sets and chosen by the machine. T is float or Bf16.
template <class T>
struct ActivationKernels
{
    static void relu6(const T* in, T* out, std::size_t count);
    /// gradient · (0 < relu6's result < 6).
    static void relu6Gradient(const T* result, const T* gradient, T* out, std::size_t count);
    static void hardSwish(const T* in, T* out, std::size_t count);
    /// gradient · hardswish'(in).
    static void hardSwishGradient(const T* in, const T* gradient, T* out, std::size_t count);
};

} // namespace labelwright
