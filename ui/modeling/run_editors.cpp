#include "ui/modeling/run_editors.h"

#include "core/model/solved_head.h"
#include "ui/modeling/block_words.h"
#include "ui/modeling/experiment_document.h"
#include "ui/modeling/field_form.h"
#include "ui/modeling/modeling_words.h"

namespace labelwright {

namespace {

class RunBuilder
{
    Q_DECLARE_TR_FUNCTIONS(labelwright::ModelingWords)

public:
    RunBuilder(FieldForm& form, ExperimentDocument& document)
        : m_form(form)
        , m_document(document)
    {}

    void addLength()
    {
        if (headIsSolved(m_document.spec()))
            m_form.addNote(tr("The head of this frozen backbone is solved directly: what is greyed "
                              "out has no effect."),
                           QStringLiteral("info"));
        m_form.addHeading(tr("Length"));
        whole({tr("Epochs, at most"), tr("How often the network sees every training image."),
               QStringLiteral("epochs"), reason("Epochs")},
              1, 10'000, &RunSettings::epochs);
        whole({tr("Patience"),
               tr("The run stops after this many epochs without a new best on validation."),
               QStringLiteral("patience"), reason("Early stopping"), tr(" epochs"), tr("Off")},
              0, 10'000, &RunSettings::patience);
        choice({tr("Best epoch by"), tr("What the kept epoch is best in, on validation."),
                QStringLiteral("bestBy"), reason("Best epoch")},
               {tr("Lowest loss"), tr("Highest mAP")}, &RunSettings::bestBy);
        whole({tr("Batch size"),
               tr("Images per step: larger is steadier and needs more memory."),
               QStringLiteral("batchSize"), reason("Batch size")},
              1, 4096, &RunSettings::batchSize);
    }

    void addRate(QWidget* rateFinder)
    {
        const FieldWords rate{tr("Learning rate"),
                              tr("How far weights move in a step, at its highest."),
                              QStringLiteral("learningRate"), reason("Learning rate")};
        m_form.addHeading(tr("Learning rate"));
        m_form.addRate(rate, 10, access(rate, &RunSettings::learningRate));
        m_form.addWidget(rateFinder);
        choice({tr("Schedule"), tr("How the rate changes in the course of the run."),
                QStringLiteral("schedule"), reason("Schedule")},
               {tr("Constant"), tr("Cosine"), tr("One cycle")}, &RunSettings::schedule);
        share({tr("Warm-up"), tr("Share of all steps in which the rate rises from almost nothing."),
               QStringLiteral("warmUpShare")},
              0, 0.5, &RunSettings::warmUpShare);
        if (find<BackboneBlock>(m_document.spec()) == nullptr)
            return;
        share({tr("Rate of each earlier stage"),
               tr("Each stage of the backbone learns at this share of the rate of the next one."),
               QStringLiteral("rateDecayPerStage")},
              0.01, 1, &RunSettings::rateDecayPerStage);
    }

    void addOptimizer()
    {
        m_form.addHeading(tr("Optimizer"));
        choice({tr("Optimizer"), tr("AdamW suits almost everything; SGD wants more care."),
                QStringLiteral("optimizer")},
               {tr("AdamW"), tr("SGD with momentum")}, &RunSettings::optimizer);
        if (m_document.settings().optimizer == OptimizerKind::Sgd)
            number({tr("Momentum"), tr("How much of the last step goes into the next."),
                    QStringLiteral("momentum")},
                   0, 0.999, 3, &RunSettings::momentum);
        number({tr("Weight decay"), tr("Pulls weights towards 0, against overfitting."),
                QStringLiteral("weightDecay"), {}, {}, tr("Off")},
               0, 1, 5, &RunSettings::weightDecay);
        number({tr("Gradient clip"), tr("Largest norm of all gradients of a step."),
                QStringLiteral("gradientClip"), {}, {}, tr("Off")},
               0, 1000, 2, &RunSettings::gradientClip);
    }

    void addRegularisation()
    {
        m_form.addHeading(tr("Against overfitting"));
        number({tr("Mixup"), tr("Images of a batch are blended; 0.2 to 0.4 is usual."),
                QStringLiteral("mixup"), reason("Mixup"), {}, tr("Off")},
               0, 10, 2, &RunSettings::mixup);
        number({tr("Weight averaging (EMA)"),
                tr("A running average of the weights is what is kept; closer to 1 averages longer."),
                QStringLiteral("emaDecay"), reason("Averaging"), {}, tr("Off")},
               0, 0.9999, 4, &RunSettings::emaDecay);
        if (find<BackboneBlock>(m_document.spec()) == nullptr)
            return;
        m_form.addHeading(tr("Backbone"));
        flag({tr("Start the head from embeddings"),
              tr("The last layer starts from a regression on the backbone's output."),
              QStringLiteral("headFromEmbeddings"), reason("Head")},
             &RunSettings::headFromEmbeddings);
        whole({tr("Train only the head for"), tr("Epochs before the backbone trains too."),
               QStringLiteral("headEpochs"), {}, tr(" epochs"), tr("Off")},
              0, 10'000, &RunSettings::headEpochs);
        flag({tr("Keep batch statistics fixed"),
              tr("The backbone keeps the means and deviations of its own training."),
              QStringLiteral("freezeBatchNorm")},
             &RunSettings::freezeBatchNorm);
    }

    void addMachine()
    {
        m_form.addHeading(tr("Machine"));
        choice({tr("Precision"),
                tr("Arithmetic of training steps; automatic measures what is fastest here."),
                QStringLiteral("precision")},
               {tr("Automatic"), tr("32 bit (f32)"), tr("16 bit (bf16)")}, &RunSettings::precision);
        whole({tr("Threads"), tr("Cores that the run uses."), QStringLiteral("threads"), {}, {},
               tr("All cores")},
              0, 1024, &RunSettings::threads);
        const FieldWords seed{tr("Seed"),
                              tr("The same seed, data, settings and one thread give the same weights."),
                              QStringLiteral("seed")};
        m_form.addSeed(seed, access(seed, &RunSettings::seed));
    }

    /// What a head that is solved directly makes no use of.
    void dimWithoutEffect()
    {
        if (!headIsSolved(m_document.spec()))
            return;
        m_form.setWithoutEffect(
            {QStringLiteral("epochs"), QStringLiteral("patience"), QStringLiteral("batchSize"),
             QStringLiteral("learningRate"), QStringLiteral("schedule"),
             QStringLiteral("warmUpShare"), QStringLiteral("rateDecayPerStage"),
             QStringLiteral("optimizer"), QStringLiteral("momentum"),
             QStringLiteral("weightDecay"), QStringLiteral("gradientClip"),
             QStringLiteral("mixup"), QStringLiteral("emaDecay"),
             QStringLiteral("headFromEmbeddings"), QStringLiteral("headEpochs"),
             QStringLiteral("freezeBatchNorm")},
            tr("No effect: the head of this frozen backbone is solved directly."));
    }

private:
    [[nodiscard]] std::function<QString()> reason(const char* setting) const
    {
        return [&document = m_document, setting] { return document.reason(QLatin1String(setting)); };
    }

    template <class T>
    FieldAccess<T> access(const FieldWords& words, T RunSettings::* member) const
    {
        return {[&document = m_document, member] { return document.settings().*member; },
                [&document = m_document, member, words](T value) {
                    document.edit(ModelingWords::tr("Change “%1”").arg(words.name),
                                  [&](Design& design) { design.settings.*member = value; },
                                  words.id);
                }};
    }

    void whole(const FieldWords& words, int least, int most, int RunSettings::* member)
    {
        m_form.addWhole(words, least, most, access(words, member));
    }

    void number(const FieldWords& words, double least, double most, int decimals,
                double RunSettings::* member)
    {
        m_form.addNumber(words, least, most, decimals, access(words, member));
    }

    void share(const FieldWords& words, double least, double most, double RunSettings::* member)
    {
        m_form.addShare(words, least, most, access(words, member));
    }

    void flag(const FieldWords& words, bool RunSettings::* member)
    {
        m_form.addFlag(words, access(words, member));
    }

    template <class E>
    void choice(const FieldWords& words, const QStringList& choices, E RunSettings::* member)
    {
        const FieldAccess<E> whole = access(words, member);
        m_form.addChoice(words, choices,
                         {[whole] { return static_cast<int>(whole.get()); },
                          [whole](int value) { whole.set(static_cast<E>(value)); }});
    }

    FieldForm& m_form;
    ExperimentDocument& m_document;
};

} // namespace

void addRunFields(FieldForm& form, ExperimentDocument& document, QWidget* rateFinder)
{
    RunBuilder builder(form, document);
    builder.addLength();
    builder.addRate(rateFinder);
    builder.addOptimizer();
    builder.addRegularisation();
    builder.addMachine();
    builder.dimWithoutEffect();
}

} // namespace labelwright
