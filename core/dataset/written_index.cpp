#include "core/dataset/written_index.h"

#include "core/base/csv_cell.h"
#include "core/dataset/column_roles.h"
#include "core/dataset/csv.h"

#include <QSet>

#include <cmath>

namespace labelwright {

namespace {

/// A part of a path that neither leaves its folder nor is taken for a system file.
QString safePart(const QString& part)
{
    QString safe = part.trimmed();
    if (safe.isEmpty() || safe == u"." || safe == u"..")
        return {};
    safe.replace(u':', u'_');
    const bool isSystem = safe.startsWith(u'.') || safe == u"__MACOSX" ||
                          safe.compare(u"Thumbs.db", Qt::CaseInsensitive) == 0;
    return isSystem ? u'_' + safe : safe;
}

QString safeName(QString name)
{
    name.replace(u'\\', u'/');
    QStringList parts;
    for (const QString& part : name.split(u'/'))
        if (const QString safe = safePart(part); !safe.isEmpty())
            parts.append(safe);
    return parts.isEmpty() ? QStringLiteral("image") : parts.join(u'/');
}

QString numbered(const QString& name, int number)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const qsizetype end = dot > name.lastIndexOf(u'/') ? dot : name.size();
    return name.left(end) + QStringLiteral("-%1").arg(number) + name.mid(end);
}

QString folded(const QString& name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

/// `wanted`, or with a number behind it when it is taken; empty stays empty.
QString freeColumn(const QString& wanted, QStringList& taken)
{
    QString name = wanted;
    for (int number = 2; !name.isEmpty() && taken.contains(name); ++number)
        name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    taken.append(name);
    return name;
}

ColumnRoles rolesOf(const DatasetWriteRequest& request)
{
    ColumnRoles roles;
    QStringList taken = request.labels + request.fieldColumns;
    roles.labels = request.labels;
    roles.fields = request.fieldColumns;
    roles.image = freeColumn(QStringLiteral("image"), taken);
    roles.subset = freeColumn(request.subsetColumn, taken);
    roles.group = freeColumn(request.groupColumn, taken);
    return roles;
}

std::vector<QString> headerOf(const ColumnRoles& roles, const QStringList& scoreLabels)
{
    std::vector<QString> header{roles.image};
    for (const QString& column : {roles.subset, roles.group})
        if (!column.isEmpty())
            header.push_back(column);
    header.insert(header.end(), roles.fields.begin(), roles.fields.end());
    header.insert(header.end(), roles.labels.begin(), roles.labels.end());
    for (const QString& label : scoreLabels)
        header.push_back(scoreColumnPrefix.toString() + label);
    return header;
}

/// Unguarded: an import of the index has to find the same names and fields.
QByteArray textCell(const QString& text)
{
    return csvCell(text, FormulaGuard::Off);
}

const char* annotationCell(Annotation annotation)
{
    switch (annotation) {
    case Annotation::Unknown: return ",";
    case Annotation::Absent: return ",0";
    case Annotation::Present: return ",1";
    }
    return ",";
}

QByteArray scoreCell(float score)
{
    return std::isfinite(score) ? ',' + QByteArray::number(static_cast<double>(score), 'g', 9)
                                : QByteArrayLiteral(",");
}

QByteArray indexRow(const DatasetWriteRequest& request, const ColumnRoles& roles,
                    const QString& name, std::size_t i)
{
    const WrittenSample& sample = request.samples[i];
    QByteArray row = textCell(name);
    if (!roles.subset.isEmpty())
        row += ',' + (sample.subset ? subsetName(*sample.subset).toUtf8() : QByteArray());
    if (!roles.group.isEmpty())
        row += ',' + textCell(sample.group);
    for (qsizetype field = 0; field < roles.fields.size(); ++field)
        row += ',' + textCell(sample.fields.value(field));
    for (const Annotation annotation : request.annotations.row(i))
        row += annotationCell(annotation);
    const auto scores = static_cast<std::size_t>(request.scoreLabels.size());
    for (std::size_t score = 0; score < scores; ++score)
        row += scoreCell(request.scores[i * scores + score]);
    return row + '\n';
}

} // namespace

QStringList entryNames(const std::vector<WrittenSample>& samples)
{
    QStringList names;
    QSet<QString> taken{QStringLiteral("index.csv"), columnRolesFile.toString()};
    for (const WrittenSample& sample : samples) {
        const QString safe = safeName(sample.name);
        QString name = safe;
        for (int number = 2; taken.contains(folded(name)); ++number)
            name = numbered(safe, number);
        taken.insert(folded(name));
        names.append(name);
    }
    return names;
}

Result<void> addIndex(ZipWriter& zip, const DatasetWriteRequest& request, const QStringList& names)
{
    const ColumnRoles roles = rolesOf(request);
    QByteArray csv = csvLine(headerOf(roles, request.scoreLabels));
    for (std::size_t i = 0; i < request.samples.size(); ++i)
        csv += indexRow(request, roles, names[static_cast<qsizetype>(i)], i);
    if (const auto added = zip.add(QStringLiteral("index.csv"), csv, Packing::Deflate); !added)
        return added;
    return zip.add(columnRolesFile.toString(), toJson(roles), Packing::Deflate);
}

} // namespace labelwright
