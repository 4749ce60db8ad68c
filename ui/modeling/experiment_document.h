#pragma once

#include "core/base/result.h"
#include "core/model/shape_check.h"
#include "core/project/experiments.h"

#include <QObject>
#include <QStringList>
#include <QUndoStack>

#include <functional>
#include <optional>

namespace labelwright {

class Workspace;

/// What an experiment's editors change: network and settings, always together.
struct Design
{
    ModelSpec spec;
    RunSettings settings;
    friend bool operator==(const Design&, const Design&) = default;
};

/// The experiment that the modeling view shows. Every edit is one undoable step and stored at once;
/// an experiment that has been run is only shown.
class ExperimentDocument : public QObject
{
    Q_OBJECT

public:
    explicit ExperimentDocument(Workspace& workspace, QObject* parent = nullptr);

    /// Shows an experiment. Steps to undo are kept when it is the one shown before and its design
    /// is what it was.
    void open(const Experiment& experiment, const QStringList& labels);
    void close();

    [[nodiscard]] bool isOpen() const { return m_experiment.has_value(); }
    [[nodiscard]] bool canEdit() const;
    [[nodiscard]] const Experiment& experiment() const { return *m_experiment; }
    [[nodiscard]] const ModelSpec& spec() const { return m_experiment->spec; }
    [[nodiscard]] const RunSettings& settings() const { return m_experiment->settings; }
    [[nodiscard]] Design design() const { return {spec(), settings()}; }
    [[nodiscard]] const SpecCheck& check() const { return m_check; }
    [[nodiscard]] const QStringList& labels() const { return m_labels; }
    [[nodiscard]] int labelCount() const { return static_cast<int>(m_labels.size()); }
    /// The sentence of the advisor about a setting ("Epochs"); empty when there is none. Where the
    /// setting has another value than the advised one, it says so.
    [[nodiscard]] QString reason(const QString& setting) const;

    /// Applies `change`; `text` names the step ("Add dropout"). Edits of one `field` in quick
    /// succession become one step. Nothing happens when the design stays the same.
    void edit(const QString& text, const std::function<void(Design&)>& change,
              const QString& field = {});

    [[nodiscard]] QUndoStack& undoStack() { return m_undo; }

    /// For the undo steps: puts `design` in place and returns what was there. Nothing when it cannot
    /// be stored: then the design stays as it was, and `failed` says why.
    std::optional<Design> swapIn(const Design& design);

Q_SIGNALS:
    /// Another experiment is shown, or none.
    void opened();
    /// Network or settings are others.
    void changed();
    void failed(const labelwright::Error& error);

private:
    void put(const Design& design);

    Workspace& m_workspace;
    QUndoStack m_undo;
    std::optional<Experiment> m_experiment;
    QStringList m_labels;
    SpecCheck m_check;
};

} // namespace labelwright
