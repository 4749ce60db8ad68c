#pragma once

#include "core/deployment/http_message.h"

#include <cstddef>
#include <memory>
#include <vector>

struct MHD_Connection;

namespace labelwright {

enum class FormState {
    Good,
    Malformed, ///< Not multipart/form-data as its header says, without fields, or it ends early.
    TooManyFields,
};

/// Takes a multipart/form-data body apart while it arrives.
class HttpForm
{
    struct Parser;

public:
    explicit HttpForm(std::unique_ptr<Parser> parser);
    /// Nothing when the connection's Content-Type does not say multipart/form-data.
    static std::unique_ptr<HttpForm> forRequest(MHD_Connection* connection, std::size_t maxFields);

    ~HttpForm();
    HttpForm(const HttpForm&) = delete;
    HttpForm& operator=(const HttpForm&) = delete;

    FormState add(const char* data, std::size_t size);

    /// To be called once, after the last `add`.
    FormState finish();
    [[nodiscard]] std::vector<HttpFormField> takeFields();

private:
    std::unique_ptr<Parser> m_parser;
};

} // namespace labelwright
