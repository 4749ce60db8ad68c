#pragma once

class QWidget;

namespace labelwright {

/// Lets Tab go from `before` through everything in `widget` that takes the focus, as its layout
/// shows it; needed where a view makes widgets anew, which Qt puts at the end of the window's order.
/// Returns the last one, or `before` where there is none.
QWidget* continueTabOrder(QWidget* before, QWidget* widget);

} // namespace labelwright
