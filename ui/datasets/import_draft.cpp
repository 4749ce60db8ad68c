#include "ui/datasets/import_draft.h"

#include <QCoreApplication>

namespace labelwright {

namespace {

/// For texts outside of a widget.
class ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(labelwright::ImportWords)
};

} // namespace

Result<DraftPointer> draftImport(const QString& path, const ImportOptions& options,
                                 const ProgressCallback& progress, const std::stop_token& stop)
{
    auto draft = std::make_shared<ImportDraft>();
    draft->options = options;
    auto plan = planImport(path, options, progress, stop);
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    if (plan)
        draft->plan = std::move(*plan);
    else
        draft->error = plan.error();
    if (auto preview = previewIndex(path, 0, previewRows))
        draft->preview = std::move(*preview);
    return DraftPointer(std::move(draft));
}

QString formInWords(ImportForm form)
{
    switch (form) {
    case ImportForm::Index: return ImportWords::tr("A table with one column per label");
    case ImportForm::Tags: return ImportWords::tr("A table with a column of tags");
    case ImportForm::FolderPerLabel: return ImportWords::tr("A folder per label");
    case ImportForm::PlainImages: break;
    }
    return ImportWords::tr("Images without labels");
}

ColumnRole roleOf(const ImportPlan& plan, const QString& column)
{
    if (column == plan.imageColumn)
        return ColumnRole::Image;
    if (plan.form == ImportForm::Index && plan.labels.contains(column))
        return ColumnRole::Label;
    if (!plan.tagColumn.isEmpty() && column == plan.tagColumn)
        return ColumnRole::Tags;
    if (!plan.subsetColumn.isEmpty() && column == plan.subsetColumn)
        return ColumnRole::Subset;
    if (!plan.groupColumn.isEmpty() && column == plan.groupColumn)
        return ColumnRole::Group;
    return plan.fieldColumns.contains(column) ? ColumnRole::Field : ColumnRole::LeftOut;
}

QString roleInWords(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Image: return ImportWords::tr("image path");
    case ColumnRole::Label: return ImportWords::tr("label");
    case ColumnRole::Tags: return ImportWords::tr("tags");
    case ColumnRole::Subset: return ImportWords::tr("subset");
    case ColumnRole::Group: return ImportWords::tr("group");
    case ColumnRole::Field: return ImportWords::tr("further column");
    case ColumnRole::LeftOut: break;
    }
    return ImportWords::tr("left out");
}

ImportOptions explicitOptions(const ImportPlan& plan, const ImportOptions& options)
{
    ImportOptions said = options;
    if (plan.columns.isEmpty())
        return said;
    said.specialColumns = SpecialColumns::OnlyNamed;
    said.imageColumn = plan.imageColumn;
    said.subsetColumn = plan.subsetColumn;
    said.groupColumn = plan.groupColumn;
    said.tagColumn = plan.tagColumn;
    said.labelColumns = plan.form == ImportForm::Index ? plan.labels : QStringList();
    said.labels = plan.form == ImportForm::PlainImages ? LabelSearch::Unlabelled
                                                       : LabelSearch::Required;
    return said;
}

bool offersUnlabelled(const Error& error)
{
    return error.summary.contains(QStringLiteral("Import it unlabelled"));
}

} // namespace labelwright
