#pragma once

#include <QString>

#include <cstddef>

namespace labelwright {

class ExperimentDocument;
class FieldForm;

/// Adds editors for all settings of a block; each writes one step into the document. The backbone's
/// name is not among them.
void addBlockFields(FieldForm& form, ExperimentDocument& document, std::size_t block);

} // namespace labelwright
