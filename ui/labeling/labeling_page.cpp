#include "ui/labeling/labeling_page.h"

#include "ui/widgets/empty_state.h"

#include <QPushButton>

namespace labelwright {

LabelingPage::LabelingPage(const UiContext& context, QWidget* parent)
    : StepPage(context, tr("Labeling"), parent)
{
    auto* const state = new EmptyState(
        QStringLiteral("labeling"), tr("Labeling comes next"),
        tr("Here you will answer a few dozen images, and the model will propose the rest while you "
           "go on. This version cannot do it yet: import images that have labels already, by "
           "an index.csv with a column per label or one of tags, or by a folder per label."),
        this);
    QPushButton* const button = state->addButton(tr("Go to Datasets"));
    connect(button, &QPushButton::clicked, this,
            [this] { this->context().navigator.show(Step::Datasets); });
    setContent(state);
}

} // namespace labelwright
