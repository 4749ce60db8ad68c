#pragma once

#include "core/deployment/endpoint_model.h"
#include "core/deployment/http_server.h"
#include "core/deployment/inference_queue.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <cstddef>
#include <map>
#include <mutex>
#include <utility>

namespace labelwright {

/// Counts exchanges and tells them with the queue's figures in the Prometheus text format. Holds
/// nothing of a caller. Safe to call from many threads.
class EndpointMetrics
{
public:
    /// Counts an exchange for the deployment that its path names, or for none.
    void count(const HttpExchange& exchange, const EndpointModels& models);

    [[nodiscard]] QByteArray text(const EndpointModels& models,
                                  const InferenceFigures& figures) const;

private:
    static constexpr std::array<double, 12> bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                   0.1,   0.25,   0.5,   1,    2.5,   10};
    using Key = std::pair<QString, int>; ///< Deployment (or empty) and the status' first digit.

    mutable std::mutex m_access;
    std::map<Key, std::size_t> m_requests;
    std::array<std::size_t, bounds.size() + 1> m_durations{}; ///< Of calls; the last: longer.
    double m_seconds = 0;                                     ///< Of calls, together.

    [[nodiscard]] QByteArray exchangesText() const;
};

} // namespace labelwright
