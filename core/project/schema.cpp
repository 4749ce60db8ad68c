#include "core/project/schema.h"

#include "core/project/statement.h"

#include <array>

namespace labelwright {

namespace {

// Keys are AUTOINCREMENT, so that the id of something deleted never names something else.
constexpr const char* datasetTables = R"sql(
CREATE TABLE datasets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    subset_rules TEXT NOT NULL DEFAULT '{}');
CREATE TABLE labels (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset INTEGER NOT NULL REFERENCES datasets(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL,
    UNIQUE (dataset, name));
CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset INTEGER NOT NULL REFERENCES datasets(id) ON DELETE CASCADE,
    time INTEGER NOT NULL,
    path TEXT NOT NULL,
    group_column TEXT NOT NULL,
    field_columns TEXT NOT NULL,
    issues TEXT NOT NULL);
CREATE TABLE samples (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset INTEGER NOT NULL REFERENCES datasets(id) ON DELETE CASCADE,
    added_at INTEGER NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    subset INTEGER,
    keeping INTEGER NOT NULL,
    import INTEGER NOT NULL REFERENCES imports(id),
    bytes INTEGER NOT NULL DEFAULT 0,
    width INTEGER NOT NULL DEFAULT 0,
    height INTEGER NOT NULL DEFAULT 0,
    hash INTEGER NOT NULL DEFAULT 0,
    sha256 BLOB,
    suffix TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    entry TEXT,
    group_key TEXT,
    problem TEXT,
    fields TEXT,
    UNIQUE (dataset, name));
CREATE TABLE log (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset INTEGER NOT NULL REFERENCES datasets(id) ON DELETE CASCADE,
    time INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    who INTEGER NOT NULL,
    source TEXT NOT NULL,
    cells INTEGER NOT NULL,
    content BLOB NOT NULL);
CREATE INDEX log_by_dataset ON log (dataset, position);
CREATE TABLE versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset INTEGER NOT NULL REFERENCES datasets(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    created INTEGER NOT NULL,
    subset_rules TEXT NOT NULL);
CREATE TABLE feature_sets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset INTEGER NOT NULL REFERENCES datasets(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    everything INTEGER NOT NULL,
    UNIQUE (dataset, name));
CREATE TABLE feature_set_labels (
    feature_set INTEGER NOT NULL REFERENCES feature_sets(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    label INTEGER NOT NULL REFERENCES labels(id) ON DELETE CASCADE,
    PRIMARY KEY (feature_set, place)) WITHOUT ROWID;
)sql";

constexpr const char* experimentTables = R"sql(
CREATE TABLE experiments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    dataset INTEGER NOT NULL REFERENCES datasets(id),
    version INTEGER NOT NULL REFERENCES versions(id),
    feature_set_name TEXT NOT NULL,
    spec TEXT NOT NULL,
    settings TEXT NOT NULL,
    reasons TEXT NOT NULL,
    state INTEGER NOT NULL,
    state_reason TEXT NOT NULL DEFAULT '',
    facts TEXT,
    created INTEGER NOT NULL);
CREATE TABLE experiment_labels (
    experiment INTEGER NOT NULL REFERENCES experiments(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    label INTEGER NOT NULL REFERENCES labels(id),
    PRIMARY KEY (experiment, place)) WITHOUT ROWID;
CREATE TABLE epochs (
    experiment INTEGER NOT NULL REFERENCES experiments(id) ON DELETE CASCADE,
    epoch INTEGER NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (experiment, epoch)) WITHOUT ROWID;
CREATE TABLE checkpoints (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    experiment INTEGER NOT NULL REFERENCES experiments(id) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    validation_loss REAL,
    UNIQUE (experiment, kind));
CREATE TABLE decision_sets (
    checkpoint INTEGER PRIMARY KEY REFERENCES checkpoints(id) ON DELETE CASCADE,
    calibration INTEGER NOT NULL,
    calibration_source TEXT NOT NULL,
    threshold_source TEXT NOT NULL);
CREATE TABLE label_decisions (
    checkpoint INTEGER NOT NULL REFERENCES decision_sets(checkpoint) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    label INTEGER NOT NULL REFERENCES labels(id),
    scale REAL NOT NULL,
    offset REAL NOT NULL,
    threshold REAL NOT NULL,
    attainable INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (checkpoint, place)) WITHOUT ROWID;
)sql";

// Schema 2: referenced files are told from changed ones by their time, and what is still to be
// checked is found without reading every sample.
constexpr const char* checkIndexes = R"sql(
ALTER TABLE samples ADD COLUMN modified INTEGER NOT NULL DEFAULT 0;
CREATE INDEX samples_pending ON samples (dataset, id) WHERE state = 0;
CREATE INDEX samples_with_problem ON samples (dataset, id) WHERE state = 2;
CREATE INDEX samples_by_digest ON samples (sha256) WHERE sha256 IS NOT NULL;
)sql";

// Schema 3: deployments. They name their experiment and labels by plain values, for both may be
// deleted while the deployment goes on.
constexpr const char* deploymentTables = R"sql(
CREATE TABLE deployments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    experiment INTEGER NOT NULL,
    experiment_name TEXT NOT NULL,
    kind INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    created INTEGER NOT NULL,
    enabled INTEGER NOT NULL DEFAULT 0,
    spec TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    input_name TEXT NOT NULL);
CREATE TABLE deployment_labels (
    deployment INTEGER NOT NULL REFERENCES deployments(id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    label INTEGER NOT NULL,
    name TEXT NOT NULL,
    output_name TEXT NOT NULL,
    scale REAL NOT NULL,
    offset REAL NOT NULL,
    threshold REAL NOT NULL,
    attainable INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (deployment, place)) WITHOUT ROWID;
)sql";

// Schema 4: who may call a deployment. Of a token's secret only the digest is kept.
constexpr const char* accessTables = R"sql(
ALTER TABLE deployments ADD COLUMN is_public INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deployments ADD COLUMN keeps_requests INTEGER NOT NULL DEFAULT 0;
CREATE TABLE deployment_tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    deployment INTEGER NOT NULL REFERENCES deployments(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER,
    revoked INTEGER);
CREATE INDEX tokens_by_deployment ON deployment_tokens (deployment, id);
)sql";

/// The statements that lead to schema `schema` from the one before it.
void stepTo(Database& database, int schema)
{
    if (schema == 1) {
        database.execute(datasetTables);
        database.execute(experimentTables);
    } else if (schema == 2) {
        database.execute(checkIndexes);
    } else if (schema == 3) {
        database.execute(deploymentTables);
    } else if (schema == 4) {
        database.execute(accessTables);
    }
}

int pragma(Database& database, const char* sql)
{
    Statement statement(database, sql);
    return statement.next() ? static_cast<int>(statement.integer(0)) : 0;
}

void setPragma(Database& database, const char* name, int value)
{
    database.execute(QStringLiteral("PRAGMA %1 = %2")
                         .arg(QString::fromLatin1(name))
                         .arg(value)
                         .toLatin1()
                         .constData());
}

} // namespace

int schemaOf(Database& database)
{
    return pragma(database, "PRAGMA user_version");
}

int applicationIdOf(Database& database)
{
    return pragma(database, "PRAGMA application_id");
}

void migrate(Database& database, int target)
{
    Transaction transaction(database);
    for (int schema = schemaOf(database) + 1; schema <= target; ++schema)
        stepTo(database, schema);
    setPragma(database, "application_id", projectApplicationId);
    setPragma(database, "user_version", target);
    transaction.commit();
}

} // namespace labelwright
