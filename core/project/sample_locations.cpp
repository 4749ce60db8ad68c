#include "core/project/sample_locations.h"

#include "core/project/project_storage.h"
#include "core/project/sample_reader.h"
#include "core/project/statement.h"

#include <algorithm>

namespace labelwright {

namespace {

SampleLocation locationIn(const Statement& row)
{
    SampleLocation location;
    location.id = row.id<SampleId>(0);
    location.keeping = static_cast<Keeping>(row.integer(1));
    location.checked = static_cast<CheckState>(row.integer(2)) == CheckState::Ok;
    location.import = row.integer(3);
    location.bytes = row.integer(4);
    location.modified = row.integer(5);
    location.suffix = row.text(7);
    if (location.checked)
        location.sha256 = row.blob(6);
    if (!location.checked || location.keeping == Keeping::Reference)
        location.entry = row.text(8);
    return location;
}

} // namespace

const SampleLocation* SampleLocations::find(SampleId id) const
{
    const auto found = std::ranges::lower_bound(samples, id, {}, &SampleLocation::id);
    return found != samples.end() && found->id == id ? &*found : nullptr;
}

Result<std::unique_ptr<ImageSource>> SampleLocations::openImport(qint64 import) const
{
    const std::lock_guard lock(m_mutex);
    const auto opened = m_opened.find(import);
    if (opened != m_opened.end())
        return opened->second->clone();
    Result<std::unique_ptr<ImageSource>> source = openSource(sources.at(import));
    if (!source)
        return source;
    return m_opened.emplace(import, std::move(*source)).first->second->clone();
}

Result<std::shared_ptr<const SampleLocations>> sampleLocations(const Project& project,
                                                               DatasetId dataset)
{
    using Shared = std::shared_ptr<const SampleLocations>;
    return reading(project, QStringLiteral("The images cannot be listed"),
                   [&](ProjectStorage& storage) -> Result<Shared> {
        auto locations = std::make_shared<SampleLocations>();
        locations->originals = project.originalsFolder();
        Statement sources(storage.database, "SELECT id, path FROM imports WHERE dataset = ?1");
        sources.with(dataset);
        while (sources.next())
            locations->sources.emplace(sources.integer(0), sources.text(1));
        Statement rows(storage.database,
                       "SELECT id, keeping, state, import, bytes, modified, sha256, suffix, "
                       "ifnull(entry, name) FROM samples WHERE +dataset = ?1 ORDER BY id");
        rows.with(dataset);
        while (rows.next())
            locations->samples.push_back(locationIn(rows));
        return Shared(std::move(locations));
    });
}

} // namespace labelwright
