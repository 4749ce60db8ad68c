#include "ui/deployment/api_service_card.h"

#include "core/session/workspace.h"
#include "ui/deployment/api_parts.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkInterface>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace labelwright {

namespace {

QStringList proposedAddresses()
{
    QStringList addresses{EndpointSettings().address, QStringLiteral("0.0.0.0")};
    for (const QHostAddress& own : QNetworkInterface::allAddresses())
        if (!own.isLoopback() && !own.isLinkLocal())
            addresses.append(own.toString());
    return addresses;
}

QString endpointIconName(EndpointState state)
{
    switch (state) {
    case EndpointState::Running: return QStringLiteral("check");
    case EndpointState::Starting:
    case EndpointState::Stopping: return QStringLiteral("clock");
    case EndpointState::Failed: return QStringLiteral("error");
    case EndpointState::Stopped: break;
    }
    return QStringLiteral("power");
}

QHBoxLayout* rowOf(QWidget* row)
{
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep(row));
    return layout;
}

} // namespace

ApiServiceCard::ApiServiceCard(const UiContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_host(context.workspace.endpoint())
{
    setObjectName(QStringLiteral("apiService"));
    auto* const layout = layOutApiCard(this, tr("Service"));
    addApiHint(this, tr("Other programs send images over HTTP and get scores, from all enabled "
                        "deployments, while this project is open."));
    layout->addWidget(makeStateRow());
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("apiProblem"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    layout->addWidget(m_problem);
    layout->addWidget(makeUrlRow());
    layout->addWidget(makePlace());
    showSettings(m_host.settings());
    connect(&m_host, &EndpointHost::changed, this, &ApiServiceCard::showState);
    showState();
}

QWidget* ApiServiceCard::makeStateRow()
{
    auto* const row = new QWidget(this);
    m_icon = new QLabel(row);
    m_word = new QLabel(row);
    m_word->setObjectName(QStringLiteral("apiState"));
    m_word->setTextFormat(Qt::PlainText);
    m_start = new QPushButton(row);
    m_start->setObjectName(QStringLiteral("apiStart"));
    QHBoxLayout* const layout = rowOf(row);
    layout->addWidget(m_icon);
    layout->addWidget(m_word, 1);
    layout->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, this, &ApiServiceCard::startOrStop);
    return row;
}

QWidget* ApiServiceCard::makeUrlRow()
{
    auto* const row = new QWidget(this);
    auto* const label = new QLabel(tr("&URL"), row);
    m_url = new QLineEdit(row);
    m_url->setObjectName(QStringLiteral("apiUrl"));
    m_url->setReadOnly(true);
    m_url->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    label->setBuddy(m_url);
    QToolButton* const copy =
        makeCopyButton(tr("Copy the URL"), [this] { return m_url->text(); }, row);
    copy->setObjectName(QStringLiteral("apiCopyUrl"));
    QHBoxLayout* const layout = rowOf(row);
    layout->addWidget(label);
    layout->addWidget(m_url, 1);
    layout->addWidget(copy);
    return row;
}

QWidget* ApiServiceCard::makePlace()
{
    m_place = new QWidget(this);
    auto* const line = new QWidget(m_place);
    auto* const address = new QLabel(tr("&Address"), line);
    m_address = new QComboBox(line);
    m_address->setObjectName(QStringLiteral("apiAddress"));
    m_address->setEditable(true);
    m_address->addItems(proposedAddresses());
    m_address->setMinimumWidth(40 * gridStep(this));
    address->setBuddy(m_address);
    auto* const port = new QLabel(tr("&Port"), line);
    m_port = new QSpinBox(line);
    m_port->setObjectName(QStringLiteral("apiPort"));
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    port->setBuddy(m_port);
    m_encrypt = new QCheckBox(tr("Encrypt (&TLS)"), line);
    m_encrypt->setObjectName(QStringLiteral("apiEncrypt"));
    QHBoxLayout* const layout = rowOf(line);
    layout->addWidget(address);
    layout->addWidget(m_address);
    layout->addWidget(port);
    layout->addWidget(m_port);
    layout->addWidget(m_encrypt);
    layout->addStretch();
    m_reach = new QLabel(m_place);
    m_reach->setObjectName(QStringLiteral("apiReach"));
    m_reach->setWordWrap(true);
    setMuted(m_reach);
    auto* const rows = new QVBoxLayout(m_place);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2 * gridStep(this));
    rows->addWidget(line);
    rows->addWidget(makeTls());
    rows->addWidget(m_reach);
    connect(m_address, &QComboBox::currentTextChanged, this, &ApiServiceCard::showReach);
    connect(m_encrypt, &QCheckBox::toggled, m_files, &QWidget::setVisible);
    connect(m_encrypt, &QCheckBox::toggled, this, &ApiServiceCard::showReach);
    return m_place;
}

QWidget* ApiServiceCard::makeTls()
{
    m_files = new QWidget(m_place);
    auto* const grid = new QGridLayout(m_files);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2 * gridStep(this));
    m_certificate = addFile(grid, tr("&Certificate"), QStringLiteral("apiCertificate"),
                            tr("Choose the certificate (PEM)"));
    m_key = addFile(grid, tr("Private &key"), QStringLiteral("apiKey"),
                    tr("Choose the private key (PEM)"));
    m_files->setVisible(false);
    return m_files;
}

QLineEdit* ApiServiceCard::addFile(QGridLayout* grid, const QString& label, const QString& name,
                                   const QString& title)
{
    auto* const word = new QLabel(label, m_files);
    auto* const path = new QLineEdit(m_files);
    path->setObjectName(name);
    word->setBuddy(path);
    auto* const choose = new QToolButton(m_files);
    choose->setObjectName(name + QStringLiteral("Choose"));
    choose->setIcon(icon(QStringLiteral("folder")));
    choose->setToolTip(title);
    choose->setAccessibleName(title);
    const int row = grid->rowCount();
    grid->addWidget(word, row, 0);
    grid->addWidget(path, row, 1);
    grid->addWidget(choose, row, 2);
    connect(choose, &QToolButton::clicked, this, [this, path, title] {
        const QString file = m_context.dialogs.openFile(
            this, {title, tr("PEM files (*.pem *.crt *.cer *.key);;All files (*)"), path->text()});
        if (!file.isEmpty())
            path->setText(QDir::toNativeSeparators(file));
    });
    return path;
}

void ApiServiceCard::setUrl(const QString& url)
{
    if (m_url->text() == url)
        return;
    m_url->setText(url);
    m_url->setCursorPosition(0);
}

EndpointSettings ApiServiceCard::chosen() const
{
    EndpointSettings settings;
    settings.address = m_address->currentText().trimmed();
    settings.port = static_cast<quint16>(m_port->value());
    if (m_encrypt->isChecked()) {
        settings.certificatePath = QDir::fromNativeSeparators(m_certificate->text().trimmed());
        settings.keyPath = QDir::fromNativeSeparators(m_key->text().trimmed());
    }
    return settings;
}

void ApiServiceCard::showSettings(const EndpointSettings& settings)
{
    m_address->setCurrentText(settings.address);
    m_port->setValue(settings.port);
    m_encrypt->setChecked(settings.isSecure());
    m_certificate->setText(QDir::toNativeSeparators(settings.certificatePath));
    m_key->setText(QDir::toNativeSeparators(settings.keyPath));
    showReach();
}

void ApiServiceCard::showReach()
{
    const EndpointSettings settings = chosen();
    if (isLoopbackAddress(settings.address)) {
        m_reach->setText(tr("Only programs on this computer can call it."));
        return;
    }
    const QString who = isAnyAddress(settings.address)
                            ? tr("Every computer in the networks of this one can call it.")
                            : tr("Every computer that reaches %1 can call it.").arg(settings.address);
    m_reach->setText(m_encrypt->isChecked()
                         ? who
                         : who + u' ' + tr("Without TLS, tokens and images travel readable."));
}

void ApiServiceCard::showState()
{
    const EndpointState state = m_host.state();
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(icon(endpointIconName(state)).pixmap(side));
    const bool isOn = state == EndpointState::Running || state == EndpointState::Stopping;
    const bool isMoving = state == EndpointState::Starting || state == EndpointState::Stopping;
    switch (state) {
    case EndpointState::Running: m_word->setText(tr("Running at %1").arg(m_host.url())); break;
    case EndpointState::Starting: m_word->setText(tr("Starting…")); break;
    case EndpointState::Stopping: m_word->setText(tr("Stopping…")); break;
    case EndpointState::Failed: m_word->setText(tr("Could not be started")); break;
    case EndpointState::Stopped: m_word->setText(tr("Stopped: nobody can call it")); break;
    }
    m_start->setText(isOn ? tr("Stop") : tr("Start service"));
    m_start->setIcon(icon(isOn ? QStringLiteral("stop") : QStringLiteral("play")));
    m_start->setEnabled(!isMoving);
    m_place->setEnabled(!isMoving && !isOn);
    setProblem(m_host.problem());
}

void ApiServiceCard::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setStyleSheet(QStringLiteral("color: %1").arg(colorsOf(palette()).bad.name()));
    m_problem->setVisible(!sentence.isEmpty());
}

void ApiServiceCard::startOrStop()
{
    if (m_host.isRunning())
        m_host.stop();
    else
        start();
}

void ApiServiceCard::start()
{
    const EndpointSettings settings = chosen();
    if (QHostAddress(settings.address).isNull()) {
        setProblem(tr("“%1” is no numeric address: choose one of the list, or type one like "
                      "192.168.1.20.").arg(settings.address));
        return;
    }
    if (m_encrypt->isChecked() && (settings.certificatePath.isEmpty() || settings.keyPath.isEmpty())) {
        setProblem(tr("TLS needs a certificate and its private key: choose both files, or do not "
                      "encrypt."));
        return;
    }
    if (!isLoopbackAddress(settings.address)) {
        QString text = tr("Every computer that can reach %1, port %2 will be able to call the "
                          "enabled deployments: public ones without a token, the others with one.")
                           .arg(settings.address)
                           .arg(settings.port);
        if (!settings.isSecure())
            text += QStringLiteral("\n\n")
                    + tr("Without TLS, tokens and images travel readable for everyone on the way.");
        if (!m_context.dialogs.confirm(this, {tr("Open the service to the network"), text,
                                              tr("Start service")}))
            return;
    }
    m_host.start(settings);
}

void ApiServiceCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_start != nullptr)
        showState();
    QFrame::changeEvent(event);
}

} // namespace labelwright
