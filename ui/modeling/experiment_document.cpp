#include "ui/modeling/experiment_document.h"

#include "core/model/advised_values.h"
#include "core/project/experiment_spec.h"
#include "core/session/workspace.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QUndoCommand>

#include <utility>

namespace labelwright {

namespace {

/// Edits of one field within this time of each other are one step, in milliseconds.
constexpr qint64 oneStep = 1500;

class DesignCommand : public QUndoCommand
{
public:
    DesignCommand(ExperimentDocument& document, Design design, const QString& text, QString field)
        : QUndoCommand(text)
        , m_document(document)
        , m_design(std::move(design))
        , m_field(std::move(field))
    {
        m_age.start();
    }

    void redo() override
    {
        if (auto before = m_document.swapIn(m_design))
            m_design = *std::move(before);
        else
            setObsolete(true);
    }
    void undo() override { redo(); }
    int id() const override { return m_field.isEmpty() ? -1 : 1; }

    /// The other one is done already: what stands before both is in this one.
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* const later = static_cast<const DesignCommand*>(other);
        if (later->isObsolete() || later->m_field != m_field || m_age.elapsed() > oneStep)
            return false;
        m_age.restart();
        return true;
    }

private:
    ExperimentDocument& m_document;
    Design m_design;
    QString m_field;
    QElapsedTimer m_age;
};

} // namespace

ExperimentDocument::ExperimentDocument(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{}

void ExperimentDocument::open(const Experiment& experiment, const QStringList& labels)
{
    const bool isSame = m_experiment && m_experiment->id == experiment.id
                        && design() == Design{experiment.spec, experiment.settings};
    m_experiment = experiment;
    m_labels = labels;
    m_check = checkSpec(spec(), labelCount());
    if (!isSame || !canEdit())
        m_undo.clear();
    Q_EMIT opened();
}

void ExperimentDocument::close()
{
    m_undo.clear();
    m_experiment.reset();
    Q_EMIT opened();
}

bool ExperimentDocument::canEdit() const
{
    return m_experiment && m_experiment->state == ExperimentState::Created;
}

QString ExperimentDocument::reason(const QString& setting) const
{
    for (const auto& entry : m_experiment->reasons) {
        if (entry.toObject().value(QStringLiteral("setting")).toString() != setting)
            continue;
        const QString sentence = entry.toObject().value(QStringLiteral("reason")).toString();
        const QJsonObject values = entry.toObject().value(QStringLiteral("values")).toObject();
        const bool stands = values.isEmpty() || values == advisedValues(setting, spec(), settings());
        return stands ? sentence : tr("Changed by you. The advice was: %1").arg(sentence);
    }
    return {};
}

void ExperimentDocument::edit(const QString& text, const std::function<void(Design&)>& change,
                              const QString& field)
{
    if (!canEdit())
        return;
    Design changedDesign = design();
    change(changedDesign);
    if (changedDesign != design())
        m_undo.push(new DesignCommand(*this, std::move(changedDesign), text, field));
}

std::optional<Design> ExperimentDocument::swapIn(const Design& design)
{
    const Design before = this->design();
    put(design);
    const auto stored =
        setExperimentDesign(m_workspace.project(), m_experiment->id, spec(), settings());
    if (!stored)
        put(before); // What is on screen is what a run would train.
    Q_EMIT changed();
    if (stored)
        return before;
    Q_EMIT failed(stored.error());
    return std::nullopt;
}

void ExperimentDocument::put(const Design& design)
{
    m_experiment->spec = design.spec;
    m_experiment->settings = design.settings;
    m_check = checkSpec(spec(), labelCount());
}

} // namespace labelwright
