#include "ui/deployment/api_access_card.h"

#include "core/project/deployment_access.h"
#include "core/session/deployment_host.h"
#include "core/session/workspace.h"
#include "ui/deployment/api_parts.h"
#include "ui/deployment/token_dialog.h"
#include "ui/deployment/token_model.h"
#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace labelwright {

ApiAccessCard::ApiAccessCard(const UiContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_tokens(new TokenModel(this))
{
    setObjectName(QStringLiteral("apiAccess"));
    auto* const layout = layOutApiCard(this, tr("Who may call"));
    makeSwitch();
    layout->addWidget(makeSecret());
    makeTable();
    forgetSecret();
}

void ApiAccessCard::makeSwitch()
{
    m_needsToken = new QRadioButton(tr("Who has a token"), this);
    m_needsToken->setObjectName(QStringLiteral("apiNeedsToken"));
    m_public = new QRadioButton(tr("Everybody who reaches the service (public)"), this);
    m_public->setObjectName(QStringLiteral("apiPublic"));
    for (QRadioButton* const choice : {m_needsToken, m_public}) {
        layout()->addWidget(choice);
        layout()->setAlignment(choice, Qt::AlignLeft);
    }
    connect(m_needsToken, &QRadioButton::clicked, this, [this] { setPublic(false); });
    connect(m_public, &QRadioButton::clicked, this, [this] { setPublic(true); });
}

QWidget* ApiAccessCard::makeSecret()
{
    const int step = gridStep(this);
    m_secretBox = new QFrame(this);
    auto* const label = new QLabel(
        tr("Copy the new &token now: it is shown only until you leave this view."), m_secretBox);
    label->setWordWrap(true);
    m_secret = new QLineEdit(m_secretBox);
    m_secret->setObjectName(QStringLiteral("apiSecret"));
    m_secret->setReadOnly(true);
    m_secret->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    label->setBuddy(m_secret);
    auto* const row = new QHBoxLayout;
    row->setSpacing(2 * step);
    QToolButton* const copy =
        makeCopyButton(tr("Copy the token"), [this] { return secret(); }, m_secretBox);
    copy->setObjectName(QStringLiteral("apiCopySecret"));
    row->addWidget(m_secret, 1);
    row->addWidget(copy);
    auto* const rows = new QVBoxLayout(m_secretBox);
    rows->setContentsMargins(0, step, 0, step);
    rows->setSpacing(step);
    rows->addWidget(label);
    rows->addLayout(row);
    return m_secretBox;
}

void ApiAccessCard::makeTable()
{
    const int step = gridStep(this);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("apiTokens"));
    m_table->setAccessibleName(tr("Tokens"));
    m_table->setModel(m_tokens);
    m_table->verticalHeader()->setVisible(false);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(TokenModel::NameColumn, QHeaderView::Stretch);
    for (const int column : {TokenModel::CreatedColumn, TokenModel::ExpiresColumn})
        m_table->setColumnWidth(column, 42 * step);
    m_table->setColumnWidth(TokenModel::StateColumn, 26 * step);
    m_none = addApiHint(this, tr("No token yet: make one for each program that calls, so that it "
                                 "can be revoked alone."));
    m_none->setObjectName(QStringLiteral("apiNoTokens"));
    auto* const make = new QPushButton(icon(QStringLiteral("add")), tr("New token…"), this);
    make->setObjectName(QStringLiteral("apiNewToken"));
    m_revoke = new QPushButton(icon(QStringLiteral("lock")), tr("Revoke…"), this);
    m_revoke->setObjectName(QStringLiteral("apiRevoke"));
    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(2 * step);
    buttons->addWidget(make);
    buttons->addWidget(m_revoke);
    buttons->addStretch();
    layout()->addWidget(m_table);
    static_cast<QVBoxLayout*>(layout())->addLayout(buttons);
    connect(make, &QPushButton::clicked, this, &ApiAccessCard::askToken);
    connect(m_revoke, &QPushButton::clicked, this, &ApiAccessCard::revoke);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ApiAccessCard::showChosen);
}

QString ApiAccessCard::secret() const
{
    return m_secret->text();
}

void ApiAccessCard::forgetSecret()
{
    const bool wasThere = !m_secret->text().isEmpty();
    m_secret->clear();
    m_secretBox->setVisible(false);
    if (wasThere)
        Q_EMIT secretChanged();
}

void ApiAccessCard::setDeployment(const Deployment& deployment)
{
    if (deployment.id != m_deployment.id)
        forgetSecret();
    m_deployment = deployment;
    (deployment.isPublic ? m_public : m_needsToken)->setChecked(true);
    showTokens();
}

void ApiAccessCard::showTokens()
{
    auto all = tokens(m_context.workspace.project(), m_deployment.id);
    if (!all) {
        Q_EMIT failed(all.error());
        return;
    }
    const DeploymentToken* const before = m_tokens->at(m_table->currentIndex().row());
    const TokenId chosen = before == nullptr ? TokenId() : before->id;
    m_tokens->setTokens(*std::move(all));
    for (int row = 0; row < m_tokens->rowCount(); ++row)
        if (m_tokens->at(row)->id == chosen)
            m_table->selectRow(row);
    constexpr int mostRows = 5;
    fitRows(m_table, mostRows);
    m_table->setVisible(m_tokens->rowCount() > 0);
    m_none->setVisible(m_tokens->rowCount() == 0);
    showChosen();
}

void ApiAccessCard::showChosen()
{
    const auto rows = m_table->selectionModel()->selectedRows();
    const DeploymentToken* const token = rows.isEmpty() ? nullptr : m_tokens->at(rows.front().row());
    m_revoke->setVisible(m_tokens->rowCount() > 0);
    m_revoke->setEnabled(token != nullptr && !token->revoked);
}

template <class T>
bool ApiAccessCard::isDone(const Result<T>& result)
{
    if (!result) {
        Q_EMIT failed(result.error());
        return false;
    }
    m_context.workspace.deployments().tellChanged();
    return true;
}

void ApiAccessCard::setPublic(bool isPublic)
{
    if (isPublic == m_deployment.isPublic)
        return;
    const ConfirmQuestion question{
        tr("Make the deployment public"),
        tr("Everybody who reaches the service will be able to use “%1” without a token.")
            .arg(m_deployment.name),
        tr("Make public")};
    const bool isMeant = !isPublic || m_context.dialogs.confirm(this, question);
    if (isMeant)
        isDone(setDeploymentPublic(m_context.workspace.project(), m_deployment.id, isPublic));
    (m_deployment.isPublic ? m_public : m_needsToken)->setChecked(true);
}

void ApiAccessCard::askToken()
{
    auto* const dialog = new TokenDialog(this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { issue(dialog->name(), dialog->expires()); });
    dialog->open();
}

void ApiAccessCard::issue(const QString& name, const std::optional<QDateTime>& expires)
{
    const auto made = issueToken(m_context.workspace.project(), m_deployment.id, name, expires);
    if (!isDone(made))
        return;
    m_secret->setText(made->secret);
    m_secret->setCursorPosition(0);
    m_secretBox->setVisible(true);
    m_secret->setFocus();
    m_secret->selectAll();
    showTokens();
    Q_EMIT secretChanged();
}

void ApiAccessCard::revoke()
{
    const auto rows = m_table->selectionModel()->selectedRows();
    const DeploymentToken* const token = rows.isEmpty() ? nullptr : m_tokens->at(rows.front().row());
    if (token == nullptr)
        return;
    const TokenId id = token->id;
    const ConfirmQuestion question{
        tr("Revoke a token"),
        token->name.isEmpty()
            ? tr("Calls with this token will be refused from now on. This cannot be undone.")
            : tr("Calls with the token for “%1” will be refused from now on. This cannot be undone.")
                  .arg(token->name),
        tr("Revoke")};
    if (!m_context.dialogs.confirm(this, question))
        return;
    if (isDone(revokeToken(m_context.workspace.project(), id))) {
        forgetSecret(); // It may be the one that was revoked.
        showTokens();
    }
}

} // namespace labelwright
