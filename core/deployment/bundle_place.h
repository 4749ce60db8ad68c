#pragma once

#include "core/deployment/export_bundle.h"

#include <QTemporaryDir>

#include <memory>

namespace labelwright {

/// Where a bundle is put together before it appears under its name: in a temporary folder beside
/// the target, which is removed with this object.
class BundlePlace
{
public:
    /// Makes the temporary folder and missing folders above `target`. Refuses a target that exists,
    /// but for an empty folder, without `Overwrite::Yes`; and in any case a folder that holds
    /// something else than an export, and a file in place of a folder or the other way round.
    /// `beside`: the temporary folder is made beside this path in place of the target.
    static Result<BundlePlace> open(const QString& target, bool asFile, Overwrite overwrite,
                                    const QString& beside = {});

    /// The file or folder to write; a folder exists already.
    [[nodiscard]] QString staged() const;

    /// A further folder, for what is packed into a staged file.
    [[nodiscard]] Result<QString> workFolder() const;

    /// Moves what was staged to the target. What stood there is removed only after that; what came
    /// there since `open` is refused as by it.
    Result<void> publish();

private:
    BundlePlace(QString target, bool asFile, Overwrite overwrite,
                std::unique_ptr<QTemporaryDir> folder);

    QString m_target;
    bool m_asFile;
    Overwrite m_overwrite;
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace labelwright
