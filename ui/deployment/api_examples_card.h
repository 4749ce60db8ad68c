#pragma once

#include "ui/deployment/call_examples.h"

#include <QFrame>

#include <vector>

class QPlainTextEdit;
class QTabBar;

namespace labelwright {

/// Calls to copy, filled with real names.
class ApiExamplesCard : public QFrame
{
    Q_OBJECT

public:
    explicit ApiExamplesCard(QWidget* parent = nullptr);

    void setTarget(const CallTarget& target);

private:
    void showCurrent();
    void fitHeight();

    std::vector<CallExample> m_examples;
    QTabBar* m_tabs;
    QPlainTextEdit* m_text;
};

} // namespace labelwright
