#include "core/deployment/bundle_texts.h"

#include <QJsonArray>

namespace labelwright {

namespace {

QByteArray labelsJson(const ServedModel& model)
{
    return jsonText({{"labels", QJsonArray::fromStringList(model.labels)}});
}

QByteArray preprocessingJson(const ServedModel& model)
{
    const Preprocessing& preprocessing = find<InputBlock>(model.spec)->preprocessing;
    QJsonObject object = toJson(preprocessing);
    object["input"] = QJsonObject{
        {"type", "uint8"},
        {"shape", QJsonArray{"N", preprocessing.height, preprocessing.width,
                             channelCount(preprocessing.color)}},
        {"channels", preprocessing.color == ColorMode::Rgb ? "red, green, blue" : "grey"}};
    object["output"] =
        QJsonObject{{"type", "float32"}, {"shape", QJsonArray{"N", int(model.labels.size())}}};
    object["steps"] = QJsonArray{
        "decode",
        "turn by EXIF orientation",
        "16 bit to 8: value / 257, rounded",
        "alpha over white",
        "convert to `color`",
        "`fit` to width and height: OpenCV INTER_AREA where both sides shrink or stay, else "
        "INTER_LINEAR",
        "mean and stddev are applied inside the model"};
    return jsonText(object);
}

QByteArray thresholdsJson(const ServedModel& model)
{
    QJsonArray thresholds;
    for (qsizetype i = 0; i < model.labels.size(); ++i)
        thresholds.append(QJsonObject{
            {"label", model.labels[i]},
            {"threshold",
             model.thresholds.empty() ? 0.5 : double(model.thresholds[std::size_t(i)])}});
    return jsonText({{"thresholds", thresholds}});
}

QByteArray originJson(const ProvenExport& work)
{
    QJsonObject origin;
    for (const auto& [name, value] : originValues(work))
        origin[name] = value;
    return jsonText(origin);
}

const char* const readmeFiles = R"(# %1

A multi-label image classifier as ONNX and TorchScript%2. For each image it gives one score per
label: the calibrated probability, from 0 to 1, that the label is present. A score equal to or above
the label's threshold counts as present.

| file | content |
| --- | --- |
| `model.onnx` | the network with normalisation, calibration and sigmoid inside; input `images` uint8 [N, H, W, C], output `scores` float32 [N, labels] |
| `model.pt` | the same as TorchScript |
| `labels.json` | names of the labels in the order of the output |
| `preprocessing.json` | how an image file becomes the input |
| `thresholds.json` | threshold of each label |
| `origin.json` | data and weights that this is made of |
| `example.py`, `example_torch.py`, `example.cpp` | all of it in Python and C++ |
| `samples/` | images and the scores that the application gives them |
| `verification.json` | proof that this export agrees with the application |
| `model-card.md` | data, figures, intended use and limits |

Labels, preprocessing, thresholds and origin stand in the metadata of `model.onnx` and in the extra
files of `model.pt` too, so that each can go alone.

)";

const char* const readmeUse = R"(## Run it

    python3 example.py samples/sample-*     # scores and decisions as JSON
    python3 example.py --check              # compares the samples with the expected scores
    python3 example_torch.py --check        # the same with model.pt
    head -5 example.cpp                     # how to build the C++ example

`example.py` needs NumPy, OpenCV and onnxruntime (`pip install onnxruntime`; Debian 12 has no package
of it). Without onnxruntime it runs the model in OpenCV's DNN. `example_torch.py` needs PyTorch,
`example.cpp` OpenCV alone (Debian: `apt install python3-opencv python3-torch libopencv-dev`).

The examples read what OpenCV reads: JPEG, PNG, BMP, WebP and TIFF. The application reads GIF too,
and PNG and TIFF with a transparent colour by other means than OpenCV.

## Scale images the same way

Most differences between a model here and there come from scaling. `preprocessing.json` says it
exactly: OpenCV's INTER_AREA where both sides shrink, else INTER_LINEAR. Pillow rounds and filters
otherwise; `python3 example.py --pillow` shows what that does to the scores of the samples. With
another model, on 150 photos, it moved scores by up to 0.19 and changed 6 of 1,050 decisions.

## Proof

The files were run on images of the data and held against the application:

%3
ONNX was run in OpenCV's DNN; Debian 12 has no ONNX Runtime to run it in here.

%4
)";

QString asTable(const std::vector<ModelProof>& models)
{
    QString rows = "| file | run by | images | largest difference | changed decisions |\n"
                   "| --- | --- | --- | --- | --- |\n";
    for (const ModelProof& proof : models)
        rows += QString("| `%1` | %2 | %3 | %4 | %5 of %6 |\n")
                    .arg(proof.file, proof.runtime)
                    .arg(proof.images)
                    .arg(proof.maxDifference, 0, 'g', 2)
                    .arg(proof.changedDecisions)
                    .arg(proof.decisions);
    for (const ModelProof& proof : models)
        if (!proof.remark.isEmpty())
            rows += QString("\n`%1`: %2\n").arg(proof.file, proof.remark);
    return rows;
}

} // namespace

std::vector<std::pair<QString, QString>> originValues(const ProvenExport& work)
{
    std::vector<std::pair<QString, QString>> values{
        {"title", work.request.title},
        {"checkpoint", work.request.checkpoint},
        {"program", work.request.program},
        {"modelVersion", QString::fromLatin1(work.modelVersion)}};
    if (work.request.data.digest.isEmpty())
        return values;
    values.emplace_back("dataset", work.request.data.dataset);
    values.emplace_back("datasetVersion", QString::number(work.request.data.version));
    values.emplace_back("datasetDigest", QString::fromLatin1(work.request.data.digest));
    return values;
}

std::vector<BundleFile> machineReadableFiles(const ProvenExport& work)
{
    return {{"labels.json", labelsJson(work.model)},
            {"preprocessing.json", preprocessingJson(work.model)},
            {"thresholds.json", thresholdsJson(work.model)},
            {"origin.json", originJson(work)}};
}

QByteArray bundleReadme(const BundleRequest& request, const std::vector<ModelProof>& models)
{
    QString title = request.title.simplified();
    title.replace('<', QStringLiteral("&lt;"));
    const QString text = QString::fromUtf8(QByteArray(readmeFiles) + readmeUse);
    return text
        .arg(title, request.checkpoint.isEmpty() ? QString() : " (" + request.checkpoint + ")",
             asTable(models),
             request.program.isEmpty() ? QString() : "Written by " + request.program + ".")
        .toUtf8();
}

} // namespace labelwright
