#pragma once

#include "core/model/advisor.h"

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace labelwright {

/// What the advisor chose besides what can be corrected on the spot: setting, value, reason.
class ReasonList : public QWidget
{
    Q_OBJECT

public:
    /// `shownElsewhere`: settings whose reason stands beside their editor.
    explicit ReasonList(QStringList shownElsewhere, QWidget* parent = nullptr);

    void setAdvice(const Advice& advice);

private:
    void add(const QString& title, const QString& value, const QString& reason);

    QStringList m_shownElsewhere;
    QWidget* m_body = nullptr;
    QVBoxLayout* m_layout;
    QVBoxLayout* m_rows = nullptr;
};

} // namespace labelwright
