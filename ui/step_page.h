#pragma once

#include "ui/dialogs.h"
#include "ui/navigator.h"

#include "core/base/result.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace labelwright {

class MessageBar;
class Workspace;

/// What every view is given; outlives the views.
struct UiContext
{
    Workspace& workspace;
    Navigator& navigator;
    const Dialogs& dialogs;
};

/// A step's page: title and actions at the top, a message bar, the content below. A page is made
/// when a project is opened and destroyed when it is closed.
class StepPage : public QWidget
{
    Q_OBJECT

public:
    StepPage(const UiContext& context, const QString& title, QWidget* parent = nullptr);

    /// Called each time the page comes to the front.
    virtual void enter() {}

    [[nodiscard]] MessageBar& messages() { return *m_messages; }

    /// Shows a failure in the message bar; true when there was none.
    template <class T>
    bool accept(const Result<T>& result)
    {
        if (!result)
            showError(result.error());
        return result.has_value();
    }
    void showError(const Error& error);

protected:
    [[nodiscard]] const UiContext& context() const { return m_context; }
    [[nodiscard]] Workspace& workspace() const { return m_context.workspace; }

    /// Right of the title, left to right.
    void addAction(QWidget* widget);
    /// Fills the rest of the page.
    void setContent(QWidget* widget);
    /// Small text beside the title.
    void setSubtitle(const QString& text);

private:
    UiContext m_context;
    QLabel* m_subtitle;
    QHBoxLayout* m_header;
    QVBoxLayout* m_layout;
    MessageBar* m_messages;
};

} // namespace labelwright
