#pragma once

#include "ui/deployment/call_examples.h"

#include <QFrame>

class QPlainTextEdit;
class QTabWidget;

namespace labelwright {

/// Calls to copy, filled with real names.
class ApiExamplesCard : public QFrame
{
    Q_OBJECT

public:
    explicit ApiExamplesCard(QWidget* parent = nullptr);

    void setTarget(const CallTarget& target);

private:
    QPlainTextEdit* addExample(const QString& title);
    [[nodiscard]] QPlainTextEdit* at(int index) const;
    void fitHeight();

    QTabWidget* m_tabs;
};

} // namespace labelwright
