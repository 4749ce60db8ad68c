#include "core/dataset/issue_log.h"
#include "core/dataset/plan_parts.h"
#include "core/dataset/same_images.h"

#include <algorithm>
#include <set>

namespace labelwright {

namespace {

/// One image file and what its folders say.
struct FolderImage
{
    std::size_t entry = 0;
    QString name; ///< Below the top folder that says nothing.
    std::optional<Subset> subset;
    QString label; ///< Empty: it lies in no folder.
};

QString firstFolder(const QString& path)
{
    const qsizetype slash = path.indexOf(u'/');
    return slash < 0 ? QString() : path.left(slash);
}

/// Takes off the folders at the top that hold everything in folders of their own.
void stripTopFolders(std::vector<FolderImage>& images)
{
    while (true) {
        const QString top = firstFolder(images.front().name);
        const bool isCommon =
            std::all_of(images.begin(), images.end(),
                        [&](const FolderImage& image) { return firstFolder(image.name) == top; });
        const qsizetype length = top.size() + 1;
        const bool hasFolders = std::any_of(images.begin(), images.end(), [&](const auto& image) {
            return image.name.indexOf(u'/', length) >= 0;
        });
        if (top.isEmpty() || !isCommon || !hasFolders)
            return;
        for (FolderImage& image : images)
            image.name.remove(0, length);
    }
}

/// Reads subset and label from the folders' names.
void readFolders(std::vector<FolderImage>& images)
{
    const bool areSubsets = std::all_of(images.begin(), images.end(), [](const auto& image) {
        return subsetFromText(firstFolder(image.name)).has_value();
    });
    std::set<QString> labels;
    for (FolderImage& image : images) {
        QString rest = image.name;
        if (areSubsets) {
            const QString folder = firstFolder(rest);
            image.subset = subsetFromText(folder);
            rest.remove(0, folder.size() + 1);
        }
        image.label = firstFolder(rest);
        labels.insert(image.label);
    }
    if (labels.size() == 1)
        for (FolderImage& image : images)
            image.label.clear();
}

std::vector<FolderImage> listImages(const PlanContext& context, ImportPlan& plan)
{
    std::vector<FolderImage> images;
    IssueLog log;
    const auto& entries = context.source.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const QString& path = entries[i].path;
        if (!isImageName(path))
            continue;
        if (entries[i].bytes > 0) {
            images.push_back({i, path, std::nullopt, {}});
            continue;
        }
        log.add(IssueKind::UnreadableImage, 0, path);
        plan.rejects.push_back({0,
                                IssueKind::UnreadableImage,
                                QStringLiteral("The file %1 is empty.").arg(path),
                                {path}});
    }
    plan.issues = log.take();
    return images;
}

/// Makes one sample of each image; byte-identical ones become one with all their labels.
Result<void> addLabelledSamples(const PlanContext& context, const std::vector<FolderImage>& images,
                                ImportPlan& plan)
{
    std::vector<std::size_t> files;
    for (const FolderImage& image : images)
        files.push_back(image.entry);
    const auto first = firstWithSameBytes(context, files);
    if (!first)
        return failureOf(first);
    IssueLog log;
    const std::size_t labels = plan.annotations.labels();
    std::vector<std::size_t> sampleOf(images.size());
    for (std::size_t i = 0; i < images.size(); ++i) {
        const FolderImage& image = images[i];
        const QString& path = context.source.entries()[image.entry].path;
        if ((*first)[i] == i) {
            const auto unlisted =
                image.label.isEmpty() ? Annotation::Unknown : context.options.unlisted;
            sampleOf[i] = plan.samples.size();
            plan.samples.push_back({path, image.name, 0, image.subset, {}, {}});
            plan.annotations.append(std::vector<Annotation>(labels, unlisted));
        } else {
            sampleOf[i] = sampleOf[(*first)[i]];
            log.add(IssueKind::SameImage, 0, path);
        }
        if (!image.label.isEmpty())
            plan.annotations.set(sampleOf[i],
                                 static_cast<std::size_t>(plan.labels.indexOf(image.label)),
                                 Annotation::Present);
    }
    for (Issue& issue : log.take())
        plan.issues.push_back(std::move(issue));
    return {};
}

} // namespace

Result<ImportPlan> planFolders(const PlanContext& context)
{
    ImportPlan plan;
    std::vector<FolderImage> images = listImages(context, plan);
    if (images.empty())
        return plan;
    stripTopFolders(images);
    readFolders(images);
    if (context.options.labels == LabelSearch::Required)
        for (const FolderImage& image : images)
            if (!image.label.isEmpty() && !plan.labels.contains(image.label))
                plan.labels.append(image.label);
    plan.labels.sort();
    plan.form = plan.labels.isEmpty() ? ImportForm::PlainImages : ImportForm::FolderPerLabel;
    plan.annotations = LabelMatrix(0, static_cast<std::size_t>(plan.labels.size()));
    if (plan.form == ImportForm::FolderPerLabel) {
        if (const auto added = addLabelledSamples(context, images, plan); !added)
            return failureOf(added);
        return plan;
    }
    for (const FolderImage& image : images) {
        const QString& path = context.source.entries()[image.entry].path;
        plan.samples.push_back({path, image.name, 0, image.subset, {}, {}});
        plan.annotations.append({});
    }
    return plan;
}

} // namespace labelwright
