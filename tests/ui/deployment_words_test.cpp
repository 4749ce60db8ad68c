#include "ui/deployment/deployment_words.h"

#include <gtest/gtest.h>

namespace labelwright::tests {

TEST(DeploymentWords, SourcesAreSaidWithoutWordsOfTheCommandLine)
{
    const struct
    {
        const char* source;
        const char* words;
    } cases[] = {
        {"max-f1 on validation (80 images)", "best F1 on validation (80 images)"},
        {"max-fbeta 0.5 on test (9 images)", "best F-beta with beta 0.5 on test (9 images)"},
        {"precision 0.95 on validation (80 images)",
         "precision of at least 0.95 on validation (80 images)"},
        {"max-f1 on validation (80 images), one label by recall 0.9",
         "best F1 on validation (80 images), one label by recall of at least 0.9"},
        {"cost 5 on validation (80 images)",
         "least cost, a false alarm costing 5 misses on validation (80 images)"},
        {"prevalence on validation (80 images), one label by hand",
         "as often as in the data on validation (80 images), one label by hand"},
        {"temperature, fitted on validation (80 images)",
         "temperature scaling, fitted on validation (80 images)"},
        {"platt, fitted on validation (40 images), 1 of 3 labels",
         "Platt scaling, fitted on validation (40 images), 1 of 3 labels"},
        {"none", "none"},
        {"0.5 for every label", "0.5 for every label"},
    };
    for (const auto& tried : cases)
        EXPECT_EQ(decisionSourceInWords(tried.source).toStdString(), tried.words);
}

} // namespace labelwright::tests
