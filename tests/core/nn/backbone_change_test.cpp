// A run whose backbone's weights file is another one when it goes on.

#include "core/base/digest.h"
#include "core/nn/trainer.h"
#include "tests/core/nn/torch_file.h"
#include "tests/core/nn/toy_data.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

namespace labelwright {

using namespace tests;

namespace {

class BackboneChange : public testing::Test
{
protected:
    void SetUp() override
    {
        InputBlock input = *find<InputBlock>(toySpec());
        input.augmentation = {};
        BackboneBlock backbone;
        backbone.name = QStringLiteral("squeezenet1_1");
        m_spec.blocks = {input, backbone, PoolingBlock{}, DenseBlock{}, ActivationBlock{},
                         TargetBlock{}};
    }

    Result<RunOutcome> train(const QString& weights, const QString& folder, int epochs)
    {
        RunSettings settings = toySettings();
        settings.epochs = epochs;
        RunControl control;
        return labelwright::train(m_spec, settings, m_data, {weights, folder, {}}, {}, control, {});
    }

    /// A run of two epochs on `weights`, which fails to go on with others and then goes on with its
    /// own.
    void expectRefusal()
    {
        const QTemporaryDir folder;
        ASSERT_TRUE(train(m_weights, folder.path(), 1).has_value());
        const auto refused = train(m_others, folder.path(), 2);
        ASSERT_FALSE(refused.has_value());
        const QString begin = QString::fromLatin1(sha256OfFile(m_weights)->left(8));
        EXPECT_TRUE(refused.error().summary.contains(begin))
            << refused.error().summary.toStdString();
        const auto missing = train({}, folder.path(), 2);
        ASSERT_FALSE(missing.has_value());
        EXPECT_TRUE(missing.error().summary.contains(QStringLiteral("missing")));
        const auto resumed = train(m_weights, folder.path(), 2);
        ASSERT_TRUE(resumed.has_value()) << resumed.error().summary.toStdString();
        EXPECT_GE(resumed->epochs, 2) << "a solved head walks its whole path";
    }

    QTemporaryDir m_files;
    QString m_weights = writeBackbone(QStringLiteral("squeezenet1_1"), 1, m_files.path());
    QString m_others = writeBackbone(QStringLiteral("squeezenet1_1"), 2, m_files.path());
    ModelSpec m_spec;
    TrainingData m_data = toyData(60);
};

} // namespace

TEST_F(BackboneChange, ASolvedHeadGoesOnWithItsOwnWeightsOnly)
{
    expectRefusal();
}

TEST_F(BackboneChange, ADeeperHeadGoesOnWithItsOwnWeightsOnly)
{
    m_spec.blocks.insert(m_spec.blocks.begin() + 3,
                         {DenseBlock{8}, ActivationBlock{ActivationKind::Relu}});
    expectRefusal();
}

TEST_F(BackboneChange, ARunThatTrainsTheBackboneNeedsItsFileNoMore)
{
    find<BackboneBlock>(m_spec)->frozen = false;
    const QTemporaryDir folder;
    ASSERT_TRUE(train(m_weights, folder.path(), 1).has_value());
    const auto resumed = train(m_others, folder.path(), 2);
    ASSERT_TRUE(resumed.has_value()) << resumed.error().summary.toStdString();
    EXPECT_EQ(resumed->epochs, 2);
}

} // namespace labelwright
