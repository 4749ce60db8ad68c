#include "ui/modeling/input_editors.h"

#include "ui/modeling/experiment_document.h"
#include "ui/modeling/field_form.h"
#include "ui/modeling/modeling_words.h"

namespace labelwright {

namespace {

const InputBlock& inputOf(const ModelSpec& spec)
{
    static const InputBlock none;
    const InputBlock* const found = find<InputBlock>(spec);
    return found != nullptr ? *found : none;
}

class InputBuilder
{
    Q_DECLARE_TR_FUNCTIONS(labelwright::ModelingWords)

public:
    InputBuilder(FieldForm& form, ExperimentDocument& document)
        : m_form(form)
        , m_document(document)
    {}

    void addPreprocessing()
    {
        m_form.addHeading(tr("Preprocessing"));
        FieldWords width{tr("Width"), tr("Images are scaled to this many pixels across."),
                         QStringLiteral("inputWidth")};
        FieldWords height{tr("Height"), tr("Images are scaled to this many pixels down."),
                          QStringLiteral("inputHeight"), reason("Input")};
        width.suffix = height.suffix = tr(" px");
        m_form.addWhole(width, 8, 4096, access(width, &InputBlock::preprocessing,
                                               &Preprocessing::width), 32);
        m_form.addWhole(height, 8, 4096, access(height, &InputBlock::preprocessing,
                                                &Preprocessing::height), 32);
        const FieldWords color{tr("Colour"), tr("Three channels, or one for images without colour."),
                               QStringLiteral("inputColor"), reason("Colour")};
        m_form.addChoice(color, {tr("Red, green, blue"), tr("Grey")},
                         place(color, &InputBlock::preprocessing, &Preprocessing::color));
        const FieldWords fit{tr("Fit"),
                             tr("How an image of another shape becomes the input's; cropping loses "
                                "what stands at the border."),
                             QStringLiteral("inputFit")};
        m_form.addChoice(fit, {tr("Stretch"), tr("Crop the middle"), tr("Letterbox")},
                         place(fit, &InputBlock::preprocessing, &Preprocessing::fit));
    }

    void addAugmentation()
    {
        m_form.addHeading(tr("Augmentation, in training only"), reason("Augmentation"));
        flag({tr("Mirror left and right"), tr("Half of the images are mirrored."),
              QStringLiteral("flipHorizontal")},
             &Augmentation::flipHorizontal);
        flag({tr("Mirror top and bottom"), tr("Half of the images are turned upside down."),
              QStringLiteral("flipVertical")},
             &Augmentation::flipVertical);
        share({tr("Crop, area kept at least"),
               tr("A random part of the image is enlarged; 100 % keeps all of it."),
               QStringLiteral("cropMinScale")},
              0.05, &Augmentation::cropMinScale);
        const FieldWords aspect{tr("Crop, stretched at most"),
                                tr("How far the part's sides may be stretched against each other; "
                                   "1 keeps their proportion."),
                                QStringLiteral("cropMaxAspect")};
        m_form.addNumber(aspect, 1, 2, 2,
                         access(aspect, &InputBlock::augmentation, &Augmentation::cropMaxAspect));
        FieldWords rotation{tr("Rotation up to ±"), tr("Images are turned by a random angle."),
                            QStringLiteral("rotation")};
        rotation.suffix = QStringLiteral("°");
        m_form.addNumber(rotation, 0, 180, 0,
                         access(rotation, &InputBlock::augmentation, &Augmentation::rotationDegrees));
        share({tr("Brightness ±"), tr("Images become lighter or darker by up to this."),
               QStringLiteral("brightness")},
              0, &Augmentation::brightness);
        share({tr("Contrast ±"), tr("Images become harder or softer by up to this."),
               QStringLiteral("contrast")},
              0, &Augmentation::contrast);
        share({tr("Saturation ±"), tr("Colours become stronger or paler by up to this."),
               QStringLiteral("saturation")},
              0, &Augmentation::saturation);
    }

private:
    [[nodiscard]] std::function<QString()> reason(const char* setting) const
    {
        return [&document = m_document, setting] { return document.reason(QLatin1String(setting)); };
    }

    template <class Part, class T>
    FieldAccess<T> access(const FieldWords& words, Part InputBlock::* part, T Part::* member) const
    {
        return {[&document = m_document, part, member] {
                    return inputOf(document.spec()).*part.*member;
                },
                [&document = m_document, part, member, words](T value) {
                    document.edit(ModelingWords::tr("Change “%1”").arg(words.name),
                                  [&](Design& design) {
                                      if (InputBlock* const input = find<InputBlock>(design.spec))
                                          input->*part.*member = value;
                                  },
                                  words.id);
                }};
    }

    template <class Part, class E>
    FieldAccess<int> place(const FieldWords& words, Part InputBlock::* part, E Part::* member) const
    {
        const FieldAccess<E> whole = access(words, part, member);
        return {[whole] { return static_cast<int>(whole.get()); },
                [whole](int value) { whole.set(static_cast<E>(value)); }};
    }

    void flag(const FieldWords& words, bool Augmentation::* member)
    {
        m_form.addFlag(words, access(words, &InputBlock::augmentation, member));
    }

    void share(const FieldWords& words, double least, double Augmentation::* member)
    {
        m_form.addShare(words, least, 1, access(words, &InputBlock::augmentation, member));
    }

    FieldForm& m_form;
    ExperimentDocument& m_document;
};

} // namespace

void addInputFields(FieldForm& form, ExperimentDocument& document)
{
    InputBuilder builder(form, document);
    builder.addPreprocessing();
    builder.addAugmentation();
}

} // namespace labelwright
