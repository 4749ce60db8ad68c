#include "core/deployment/http_reply.h"

#include <microhttpd.h>

#include <memory>
#include <utility>

namespace labelwright {

namespace {

void freeBody(void* body)
{
    const std::unique_ptr<QByteArray> owner(static_cast<QByteArray*>(body));
}

/// The library's form of an answer; it takes the body without a copy.
MHD_Response* makeResponse(HttpResponse response)
{
    auto body = std::make_unique<QByteArray>(std::move(response.body));
    const QByteArray& bytes = *body;
    MHD_Response* const made = MHD_create_response_from_buffer_with_free_callback_cls(
        std::size_t(bytes.size()), const_cast<char*>(bytes.constData()), &freeBody, body.get());
    if (made == nullptr)
        return nullptr;
    static_cast<void>(body.release());
    MHD_add_response_header(made, MHD_HTTP_HEADER_SERVER, "Labelwright");
    if (!response.contentType.isEmpty())
        MHD_add_response_header(made, MHD_HTTP_HEADER_CONTENT_TYPE,
                                response.contentType.constData());
    for (const auto& [name, value] : response.headers)
        MHD_add_response_header(made, name.constData(), value.constData());
    return made;
}

} // namespace

bool queueReply(MHD_Connection* connection, HttpResponse response)
{
    const auto status = unsigned(response.status);
    MHD_Response* const made = makeResponse(std::move(response));
    if (made == nullptr)
        return false;
    const MHD_Result queued = MHD_queue_response(connection, status, made);
    MHD_destroy_response(made);
    return queued == MHD_YES;
}

} // namespace labelwright
