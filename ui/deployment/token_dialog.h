#pragma once

#include <QDateTime>
#include <QDialog>
#include <QString>

#include <optional>

class QComboBox;
class QDateEdit;
class QLineEdit;

namespace labelwright {

/// Asks for whom a new token is and until when it lets in.
class TokenDialog : public QDialog
{
    Q_OBJECT

public:
    explicit TokenDialog(QWidget* parent = nullptr);

    [[nodiscard]] QString name() const;
    /// UTC; a chosen day counts to its end.
    [[nodiscard]] std::optional<QDateTime> expires() const;

private:
    void build();

    QLineEdit* m_name;
    QComboBox* m_expiry;
    QDateEdit* m_day;
};

} // namespace labelwright
