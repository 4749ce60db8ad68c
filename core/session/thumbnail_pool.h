#pragma once

#include "core/project/sample_locations.h"
#include "core/project/sample_reader.h"
#include "core/session/thumbnails.h"

#include <QCache>
#include <QTimer>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <unordered_set>

namespace labelwright {

/// The threads behind Thumbnails. The GUI's thread calls the public functions; workers take one wish
/// at a time from the front of the list, so that what came into sight last is made next.
class Thumbnails::Pool
{
public:
    Pool(const Project& project, Thumbnails& owner);
    ~Pool();

    [[nodiscard]] QImage find(SampleId sample);
    [[nodiscard]] bool isBroken(SampleId sample) const;
    void setWanted(DatasetId dataset, std::span<const SampleId> samples);
    void forgetLocations();

private:
    struct Wish
    {
        DatasetId dataset;
        SampleId sample;
        int generation = 0; ///< Of the locations it is to be read by.
    };
    struct Made
    {
        SampleId sample;
        QImage image; ///< Null: broken.
    };
    /// What one worker keeps open.
    struct Desk
    {
        DatasetId dataset;
        int generation = -1;
        std::shared_ptr<const SampleLocations> locations;
        std::optional<SampleReader> reader;
    };

    void work(const std::stop_token& stop);
    [[nodiscard]] std::optional<Wish> takeWish(const std::stop_token& stop);
    [[nodiscard]] bool prepare(Desk& desk, const Wish& wish);
    [[nodiscard]] std::shared_ptr<const SampleLocations> locationsFor(const Wish& wish);
    [[nodiscard]] QImage make(Desk& desk, SampleId sample) const;
    void hand(const Wish& wish, QImage image);
    void deliver();

    Thumbnails& m_owner;
    const Project& m_project;
    const QString m_folder; ///< Of the disk cache.

    // The GUI's thread alone.
    QCache<qint64, QImage> m_memory; ///< Cost: kilobytes.
    std::unordered_set<SampleId> m_broken;
    QTimer m_timer;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Wish> m_wishes;               ///< Under m_mutex.
    std::unordered_set<SampleId> m_inWork;   ///< Under m_mutex.
    std::vector<Made> m_made;                ///< Under m_mutex: not delivered yet.
    int m_generation = 0;                    ///< Under m_mutex.

    std::mutex m_locationsMutex; ///< Held while locations are read, so that they are read once.
    Desk m_shared;               ///< Under m_locationsMutex; without a reader.

    std::vector<std::jthread> m_threads; ///< Last: joined before anything they use goes.
};

} // namespace labelwright
