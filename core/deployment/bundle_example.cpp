#include "core/deployment/bundle_texts.h"

namespace labelwright {

namespace {

const char* const reading = R"py(#!/usr/bin/env python3
"""Runs this bundle's model.onnx on image files and prints scores and decisions as JSON.

    python3 example.py IMAGE...     one entry per file: scores and present by label, or error
    python3 example.py --check      compares samples/ with the expected scores
    python3 example.py --pillow [IMAGE...]
                                    how far scores move when Pillow scales the images instead

Needs numpy, cv2 and onnxruntime (pip install onnxruntime; Debian: python3-numpy, python3-opencv).
Without onnxruntime the model runs in OpenCV's own DNN, which gives the same scores more slowly.
"""
import json
import pathlib
import struct
import sys

import cv2
import numpy as np

try:
    import onnxruntime
except ImportError:
    onnxruntime = None

HERE = pathlib.Path(__file__).resolve().parent


def tiff_orientation(exif):
    """EXIF orientation, 1 to 8, of a TIFF block; 1 where it says none."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    try:
        start = struct.unpack_from(order + "I", exif, 4)[0]
        for i in range(struct.unpack_from(order + "H", exif, start)[0]):
            tag, kind, _, value = struct.unpack_from(order + "HHIH", exif, start + 2 + 12 * i)
            if tag == 0x0112 and kind == 3 and 1 <= value <= 8:
                return value
    except (TypeError, struct.error):
        pass
    return 1


def orientation(data):
    """EXIF orientation of a JPEG, PNG or WebP file's bytes."""
    if data[:2] == b"\xff\xd8":
        at = 2
        while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
            length = struct.unpack_from(">H", data, at + 2)[0]
            if data[at + 1] == 0xE1 and data[at + 4:at + 8] == b"Exif":
                return tiff_orientation(data[at + 10:at + 2 + length])
            at += 2 + length
    elif data[:8] == b"\x89PNG\r\n\x1a\n":
        at = 8
        while at + 8 <= len(data):
            length, kind = struct.unpack_from(">I4s", data, at)
            if kind == b"eXIf":
                return tiff_orientation(data[at + 8:at + 8 + length])
            at += 12 + length
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        at = 12
        while at + 8 <= len(data):
            kind, length = struct.unpack_from("<4sI", data, at)
            if kind == b"EXIF":
                return tiff_orientation(data[at + 8:at + 8 + length].removeprefix(b"Exif\0\0"))
            at += 8 + length + length % 2
    return 1


def upright(image, value):
    """Turns and mirrors an image that was stored with an EXIF orientation."""
    if value in (5, 6, 7, 8):
        image = cv2.transpose(image)
    flips = {2: 1, 3: -1, 4: 0, 6: 1, 7: -1, 8: 0}
    return cv2.flip(image, flips[value]) if value in flips else image


def over_white(bgra):
    alpha = bgra[:, :, 3:].astype(np.int32)
    return ((bgra[:, :, :3] * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)


def decode(data, color):
    """8-bit RGB or grey, upright, alpha over white."""
    buffer = np.frombuffer(data, np.uint8)
    image = cv2.imdecode(buffer, cv2.IMREAD_UNCHANGED)
    if image is None:
        raise ValueError("not a readable image")
    has_alpha = image.ndim == 3 and image.shape[2] == 4
    if not has_alpha:
        flags = cv2.IMREAD_GRAYSCALE if color == "grey" else cv2.IMREAD_COLOR
        if image.dtype == np.uint16:
            flags |= cv2.IMREAD_ANYDEPTH
        image = cv2.imdecode(buffer, flags | cv2.IMREAD_IGNORE_ORIENTATION)
    image = upright(image, orientation(data))
    if image.dtype == np.uint16:
        image = cv2.convertScaleAbs(image, alpha=1 / 257)
    if has_alpha:
        image = over_white(image)
    if color == "grey":
        return image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    return cv2.cvtColor(image, cv2.COLOR_BGR2RGB)

)py";

const char* const scaling = R"py(
def resize(image, width, height):
    """OpenCV's area average where both sides shrink or stay, else its bilinear interpolation."""
    rows, columns = image.shape[:2]
    if (columns, rows) == (width, height):
        return image
    shrinks = width <= columns and height <= rows
    return cv2.resize(image, (width, height),
                      interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)


def resize_with_pillow(image, width, height):
    """What Pillow and torchvision do by default; not what this model was trained with."""
    from PIL import Image
    return np.asarray(Image.fromarray(image).resize((width, height), Image.BILINEAR))


def scaled(side, scale, most):
    return min(max(int(np.floor(side * scale + 0.5)), 1), most)


def fit(image, width, height, how, resize=resize):
    rows, columns = image.shape[:2]
    if how == "centerCrop":
        scale = max(width / columns, height / rows)
        crop_width, crop_height = scaled(width, 1 / scale, columns), scaled(height, 1 / scale, rows)
        left, top = (columns - crop_width) // 2, (rows - crop_height) // 2
        return resize(image[top:top + crop_height, left:left + crop_width], width, height)
    if how == "letterbox":
        scale = min(width / columns, height / rows)
        inner_width, inner_height = scaled(columns, scale, width), scaled(rows, scale, height)
        left, top = (width - inner_width) // 2, (height - inner_height) // 2
        result = np.zeros((height, width) + image.shape[2:], np.uint8)
        result[top:top + inner_height, left:left + inner_width] = resize(image, inner_width,
                                                                         inner_height)
        return result
    return resize(image, width, height)


def prepare(path, preprocessing, resize=resize):
    """An image file as the model's input, uint8 [1, H, W, C]."""
    image = decode(pathlib.Path(path).read_bytes(), preprocessing["color"])
    image = fit(image, preprocessing["width"], preprocessing["height"], preprocessing["fit"], resize)
    return np.ascontiguousarray(image.reshape(1, *image.shape[:2], -1))

)py";

const char* const running = R"py(
def load_model():
    """A function from images, uint8 [N, H, W, C], to scores, float32 [N, labels]."""
    path = str(HERE / "model.onnx")
    if onnxruntime is not None:
        session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
        return lambda images: session.run(["scores"], {"images": images})[0]
    network = cv2.dnn.readNetFromONNX(path)

    def run(images):
        network.setInput(images.astype(np.float32))
        return network.forward()
    return run


def read_json(name):
    return json.loads((HERE / name).read_text("utf-8"))


def predict(paths, load=load_model, resize=resize):
    labels = read_json("labels.json")["labels"]
    preprocessing = read_json("preprocessing.json")
    thresholds = [entry["threshold"] for entry in read_json("thresholds.json")["thresholds"]]
    model = load()
    results = []
    for path in paths:
        try:
            scores = model(prepare(path, preprocessing, resize))[0].tolist()
        except (OSError, ValueError, cv2.error) as error:
            results.append({"file": str(path), "error": str(error)})
            continue
        results.append({
            "file": str(path),
            "scores": dict(zip(labels, scores)),
            "present": {name: score >= threshold
                        for name, score, threshold in zip(labels, scores, thresholds)},
        })
    return results


def compare(expected, results):
    """Largest difference of a score, and how many decisions differ."""
    worst, changed = 0.0, 0
    for entry, result in zip(expected, results):
        if "error" in result:
            raise SystemExit(f"error: {result['file']}: {result['error']}")
        worst = max([worst] + [abs(result["scores"][name] - score)
                               for name, score in entry["scores"].items()])
        changed += sum(result["present"][name] != held for name, held in entry["present"].items())
    return {"images": len(expected), "maxDifference": worst, "changedDecisions": changed}


def sample_paths():
    return [HERE / "samples" / entry["file"] for entry in read_json("samples/expected.json")["samples"]]


def check(load):
    """Compares the samples with what the application says of them."""
    figures = compare(read_json("samples/expected.json")["samples"], predict(sample_paths(), load))
    print(json.dumps(figures))
    return 0 if figures["maxDifference"] <= 1e-3 and figures["changedDecisions"] == 0 else 1


def check_pillow(paths, load):
    """Says how far scores move when Pillow scales the images."""
    paths = paths or sample_paths()
    print(json.dumps(compare(predict(paths, load), predict(paths, load, resize_with_pillow))))
    return 0


def main(load=load_model, text=__doc__):
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        raise SystemExit(text)
    if sys.argv[1] == "--check":
        raise SystemExit(check(load))
    if sys.argv[1] == "--pillow":
        raise SystemExit(check_pillow(sys.argv[2:], load))
    print(json.dumps(predict(sys.argv[1:], load), indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
)py";

const char* const torch = R"py(#!/usr/bin/env python3
"""Runs this bundle's model.pt; everything else is as in example.py, which must lie beside it.

    python3 example_torch.py IMAGE...     one entry per file: scores and present by label, or error
    python3 example_torch.py --check      compares samples/ with the expected scores

Needs torch, numpy and cv2 (Debian: python3-torch, python3-opencv).
"""
import torch

import example


def load_model():
    model = torch.jit.load(str(example.HERE / "model.pt"))

    def run(images):
        with torch.no_grad():
            return model(torch.from_numpy(images)).numpy()
    return run


if __name__ == "__main__":
    example.main(load_model, __doc__)
)py";

} // namespace

QByteArray pythonExample()
{
    return QByteArray(reading) + scaling + running;
}

QByteArray torchExample()
{
    return torch;
}

} // namespace labelwright
