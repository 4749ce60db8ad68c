#pragma once

class QTabWidget;

namespace labelwright {

/// Keeps the tabs at least so wide that no title is cut, whichever of them is chosen: the title of
/// the chosen one is bold. For tabs that have all their pages, and whose look is settled.
void keepTitlesWhole(QTabWidget& tabs);

} // namespace labelwright
