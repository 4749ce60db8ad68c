#pragma once

#include "core/base/ids.h"
#include "core/deployment/endpoint.h"

#include <QByteArray>
#include <QDateTime>
#include <QImage>
#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>

namespace labelwright {

/// One exchange with a caller.
struct LoggedCall
{
    qint64 number = 0; ///< Rises with every call; never reused.
    HttpExchange exchange;
};

/// An image that a caller sent to a deployment that keeps them.
struct LoggedImage
{
    qint64 number = 0; ///< Rises with every image; never reused.
    DeploymentId deployment;
    QDateTime time;
    QByteArray encoded; ///< The bytes as they came.
    QImage thumbnail;   ///< At most `EndpointLog::thumbnailSide` pixels wide and high.
    Prediction prediction;
};

/// What callers of the service did lately: taken from the server's threads at any pace, handed to
/// the GUI's thread at most once per 60 ms. Everything is bounded; the newest stay. Thumbnails are
/// made on a thread of its own, of some of the images when more come than can be looked at.
/// Kept in memory only. Lives on the GUI's thread.
class EndpointLog : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t mostCalls = 500;
    static constexpr std::size_t mostImages = 200;
    static constexpr qsizetype mostImageBytes = qsizetype(64) << 20;
    static constexpr int thumbnailSide = 128; ///< Pixels.

    explicit EndpointLog(QObject* parent = nullptr);
    ~EndpointLog() override;

    /// From any thread; cheap.
    void addCall(const HttpExchange& exchange);
    void addImage(const SeenImage& image);

    /// Newest first.
    [[nodiscard]] const std::deque<LoggedCall>& calls() const { return m_calls; }
    [[nodiscard]] const std::deque<LoggedImage>& images() const { return m_images; }

    /// Number of the image that came last, whether it is still there or not; 0: none came yet.
    [[nodiscard]] qint64 newestImage() const { return m_lastImage; }

    /// Drops the images of a deployment.
    void forgetImages(DeploymentId deployment);

Q_SIGNALS:
    /// `calls` or `images` are others; at most every 60 ms.
    void changed();

private:
    void makeThumbnails(const std::stop_token& stop);
    /// Under m_mutex: lets `deliver` be called on the GUI's thread.
    void wake();
    void deliver();
    void boundImages();

    // The GUI's thread alone.
    std::deque<LoggedCall> m_calls;
    std::deque<LoggedImage> m_images;
    qint64 m_lastCall = 0;
    qint64 m_lastImage = 0;
    QTimer m_timer;

    std::mutex m_mutex;
    std::condition_variable_any m_came;
    std::deque<HttpExchange> m_newCalls; ///< Under m_mutex, as the following.
    std::deque<SeenImage> m_newImages;   ///< Without thumbnail.
    std::deque<LoggedImage> m_madeImages;
    bool m_woken = false;

    std::jthread m_thread; ///< Last: joined before anything it uses goes.
};

} // namespace labelwright
