#pragma once

#include "core/project/samples.h"
#include "core/session/import_job.h"
#include "ui/datasets/import_draft.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace labelwright {

class CheckList;

/// What was detected of an import, each point correctable.
class ImportChoices : public QWidget
{
    Q_OBJECT

public:
    explicit ImportChoices(QWidget* parent = nullptr);

    /// For a new import: the proposed name and the datasets it could be added to.
    void start(const QString& name, const QStringList& datasets);
    /// Shows what a draft found out; asks for nothing.
    void setDraft(const ImportDraft& draft);

    [[nodiscard]] ImportOptions options() const;
    [[nodiscard]] QString datasetName() const;
    [[nodiscard]] ImportTarget target() const;
    [[nodiscard]] Keeping keeping() const;
    /// One sentence when the choices say too little to plan by; empty when they do.
    [[nodiscard]] QString optionsProblem() const;
    /// One sentence when the name cannot be used; empty when it can.
    [[nodiscard]] QString nameProblem() const;

Q_SIGNALS:
    /// Something that the plan depends on.
    void optionsChanged();
    /// Name or target.
    void targetChanged();

private:
    enum class LabelForm { Columns, Tags, None };

    [[nodiscard]] QComboBox* addCombo(const QString& title, const char* name);
    void addTarget();
    void addColumns();
    void addMeanings();
    void fillColumns(const ImportDraft& draft);
    void showRows();
    [[nodiscard]] LabelForm labelForm() const;

    QFormLayout* m_form;
    QComboBox* m_target = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_image = nullptr;
    QComboBox* m_labelForm = nullptr;
    CheckList* m_labels = nullptr;
    QComboBox* m_tags = nullptr;
    QLabel* m_subsetHint = nullptr;
    QComboBox* m_subset = nullptr;
    QComboBox* m_group = nullptr;
    QComboBox* m_blank = nullptr;
    QComboBox* m_unlisted = nullptr;
    QComboBox* m_withoutRow = nullptr;
    QComboBox* m_keeping = nullptr;
    QStringList m_datasets;
    ImportOptions m_options; ///< As of the draft shown, for what has no field here.
    bool m_hasIndex = false;
    bool m_filling = false;
};

} // namespace labelwright
