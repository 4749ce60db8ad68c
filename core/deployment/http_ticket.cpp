#include "core/deployment/http_ticket.h"

#include "core/deployment/http_refusal.h"

#include <microhttpd.h>

#include <utility>

namespace labelwright {

namespace {

/// Answers for a handler that does not.
class TicketGuard
{
public:
    explicit TicketGuard(std::shared_ptr<HttpTicket> ticket)
        : m_ticket(std::move(ticket))
    {
    }
    ~TicketGuard() { m_ticket->answer(refusal(500, "The request could not be answered.")); }
    TicketGuard(const TicketGuard&) = delete;
    TicketGuard& operator=(const TicketGuard&) = delete;

    void answer(HttpResponse response) { m_ticket->answer(std::move(response)); }

private:
    std::shared_ptr<HttpTicket> m_ticket;
};

} // namespace

HttpTicket::HttpTicket(MHD_Connection* connection)
    : m_connection(connection)
{
}

void HttpTicket::answer(HttpResponse response)
{
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_isAnswered, true))
        return;
    m_response = std::move(response);
    // A suspended connection is kept, so that the pointer is good here and only here.
    if (std::exchange(m_isSuspended, false))
        MHD_resume_connection(m_connection);
}

bool HttpTicket::suspendUntilAnswered()
{
    const std::lock_guard lock(m_mutex);
    if (m_isAnswered)
        return false;
    MHD_suspend_connection(m_connection);
    m_isSuspended = true;
    return true;
}

std::optional<HttpResponse> HttpTicket::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_response, std::nullopt);
}

HttpRespond responderFor(std::shared_ptr<HttpTicket> ticket)
{
    return [guard = std::make_shared<TicketGuard>(std::move(ticket))](HttpResponse response) {
        guard->answer(std::move(response));
    };
}

} // namespace labelwright
