#include "core/dataset/sample_check.h"

#include "core/base/digest.h"
#include "core/imaging/decode.h"
#include "core/imaging/perceptual_hash.h"

namespace labelwright {

SampleCheck checkSample(const QByteArray& bytes)
{
    SampleCheck check;
    check.digest = sha256(bytes);
    check.bytes = bytes.size();
    const auto pixels = decodeImage(bytes, ColorMode::Rgb);
    if (!pixels) {
        check.problem = pixels.error().summary;
        return check;
    }
    const auto hash = perceptualHash(bytes);
    if (!hash) {
        check.problem = hash.error().summary;
        return check;
    }
    check.width = pixels->width;
    check.height = pixels->height;
    check.perceptualHash = *hash;
    return check;
}

} // namespace labelwright
