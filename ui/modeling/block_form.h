#pragma once

#include "ui/step_page.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace labelwright {

class ExperimentDocument;
class FieldForm;

/// Settings of the block that is selected in the network.
class BlockForm : public QWidget
{
    Q_OBJECT

public:
    BlockForm(const UiContext& context, ExperimentDocument& document, QWidget* parent = nullptr);

    /// −1: none.
    void setBlock(int index);
    void focusFirstEditor();

Q_SIGNALS:
    /// Weights of a backbone are on this machine now.
    void weightsArrived();

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void rebuild();
    void showProblems();

    UiContext m_context;
    ExperimentDocument& m_document;
    int m_block = -1;
    QString m_builtFor; ///< What the form was built for: kind and role of the block.
    QLabel* m_title;
    QLabel* m_summary;
    QLabel* m_problem;
    QVBoxLayout* m_layout;
    FieldForm* m_form = nullptr;
};

} // namespace labelwright
