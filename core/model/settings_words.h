#pragma once

#include "core/model/fields.h"
#include "core/model/run_settings.h"

namespace labelwright {

inline constexpr WordOf<OptimizerKind> optimizerWords[] = {
    {OptimizerKind::AdamW, "adamw"},
    {OptimizerKind::Sgd, "sgd"},
};

inline constexpr WordOf<ScheduleKind> scheduleWords[] = {
    {ScheduleKind::Constant, "constant"},
    {ScheduleKind::Cosine, "cosine"},
    {ScheduleKind::OneCycle, "oneCycle"},
};

inline constexpr WordOf<BestBy> bestByWords[] = {
    {BestBy::ValidationLoss, "validationLoss"},
    {BestBy::ValidationMap, "validationMap"},
};

inline constexpr WordOf<Precision> precisionWords[] = {
    {Precision::Auto, "auto"},
    {Precision::F32, "f32"},
    {Precision::Bf16, "bf16"},
};

/// The word that stands for a value in JSON and on the command line: `wordFor(value, …Words)`.
template <class E, std::size_t N>
QString wordFor(E value, const WordOf<E> (&words)[N])
{
    for (const WordOf<E>& entry : words)
        if (entry.value == value)
            return QLatin1String(entry.word);
    return {};
}

/// The value of a word, or nothing.
template <class E, std::size_t N>
std::optional<E> valueFor(const QString& word, const WordOf<E> (&words)[N])
{
    for (const WordOf<E>& entry : words)
        if (word == QLatin1String(entry.word))
            return entry.value;
    return std::nullopt;
}

/// What is out of range, as the end of a sentence: `"epochs" must be …`; empty when nothing is.
QString settingsProblem(const RunSettings& settings);

} // namespace labelwright
