#pragma once

#include "core/deployment/http_message.h"

#include <memory>
#include <mutex>
#include <optional>

struct MHD_Connection;

namespace labelwright {

/// Where the answer of one request arrives, while its connection is suspended or before that.
class HttpTicket
{
public:
    explicit HttpTicket(MHD_Connection* connection);

    /// From any thread, at any time; the first answer counts, further ones do nothing.
    void answer(HttpResponse response);

    /// On the connection's thread, out of its callback: suspends the connection until the answer
    /// comes. False when it is there already.
    bool suspendUntilAnswered();

    /// The answer, once.
    std::optional<HttpResponse> take();

private:
    std::mutex m_mutex;
    MHD_Connection* m_connection;
    std::optional<HttpResponse> m_response;
    bool m_isAnswered = false;
    bool m_isSuspended = false;
};

/// The function that a handler answers with. When its last copy goes without having been called,
/// the request is answered with 500.
HttpRespond responderFor(std::shared_ptr<HttpTicket> ticket);

} // namespace labelwright
