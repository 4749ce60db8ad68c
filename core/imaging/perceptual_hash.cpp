#include "core/imaging/perceptual_hash.h"

#include "core/imaging/decoded_mat.h"
#include "core/imaging/guarded.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <bit>

namespace labelwright {

namespace {

/// The 64 lowest frequencies but the mean, diagonal by diagonal.
std::array<float, 64> lowFrequencies(const cv::Mat& spectrum)
{
    std::array<float, 64> values{};
    std::size_t count = 0;
    for (int sum = 1; count < values.size(); ++sum)
        for (int y = 0; y <= sum && count < values.size(); ++y)
            values.at(count++) = spectrum.at<float>(y, sum - y);
    return values;
}

quint64 hashOf(const cv::Mat& grey)
{
    cv::Mat small;
    cv::resize(grey, small, cv::Size(32, 32), 0, 0, cv::INTER_AREA);
    cv::Mat spectrum;
    small.convertTo(small, CV_32F);
    cv::dct(small, spectrum);
    const std::array<float, 64> values = lowFrequencies(spectrum);
    std::array<float, 64> sorted = values;
    std::nth_element(sorted.begin(), sorted.begin() + 32, sorted.end());
    quint64 hash = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values.at(i) > sorted[32])
            hash |= quint64{1} << i;
    return hash;
}

} // namespace

Result<quint64> perceptualHash(const QByteArray& encoded)
{
    const Result<ImageHeader> header = readImageHeader(encoded);
    if (!header)
        return failureOf(header);
    const Result<cv::Mat> grey =
        decodeToMat(encoded, *header, ColorMode::Grey, {}, reductionFor(*header, 64));
    if (!grey)
        return failureOf(grey);
    quint64 hash = 0;
    const auto hashed = guarded(QStringLiteral("The image cannot be compared with others."),
                                [&] { hash = hashOf(*grey); });
    if (!hashed)
        return failureOf(hashed);
    return hash;
}

int hammingDistance(quint64 a, quint64 b)
{
    return std::popcount(a ^ b);
}

} // namespace labelwright
