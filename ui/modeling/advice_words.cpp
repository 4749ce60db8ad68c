#include "ui/modeling/advice_words.h"

#include "core/model/backbone_facts.h"
#include "core/model/solved_head.h"
#include "ui/modeling/block_words.h"
#include "ui/modeling/modeling_words.h"

#include <functional>
#include <map>

namespace labelwright {

namespace {

QString scheduleWords(ScheduleKind schedule)
{
    switch (schedule) {
    case ScheduleKind::Constant: return ModelingWords::tr("Constant");
    case ScheduleKind::Cosine: return ModelingWords::tr("Cosine");
    case ScheduleKind::OneCycle: return ModelingWords::tr("One cycle");
    }
    return {};
}

QString augmentationWords(const Augmentation& augmentation)
{
    if (isIdentity(augmentation))
        return ModelingWords::tr("None");
    QStringList parts;
    if (augmentation.flipHorizontal || augmentation.flipVertical)
        parts.append(ModelingWords::tr("mirroring"));
    if (augmentation.cropMinScale < 1)
        parts.append(ModelingWords::tr("cropping"));
    if (augmentation.rotationDegrees > 0)
        parts.append(ModelingWords::tr("rotation"));
    if (augmentation.brightness > 0 || augmentation.contrast > 0 || augmentation.saturation > 0)
        parts.append(ModelingWords::tr("colours"));
    return parts.join(QStringLiteral(", "));
}

/// Only where a word adds something to the sentence.
const std::map<QString, std::function<QString(const Advice&)>>& values()
{
    static const std::map<QString, std::function<QString(const Advice&)>> all{
        {QStringLiteral("Input"),
         [](const Advice& a) { return inputInWords(find<InputBlock>(a.spec)->preprocessing); }},
        {QStringLiteral("Colour"), [](const Advice&) { return ModelingWords::tr("Grey"); }},
        {QStringLiteral("Augmentation"),
         [](const Advice& a) { return augmentationWords(find<InputBlock>(a.spec)->augmentation); }},
        {QStringLiteral("Output"), [](const Advice&) { return ModelingWords::tr("Sigmoid"); }},
        {QStringLiteral("Loss"),
         [](const Advice&) { return ModelingWords::tr("Binary crossentropy"); }},
        {QStringLiteral("Dropout"),
         [](const Advice& a) {
             const DropoutBlock* const block = find<DropoutBlock>(a.spec);
             return block != nullptr ? QStringLiteral("%1 %").arg(qRound(100 * block->rate))
                                     : QString();
         }},
        {QStringLiteral("Batch size"),
         [](const Advice& a) { return QString::number(a.settings.batchSize); }},
        {QStringLiteral("Learning rate"),
         [](const Advice& a) { return rateInWords(a.settings.learningRate); }},
        {QStringLiteral("Schedule"), [](const Advice& a) { return scheduleWords(a.settings.schedule); }},
        {QStringLiteral("Head"),
         [](const Advice& a) {
             return headIsSolved(a.spec) ? ModelingWords::tr("solved directly") : QString();
         }},
        {QStringLiteral("Mixup"), [](const Advice& a) { return QString::number(a.settings.mixup); }},
        {QStringLiteral("Averaging"),
         [](const Advice& a) { return QString::number(a.settings.emaDecay); }},
        {QStringLiteral("Early stopping"),
         [](const Advice& a) { return ModelingWords::tr("%n epochs", nullptr, a.settings.patience); }},
    };
    return all;
}

} // namespace

QString settingTitle(const QString& setting)
{
    static const std::map<QString, const char*> titles{
        {QStringLiteral("Backbone"), QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Backbone")},
        {QStringLiteral("Regime"), QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Regime")},
        {QStringLiteral("Input"), QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Input")},
        {QStringLiteral("Colour"), QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Colour")},
        {QStringLiteral("Augmentation"),
         QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Augmentation")},
        {QStringLiteral("Output"), QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Output")},
        {QStringLiteral("Loss"), QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Loss")},
        {QStringLiteral("Dropout"), QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Dropout")},
        {QStringLiteral("Epochs"), QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Epochs")},
        {QStringLiteral("Batch size"),
         QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Batch size")},
        {QStringLiteral("Frozen stages"),
         QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Frozen stages")},
        {QStringLiteral("Learning rate"),
         QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Learning rate")},
        {QStringLiteral("Schedule"), QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Schedule")},
        {QStringLiteral("Head"), QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Head")},
        {QStringLiteral("Mixup"), QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Mixup")},
        {QStringLiteral("Best epoch"),
         QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Best epoch")},
        {QStringLiteral("Averaging"), QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Averaging")},
        {QStringLiteral("Early stopping"),
         QT_TRANSLATE_NOOP("labelwright::ModelingWords", "Early stopping")},
    };
    const auto found = titles.find(setting);
    return found != titles.end() ? ModelingWords::tr(found->second) : setting;
}

QString chosenValue(const Advice& advice, const QString& setting)
{
    const auto found = values().find(setting);
    return found != values().end() ? found->second(advice) : QString();
}

QString suggestedName(const Advice& advice, const QString& dataset)
{
    const BackboneBlock* const backbone = find<BackboneBlock>(advice.spec);
    if (backbone == nullptr)
        return ModelingWords::tr("%1, small network").arg(dataset);
    const BackboneFacts* const facts = backboneFacts(backbone->name);
    const QString title = facts != nullptr ? facts->title : backbone->name;
    return advice.regime == Regime::Frozen ? ModelingWords::tr("%1, %2 frozen").arg(dataset, title)
                                           : ModelingWords::tr("%1, %2 fine-tuned").arg(dataset, title);
}

} // namespace labelwright
