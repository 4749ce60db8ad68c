#include "ui/widgets/whole_titles.h"

#include <QSignalBlocker>
#include <QTabBar>
#include <QTabWidget>

#include <algorithm>

namespace labelwright {

void keepTitlesWhole(QTabWidget& tabs)
{
    QTabBar& bar = *tabs.tabBar();
    const QSignalBlocker blocker(bar);
    bar.ensurePolished();
    const int chosen = bar.currentIndex();
    int widest = 0;
    for (int tab = 0; tab < bar.count(); ++tab) {
        bar.setCurrentIndex(tab);
        widest = std::max(widest, bar.sizeHint().width());
    }
    bar.setCurrentIndex(chosen);
    tabs.setMinimumWidth(widest);
}

} // namespace labelwright
