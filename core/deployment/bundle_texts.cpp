#include "core/deployment/bundle_texts.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace labelwright {

namespace {

QByteArray jsonText(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

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

} // namespace

std::vector<BundleFile> machineReadableFiles(const ServedModel& model)
{
    return {{"labels.json", labelsJson(model)},
            {"preprocessing.json", preprocessingJson(model)},
            {"thresholds.json", thresholdsJson(model)}};
}

QByteArray bundleReadme(const BundleRequest& request, const ExportReport& report)
{
    QString title = request.title.simplified();
    title.replace('<', QStringLiteral("&lt;"));
    const QString text =
        QStringLiteral(R"(# %1

A multi-label image classifier as TorchScript%2. For each image it gives one score per label: the
calibrated probability, from 0 to 1, that the label is present. A score equal to or above the
label's threshold counts as present.

| file | content |
| --- | --- |
| `model.pt` | the network with normalisation, calibration and sigmoid inside; input uint8 [N, H, W, C], output float32 [N, labels] |
| `labels.json` | names of the labels in the order of the output |
| `preprocessing.json` | how an image file becomes the input |
| `thresholds.json` | threshold of each label |
| `example.py` | all of it in Python |
| `samples/` | images and the scores that the application gives them |
| `verification.json` | proof that this export agrees with the application |
| `model-card.md` | data, figures, intended use and limits |

## Run it

Needs Python 3 with PyTorch, NumPy and OpenCV (Debian: `apt install python3-torch python3-opencv`).

    python3 example.py samples/*
    python3 example.py --check

The first line prints scores and decisions as JSON. The second compares the samples with the
expected scores and fails when they differ.

The example reads what OpenCV reads: JPEG, PNG, BMP, WebP and TIFF. The application reads GIF too,
and PNG and TIFF with a transparent colour by other means than OpenCV.

## Proof

The exported file was run on %3 images: largest difference of a score %4, %5 of %6 decisions
changed.

%7
)")
            .arg(title, request.checkpoint.isEmpty() ? QString() : " (" + request.checkpoint + ")")
            .arg(report.images)
            .arg(report.maxDifference, 0, 'g', 2)
            .arg(report.changedDecisions)
            .arg(report.decisions)
            .arg(request.program.isEmpty() ? QString() : "Written by " + request.program + ".");
    return text.toUtf8();
}

} // namespace labelwright
