#pragma once

#include "core/dataset/import_plan.h"
#include "core/dataset/index_preview.h"

#include <memory>

namespace labelwright {

/// What an import would bring, by the choices made so far: read by a job, never changed.
struct ImportDraft
{
    ImportOptions options;
    std::optional<ImportPlan> plan; ///< Nothing when this cannot be imported as it is.
    Error error;                    ///< Why; empty with a plan.
    IndexPreview preview;           ///< Rows as they stand; empty where there is no index.
};

using DraftPointer = std::shared_ptr<const ImportDraft>;

/// Rows of a preview.
inline constexpr int previewRows = 50;

/// Plans the import. Fails only when it was cancelled: an import that cannot be made is a draft too,
/// so that a person can correct what was detected.
Result<DraftPointer> draftImport(const QString& path, const ImportOptions& options,
                                 const ProgressCallback& progress, const std::stop_token& stop);

/// "A CSV with a column per label", …
QString formInWords(ImportForm form);

/// What a column of the index is taken for.
enum class ColumnRole { Image, Label, Tags, Subset, Group, Field, LeftOut };

ColumnRole roleOf(const ImportPlan& plan, const QString& column);

/// "image", "label", …
QString roleInWords(ColumnRole role);

/// The choices that a plan was made by, said explicitly.
ImportOptions explicitOptions(const ImportPlan& plan, const ImportOptions& options);

/// True when the refusal's way out is to take the images without labels.
bool offersUnlabelled(const Error& error);

} // namespace labelwright
