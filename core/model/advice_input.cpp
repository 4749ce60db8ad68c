#include "core/model/advice_choices.h"

#include <algorithm>
#include <cmath>

namespace labelwright {

namespace {

/// Means and deviations of ImageNet's channels, taken together for grey.
constexpr float greyMean = 0.449F;
constexpr float greyStddev = 0.226F;

bool isWide(const DataFacts& facts)
{
    if (facts.medianWidth <= 0 || facts.medianHeight <= 0)
        return false;
    const auto [shorter, longer] = std::minmax(facts.medianWidth, facts.medianHeight);
    return longer >= adviceLimits().wideAspect * shorter;
}

bool isGrey(const DataFacts& facts)
{
    return facts.greyShare >= adviceLimits().greyShare;
}

int roundedSide(double side, int multiple)
{
    const int rounded = static_cast<int>(std::lround(side / multiple)) * multiple;
    return std::clamp(rounded, adviceLimits().smallestSide, 4096);
}

/// As many pixels as the square input, in the images' proportion, not more than they have.
void setWideSides(const DataFacts& facts, int square, int multiple, Preprocessing& input)
{
    const double width = facts.medianWidth;
    const double height = facts.medianHeight;
    const double scale = std::min(1.0, square / std::sqrt(width * height));
    input.width = roundedSide(width * scale, multiple);
    input.height = roundedSide(height * scale, multiple);
}

QString sizeReason(const DataFacts& facts, const ExtractorChoice& choice,
                   const Preprocessing& input)
{
    const QString size = QStringLiteral("%1×%2").arg(input.width).arg(input.height);
    if (isWide(facts))
        return QStringLiteral("Images are scaled to %1, because they are far from square and keep "
                              "their proportion of %2 to %3.")
            .arg(size)
            .arg(facts.medianWidth)
            .arg(facts.medianHeight);
    if (choice.backbone)
        return QStringLiteral("The whole image is stretched to %1, %2; cropping would lose labels "
                              "at the border.")
            .arg(size, choice.regime == Regime::Frozen
                           ? QStringLiteral("the size the backbone was trained at")
                           : QStringLiteral("larger than the backbone was trained at, which shows "
                                            "it small things"));
    return QStringLiteral("The whole image is stretched to %1, large enough to see small things "
                          "and small enough to train from scratch in short time.")
        .arg(size);
}

} // namespace

bool looksLikeSpectrograms(const DataFacts& facts)
{
    return isWide(facts) && isGrey(facts);
}

Preprocessing choosePreprocessing(const DataFacts& facts, const ExtractorChoice& choice,
                                  const Explain& explain)
{
    const Recipe& recipe = recipeOf(choice);
    Preprocessing input;
    const int multiple = choice.backbone ? 32 : 8;
    if (isWide(facts)) {
        // The long side holds the detail, so an image twice as wide gets twice the pixels.
        const int square = choice.backbone ? recipe.inputSide : 2 * recipe.inputSide;
        setWideSides(facts, square, multiple, input);
    } else {
        const int shorter = std::min(facts.medianWidth, facts.medianHeight);
        const int side = choice.backbone || shorter <= 0 ? recipe.inputSide
                                                         : std::min(recipe.inputSide, shorter);
        input.width = input.height = roundedSide(side, multiple);
    }
    explain(QStringLiteral("Input"), sizeReason(facts, choice, input));
    if (isGrey(facts)) {
        input.color = ColorMode::Grey;
        input.mean.fill(greyMean);
        input.stddev.fill(greyStddev);
        explain(QStringLiteral("Colour"), QStringLiteral("One grey channel is read, because the "
                                                         "images have no colour."));
    }
    return input;
}

Augmentation chooseAugmentation(const DataFacts& facts, const ExtractorChoice& choice,
                                const Explain& explain)
{
    const QString setting = QStringLiteral("Augmentation");
    const bool isFrozen = choice.backbone && choice.regime == Regime::Frozen;
    if (isFrozen && looksLikeSpectrograms(facts)) {
        explain(setting, QStringLiteral("Images are not varied, because a frozen backbone sees "
                                        "each image only once."));
        return {};
    }
    if (isFrozen) {
        explain(setting, QStringLiteral("A frozen backbone sees each image twice, as it is and "
                                        "mirrored left to right, which changes nothing of what is "
                                        "in a photo."));
        return recipeOf(choice).augmentation;
    }
    Augmentation augmentation = recipeOf(choice).augmentation;
    if (isGrey(facts))
        augmentation.saturation = 0;
    if (!looksLikeSpectrograms(facts)) {
        explain(setting, augmentation.cropMinScale < 1
                             ? QStringLiteral("Images are mirrored left to right, cropped a little "
                                              "and varied in light, because none of that changes "
                                              "what is in a photo.")
                             : QStringLiteral("Images are mirrored left to right, because that "
                                              "changes nothing of what is in a photo."));
        return augmentation;
    }
    augmentation.flipHorizontal = false;
    augmentation.flipVertical = false;
    augmentation.rotationDegrees = 0;
    augmentation.cropMaxAspect = 1;
    explain(setting, QStringLiteral("Images are neither mirrored nor turned, because they look like "
                                    "spectrograms, whose axes are time and pitch."));
    return augmentation;
}

} // namespace labelwright
