#include "core/deployment/endpoint_access.h"

#include "tests/core/deployment/call_fixture.h"

#include <gtest/gtest.h>

namespace labelwright {

using namespace tests;

namespace {

const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

/// 1: private with a valid and an expired token; 2: another private one; 3: public.
EndpointModels someModels()
{
    EndpointModel first;
    first.id = 1;
    first.tokens = {{sha256Of("good"), now.addDays(1)}, {sha256Of("old"), now.addSecs(-1)}};
    EndpointModel second;
    second.id = 2;
    second.tokens = {{sha256Of("other"), {}}};
    EndpointModel third;
    third.id = 3;
    third.isPublic = true;
    EndpointModels models;
    for (const EndpointModel& model : {first, second, third})
        models.push_back(std::make_shared<const EndpointModel>(model));
    return models;
}

} // namespace

TEST(EndpointAccess, LetsInWhoHasATokenOfTheDeployment)
{
    const EndpointModels models = someModels();
    struct Caller
    {
        const char* id;
        QByteArray authorization;
        bool isLetIn;
    };
    const Caller callers[] = {
        {"1", "Bearer good", true},
        {"1", "bearer  good", true},
        {"1", "Basic " + QByteArray("good:").toBase64(), true},
        {"1", "Basic " + QByteArray("good:x").toBase64(), false},
        {"1", "Basic " + QByteArray("good").toBase64(), false},
        {"1", "Basic !!", false},
        {"1", "Digest good", false},
        {"1", "good", false},
        {"1", "Bearer", false},
        {"1", "Bearer good2", false},
        {"1", "Bearer " + sha256Of("good").toHex(), false},
        {"1", "Bearer old", false},
        {"1", "Bearer other", false},
        {"1", "", false},
        {"2", "Bearer other", true},
        {"2", "Bearer good", false},
        {"3", "", true},
        {"3", "Bearer wrong", true},
        {"4", "Bearer good", false},
        {"", "Bearer good", false},
        {"01", "Bearer good", false},
    };
    for (const Caller& caller : callers) {
        HttpRequest request = requestFor("GET", "/", {});
        if (!caller.authorization.isEmpty())
            request.headers["authorization"] = caller.authorization;
        const auto model = modelOfId(models, caller.id);
        const auto refusal = accessRefusal(request, model.get(), models, now);
        EXPECT_EQ(!refusal, caller.isLetIn) << caller.id << caller.authorization.toStdString();
        EXPECT_EQ(refusal.value_or(CallRefusal{401, {}, {}, 0}).status, 401);
    }
}

TEST(EndpointAccess, DoesNotTellWhatExists)
{
    const EndpointModels models = someModels();
    for (const char* token : {"", "wrong", "good"}) {
        const HttpRequest request = requestFor("GET", "/", token);
        const auto closed = accessRefusal(request, modelOfId(models, "2").get(), models, now);
        const auto missing = accessRefusal(request, nullptr, models, now);
        ASSERT_TRUE(closed && missing) << token;
        EXPECT_EQ(*closed, *missing) << token;
    }
    const auto expired = accessRefusal(requestFor("GET", "/", "old"), models[0].get(), models, now);
    ASSERT_TRUE(expired);
    EXPECT_EQ(expired->sentence, "This token has expired; ask for a new one.");
}

TEST(EndpointAccess, TheAnswerNamesTheSchemeButNotBasic)
{
    const CallFixture calls;
    const HttpResponse response = calls.get("/deployment/7/openapi.json", "wrong");
    EXPECT_EQ(response.status, 401);
    ASSERT_EQ(response.headers.front().first, "WWW-Authenticate");
    EXPECT_EQ(response.headers.front().second, "Bearer realm=\"labelwright\"");
    EXPECT_EQ(response.body, calls.get("/deployment/8/openapi.json", "wrong").body);
}

} // namespace labelwright
