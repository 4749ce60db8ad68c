#include "app/cli/import_text.h"

#include "app/cli/result_json.h"

namespace labelwright::cli {

namespace {

/// The first names, then how many more there are.
QString listed(const QStringList& names, qsizetype most)
{
    if (names.size() <= most)
        return names.join(", ");
    return names.mid(0, most).join(", ") + QStringLiteral(", … (%1 in all)").arg(names.size());
}

QString outcomeLine(const ImportSummary& summary, ImportTarget target)
{
    const QString what = countText(summary.added, "image") + " with "
                         + countText(summary.plan.labels.size(), "label");
    if (target == ImportTarget::NewDataset)
        return QStringLiteral("Imported %1 as dataset '%2'.").arg(what, summary.name);
    return QStringLiteral("Added %1 to the dataset '%2', which has %3 now.")
        .arg(what, summary.name, countText(summary.labels.size(), "label"));
}

QString labelSource(const ImportPlan& plan)
{
    if (plan.form == ImportForm::Tags)
        return QStringLiteral(" (from the tags in %1)").arg(plan.tagColumn);
    return plan.form == ImportForm::FolderPerLabel ? QStringLiteral(" (from the folders' names)")
                                                   : QString();
}

/// "labels: a, b · kept as columns: x · image paths: file · UTF-8, semicolon"
QString guessLine(const ImportPlan& plan)
{
    constexpr qsizetype most = 20;
    QStringList parts;
    const auto add = [&parts](const QString& role, const QString& value) {
        if (!value.isEmpty())
            parts.append(role + ": " + value);
    };
    add("labels", plan.labels.isEmpty() ? QStringLiteral("none")
                                        : listed(plan.labels, most) + labelSource(plan));
    add("kept as columns", listed(plan.fieldColumns, most));
    add("image paths", plan.imageColumn);
    add("subset", plan.subsetColumn);
    add("group", plan.groupColumn);
    if (!plan.encoding.isEmpty())
        parts.append(plan.encoding + ", " + plan.separator);
    return parts.join(QStringLiteral(" · "));
}

/// How to import without the labels that cost rows; empty where the person named them.
QString labelHint(const Issue& issue, const ImportSummary& summary, const ImportRequest& request)
{
    if (issue.columns.isEmpty() || !request.options.labelColumns.isEmpty())
        return {};
    QStringList others = summary.plan.labels;
    for (const QString& column : issue.columns)
        others.removeAll(column);
    const QString it = issue.columns.size() == 1 ? "it" : "them";
    const QString names = others.isEmpty() || others.size() > 12 ? "NAMES" : others.join(',');
    return QStringLiteral(" To leave %1 out, import with --label-columns %2")
        .arg(it, names.contains(' ') ? '"' + names + '"' : names);
}

QString issueLine(const Issue& issue, const ImportSummary& summary, const ImportRequest& request)
{
    const QString places = placesInWords(issue, 8);
    return "  " + issue.text + (places.isEmpty() ? QString() : " (" + places + ')')
           + labelHint(issue, summary, request);
}

} // namespace

QStringList importText(const ImportSummary& summary, const ImportRequest& request)
{
    QStringList lines{outcomeLine(summary, request.target), "  " + guessLine(summary.plan)};
    if (summary.samplesBefore > 0 && !summary.newLabels.isEmpty())
        lines.append(QStringLiteral("  %1: %2 (unknown for the %3 already there).")
                         .arg(countText(summary.newLabels.size(), "new label"),
                              listed(summary.newLabels, 20),
                              countText(summary.samplesBefore, "image")));
    for (const Issue& issue : summary.plan.issues)
        lines.append(issueLine(issue, summary, request));
    const QStringList& there = summary.alreadyThere;
    if (!there.isEmpty())
        lines.append(QStringLiteral("  %1 left out, as the dataset has samples of these names (%2%3).")
                         .arg(there.size() == 1 ? QStringLiteral("1 image was")
                                                : countText(there.size(), "image") + " were",
                              there.mid(0, 3).join(", "),
                              there.size() > 3 ? QStringLiteral(", …") : QString()));
    lines.append(QString());
    return lines + subsetTableText(summary.subsets, summary.labels);
}

} // namespace labelwright::cli
