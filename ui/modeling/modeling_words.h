#pragma once

#include <QCoreApplication>

namespace labelwright {

/// `ModelingWords::tr`: texts of the modeling view's functions outside widgets.
struct ModelingWords
{
    Q_DECLARE_TR_FUNCTIONS(labelwright::ModelingWords)
};

} // namespace labelwright
