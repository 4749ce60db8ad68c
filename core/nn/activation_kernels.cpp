#include "core/nn/activation_kernels.h"

#include <bit>

// Sanitizers cannot instrument the function that chooses a clone at load time.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__SANITIZE_ADDRESS__) \
    && !defined(__clang__)
#define LABELWRIGHT_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define LABELWRIGHT_CLONES
#endif

namespace labelwright {

namespace {

inline float toFloat(float value)
{
    return value;
}

inline float toFloat(Bf16 value)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(value) << 16U);
}

inline void store(float value, float& out)
{
    out = value;
}

/// Rounds to nearest even; NaN stays NaN. Without branches, so that loops become vector code.
inline void store(float value, Bf16& out)
{
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t rounded = (bits + 0x7FFFU + ((bits >> 16U) & 1U)) >> 16U;
    const std::uint32_t isNan = (bits & 0x7FFFFFFFU) > 0x7F800000U ? 0xFFFFFFFFU : 0U;
    out = static_cast<Bf16>((rounded & ~isNan) | (0x7FC0U & isNan));
}

inline float clip6(float x)
{
    const float positive = x < 0.0F ? 0.0F : x; // NaN passes both.
    return positive > 6.0F ? 6.0F : positive;
}

inline float slopeOfHardSwish(float x)
{
    const float inside = x * (1.0F / 3.0F) + 0.5F;
    const float right = x >= 3.0F ? 1.0F : inside;
    return x <= -3.0F ? 0.0F : right;
}

} // namespace

#define LABELWRIGHT_KERNELS(T)                                                                   \
    template <>                                                                                  \
    LABELWRIGHT_CLONES void ActivationKernels<T>::relu6(const T* in, T* out, std::size_t count)  \
    {                                                                                            \
        for (std::size_t i = 0; i < count; ++i)                                                  \
            store(clip6(toFloat(in[i])), out[i]);                                                \
    }                                                                                            \
    template <>                                                                                  \
    LABELWRIGHT_CLONES void ActivationKernels<T>::relu6Gradient(                                 \
        const T* result, const T* gradient, T* out, std::size_t count)                           \
    {                                                                                            \
        for (std::size_t i = 0; i < count; ++i) {                                                \
            const float y = toFloat(result[i]);                                                  \
            const float g = toFloat(gradient[i]);                                                \
            store(y <= 0.0F || y >= 6.0F ? 0.0F : g, out[i]);                                    \
        }                                                                                        \
    }                                                                                            \
    template <>                                                                                  \
    LABELWRIGHT_CLONES void ActivationKernels<T>::hardSwish(const T* in, T* out,                 \
                                                            std::size_t count)                   \
    {                                                                                            \
        for (std::size_t i = 0; i < count; ++i) {                                                \
            const float x = toFloat(in[i]);                                                      \
            store(x * clip6(x + 3.0F) * (1.0F / 6.0F), out[i]);                                  \
        }                                                                                        \
    }                                                                                            \
    template <>                                                                                  \
    LABELWRIGHT_CLONES void ActivationKernels<T>::hardSwishGradient(                             \
        const T* in, const T* gradient, T* out, std::size_t count)                               \
    {                                                                                            \
        for (std::size_t i = 0; i < count; ++i)                                                  \
            store(toFloat(gradient[i]) * slopeOfHardSwish(toFloat(in[i])), out[i]);              \
    }

LABELWRIGHT_KERNELS(float)
LABELWRIGHT_KERNELS(Bf16)

#undef LABELWRIGHT_KERNELS

} // namespace labelwright
