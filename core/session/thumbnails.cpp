#include "core/session/thumbnails.h"

#include "core/session/thumbnail_pool.h"

namespace labelwright {

Thumbnails::Thumbnails(const Project& project, QObject* parent)
    : QObject(parent)
    , m_pool(std::make_unique<Pool>(project, *this))
{}

Thumbnails::~Thumbnails() = default;

QImage Thumbnails::find(SampleId sample) const
{
    return m_pool->find(sample);
}

bool Thumbnails::isBroken(SampleId sample) const
{
    return m_pool->isBroken(sample);
}

void Thumbnails::setWanted(DatasetId dataset, std::span<const SampleId> samples)
{
    m_pool->setWanted(dataset, samples);
}

void Thumbnails::forgetLocations()
{
    m_pool->forgetLocations();
}

} // namespace labelwright
