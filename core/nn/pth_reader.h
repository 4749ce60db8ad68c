#pragma once

#include "core/base/result.h"
#include "core/nn/weights_file.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace labelwright {

/// The tensors of a state dict that Python's torch.save wrote, in its zip form or in the older one
/// of pickles in a row, in the file's order. Nothing of the file is executed: whatever is not a
/// dictionary from names to tensors is refused by name (see pickle_reader.h). `fileName` appears in
/// errors.
Result<std::vector<WeightTensor>> readPth(QByteArrayView bytes, const QString& fileName);

} // namespace labelwright
