#include "core/deployment/http_server.h"

#include "core/deployment/http_connections.h"
#include "core/deployment/http_incoming.h"
#include "core/deployment/http_listener.h"
#include "core/deployment/http_refusal.h"
#include "core/deployment/http_reply.h"

#include <microhttpd.h>

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <set>
#include <utility>

#include <unistd.h>

namespace labelwright {

namespace {

using Clock = std::chrono::steady_clock;

/// For sending the last answers before the connections are cut.
constexpr std::chrono::seconds farewell{1};
constexpr const char* tlsPriorities = "NORMAL:-VERS-TLS1.0:-VERS-TLS1.1:%SERVER_PRECEDENCE";

HttpResponse stoppingAnswer()
{
    return refusal(503, QStringLiteral("The server is being stopped."));
}

HttpConnection* connectionOf(MHD_Connection* connection)
{
    const MHD_ConnectionInfo* const info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info == nullptr ? nullptr : static_cast<HttpConnection*>(info->socket_context);
}

} // namespace

struct HttpServer::State
{
    State(HttpServerOptions given, HttpHandler handle, HttpObserver observe)
        : options(std::move(given))
        , handler(std::move(handle))
        , observer(std::move(observe))
        , budget(options.limits.bodiesInMemory)
        , connections(options.limits.requestTime, isSecure())
    {
    }

    [[nodiscard]] bool isSecure() const
    {
        return !options.certificate.isEmpty() || !options.privateKey.isEmpty();
    }

    Result<void> listen();
    [[nodiscard]] unsigned flags() const;
    void stop();
    void answerAll();

    MHD_Result step(MHD_Connection* connection, HttpIncoming& incoming, const char* method,
                    const char* data, std::size_t* size);
    MHD_Result work(MHD_Connection* connection, HttpIncoming& incoming);
    MHD_Result send(MHD_Connection* connection, HttpIncoming& incoming, HttpResponse response);
    void callHandler(HttpIncoming& incoming);
    bool admit(MHD_Connection* connection, HttpIncoming& incoming);
    void finish(HttpIncoming& incoming);

    // What the library calls; `self` is a State.
    static void* onTarget(void* self, const char* target, MHD_Connection* connection);
    static MHD_Result onRequest(void* self, MHD_Connection* connection, const char* url,
                                const char* method, const char* version, const char* data,
                                std::size_t* size, void** incoming);
    static void onCompleted(void* self, MHD_Connection* connection, void** incoming,
                            MHD_RequestTerminationCode code);
    static void onConnection(void* self, MHD_Connection* connection, void** context,
                             MHD_ConnectionNotificationCode code);
    static void onLog(void* self, const char* format, va_list arguments);

    const HttpServerOptions options;
    const HttpHandler handler;
    const HttpObserver observer;
    BodyBudget budget;
    HttpConnections connections;
    MHD_Daemon* daemon = nullptr;
    quint16 port = 0;
    std::atomic<bool> isStarting = false;
    QString log; ///< What the library said while it started.
    std::mutex mutex; ///< For all below.
    std::condition_variable done;
    std::set<std::shared_ptr<HttpTicket>> pending; ///< Until their answers are sent.
    bool isStopping = false;
};

unsigned HttpServer::State::flags() const
{
    return unsigned(MHD_USE_EPOLL_INTERNAL_THREAD) | unsigned(MHD_ALLOW_SUSPEND_RESUME) |
           unsigned(MHD_USE_ERROR_LOG) | (isSecure() ? unsigned(MHD_USE_TLS) : 0U);
}

Result<void> HttpServer::State::listen()
{
    auto listener = HttpListener::open(options.address, options.port);
    if (!listener)
        return failureOf(listener);
    const HttpLimits& limits = options.limits;
    const auto number = [](auto value) { return std::intptr_t(value); };
    // The library's own limit of headers is wider, so that a readable answer can be given.
    std::vector<MHD_OptionItem> items{
        {MHD_OPTION_CONNECTION_LIMIT, number(affordableConnections(limits.connections)), nullptr},
        {MHD_OPTION_PER_IP_CONNECTION_LIMIT, number(limits.connectionsPerAddress), nullptr},
        {MHD_OPTION_CONNECTION_TIMEOUT, number(limits.idleTime.count()), nullptr},
        {MHD_OPTION_CONNECTION_MEMORY_LIMIT, number(2 * limits.headerBytes + 4096), nullptr},
        {MHD_OPTION_STRICT_FOR_CLIENT, 1, nullptr},
    };
    if (options.threads > 1)
        items.push_back({MHD_OPTION_THREAD_POOL_SIZE, number(options.threads), nullptr});
    if (isSecure()) {
        const auto text = [](const char* bytes) { return const_cast<char*>(bytes); };
        items.push_back({MHD_OPTION_HTTPS_MEM_CERT, 0, text(options.certificate.constData())});
        items.push_back({MHD_OPTION_HTTPS_MEM_KEY, 0, text(options.privateKey.constData())});
        items.push_back({MHD_OPTION_HTTPS_PRIORITIES, 0, text(tlsPriorities)});
    }
    items.push_back({MHD_OPTION_END, 0, nullptr});
    port = listener->port();
    isStarting = true;
    daemon = MHD_start_daemon(
        flags(), port, nullptr, nullptr, &State::onRequest, this, MHD_OPTION_EXTERNAL_LOGGER,
        &State::onLog, this, MHD_OPTION_LISTEN_SOCKET, listener->socket(),
        MHD_OPTION_URI_LOG_CALLBACK, &State::onTarget, this, MHD_OPTION_NOTIFY_COMPLETED,
        &State::onCompleted, this, MHD_OPTION_NOTIFY_CONNECTION, &State::onConnection, this,
        MHD_OPTION_ARRAY, items.data(), MHD_OPTION_END);
    isStarting = false;
    // A daemon that does not start closes the socket as well.
    listener->release();
    if (daemon != nullptr)
        return {};
    return isSecure() ? failure(QStringLiteral("The certificate and its private key cannot be "
                                               "used: both have to be PEM and belong together."),
                                log)
                      : failure(QStringLiteral("The HTTP server cannot be started."), log);
}

void HttpServer::State::stop()
{
    if (daemon == nullptr)
        return;
    const int socket = MHD_quiesce_daemon(daemon);
    answerAll();
    MHD_stop_daemon(daemon);
    if (socket >= 0)
        ::close(socket);
}

/// The library cannot be stopped while a connection is suspended.
void HttpServer::State::answerAll()
{
    std::unique_lock lock(mutex);
    isStopping = true;
    const auto waiting = pending;
    lock.unlock();
    for (const auto& ticket : waiting)
        ticket->answer(stoppingAnswer());
    lock.lock();
    done.wait_for(lock, farewell, [this] { return pending.empty(); });
}

MHD_Result HttpServer::State::step(MHD_Connection* connection, HttpIncoming& incoming,
                                   const char* method, const char* data, std::size_t* size)
{
    if (!incoming.hasBegun()) {
        auto refused = incoming.begin(connection, method);
        if (!refused)
            return MHD_YES;
        refused->headers.emplace_back("Connection", "close");
        return send(connection, incoming, std::move(*refused));
    }
    if (*size > 0) {
        const bool goesOn = incoming.add(data, *size);
        *size = 0;
        return goesOn ? MHD_YES : MHD_NO;
    }
    if (!incoming.ticket)
        return work(connection, incoming);
    auto response = incoming.ticket->take();
    return response ? send(connection, incoming, std::move(*response)) : MHD_NO;
}

/// The request is complete: hands it to the handler.
MHD_Result HttpServer::State::work(MHD_Connection* connection, HttpIncoming& incoming)
{
    if (!connections.enter(connectionOf(connection), HttpPhase::Working)) {
        incoming.exchange.status = 408;
        return MHD_NO;
    }
    if (auto refused = incoming.complete())
        return send(connection, incoming, std::move(*refused));
    if (!admit(connection, incoming)) {
        HttpResponse response = stoppingAnswer();
        response.headers.emplace_back("Connection", "close");
        return send(connection, incoming, std::move(response));
    }
    callHandler(incoming);
    if (incoming.ticket->suspendUntilAnswered())
        return MHD_YES;
    auto response = incoming.ticket->take();
    return response ? send(connection, incoming, std::move(*response)) : MHD_NO;
}

/// Notes that an answer is due; false when the server is being stopped.
bool HttpServer::State::admit(MHD_Connection* connection, HttpIncoming& incoming)
{
    auto ticket = std::make_shared<HttpTicket>(connection);
    const std::lock_guard lock(mutex);
    if (isStopping)
        return false;
    pending.insert(ticket);
    incoming.ticket = std::move(ticket);
    return true;
}

void HttpServer::State::callHandler(HttpIncoming& incoming)
{
    try {
        handler(incoming.takeRequest(), responderFor(incoming.ticket));
    } catch (const std::exception&) {
        incoming.ticket->answer(refusal(500, QStringLiteral("The request could not be answered.")));
    }
}

MHD_Result HttpServer::State::send(MHD_Connection* connection, HttpIncoming& incoming,
                                   HttpResponse response)
{
    if (!connections.enter(connectionOf(connection), HttpPhase::Answering))
        return MHD_NO;
    if (response.status < 200 || response.status > 599)
        response = refusal(500, QStringLiteral("The request could not be answered."));
    const int status = response.status;
    const auto size = std::size_t(response.body.size());
    if (!queueReply(connection, std::move(response)))
        return MHD_NO;
    incoming.exchange.status = status;
    incoming.exchange.sent = size;
    incoming.exchange.duration =
        std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - incoming.start);
    return MHD_YES;
}

void HttpServer::State::finish(HttpIncoming& incoming)
{
    if (incoming.ticket) {
        const std::lock_guard lock(mutex);
        pending.erase(incoming.ticket);
        done.notify_all();
    }
    if (incoming.hasBegun() && observer)
        observer(incoming.exchange);
}

void* HttpServer::State::onTarget(void* self, const char* target, MHD_Connection* connection)
{
    try {
        auto& state = *static_cast<State*>(self);
        if (HttpConnection* const open = connectionOf(connection))
            state.connections.beginRequest(open);
        return std::make_unique<HttpIncoming>(state.options, state.budget, target).release();
    } catch (const std::exception&) {
        return nullptr;
    }
}

MHD_Result HttpServer::State::onRequest(void* self, MHD_Connection* connection, const char*,
                                        const char* method, const char*, const char* data,
                                        std::size_t* size, void** incoming)
{
    if (*incoming == nullptr || connectionOf(connection) == nullptr)
        return MHD_NO;
    try {
        return static_cast<State*>(self)->step(
            connection, *static_cast<HttpIncoming*>(*incoming), method, data, size);
    } catch (const std::exception&) {
        return MHD_NO;
    }
}

void HttpServer::State::onCompleted(void* self, MHD_Connection* connection, void** incoming,
                                    MHD_RequestTerminationCode)
{
    const std::unique_ptr<HttpIncoming> owner(
        static_cast<HttpIncoming*>(std::exchange(*incoming, nullptr)));
    if (!owner)
        return;
    auto& state = *static_cast<State*>(self);
    HttpConnection* const open = connectionOf(connection);
    if (open != nullptr && !state.connections.enter(open, HttpPhase::Receiving) &&
        owner->exchange.status == 0)
        owner->exchange.status = 408;
    try {
        state.finish(*owner);
    } catch (const std::exception&) {
        return;
    }
}

void HttpServer::State::onConnection(void* self, MHD_Connection* connection, void** context,
                                     MHD_ConnectionNotificationCode code)
{
    auto& connections = static_cast<State*>(self)->connections;
    if (code == MHD_CONNECTION_NOTIFY_CLOSED && *context != nullptr) {
        connections.close(static_cast<HttpConnection*>(std::exchange(*context, nullptr)));
        return;
    }
    const MHD_ConnectionInfo* const info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    try {
        if (code == MHD_CONNECTION_NOTIFY_STARTED && info != nullptr)
            *context = connections.open(info->connect_fd);
    } catch (const std::exception&) {
        *context = nullptr;
    }
}

void HttpServer::State::onLog(void* self, const char* format, va_list arguments)
{
    char line[512] = {};
    std::vsnprintf(line, sizeof line, format, arguments);
    auto& state = *static_cast<State*>(self);
    // Later lines tell of clients that left or sent nonsense.
    if (state.isStarting)
        state.log += QString::fromLocal8Bit(line);
}

HttpServer::HttpServer(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
}

HttpServer::~HttpServer()
{
    m_state->stop();
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(const HttpServerOptions& options,
                                                      HttpHandler handler, HttpObserver observer)
{
    auto state = std::make_shared<State>(options, std::move(handler), std::move(observer));
    if (const auto listening = state->listen(); !listening)
        return failureOf(listening);
    return std::make_unique<HttpServer>(std::move(state));
}

quint16 HttpServer::port() const
{
    return m_state->port;
}

bool HttpServer::isSecure() const
{
    return m_state->isSecure();
}

} // namespace labelwright
