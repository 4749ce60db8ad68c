#include "ui/widgets/whole_titles.h"

#include <QTabBar>
#include <QTabWidget>
#include <QTest>

#include <gtest/gtest.h>

namespace labelwright::tests {

TEST(WholeTitles, NoTitleIsCutWhicheverTabIsChosen)
{
    QTabWidget tabs;
    for (const char* title : {"Bild", "Delmängder", "Etikettuppsättningar", "Versioner"})
        tabs.addTab(new QWidget, QString::fromUtf8(title));
    tabs.setCurrentIndex(2);
    keepTitlesWhole(tabs);
    EXPECT_EQ(tabs.currentIndex(), 2);
    tabs.show();
    tabs.resize(1, 200); // No narrower than its minimum.
    for (int tab = 0; tab < tabs.count(); ++tab) {
        tabs.setCurrentIndex(tab);
        QTest::qWait(1);
        const QTabBar& bar = *tabs.tabBar();
        EXPECT_LE(bar.tabRect(bar.count() - 1).right(), tabs.width()) << tab;
        for (int each = 0; each < bar.count(); ++each)
            EXPECT_GT(bar.tabRect(each).width(), bar.fontMetrics().horizontalAdvance(bar.tabText(each)))
                << tab << ' ' << each;
    }
}

} // namespace labelwright::tests
