#pragma once

class QApplication;

namespace labelwright {

/// Names, translations, icon and theme of the application, once, before the first window.
void prepareApplication(QApplication& application);

} // namespace labelwright
