#pragma once

#include "core/model/run_settings.h"
#include "ui/step_page.h"

#include <QWidget>

namespace labelwright {

class ExperimentDocument;
class FieldForm;
class RateFinder;

/// Run settings of the experiment, with the learning-rate finder.
class RunForm : public QWidget
{
    Q_OBJECT

public:
    RunForm(const UiContext& context, ExperimentDocument& document, QWidget* parent = nullptr);

private:
    void refresh();
    void rebuild();

    ExperimentDocument& m_document;
    QString m_builtFor;
    FieldForm* m_form = nullptr;
    RateFinder* m_finder;
};

} // namespace labelwright
