#include "ui/widgets/tab_order.h"

#include <QLayout>
#include <QScrollArea>
#include <QWidget>

namespace labelwright {

namespace {

void collect(QWidget* widget, QList<QWidget*>& found);

void collect(QLayout* layout, QList<QWidget*>& found)
{
    for (int i = 0; layout != nullptr && i < layout->count(); ++i) {
        QLayoutItem* const item = layout->itemAt(i);
        if (item->widget() != nullptr)
            collect(item->widget(), found);
        else
            collect(item->layout(), found);
    }
}

void collect(QWidget* widget, QList<QWidget*>& found)
{
    if ((widget->focusPolicy() & Qt::TabFocus) != 0)
        found.append(widget);
    if (auto* const area = qobject_cast<QScrollArea*>(widget); area != nullptr && area->widget())
        collect(area->widget(), found);
    else
        collect(widget->layout(), found);
}

} // namespace

QWidget* continueTabOrder(QWidget* before, QWidget* widget)
{
    QList<QWidget*> found;
    collect(widget, found);
    for (QWidget* next : found) {
        QWidget::setTabOrder(before, next);
        before = next;
    }
    return before;
}

} // namespace labelwright
