#include "core/deployment/endpoint_routes.h"

#include "core/deployment/endpoint.h"
#include "tests/core/deployment/call_fixture.h"
#include "tests/core/deployment/http_client.h"

#include <QUrl>

#include <gtest/gtest.h>

namespace labelwright {

using namespace tests;

namespace {

HttpRequest withBody(const QByteArray& method, const QString& path, const QByteArray& token)
{
    HttpRequest request = requestFor(method, path, token);
    request.headers["content-length"] = "1000000";
    return request;
}

EndpointModel brokenModel()
{
    EndpointModel model;
    model.id = 8;
    model.name = "broken";
    model.title = "Broken";
    model.enabled = true;
    model.isBroken = true;
    model.tokens = {{sha256Of("secret"), {}}};
    return model;
}

} // namespace

TEST(EndpointRoutes, RefuseBeforeTheBodyWhatNoBodyCouldChange)
{
    const CallFixture calls;
    EndpointModel disabled = calls.model();
    disabled.id = 9;
    disabled.name = "off";
    disabled.enabled = false;
    CallService service;
    EndpointRoutes routes(service, {});
    EndpointModels all;
    for (const EndpointModel& one : {calls.model(), disabled, brokenModel()})
        all.push_back(std::make_shared<const EndpointModel>(one));
    routes.setModels(all);
    struct Case
    {
        const char* method;
        const char* path;
        const char* token;
        int status; ///< 0: the body is wanted.
    };
    for (const Case& one : {Case{"POST", "/deployment/7/forward", "secret", 0},
                            Case{"POST", "/v2/models/photos/infer", "secret", 0},
                            Case{"POST", "/deployment/7/forward", "", 401},
                            Case{"POST", "/deployment/7/forward", "wrong", 401},
                            Case{"POST", "/deployment/1/forward", "wrong", 401},
                            Case{"POST", "/v2/models/photos/infer", "wrong", 401},
                            Case{"POST", "/deployment/9/forward", "secret", 409},
                            Case{"POST", "/deployment/8/forward", "secret", 500},
                            Case{"POST", "/nothing", "secret", 404},
                            Case{"POST", "/health", "secret", 405},
                            Case{"GET", "/health", "secret", 400}}) {
        const auto refused = routes.refusedUnread(withBody(one.method, one.path, one.token));
        EXPECT_EQ(refused ? refused->status : 0, one.status) << one.method << ' ' << one.path;
    }
}

TEST(EndpointRoutes, ABrokenDeploymentDoesNotKeepTheOthersFromBeingReady)
{
    CallFixture calls;
    calls.offer({calls.model(), brokenModel()});
    EXPECT_EQ(calls.get("/health").status, 200);
    EXPECT_EQ(calls.get("/v2/health/ready").status, 200);
    EXPECT_EQ(calls.get("/v2/models/photos/ready").status, 200);
    EXPECT_EQ(calls.get("/v2/models/broken/ready").status, 500);
}

TEST(EndpointRoutes, ANameMadeDifferentByTheIdGoesOn)
{
    CallFixture calls;
    EXPECT_EQ(calls.get("/v2/models/photos-7").status, 200);
    EXPECT_EQ(calls.get("/v2/models/photos-8").status, 401);
}

TEST(EndpointRoutes, AStrangersBodyIsNeverRead)
{
    const CallFixture calls;
    const auto endpoint = Endpoint::start({});
    ASSERT_TRUE(endpoint) << endpoint.error().summary.toStdString();
    const auto port = static_cast<quint16>(QUrl((*endpoint)->url()).port());
    const auto answerTo = [port](const QByteArray& token) {
        RawClient client(port);
        EXPECT_TRUE(client.send("POST /deployment/7/forward HTTP/1.1\r\nHost: x\r\n"
                                "Authorization: Bearer "
                                + token + "\r\nContent-Length: 60000000\r\n\r\n"));
        return client.receive(std::chrono::seconds(1)).left(12);
    };
    EXPECT_EQ(answerTo("secret"), "HTTP/1.1 503") << "nothing is offered yet";
    EXPECT_EQ(curl({localUrl(port, "/health")}).status, 503);
    (*endpoint)->setModels({calls.model()});
    EXPECT_EQ(curl({localUrl(port, "/health")}).status, 200);
    EXPECT_EQ(answerTo("wrong"), "HTTP/1.1 401");
    EXPECT_EQ(answerTo("secret"), "") << "its body is waited for";
}

} // namespace labelwright
