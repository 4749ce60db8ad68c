#include "core/nn/activations.h"

#include "core/nn/activation_kernels.h"

#include <ATen/Functions.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <cstddef>

namespace labelwright {

namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// Values that one thread takes at a time.
constexpr std::int64_t grain = 1 << 15;

template <class T>
T* data(const Tensor& tensor)
{
    return static_cast<T*>(tensor.data_ptr());
}

/// Calls kernel(in, out, count) on parts of two tensors of one memory order.
template <class T>
void map(void (*kernel)(const T*, T*, std::size_t), const Tensor& in, const Tensor& out)
{
    at::parallel_for(0, in.numel(), grain, [&](std::int64_t begin, std::int64_t end) {
        kernel(data<T>(in) + begin, data<T>(out) + begin, static_cast<std::size_t>(end - begin));
    });
}

/// Calls kernel(values, gradient, out, count) on parts of three tensors of one memory order.
template <class T>
void mapGradient(void (*kernel)(const T*, const T*, T*, std::size_t), const Tensor& values,
                 const Tensor& gradient, const Tensor& out)
{
    at::parallel_for(0, values.numel(), grain, [&](std::int64_t begin, std::int64_t end) {
        kernel(data<T>(values) + begin, data<T>(gradient) + begin, data<T>(out) + begin,
               static_cast<std::size_t>(end - begin));
    });
}

bool isHalf(const Tensor& tensor)
{
    return tensor.scalar_type() == at::kBFloat16;
}

/// The gradient in the memory order of `like`, so that both can be walked side by side.
Tensor inOrderOf(const Tensor& like, const Tensor& gradient)
{
    const Tensor same = gradient.to(like.scalar_type());
    if (same.strides() == like.strides() && same.is_non_overlapping_and_dense())
        return same;
    return at::empty_like(like).copy_(same);
}

struct Relu6Function : torch::autograd::Function<Relu6Function>
{
    static Tensor forward(AutogradContext* context, Tensor input, bool inPlace)
    {
        Tensor out = inPlace ? input : at::empty_like(input);
        if (inPlace)
            context->mark_dirty({input});
        if (isHalf(input))
            map(ActivationKernels<Bf16>::relu6, input, out);
        else
            map(ActivationKernels<float>::relu6, input, out);
        context->save_for_backward({out});
        return out;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients)
    {
        const Tensor result = context->get_saved_variables()[0];
        const Tensor gradient = inOrderOf(result, gradients[0]);
        const Tensor out = at::empty_like(result);
        if (isHalf(result))
            mapGradient(ActivationKernels<Bf16>::relu6Gradient, result, gradient, out);
        else
            mapGradient(ActivationKernels<float>::relu6Gradient, result, gradient, out);
        return {out, Tensor()};
    }
};

struct HardSwishFunction : torch::autograd::Function<HardSwishFunction>
{
    static Tensor forward(AutogradContext* context, Tensor input)
    {
        Tensor out = at::empty_like(input);
        if (isHalf(input))
            map(ActivationKernels<Bf16>::hardSwish, input, out);
        else
            map(ActivationKernels<float>::hardSwish, input, out);
        context->save_for_backward({input});
        return out;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients)
    {
        const Tensor input = context->get_saved_variables()[0];
        const Tensor gradient = inOrderOf(input, gradients[0]);
        const Tensor out = at::empty_like(input);
        if (isHalf(input))
            mapGradient(ActivationKernels<Bf16>::hardSwishGradient, input, gradient, out);
        else
            mapGradient(ActivationKernels<float>::hardSwishGradient, input, gradient, out);
        return {out};
    }
};

/// True where the loops above can be used.
bool isPlain(const Tensor& input)
{
    return input.is_cpu() && input.layout() == at::kStrided
           && (input.scalar_type() == at::kFloat || input.scalar_type() == at::kBFloat16);
}

Tensor dense(const Tensor& input)
{
    return input.is_non_overlapping_and_dense() ? input : input.contiguous();
}

} // namespace

Tensor relu6(const Tensor& input, bool inPlace)
{
    if (!isPlain(input))
        return at::hardtanh(input, 0, 6);
    const Tensor values = dense(input);
    return Relu6Function::apply(values, inPlace && values.is_same(input));
}

Tensor hardSwish(const Tensor& input)
{
    return isPlain(input) ? HardSwishFunction::apply(dense(input)) : at::hardswish(input);
}

Tensor hardSigmoid(const Tensor& input)
{
    // Of one value per channel only: speed does not matter, and relu and clamp_max can be
    // differentiated in every type.
    return (input + 3).relu().clamp_max(6).div(6);
}

} // namespace labelwright
