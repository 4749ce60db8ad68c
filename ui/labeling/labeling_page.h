#pragma once

#include "ui/step_page.h"

namespace labelwright {

/// Says what this step will do; labeling itself is not part of the application yet.
class LabelingPage : public StepPage
{
    Q_OBJECT

public:
    explicit LabelingPage(const UiContext& context, QWidget* parent = nullptr);
};

} // namespace labelwright
