#pragma once

class QWidget;

namespace labelwright {

/// Opens "About Labelwright" on top of a window: version, licence, libraries. Returns at once.
void showAbout(QWidget* window);

} // namespace labelwright
