#pragma once

class QWidget;

namespace labelwright {

class ExperimentDocument;
class FieldForm;

/// Adds editors for all run settings; each writes one step into the document. `rateFinder` gets its
/// place below the learning rate.
void addRunFields(FieldForm& form, ExperimentDocument& document, QWidget* rateFinder);

} // namespace labelwright
