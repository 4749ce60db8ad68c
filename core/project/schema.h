#pragma once

#include "core/project/database.h"

namespace labelwright {

/// The schema this program writes. Schemas count up from 1.
inline constexpr int currentSchema = 4;

/// Marks an SQLite file as a Labelwright project: "LbWr".
inline constexpr int projectApplicationId = 0x4c625772;

/// The schema of a database; 0 for a new file.
int schemaOf(Database& database);

/// The number that says which program an SQLite file belongs to.
int applicationIdOf(Database& database);

/// Brings a database from its schema to `target` in one transaction: all steps or none.
void migrate(Database& database, int target = currentSchema);

} // namespace labelwright
