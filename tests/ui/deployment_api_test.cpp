// The deployment view's API tab: service, tokens, examples run as they stand, calls, real traffic.

#include "tests/ui/deployment_stage.h"

#include "core/project/datasets.h"
#include "core/project/deployment_access.h"
#include "core/session/endpoint_host.h"
#include "ui/deployment/request_images.h"
#include "ui/deployment/request_log_model.h"
#include "ui/deployment/token_model.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace labelwright::tests {

namespace {

using testing::HasSubstr;
using testing::Not;

constexpr int apiTab = 1;

struct ProgramRun
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

class DeploymentApiTest : public DeploymentStage
{
protected:
    void SetUp() override
    {
        createByClicks(QStringLiteral("Coast watch"));
        showApi();
        child<QSpinBox>("apiPort")->setValue(freePort());
    }

    void showApi() const { child<QTabWidget>("deploymentTabs")->setCurrentIndex(apiTab); }

    static int freePort()
    {
        QTcpServer server;
        EXPECT_TRUE(server.listen(QHostAddress::LocalHost));
        return server.serverPort();
    }

    void startByClick() const
    {
        click("apiStart");
        EXPECT_TRUE(QTest::qWaitFor([&] { return workspace->endpoint().isRunning(); }, 10'000))
            << child<QLabel>("apiProblem")->text().toStdString();
    }

    /// Makes a token in the dialog; its secret as shown.
    QString makeTokenByClicks(const QString& name) const
    {
        click("apiNewToken");
        auto* const dialog = child<QDialog>("tokenDialog");
        QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("tokenName")), name);
        QTest::keyClick(dialog, Qt::Key_Return);
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return child<QLineEdit>("apiSecret")->text();
    }

    QString example(int number) const
    {
        auto* const tabs = child<QTabWidget>("apiExampleTabs");
        tabs->setCurrentIndex(number);
        return qobject_cast<QPlainTextEdit*>(tabs->currentWidget())->toPlainText();
    }

    /// Runs an example as a person would who pasted it beside photo.jpg.
    ProgramRun runExample(int number) const
    {
        const QString text = example(number);
        const bool isPython = text.startsWith(QStringLiteral("import"));
        QFile::copy(image(3), path(QStringLiteral("photo.jpg")));
        QProcess program;
        program.setWorkingDirectory(path({}));
        program.start(isPython ? QStringLiteral("/usr/bin/python3") : QStringLiteral("/bin/sh"),
                      {QStringLiteral("-c"), text});
        EXPECT_TRUE(program.waitForFinished(30'000));
        return {program.exitCode(), program.readAllStandardOutput(),
                program.readAllStandardError()};
    }

    [[nodiscard]] int loggedCalls() const
    {
        return child<QTableView>("apiLog")->model()->rowCount();
    }
};

} // namespace

TEST_F(DeploymentApiTest, ADisabledDeploymentSaysSoAndIsEnabledThere)
{
    EXPECT_TRUE(child<QLabel>("apiDisabled")->isVisible());
    EXPECT_THAT(child<QLabel>("apiDisabled")->text().toStdString(), HasSubstr("Enable it first"));
    shoot(QStringLiteral("api-disabled"));
    click("apiEnable");
    ASSERT_TRUE(QTest::qWaitFor([&] { return state() == DeploymentState::Ready; }, 30'000));
    EXPECT_FALSE(child<QLabel>("apiDisabled")->isVisible());
}

TEST_F(DeploymentApiTest, ShownExamplesRunAsTheyStandAndAreLogged)
{
    enableByClick();
    startByClick();
    EXPECT_THAT(child<QLabel>("apiState")->text().toStdString(), HasSubstr("Running at http://127"));
    EXPECT_THAT(example(0).toStdString(), HasSubstr("<token>"));
    const QString secret = makeTokenByClicks(QStringLiteral("Harbour office"));
    ASSERT_TRUE(secret.startsWith(QStringLiteral("lw_")));
    const QStringList outputs = deployments(workspace->project())->front().outputNames;
    for (int number = 0; number < 4; ++number) {
        EXPECT_THAT(example(number).toStdString(), HasSubstr(secret.toStdString()));
        const ProgramRun run = runExample(number);
        EXPECT_EQ(run.code, 0) << run.err.toStdString();
        for (const QString& output : outputs)
            EXPECT_THAT(run.out.toStdString(), HasSubstr(output.toStdString())) << number;
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return loggedCalls() == 4; }, 10'000));
    const auto* const log = child<QTableView>("apiLog")->model();
    const QAbstractItemModelTester tester(child<QTableView>("apiLog")->model());
    EXPECT_EQ(log->index(0, RequestLogModel::StatusColumn).data().toString(),
              QStringLiteral("200 OK"));
    EXPECT_EQ(log->index(0, RequestLogModel::PathColumn).data().toString(),
              QStringLiteral("/v2/models/coast-watch/infer"));
    EXPECT_EQ(log->index(0, RequestLogModel::CallerColumn).data().toString(),
              QStringLiteral("127.0.0.1"));
    shoot(QStringLiteral("api-running"));
}

TEST_F(DeploymentApiTest, TheSecretIsGoneWhenThePanelWasLeft)
{
    const QString secret = makeTokenByClicks(QStringLiteral("shop"));
    ASSERT_FALSE(secret.isEmpty());
    EXPECT_TRUE(child<QLineEdit>("apiSecret")->isVisible());
    child<QTabWidget>("deploymentTabs")->setCurrentIndex(0);
    showApi();
    EXPECT_FALSE(child<QLineEdit>("apiSecret")->isVisible());
    EXPECT_TRUE(child<QLineEdit>("apiSecret")->text().isEmpty());
    for (int number = 0; number < 4; ++number)
        EXPECT_THAT(example(number).toStdString(), Not(HasSubstr(secret.toStdString())));
    EXPECT_FALSE(makeTokenByClicks(QStringLiteral("shop 2")).isEmpty());
    createByClicks(QStringLiteral("another"));
    EXPECT_TRUE(child<QLineEdit>("apiSecret")->text().isEmpty());
    EXPECT_FALSE(makeTokenByClicks(QStringLiteral("shop 3")).isEmpty());
    page->hide(); // Another step.
    page->show();
    EXPECT_TRUE(child<QLineEdit>("apiSecret")->text().isEmpty());
}

TEST_F(DeploymentApiTest, TokensAreListedAndRevoked)
{
    EXPECT_TRUE(child<QLabel>("apiNoTokens")->isVisible());
    makeTokenByClicks(QStringLiteral("one"));
    makeTokenByClicks(QStringLiteral("two"));
    auto* const table = child<QTableView>("apiTokens");
    const QAbstractItemModelTester tester(table->model());
    ASSERT_EQ(table->model()->rowCount(), 2);
    const auto cell = [&](int row, int column) {
        return table->model()->index(row, column).data().toString();
    };
    EXPECT_EQ(cell(0, TokenModel::NameColumn), QStringLiteral("two"));
    EXPECT_EQ(cell(0, TokenModel::ExpiresColumn), QStringLiteral("Never"));
    EXPECT_FALSE(child<QPushButton>("apiRevoke")->isEnabled());
    table->selectRow(1);
    confirmAnswer = false;
    click("apiRevoke");
    EXPECT_EQ(cell(1, TokenModel::StateColumn), QStringLiteral("Valid"));
    confirmAnswer = true;
    click("apiRevoke");
    EXPECT_EQ(cell(1, TokenModel::StateColumn), QStringLiteral("Revoked"));
    EXPECT_EQ(cell(0, TokenModel::StateColumn), QStringLiteral("Valid"));
    EXPECT_FALSE(child<QPushButton>("apiRevoke")->isEnabled()) << "already revoked";
    shoot(QStringLiteral("api-tokens"));
}

TEST_F(DeploymentApiTest, ATokenExpiresWhenTheDialogSays)
{
    const std::pair<int, int> choices[] = {{0, 0}, {1, 30}, {2, 90}, {3, 365}};
    for (const auto& [item, days] : choices) {
        click("apiNewToken");
        auto* const dialog = child<QDialog>("tokenDialog");
        dialog->findChild<QComboBox*>(QStringLiteral("tokenExpiry"))->setCurrentIndex(item);
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("tokenCreate")),
                          Qt::LeftButton);
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const auto id = deployments(workspace->project())->front().id;
        const DeploymentToken made = tokens(workspace->project(), id)->back();
        EXPECT_EQ(made.expires.has_value(), days > 0);
        if (made.expires) {
            EXPECT_EQ(QDateTime::currentDateTimeUtc().daysTo(*made.expires), days);
        }
    }
}

TEST_F(DeploymentApiTest, PublicNeedsAConfirmationAndNoToken)
{
    enableByClick();
    startByClick();
    confirmAnswer = false;
    click("apiPublic");
    EXPECT_TRUE(child<QRadioButton>("apiNeedsToken")->isChecked());
    confirmAnswer = true;
    click("apiPublic");
    EXPECT_EQ(confirmed.size(), 2);
    EXPECT_TRUE(deployments(workspace->project())->front().isPublic);
    EXPECT_THAT(example(1).toStdString(), Not(HasSubstr("token")));
    EXPECT_EQ(runExample(1).code, 0);
    click("apiNeedsToken");
    EXPECT_FALSE(deployments(workspace->project())->front().isPublic);
    EXPECT_THAT(runExample(1).out.toStdString(), HasSubstr("errorCode")) << "<token> is none";
    ASSERT_TRUE(QTest::qWaitFor([&] { return loggedCalls() == 2; }, 10'000));
    EXPECT_EQ(child<QTableView>("apiLog")->model()->index(0, RequestLogModel::StatusColumn)
                  .data().toString(),
              QStringLiteral("401 Unauthorized"));
}

TEST_F(DeploymentApiTest, AnotherAddressNeedsAConfirmation)
{
    auto* const address = child<QComboBox>("apiAddress");
    EXPECT_THAT(child<QLabel>("apiReach")->text().toStdString(), HasSubstr("Only programs"));
    address->setCurrentText(QStringLiteral("0.0.0.0"));
    EXPECT_THAT(child<QLabel>("apiReach")->text().toStdString(), HasSubstr("travel readable"));
    confirmAnswer = false;
    click("apiStart");
    EXPECT_EQ(confirmed, QStringList{QStringLiteral("Open the service to the network")});
    EXPECT_EQ(workspace->endpoint().state(), EndpointState::Stopped);
    address->setCurrentText(QStringLiteral("my computer"));
    click("apiStart");
    EXPECT_THAT(child<QLabel>("apiProblem")->text().toStdString(), HasSubstr("“my computer”"));
    EXPECT_EQ(workspace->endpoint().state(), EndpointState::Stopped);
}

TEST_F(DeploymentApiTest, ATakenPortSaysWhatToDo)
{
    QTcpServer other;
    ASSERT_TRUE(other.listen(QHostAddress::LocalHost));
    child<QSpinBox>("apiPort")->setValue(other.serverPort());
    click("apiStart");
    const auto* const problem = child<QLabel>("apiProblem");
    ASSERT_TRUE(QTest::qWaitFor([&] { return problem->isVisible(); }, 10'000));
    EXPECT_THAT(problem->text().toStdString(), HasSubstr(std::to_string(other.serverPort())));
    shoot(QStringLiteral("api-error"));
    other.close();
    startByClick();
    EXPECT_FALSE(problem->isVisible());
    EXPECT_FALSE(child<QSpinBox>("apiPort")->isEnabled()) << "it runs there";
    click("apiStart");
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return workspace->endpoint().state() == EndpointState::Stopped; }, 10'000));
    EXPECT_TRUE(child<QSpinBox>("apiPort")->isEnabled());
}

TEST_F(DeploymentApiTest, RealTrafficIsAddedToTheDataset)
{
    enableByClick();
    startByClick();
    makeTokenByClicks(QStringLiteral("camera"));
    click("apiKeep");
    EXPECT_TRUE(deployments(workspace->project())->front().keepsRequests);
    auto* const images = child<QListView>("apiImages");
    const QAbstractItemModelTester tester(images->model());
    for (int number = 0; number < 3; ++number)
        EXPECT_EQ(runExample(number).code, 0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return images->model()->rowCount() == 3; }, 10'000));
    EXPECT_TRUE(images->isVisible());
    EXPECT_FALSE(images->model()->index(0, 0).data().toString().isEmpty());
    EXPECT_FALSE(child<QPushButton>("apiAdd")->isEnabled()) << "nothing is selected";
    const auto before = datasets(workspace->project())->front().samples;
    images->setFocus();
    QTest::keyClick(images, Qt::Key_A, Qt::ControlModifier);
    shoot(QStringLiteral("api-images"));
    click("apiAdd");
    ASSERT_TRUE(QTest::qWaitFor([&] { return message().contains(QStringLiteral("came into")); },
                                30'000)) << message().toStdString();
    EXPECT_EQ(datasets(workspace->project())->front().samples, before + 3);
    click("apiForget");
    EXPECT_EQ(images->model()->rowCount(), 0);
    EXPECT_FALSE(images->isVisible());
}

TEST_F(DeploymentApiTest, CopyButtonsCopyWhatIsShown)
{
    click("apiCopyExample");
    EXPECT_EQ(QGuiApplication::clipboard()->text(), example(0));
    EXPECT_THAT(example(4).toStdString(), HasSubstr("--deployment"));
    click("apiCopyExample");
    EXPECT_EQ(QGuiApplication::clipboard()->text(), example(4));
    const QString secret = makeTokenByClicks({});
    click("apiCopySecret");
    EXPECT_EQ(QGuiApplication::clipboard()->text(), secret);
    click("apiCopyUrl");
    EXPECT_EQ(QGuiApplication::clipboard()->text(), child<QLineEdit>("apiUrl")->text());
    EXPECT_TRUE(child<QLineEdit>("apiUrl")->text().endsWith(QStringLiteral("/forward")));
}

TEST_F(DeploymentApiTest, AFloodOfCallsNeverHoldsTheWindow)
{
    EndpointLog& log = workspace->endpoint().log();
    std::jthread callers([&log](const std::stop_token& stop) {
        HttpExchange exchange;
        exchange.path = QStringLiteral("/deployment/1/forward");
        exchange.status = 200;
        while (!stop.stop_requested()) {
            for (int i = 0; i < 200; ++i)
                log.addCall(exchange);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    });
    qint64 longest = 0;
    QElapsedTimer beat;
    QTimer pulse;
    QObject::connect(&pulse, &QTimer::timeout, [&] { longest = std::max(longest, beat.restart()); });
    beat.start();
    pulse.start(0);
    QTest::qWait(2'000);
    callers.request_stop();
    EXPECT_EQ(loggedCalls(), static_cast<int>(EndpointLog::mostCalls));
    EXPECT_LT(longest, 250) << "milliseconds; 50 on a machine that does nothing else";
}

} // namespace labelwright::tests
