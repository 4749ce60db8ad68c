#include "ui/datasets/check_list.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace labelwright {

CheckList::CheckList(const QString& what, QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_count(new QLabel(this))
{
    const int step = gridStep(this);
    m_search->setObjectName(QStringLiteral("checkListSearch"));
    m_search->setAccessibleName(tr("Search %1").arg(what));
    m_search->setPlaceholderText(tr("Search %1").arg(what));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("checkList"));
    m_list->setAccessibleName(what);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(step / 2);
    setMuted(m_count);
    auto* const all = new QPushButton(tr("All"), this);
    all->setObjectName(QStringLiteral("checkAll"));
    all->setAccessibleName(tr("Tick all %1").arg(what));
    auto* const none = new QPushButton(tr("None"), this);
    none->setObjectName(QStringLiteral("checkNone"));
    none->setAccessibleName(tr("Tick none of the %1").arg(what));
    auto* const top = new QHBoxLayout;
    top->setSpacing(step);
    top->addWidget(m_search, 1);
    top->addWidget(all);
    top->addWidget(none);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(step);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_count);
    connect(m_search, &QLineEdit::textChanged, this, &CheckList::showMatches);
    connect(all, &QPushButton::clicked, this, [this] { checkShown(Qt::Checked); });
    connect(none, &QPushButton::clicked, this, [this] { checkShown(Qt::Unchecked); });
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        refreshCount();
        Q_EMIT changed();
    });
}

void CheckList::setNames(const QStringList& names, const QStringList& checked)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        const QSet<QString> ticked(checked.begin(), checked.end());
        for (const QString& name : names) {
            auto* const item = new QListWidgetItem(name, m_list);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(ticked.contains(name) ? Qt::Checked : Qt::Unchecked);
        }
    }
    showMatches(m_search->text());
    refreshCount();
}

QStringList CheckList::checked() const
{
    QStringList names;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked)
            names.append(m_list->item(row)->text());
    return names;
}

void CheckList::checkShown(Qt::CheckState state)
{
    {
        const QSignalBlocker quiet(m_list);
        for (int row = 0; row < m_list->count(); ++row)
            if (!m_list->item(row)->isHidden())
                m_list->item(row)->setCheckState(state);
    }
    m_list->viewport()->update();
    refreshCount();
    Q_EMIT changed();
}

void CheckList::showMatches(const QString& text)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(
            !m_list->item(row)->text().contains(text, Qt::CaseInsensitive));
}

void CheckList::refreshCount()
{
    m_count->setText(tr("%1 of %2 chosen").arg(checked().size()).arg(m_list->count()));
}

} // namespace labelwright
