#pragma once

#include "core/project/deployments.h"
#include "ui/step_page.h"

#include <QDateTime>
#include <QFrame>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTableView;

namespace labelwright {

class TokenModel;

/// Who may call a deployment: everybody, or those who have a token.
class ApiAccessCard : public QFrame
{
    Q_OBJECT

public:
    explicit ApiAccessCard(const UiContext& context, QWidget* parent = nullptr);

    void setDeployment(const Deployment& deployment);

    /// Of the token that was made last, until `forgetSecret`; empty: none.
    [[nodiscard]] QString secret() const;
    void forgetSecret();

Q_SIGNALS:
    void failed(const labelwright::Error& error);
    void secretChanged();

private:
    void makeSwitch();
    void makeTable();
    QWidget* makeSecret();
    void showTokens();
    void showChosen();
    void setPublic(bool isPublic);
    void askToken();
    void issue(const QString& name, const std::optional<QDateTime>& expires);
    void revoke();
    /// Says what failed, or lets everybody know of the edit.
    template <class T>
    bool isDone(const Result<T>& result);

    UiContext m_context;
    Deployment m_deployment;
    TokenModel* m_tokens;
    QRadioButton* m_needsToken = nullptr;
    QRadioButton* m_public = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_none = nullptr;
    QPushButton* m_revoke = nullptr;
    QFrame* m_secretBox = nullptr;
    QLineEdit* m_secret = nullptr;
};

} // namespace labelwright
