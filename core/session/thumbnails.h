#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/project/project.h"

#include <QImage>
#include <QObject>

#include <memory>
#include <span>
#include <vector>

namespace labelwright {

/// Small versions of samples' images, made by a bounded pool, those in sight first, and kept in
/// memory (bounded by bytes) and in the project's cache folder. Lives on the GUI's thread.
class Thumbnails : public QObject
{
    Q_OBJECT

public:
    /// Longer side of a thumbnail, pixels.
    static constexpr int side = 256;

    explicit Thumbnails(const Project& project, QObject* parent = nullptr);
    ~Thumbnails() override;

    /// The thumbnail if it is in memory, else a null image. Never blocks.
    [[nodiscard]] QImage find(SampleId sample) const;

    /// True when the sample's image cannot be read.
    [[nodiscard]] bool isBroken(SampleId sample) const;

    /// Replaces what is wished for: samples in sight, most important first, then their neighbours.
    void setWanted(DatasetId dataset, std::span<const SampleId> samples);

    /// Forgets where images lie: after an import or a check moved them.
    void forgetLocations();

Q_SIGNALS:
    /// `find` now has these, or they are broken; at most every 30 ms.
    void ready(const std::vector<labelwright::SampleId>& samples);

private:
    class Pool;
    std::unique_ptr<Pool> m_pool;
};

} // namespace labelwright
