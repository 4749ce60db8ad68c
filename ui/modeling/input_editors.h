#pragma once

namespace labelwright {

class ExperimentDocument;
class FieldForm;

/// Adds editors for preprocessing and augmentation of the input block, the network's first.
void addInputFields(FieldForm& form, ExperimentDocument& document);

} // namespace labelwright
