#include "ui/deployment/api_parts.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace labelwright {

QVBoxLayout* layOutApiCard(QFrame* card, const QString& title, QWidget* beside)
{
    setCard(card);
    auto* const layout = new QVBoxLayout(card);
    const int step = gridStep(card);
    layout->setContentsMargins(4 * step, 3 * step, 4 * step, 4 * step);
    layout->setSpacing(2 * step);
    auto* const heading = new QLabel(title, card);
    setHeading(heading, 3);
    auto* const row = new QHBoxLayout;
    row->addWidget(heading, 1);
    if (beside != nullptr)
        row->addWidget(beside);
    layout->addLayout(row);
    return layout;
}

QLabel* addApiHint(QFrame* card, const QString& text)
{
    auto* const label = new QLabel(text, card);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    setMuted(label);
    card->layout()->addWidget(label);
    return label;
}

QToolButton* makeCopyButton(const QString& what, std::function<QString()> text, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setIcon(icon(QStringLiteral("copy")));
    button->setToolTip(what);
    button->setAccessibleName(what);
    QObject::connect(button, &QToolButton::clicked, button, [text = std::move(text)] {
        QGuiApplication::clipboard()->setText(text());
    });
    return button;
}

void fitRows(QTableView* table, int most)
{
    const int rows = std::clamp(table->model()->rowCount(), 1, most);
    const int row = table->verticalHeader()->defaultSectionSize();
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() + rows * row
                          + 2 * table->frameWidth() + gridStep(table));
}

} // namespace labelwright
