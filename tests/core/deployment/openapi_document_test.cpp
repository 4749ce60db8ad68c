#include "core/deployment/openapi_document.h"

#include "tests/core/deployment/call_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <gtest/gtest.h>

namespace labelwright {

using namespace tests;

namespace {

/// Every `$ref` below `value`.
QStringList referencesIn(const QJsonValue& value)
{
    QStringList found;
    for (const QJsonValue& item : value.toArray())
        found += referencesIn(item);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        if (member.key() == "$ref")
            found.append(member->toString());
        else
            found += referencesIn(*member);
    return found;
}

} // namespace

TEST(OpenApiDocument, HasWhatClientsOfThePlatformReadLiterally)
{
    const CallFixture calls;
    const HttpResponse response = calls.get("/deployment/7/openapi.json");
    EXPECT_EQ(response.status, 200);
    const QJsonObject document = jsonOf(response);
    EXPECT_TRUE(document["openapi"].toString().startsWith("3.0."));
    const QJsonObject path = document["paths"]["/deployment/{deploymentId}/forward"].toObject();
    EXPECT_EQ(path["x-peltarion-tensorjson"], QJsonValue(true));
    const QJsonValue schemas = document["components"]["schemas"];
    const QJsonValue input = schemas["input-row"]["properties"]["image"]["x-peltarion"];
    EXPECT_EQ(input, QJsonValue(QJsonObject{{"type", "image"}, {"shape", QJsonArray{64, 96, 3}}}));
    const QJsonValue rows = schemas["output-row-batch"]["properties"]["rows"];
    const QStringList names = calls.model().outputNames;
    EXPECT_EQ(rows["properties"].toObject().size(), names.size());
    for (const QString& name : names)
        EXPECT_EQ(rows["properties"][name]["x-peltarion"],
                  QJsonValue(QJsonObject{{"type", "binary"}, {"shape", QJsonArray{1}}}));
    EXPECT_TRUE(rows["items"]["x-peltarion"].isUndefined());
}

TEST(OpenApiDocument, KeepsTheRulesOfOpenApi3)
{
    CallFixture calls;
    EndpointModel model = calls.model();
    model.isPublic = true;
    const QJsonObject document = openApiDocument(model, {});
    EXPECT_EQ(document["info"]["title"].toString(), "Photos");
    EXPECT_EQ(document["info"]["version"].toString(), "3 best");
    const QStringList references = referencesIn(document);
    EXPECT_GE(references.size(), 5);
    for (const QString& reference : references) {
        ASSERT_TRUE(reference.startsWith("#/components/schemas/"));
        const QString name = reference.section('/', -1);
        EXPECT_TRUE(document["components"]["schemas"].toObject().contains(name))
            << name.toStdString();
    }
    const QJsonValue schemas = document["components"]["schemas"];
    EXPECT_EQ(schemas["output-row-batch"]["properties"]["rows"]["type"].toString(), "array");
    const QJsonValue post = document["paths"]["/deployment/{deploymentId}/forward"]["post"];
    EXPECT_EQ(post["parameters"][0]["name"].toString(), "deploymentId");
    EXPECT_EQ(post["parameters"][0]["in"].toString(), "path");
    EXPECT_TRUE(post["parameters"][0]["required"].toBool());
    for (const QJsonValue& response : post["responses"].toObject())
        EXPECT_FALSE(response["description"].toString().isEmpty());
    const QJsonObject schemes = document["components"]["securitySchemes"].toObject();
    EXPECT_EQ(schemes["bearer"]["scheme"].toString(), "bearer");
    EXPECT_EQ(schemes["basic"]["scheme"].toString(), "basic");
    EXPECT_TRUE(post["security"].toArray().contains(QJsonObject{}));
}

TEST(OpenApiDocument, IsRefusedWhereTheDeploymentIsClosed)
{
    CallFixture calls;
    EndpointModel model = calls.model();
    model.enabled = false;
    calls.offer({model});
    EXPECT_EQ(calls.get("/deployment/7/openapi.json").status, 409);
    EXPECT_EQ(calls.get("/deployment/7/openapi.json", {}).status, 401);
    EXPECT_EQ(calls.get("/deployment/7/openapi.json", "wrong").status, 401);
}

} // namespace labelwright
