#include "core/project/samples.h"

#include "core/project/project_storage.h"
#include "core/project/sample_fields.h"
#include "core/project/statement.h"

#include <QHash>

#include <algorithm>

namespace labelwright {

namespace {

QByteArray selectSamples(const char* condition)
{
    return QByteArray("SELECT id, name, keeping, group_key, subset, state, problem, sha256, bytes, "
                      "width, height, hash FROM samples WHERE ")
           + condition;
}

QString readFailed()
{
    return QStringLiteral("The samples cannot be read");
}

Error missingError()
{
    return {QStringLiteral("The sample does not exist any more; list the samples again."), {}};
}

Sample sampleIn(const Statement& row)
{
    Sample sample;
    sample.id = row.id<SampleId>(0);
    sample.name = row.text(1);
    sample.keeping = static_cast<Keeping>(row.integer(2));
    sample.group = row.text(3);
    if (!row.isNull(4))
        sample.subset = static_cast<Subset>(row.integer(4));
    sample.check = static_cast<CheckState>(row.integer(5));
    sample.problem = row.text(6);
    sample.sha256 = row.blob(7).toHex();
    sample.bytes = row.integer(8);
    sample.width = static_cast<int>(row.integer(9));
    sample.height = static_cast<int>(row.integer(10));
    sample.perceptualHash = static_cast<quint64>(row.integer(11));
    return sample;
}

/// The field columns of each import of a dataset.
QHash<qint64, QStringList> columnsByImport(Database& database, DatasetId dataset)
{
    QHash<qint64, QStringList> columns;
    Statement rows(database, "SELECT id, field_columns FROM imports WHERE dataset = ?1");
    rows.with(dataset);
    while (rows.next())
        columns.insert(rows.integer(0), stringsFromJson(rows.text(1)));
    return columns;
}

/// The columns of all imports in the order in which they came.
QStringList allColumns(const QHash<qint64, QStringList>& byImport)
{
    QStringList all;
    QList<qint64> imports = byImport.keys();
    std::sort(imports.begin(), imports.end());
    for (const qint64 import : imports)
        for (const QString& column : byImport.value(import))
            if (!all.contains(column))
                all += column;
    return all;
}

} // namespace

Result<std::vector<Sample>> samples(const Project& project, DatasetId dataset)
{
    return reading(project, readFailed(),
                   [&](ProjectStorage& storage) -> Result<std::vector<Sample>> {
        Statement rows(storage.database,
                       selectSamples("+dataset = ?1 ORDER BY id").constData());
        rows.with(dataset);
        std::vector<Sample> found;
        while (rows.next())
            found.push_back(sampleIn(rows));
        return found;
    });
}

Result<Sample> sample(const Project& project, SampleId id)
{
    return reading(project, readFailed(), [&](ProjectStorage& storage) -> Result<Sample> {
        Statement row(storage.database, selectSamples("id = ?1").constData());
        row.with(id);
        if (!row.next())
            return tl::unexpected<Error>(missingError());
        return sampleIn(row);
    });
}

Result<QJsonObject> sampleFields(const Project& project, SampleId id)
{
    return reading(project, readFailed(), [&](ProjectStorage& storage) -> Result<QJsonObject> {
        Statement row(storage.database, "SELECT field_columns, fields FROM samples JOIN imports ON "
                                        "imports.id = samples.import WHERE samples.id = ?1");
        row.with(id);
        if (!row.next())
            return tl::unexpected<Error>(missingError());
        const QStringList columns = stringsFromJson(row.text(0));
        const QStringList cells = stringsFromJson(row.text(1));
        QJsonObject fields;
        for (qsizetype i = 0; i < std::min(columns.size(), cells.size()); ++i)
            fields.insert(columns.at(i), cells.at(i));
        return fields;
    });
}

Result<FieldTable> fieldTable(const Project& project, DatasetId dataset)
{
    return reading(project, readFailed(), [&](ProjectStorage& storage) -> Result<FieldTable> {
        const QHash<qint64, QStringList> byImport = columnsByImport(storage.database, dataset);
        FieldTable table{allColumns(byImport), {}};
        QHash<qint64, QList<qsizetype>> places;
        for (auto import = byImport.begin(); import != byImport.end(); ++import)
            for (const QString& column : import.value())
                places[import.key()] += table.columns.indexOf(column);
        Statement rows(storage.database,
                       "SELECT import, fields FROM samples WHERE +dataset = ?1 ORDER BY id");
        rows.with(dataset);
        while (rows.next()) {
            QStringList row(table.columns.size());
            const QStringList cells = stringsFromJson(rows.text(1));
            const QList<qsizetype>& to = places[rows.integer(0)];
            for (qsizetype i = 0; i < std::min(to.size(), cells.size()); ++i)
                row[to.at(i)] = cells.at(i);
            table.rows.push_back(std::move(row));
        }
        return table;
    });
}

} // namespace labelwright
