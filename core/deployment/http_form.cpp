#include "core/deployment/http_form.h"

#include <microhttpd.h>

#include <exception>
#include <utility>

namespace labelwright {

namespace {

/// Also the most bytes of a part's header line.
constexpr std::size_t parserMemory = 8 * 1024;

} // namespace

struct HttpForm::Parser
{
    MHD_PostProcessor* processor = nullptr;
    std::size_t maxFields = 0;
    FormState state = FormState::Good;
    std::vector<HttpFormField> fields;

    ~Parser() { close(); }

    bool close()
    {
        MHD_PostProcessor* const ending = std::exchange(processor, nullptr);
        return ending == nullptr || MHD_destroy_post_processor(ending) == MHD_YES;
    }

    /// A piece of a field's value; the first one of each field has offset 0.
    bool take(const char* name, const char* fileName, std::uint64_t offset, const char* data,
              std::size_t size)
    {
        if (offset == 0 && fields.size() >= maxFields) {
            state = FormState::TooManyFields;
            return false;
        }
        if (offset == 0)
            fields.push_back({QString::fromUtf8(name), QString::fromUtf8(fileName), {}});
        fields.back().value.append(data, qsizetype(size));
        return true;
    }

    static MHD_Result piece(void* self, MHD_ValueKind, const char* name, const char* fileName,
                            const char*, const char*, const char* data, std::uint64_t offset,
                            std::size_t size)
    {
        try {
            return static_cast<Parser*>(self)->take(name, fileName, offset, data, size) ? MHD_YES
                                                                                        : MHD_NO;
        } catch (const std::exception&) {
            return MHD_NO;
        }
    }
};

HttpForm::HttpForm(std::unique_ptr<Parser> parser)
    : m_parser(std::move(parser))
{
}

HttpForm::~HttpForm() = default;

std::unique_ptr<HttpForm> HttpForm::forRequest(MHD_Connection* connection, std::size_t maxFields)
{
    const char* const type = MHD_lookup_connection_value(connection, MHD_HEADER_KIND,
                                                         MHD_HTTP_HEADER_CONTENT_TYPE);
    if (!QByteArray(type).trimmed().toLower().startsWith("multipart/form-data"))
        return nullptr;
    auto parser = std::make_unique<Parser>();
    parser->maxFields = maxFields;
    parser->processor =
        MHD_create_post_processor(connection, parserMemory, &Parser::piece, parser.get());
    if (parser->processor == nullptr)
        parser->state = FormState::Malformed;
    return std::make_unique<HttpForm>(std::move(parser));
}

FormState HttpForm::add(const char* data, std::size_t size)
{
    if (m_parser->state != FormState::Good)
        return m_parser->state;
    const bool good = MHD_post_process(m_parser->processor, data, size) == MHD_YES;
    if (!good && m_parser->state == FormState::Good)
        m_parser->state = FormState::Malformed;
    return m_parser->state;
}

FormState HttpForm::finish()
{
    const bool isWhole = m_parser->close() && !m_parser->fields.empty();
    if (!isWhole && m_parser->state == FormState::Good)
        m_parser->state = FormState::Malformed;
    return m_parser->state;
}

std::vector<HttpFormField> HttpForm::takeFields()
{
    return std::move(m_parser->fields);
}

} // namespace labelwright
