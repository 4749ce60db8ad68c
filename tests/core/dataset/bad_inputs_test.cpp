#include "tests/core/dataset/bad_inputs.h"

#include "core/dataset/import_plan.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace labelwright::tests {

TEST(BadInputs, EachIsRefusedWithItsSentence)
{
    const QTemporaryDir folder;
    const std::vector<BadInput> inputs = makeBadInputs(folder.path());
    EXPECT_GE(inputs.size(), 30U);
    for (const BadInput& input : inputs) {
        SCOPED_TRACE(input.name);
        const auto plan = planImport(input.path);
        ASSERT_FALSE(plan.has_value());
        EXPECT_EQ(plan.error().summary.toStdString(), input.sentence.toStdString());
    }
}

} // namespace labelwright::tests
