#include "core/deployment/endpoint_model.h"

#include <gtest/gtest.h>

namespace labelwright {

namespace {

struct Named
{
    QString title;
    QStringList taken;
    const char* name;
};

} // namespace

TEST(EndpointName, IsFitForUrlsAndUnique)
{
    const Named cases[] = {{"Photos", {}, "photos"},
                           {" My  Photos (2)!", {}, "my-photos-2"},
                           {QString::fromUtf8("Bäume & Äste"), {}, "baume-aste"},
                           {QString::fromUtf8("空"), {}, "deployment-5"},
                           {"", {}, "deployment-5"},
                           {"../a/b", {}, "a-b"},
                           {"a_b", {}, "a_b"},
                           {"Photos", {"photos"}, "photos-5"},
                           {"Photos", {"photos", "photos-5"}, "photos-5-5"}};
    for (const Named& one : cases)
        EXPECT_EQ(endpointName(one.title, 5, one.taken), one.name) << one.title.toStdString();
    EXPECT_EQ(endpointName(QString(500, 'x'), 5, {}).size(), 64);
}

} // namespace labelwright
