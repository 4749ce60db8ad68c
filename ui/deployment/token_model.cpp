#include "ui/deployment/token_model.h"

#include "ui/style/theme.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace labelwright {

void TokenModel::setTokens(std::vector<DeploymentToken> tokens)
{
    std::ranges::reverse(tokens);
    beginResetModel();
    m_tokens = std::move(tokens);
    endResetModel();
}

const DeploymentToken* TokenModel::at(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_tokens[static_cast<std::size_t>(row)];
}

int TokenModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tokens.size());
}

int TokenModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TokenModel::text(const DeploymentToken& token, int column)
{
    const auto shown = [](const QDateTime& time) {
        return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
    };
    switch (column) {
    case NameColumn: return token.name.isEmpty() ? tr("(no name)") : token.name;
    case CreatedColumn: return shown(token.created);
    case ExpiresColumn: return token.expires ? shown(*token.expires) : tr("Never");
    default: break;
    }
    if (token.revoked)
        return tr("Revoked");
    return token.isValidAt(QDateTime::currentDateTimeUtc()) ? tr("Valid") : tr("Expired");
}

QVariant TokenModel::data(const QModelIndex& index, int role) const
{
    const DeploymentToken* const token = at(index.isValid() ? index.row() : -1);
    if (token == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole: return text(*token, index.column());
    case Qt::ToolTipRole:
        return token->revoked ? tr("Revoked %1").arg(QLocale().toString(
                                    token->revoked->toLocalTime(), QLocale::ShortFormat))
                              : QString();
    case Qt::ForegroundRole:
        if (token->isValidAt(QDateTime::currentDateTimeUtc()))
            return {};
        return colorsOf(QGuiApplication::palette()).muted;
    default: return {};
    }
}

QVariant TokenModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("For");
    case CreatedColumn: return tr("Created");
    case ExpiresColumn: return tr("Expires");
    case StateColumn: return tr("State");
    default: return {};
    }
}

} // namespace labelwright
