#include "tests/core/deployment/export_cases.h"

#include "tests/core/deployment/random_model.h"
#include "tests/core/nn/weights/settled_weights.h"
#include "tests/test_files.h"

#include <utility>

namespace labelwright::tests {

namespace {

constexpr const char* backbones[] = {
    "squeezenet1_1",  "shufflenet_v2_x1_0", "mobilenet_v3_small", "mobilenet_v2",
    "mobilenet_v3_large", "efficientnet_b0", "resnet18", "resnet50"};

/// The blocks between an input of that size and a Sigmoid with its target.
ModelSpec specOf(int width, int height, std::vector<Block> middle, ColorMode color = ColorMode::Rgb,
                 LossKind loss = LossKind::BinaryCrossentropy)
{
    InputBlock input;
    input.preprocessing.width = width;
    input.preprocessing.height = height;
    input.preprocessing.color = color;
    ModelSpec spec;
    spec.blocks.emplace_back(input);
    for (Block& block : middle)
        spec.blocks.push_back(std::move(block));
    spec.blocks.emplace_back(ActivationBlock{ActivationKind::Sigmoid});
    TargetBlock target;
    target.loss = loss;
    spec.blocks.emplace_back(target);
    return spec;
}

ModelSpec backboneOf(const QString& name, int width, int height, ColorMode color = ColorMode::Rgb)
{
    return specOf(width, height,
                  {BackboneBlock{name, false, false, 0}, PoolingBlock{}, DropoutBlock{},
                   DenseBlock{}},
                  color);
}

ExportCase caseOf(const QString& group, const QString& name, ModelSpec spec)
{
    ExportCase exported;
    exported.group = group;
    exported.name = name;
    exported.spec = std::move(spec);
    return exported;
}

void addBackbone(std::vector<ExportCase>& cases, const QString& name)
{
    cases.push_back(caseOf(name, name, backboneOf(name, 96, 64)));
    // Sides that no stage divides evenly.
    cases.push_back(caseOf(name, name + "-odd", backboneOf(name, 75, 53)));
    cases.push_back(caseOf(name, name + "-grey", backboneOf(name, 64, 64, ColorMode::Grey)));
    // The smallest input leaves maps of one pixel; squeezenet's unpadded pooling needs more.
    if (name != "squeezenet1_1")
        cases.push_back(caseOf(name, name + "-tiny", backboneOf(name, 8, 8)));
    if (const auto weights = backboneFile(name + "-*.pth")) {
        cases.push_back(caseOf(name, name + "-real", backboneOf(name, 96, 96)));
        cases.back().backbone = *weights;
    }
}

void addConvolutions(std::vector<ExportCase>& cases)
{
    const auto add = [&cases](const QString& name, Block block) {
        cases.push_back(caseOf("convolutions", name,
                               specOf(33, 26, {ConvBlock{6, 3, 1, true}, std::move(block),
                                               PoolingBlock{}, DenseBlock{}})));
    };
    for (const int kernel : {1, 3, 5, 11})
        for (const int stride : {1, 2, 3, 4})
            add(QString("conv-%1-%2").arg(kernel).arg(stride),
                ConvBlock{6, kernel, stride, stride % 2 == 0});
    for (const int stride : {1, 2})
        for (const int filters : {6, 9})
            add(QString("residual-%1-%2").arg(filters).arg(stride), ResidualBlock{filters, stride});
    cases.push_back(caseOf("convolutions", "behind-backbone",
                           specOf(96, 96,
                                  {BackboneBlock{"mobilenet_v3_small", false, true, 0},
                                   ConvBlock{24, 1, 1, true}, ResidualBlock{24, 1}, PoolingBlock{},
                                   DenseBlock{16}, ActivationBlock{ActivationKind::HardSwish},
                                   DenseBlock{}})));
}

void addPooling(std::vector<ExportCase>& cases)
{
    const Block conv = ConvBlock{6, 3, 1, true};
    const auto add = [&](const QString& name, int width, std::vector<Block> blocks) {
        blocks.insert(blocks.begin(), conv);
        blocks.emplace_back(DenseBlock{});
        cases.push_back(caseOf("pooling", name, specOf(width, 15, std::move(blocks))));
    };
    for (const int width : {16, 17, 18}) {
        add(QString("max-%1").arg(width), width, {PoolingBlock{PoolingKind::Max}, PoolingBlock{}});
        add(QString("average-%1").arg(width), width,
            {PoolingBlock{PoolingKind::Average}, PoolingBlock{}});
    }
    add("global-average", 20, {PoolingBlock{PoolingKind::GlobalAverage}});
    add("global-max", 20, {PoolingBlock{PoolingKind::GlobalMax}});
    add("global-both", 20, {PoolingBlock{PoolingKind::GlobalAverageMax}});
}

void addActivations(std::vector<ExportCase>& cases)
{
    const Block conv = ConvBlock{6, 3, 1, true};
    for (const auto& [name, kind] : {std::pair{"relu", ActivationKind::Relu},
                                     {"hardswish", ActivationKind::HardSwish},
                                     {"sigmoid", ActivationKind::Sigmoid},
                                     {"softmax", ActivationKind::Softmax}}) {
        const Block activation = ActivationBlock{kind};
        cases.push_back(caseOf("activations", QString("vector-%1").arg(name),
                               specOf(20, 16, {conv, PoolingBlock{}, DenseBlock{12}, activation,
                                               DropoutBlock{}, DenseBlock{}})));
        if (kind != ActivationKind::Softmax)
            cases.push_back(caseOf("activations", QString("maps-%1").arg(name),
                                   specOf(20, 16, {conv, activation, PoolingBlock{},
                                                   DenseBlock{}})));
    }
}

void addHeads(std::vector<ExportCase>& cases)
{
    const std::vector<Block> middle{ConvBlock{8, 3, 2, true}, PoolingBlock{}, DenseBlock{}};
    for (const auto& [name, kind] : {std::pair{"none", CalibrationKind::None},
                                     {"temperature", CalibrationKind::Temperature},
                                     {"platt", CalibrationKind::Platt}})
        for (const int labels : {1, 2, 3, 16, 40}) {
            cases.push_back(caseOf("heads", QString("labels-%1-%2").arg(name).arg(labels),
                                   specOf(24, 24, middle)));
            cases.back().calibration = kind;
            cases.back().labels = labels;
        }
    for (const auto& [name, loss] : {std::pair{"asymmetric", LossKind::Asymmetric},
                                     {"focal", LossKind::Focal}})
        cases.push_back(caseOf("heads", QString("target-%1").arg(name),
                               specOf(24, 24, middle, ColorMode::Rgb, loss)));
    cases.push_back(caseOf("heads", "no-dense",
                           specOf(20, 16, {ConvBlock{4, 3, 1, false}, PoolingBlock{}})));
}

void addForms(std::vector<ExportCase>& cases)
{
    for (const char* backbone : {"mobilenet_v3_small", "resnet18"})
        for (const auto layout : {OnnxLayout::Nhwc, OnnxLayout::Nchw})
            for (const auto input : {OnnxInput::Uint8, OnnxInput::Float})
                for (const auto precision : {OnnxPrecision::F32, OnnxPrecision::F16}) {
                    const QString name = QString("%1-%2-%3-%4")
                                             .arg(backbone)
                                             .arg(layout == OnnxLayout::Nhwc ? "nhwc" : "nchw")
                                             .arg(input == OnnxInput::Uint8 ? "uint8" : "float")
                                             .arg(precision == OnnxPrecision::F32 ? "f32" : "f16");
                    cases.push_back(caseOf("forms", name, backboneOf(backbone, 64, 48)));
                    cases.back().options = {input, layout, precision};
                }
    if (const auto weights = backboneFile("mobilenet_v2-*.pth")) {
        cases.push_back(caseOf("forms", "mobilenet_v2-real-f16",
                               backboneOf("mobilenet_v2", 96, 96)));
        cases.back().options.precision = OnnxPrecision::F16;
        cases.back().backbone = *weights;
    }
}

std::vector<LabelCalibration> calibrationOf(const ExportCase& exported)
{
    std::vector<LabelCalibration> calibration;
    for (int label = 0; label < exported.labels; ++label) {
        const auto position = float(label % 7);
        if (exported.calibration == CalibrationKind::Temperature)
            calibration.push_back({0.7F, 0});
        else if (exported.calibration == CalibrationKind::Platt)
            calibration.push_back({0.6F + 0.2F * position, 0.3F - 0.1F * position});
    }
    return calibration;
}

} // namespace

std::vector<ExportCase> exportCases()
{
    std::vector<ExportCase> cases;
    for (const char* backbone : backbones)
        addBackbone(cases, QString::fromLatin1(backbone));
    addConvolutions(cases);
    addPooling(cases);
    addActivations(cases);
    addHeads(cases);
    addForms(cases);
    return cases;
}

std::vector<QString> exportGroups()
{
    std::vector<QString> groups;
    for (const ExportCase& exported : exportCases())
        if (groups.empty() || groups.back() != exported.group)
            groups.push_back(exported.group);
    return groups;
}

ServedModel modelOf(const ExportCase& exported, const QString& folder)
{
    ServedModel model;
    model.spec = exported.spec;
    for (int label = 0; label < exported.labels; ++label)
        model.labels.append(QString("label %1").arg(label));
    model.calibration = calibrationOf(exported);
    model.weightsPath = folder + '/' + exported.name + ".safetensors";
    writeSettledWeights(model.weightsPath, model.spec, exported.labels,
                        preparedImages(model.spec, imagesOfAllBatches), exported.backbone);
    return model;
}

std::vector<Pixels> preparedImages(const ModelSpec& spec, int count)
{
    std::vector<Pixels> images;
    for (const NamedImage& image : jpegs(count))
        images.push_back(*prepareImage(image.encoded, find<InputBlock>(spec)->preprocessing));
    return images;
}

} // namespace labelwright::tests
