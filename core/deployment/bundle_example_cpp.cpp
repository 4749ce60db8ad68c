#include "core/deployment/bundle_texts.h"

namespace labelwright {

namespace {

const char* const head = R"cpp(// Runs this bundle's model.onnx on image files with OpenCV alone (4.5.5 or newer). Build and run:
//
//     g++ -std=c++17 -O2 example.cpp -o example $(pkg-config --cflags --libs opencv4)
//     ./example samples/sample-*
//
// Prints one line per file and label: file, label, score, yes or no; separated by tabs. Run it in
// the bundle's folder, or name that with --bundle FOLDER before the files.
)cpp"
// Line by line: they are the example's includes, not this file's.
"#include <opencv2/dnn.hpp>\n"
"#include <opencv2/imgcodecs.hpp>\n"
"#include <opencv2/imgproc.hpp>\n"
R"cpp(
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

using Bytes = std::vector<unsigned char>;

/// A big- or little-endian number of `size` bytes; 0 beyond the end.
static unsigned number(const Bytes& data, std::size_t at, int size, bool big)
{
    unsigned value = 0;
    for (int i = 0; i < size && at + size <= data.size(); ++i)
        value |= unsigned(data[at + (big ? i : size - 1 - i)]) << (8 * (size - 1 - i));
    return value;
}

static bool holds(const Bytes& data, std::size_t at, const std::string& text)
{
    const Bytes wanted(text.begin(), text.end());
    return at + text.size() <= data.size() &&
           std::equal(wanted.begin(), wanted.end(), data.begin() + at);
}

/// EXIF orientation, 1 to 8, of the TIFF block at `at`; 1 where it says none.
static int tiffOrientation(const Bytes& data, std::size_t at)
{
    const bool big = holds(data, at, "MM");
    if (!big && !holds(data, at, "II"))
        return 1;
    const std::size_t start = at + number(data, at + 4, 4, big);
    for (unsigned i = 0; i < number(data, start, 2, big); ++i) {
        const std::size_t entry = start + 2 + 12 * i;
        const unsigned value = number(data, entry + 8, 2, big);
        if (number(data, entry, 2, big) == 0x0112 && number(data, entry + 2, 2, big) == 3 &&
            value >= 1 && value <= 8)
            return int(value);
    }
    return 1;
}

/// EXIF orientation of a JPEG, PNG or WebP file's bytes.
static int orientation(const Bytes& data)
{
    if (holds(data, 0, "\xff\xd8")) {
        for (std::size_t at = 2; at + 4 <= data.size() && data[at] == 0xff && data[at + 1] != 0xda;
             at += 2 + number(data, at + 2, 2, true))
            if (data[at + 1] == 0xe1 && holds(data, at + 4, "Exif"))
                return tiffOrientation(data, at + 10);
    } else if (holds(data, 0, "\x89PNG\r\n\x1a\n")) {
        for (std::size_t at = 8; at + 8 <= data.size(); at += 12 + std::size_t(number(data, at, 4, true)))
            if (holds(data, at + 4, "eXIf"))
                return tiffOrientation(data, at + 8);
    } else if (holds(data, 0, "RIFF") && holds(data, 8, "WEBP")) {
        for (std::size_t at = 12; at + 8 <= data.size();) {
            const unsigned length = number(data, at + 4, 4, false);
            if (holds(data, at, "EXIF"))
                return tiffOrientation(data, at + 8 + (holds(data, at + 8, "Exif") ? 6 : 0));
            at += 8 + std::size_t(length) + length % 2;
        }
    }
    return 1;
}

/// Turns and mirrors an image that was stored with an EXIF orientation.
static cv::Mat upright(cv::Mat image, int value)
{
    if (value >= 5)
        cv::transpose(image, image);
    const int flips[] = {9, 9, 1, -1, 0, 9, 1, -1, 0};
    if (flips[value] != 9)
        cv::flip(image, image, flips[value]);
    return image;
}

static cv::Mat overWhite(const cv::Mat& bgra)
{
    cv::Mat bgr(bgra.size(), CV_8UC3);
    for (int y = 0; y < bgra.rows; ++y)
        for (int x = 0; x < bgra.cols; ++x) {
            const auto pixel = bgra.at<cv::Vec4b>(y, x);
            for (int c = 0; c < 3; ++c)
                bgr.at<cv::Vec3b>(y, x)[c] =
                    cv::uint8_t((pixel[c] * pixel[3] + 255 * (255 - pixel[3]) + 127) / 255);
        }
    return bgr;
}
)cpp";

const char* const body = R"cpp(
/// 8-bit RGB or grey, upright, alpha over white.
static cv::Mat decode(const Bytes& data, bool isGrey)
{
    cv::Mat image = cv::imdecode(data, cv::IMREAD_UNCHANGED);
    if (image.empty())
        throw std::runtime_error("not a readable image");
    const bool hasAlpha = image.channels() == 4;
    if (!hasAlpha)
        image = cv::imdecode(data, (isGrey ? cv::IMREAD_GRAYSCALE : cv::IMREAD_COLOR) |
                                       (image.depth() == CV_16U ? cv::IMREAD_ANYDEPTH : 0) |
                                       cv::IMREAD_IGNORE_ORIENTATION);
    image = upright(image, orientation(data));
    if (image.depth() == CV_16U)
        image.convertTo(image, CV_8U, 1 / 257.0);
    if (hasAlpha)
        image = overWhite(image);
    if (isGrey && image.channels() == 3)
        cv::cvtColor(image, image, cv::COLOR_BGR2GRAY);
    else if (!isGrey)
        cv::cvtColor(image, image, cv::COLOR_BGR2RGB);
    return image;
}

static cv::Mat resized(const cv::Mat& image, int width, int height)
{
    if (image.cols == width && image.rows == height)
        return image;
    const bool shrinks = width <= image.cols && height <= image.rows;
    cv::Mat result;
    cv::resize(image, result, {width, height}, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
    return result;
}

static int scaled(int side, double scale, int most)
{
    return std::clamp(int(std::floor(side * scale + 0.5)), 1, most);
}

static cv::Mat fit(const cv::Mat& image, int width, int height, const std::string& how)
{
    const double x = double(width) / image.cols;
    const double y = double(height) / image.rows;
    if (how == "centerCrop") {
        const double scale = 1 / std::max(x, y);
        const cv::Size crop(scaled(width, scale, image.cols), scaled(height, scale, image.rows));
        const cv::Point corner((image.cols - crop.width) / 2, (image.rows - crop.height) / 2);
        return resized(image({corner, crop}), width, height);
    }
    if (how == "letterbox") {
        const double scale = std::min(x, y);
        const cv::Size inner(scaled(image.cols, scale, width), scaled(image.rows, scale, height));
        const cv::Point corner((width - inner.width) / 2, (height - inner.height) / 2);
        cv::Mat result(height, width, image.type(), cv::Scalar::all(0));
        resized(image, inner.width, inner.height).copyTo(result({corner, inner}));
        return result;
    }
    return resized(image, width, height);
}

static cv::FileStorage json(const std::string& path)
{
    cv::FileStorage file(path, cv::FileStorage::READ | cv::FileStorage::FORMAT_JSON);
    if (!file.isOpened())
        throw std::runtime_error(path + " cannot be read; name the bundle with --bundle FOLDER");
    return file;
}

int main(int count, char** arguments)
try {
    std::vector<std::string> files(arguments + 1, arguments + count);
    std::string bundle = ".";
    if (files.size() >= 2 && files[0] == "--bundle") {
        bundle = files[1];
        files.erase(files.begin(), files.begin() + 2);
    }
    const cv::FileStorage how = json(bundle + "/preprocessing.json");
    const cv::FileStorage thresholdsFile = json(bundle + "/thresholds.json");
    const cv::FileNode thresholds = thresholdsFile["thresholds"];
    cv::dnn::Net network = cv::dnn::readNetFromONNX(bundle + "/model.onnx");
    for (const std::string& file : files) {
        std::ifstream stream(file, std::ios::binary);
        const Bytes data((std::istreambuf_iterator<char>(stream)), {});
        const cv::Mat image = fit(decode(data, how["color"].string() == "grey"), int(how["width"]),
                                  int(how["height"]), how["fit"].string());
        // The model takes [N, H, W, C], values 0 to 255; the rest happens inside.
        const int shape[] = {1, image.rows, image.cols, image.channels()};
        cv::Mat input;
        image.clone().reshape(1, 4, shape).convertTo(input, CV_32F);
        network.setInput(input);
        const cv::Mat scores = network.forward();
        for (int i = 0; i < int(thresholds.size()); ++i) {
            const float score = scores.ptr<float>()[i];
            std::printf("%s\t%s\t%.7g\t%s\n", file.c_str(), thresholds[i]["label"].string().c_str(),
                        double(score), score >= float(thresholds[i]["threshold"]) ? "yes" : "no");
        }
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "error: %s\n", error.what());
    return 1;
}
)cpp";

} // namespace

QByteArray cppExample()
{
    return QByteArray(head) + body;
}

} // namespace labelwright
