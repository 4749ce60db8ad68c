#include "tests/ui/modeling_fixture.h"

#include "core/nn/backbone_store.h"
#include "core/project/database.h"
#include "core/project/project_files.h"
#include "core/session/backbone_fetcher.h"
#include "tests/core/session/weights_server.h"
#include "ui/modeling/block_card.h"
#include "ui/modeling/field_form.h"
#include "ui/modeling/input_preview.h"
#include "ui/modeling/network_view.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace labelwright::tests {

namespace {

class ModelingNetworkTest : public ModelingTest
{
protected:
    void SetUp() override
    {
        importSample(24);
        id = addTiny();
        openPage();
        ASSERT_TRUE(settle());
        network = find<NetworkView>("network");
    }

    [[nodiscard]] BlockCard* card(int index) const { return network->card(index); }

    void clickCard(int index) const
    {
        network->ensureWidgetVisible(card(index));
        QTest::mouseClick(card(index), Qt::LeftButton, {}, QPoint(20, 10));
    }

    /// Triggers an entry of the menu between two blocks.
    void add(int place, const QString& title) const
    {
        auto* const button =
            find<QToolButton>(QStringLiteral("addBlock%1").arg(place).toLatin1().constData());
        for (QAction* action : button->menu()->actions())
            if (action->text() == title)
                action->trigger();
    }

    [[nodiscard]] int blocks() const { return static_cast<int>(stored(id).spec.blocks.size()); }

    ExperimentId id;
    NetworkView* network = nullptr;
};

} // namespace

TEST_F(ModelingNetworkTest, ShowsBlocksFromInputToTarget)
{
    ASSERT_EQ(network->count(), 6);
    const auto says = [&](int index, const char* words) {
        return card(index)->accessibleName().contains(words)
               || card(index)->accessibleDescription().contains(words);
    };
    EXPECT_TRUE(says(0, "Input") && says(0, "32×32"));
    EXPECT_TRUE(says(1, "Convolution") && says(1, "8×16×16"));
    EXPECT_TRUE(says(3, "Nodes = labels (8)"));
    EXPECT_TRUE(says(4, "Sigmoid"));
    EXPECT_TRUE(says(5, "Binary crossentropy"));
    EXPECT_TRUE(find<QLabel>("networkTotals")->text().contains("parameters"));
    clickCard(3);
    EXPECT_EQ(find<QLabel>("nodes")->text(), QString("Labels (8)"));
    picture("dense");
}

TEST_F(ModelingNetworkTest, ExplainsAnIllegalEditAtTheBlock)
{
    add(3, "Convolution"); // Behind the global pooling.
    ASSERT_EQ(network->count(), 7);
    EXPECT_EQ(network->selected(), 3);
    EXPECT_TRUE(card(3)->problemText().contains("needs feature maps"))
        << card(3)->problemText().toStdString();
    EXPECT_FALSE(find<QPushButton>("run")->isEnabled());
    EXPECT_EQ(blocks(), 7) << "not stored at once";
    picture("illegal");
    QTest::keyClick(card(3), Qt::Key_Up, Qt::AltModifier);
    EXPECT_TRUE(card(2)->problemText().isEmpty());
    EXPECT_TRUE(find<QPushButton>("run")->isEnabled());
}

TEST_F(ModelingNetworkTest, UndoesAndRedoes)
{
    clickCard(1);
    click("blockDuplicate");
    EXPECT_EQ(network->count(), 7);
    EXPECT_EQ(network->selected(), 2);
    QTest::keyClick(card(2), Qt::Key_Delete);
    EXPECT_EQ(network->count(), 6);
    QTest::keyClick(card(1), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(blocks(), 7);
    QTest::keyClick(network->card(1), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(stored(id).spec, tinySpec());
    QTest::keyClick(network->card(1), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(blocks(), 7);
    click("undo");
    EXPECT_EQ(stored(id).spec, tinySpec());
    EXPECT_FALSE(find<QToolButton>("undo")->isEnabled());
}

TEST_F(ModelingNetworkTest, MovesBlocksByButtonAndFocusByKeys)
{
    add(2, "Dropout");
    clickCard(2);
    click("blockUp");
    EXPECT_TRUE(std::holds_alternative<DropoutBlock>(stored(id).spec.blocks[1]));
    EXPECT_FALSE(find<QToolButton>("blockUp")->isEnabled()) << "the input stays first";
    QTest::keyClick(card(1), Qt::Key_Down);
    EXPECT_EQ(network->selected(), 2);
    EXPECT_TRUE(card(2)->hasFocus());
    QTest::keyClick(card(2), Qt::Key_Return);
    EXPECT_TRUE(find<QWidget>("filters")->hasFocus());
}

TEST_F(ModelingNetworkTest, EditsFieldsAsOneStepEach)
{
    clickCard(1);
    auto* const filters = find<QSpinBox>("filters");
    filters->setFocus();
    filters->selectAll();
    QTest::keyClicks(filters, "24");
    EXPECT_EQ(std::get<ConvBlock>(stored(id).spec.blocks[1]).filters, 24);
    EXPECT_TRUE(card(1)->accessibleDescription().contains("24 filters"));
    click("undo");
    EXPECT_EQ(std::get<ConvBlock>(stored(id).spec.blocks[1]).filters, 8);
    EXPECT_EQ(filters->value(), 8);
    auto* const tabs = find<QTabWidget>("settingsTabs")->tabBar();
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    picture("run-settings");
    auto* const rate = find<QLineEdit>("learningRate");
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(rate, "3e-4");
    QTest::keyClick(rate, Qt::Key_Return);
    EXPECT_DOUBLE_EQ(stored(id).settings.learningRate, 3e-4);
}

TEST(FieldFormTest, DecimalsCanBeTyped)
{
    double rate = 0.5;
    FieldForm form;
    form.addShare({"Rate", "Tip", "rate"}, 0, 1,
                  {[&] { return rate; },
                   [&](double value) {
                       rate = value;
                       form.refresh(); // As the document does after each edit.
                   }});
    form.refresh();
    form.show();
    auto* const box = form.findChild<QDoubleSpinBox*>("rate");
    ASSERT_NE(box, nullptr);
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, "12");
    form.refresh(); // Something else was edited meanwhile.
    QTest::keyClicks(box, box->locale().decimalPoint() + "5");
    QTest::keyClick(box, Qt::Key_Return);
    EXPECT_DOUBLE_EQ(rate, 0.125);
    EXPECT_DOUBLE_EQ(box->value(), 12.5);
}

TEST_F(ModelingNetworkTest, ChangesOfALossBringItsFields)
{
    clickCard(5);
    auto* const loss = find<QComboBox>("loss");
    loss->setFocus();
    QTest::keyClick(loss, Qt::Key_Down);
    EXPECT_EQ(std::get<TargetBlock>(stored(id).spec.blocks[5]).loss, LossKind::Asymmetric);
    QTest::qWait(10);
    EXPECT_TRUE(find<QDoubleSpinBox>("gammaNegative")->isVisible());
    picture("target");
}

TEST_F(ModelingNetworkTest, PreviewsRealImages)
{
    const auto images = previewImages(workspace->project(), stored(id).dataset, 1,
                                      std::get<InputBlock>(tinySpec().blocks[0]));
    ASSERT_TRUE(images);
    EXPECT_EQ(images->prepared.size(), QSize(32, 32));
    ASSERT_EQ(images->augmented.size(), 3U);
    EXPECT_NE(images->augmented[0], images->augmented[1]);
    const QString before = card(0)->grab().toImage().isNull() ? QString() : QString("shown");
    EXPECT_EQ(before, QString("shown"));
    click("anotherImage");
    EXPECT_TRUE(settle());
    picture("input");
}

TEST_F(ModelingNetworkTest, ExplainsMissingWeightsAtTheBackbone)
{
    clickCard(1);
    click("blockRemove");
    add(1, "Backbone");
    EXPECT_TRUE(card(1)->problemText().isEmpty()) << card(1)->problemText().toStdString();
    click("run");
    EXPECT_TRUE(message().contains("weights of MobileNetV2 are not on this machine"))
        << message().toStdString();
    EXPECT_TRUE(find<QWidget>("downloadWeights")->isVisible());
    EXPECT_FALSE(workspace->training().running());
    picture("missing-weights");
}

TEST_F(ModelingNetworkTest, WeightsTurnedOnLaterCanBeDownloadedToo)
{
    clickCard(1);
    click("blockRemove");
    add(1, "Backbone");
    find<QCheckBox>("pretrained")->setChecked(false);
    clickCard(2);
    clickCard(1);
    EXPECT_FALSE(find<QWidget>("downloadWeights")->isVisible());
    find<QCheckBox>("pretrained")->setChecked(true);
    EXPECT_TRUE(find<QWidget>("downloadWeights")->isVisible());
}

TEST_F(ModelingNetworkTest, ADownloadOutlivesTheFormThatBeganIt)
{
    WeightsServer server;
    server.content = QByteArray(1000, 'x');
    server.stalls = true;
    QSettings().setValue("backbones/address", server.address());
    clickCard(1);
    click("blockRemove");
    add(1, "Backbone");
    const QString name = std::get<BackboneBlock>(stored(id).spec.blocks[1]).name;
    click("downloadWeights");
    const JobId job = workspace->backbones().job(name);
    EXPECT_NE(job, 0);
    clickCard(2);
    clickCard(1);
    EXPECT_FALSE(find<QWidget>("downloadWeights")->isVisible()) << "it goes on";
    EXPECT_EQ(workspace->backbones().job(name), job);
    workspace->backbones().cancel(name);
    EXPECT_TRUE(QTest::qWaitFor(
        [this] { return find<QWidget>("downloadWeights")->isVisible(); }, 10'000));
    QSettings().remove("backbones/address");
}

TEST_F(ModelingNetworkTest, AnEditThatCannotBeStoredDoesNotStayOnScreen)
{
    clickCard(1);
    auto* const filters = find<QSpinBox>("filters");
    {
        Database other(databasePath(workspace->project().folder()), Database::Mode::ReadWrite);
        const Transaction writing(other);
        filters->setValue(24);
    }
    EXPECT_EQ(filters->value(), 8);
    EXPECT_TRUE(message().contains("busy")) << message().toStdString();
    EXPECT_FALSE(find<QToolButton>("undo")->isEnabled());
    filters->setValue(24);
    EXPECT_EQ(std::get<ConvBlock>(stored(id).spec.blocks[1]).filters, 24);
    click("undo");
    EXPECT_EQ(filters->value(), 8);
}

} // namespace labelwright::tests
