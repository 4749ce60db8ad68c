#include "ui/start/start_page.h"

#include "ui/recent_projects.h"
#include "ui/start/card_button.h"
#include "ui/start/recent_delegate.h"
#include "ui/style/theme.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/message_bar.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace labelwright {

namespace {

/// Name and one sentence beside the application's icon.
QLayout* makeTitle(QWidget* page, const QString& sentence)
{
    const int step = gridStep(page);
    auto* const picture = new QLabel(page);
    picture->setPixmap(QIcon(QStringLiteral(":/icons/labelwright.svg")).pixmap(14 * step));
    auto* const name = new QLabel(QStringLiteral("Labelwright"), page);
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 2.2);
    large.setWeight(QFont::DemiBold);
    name->setFont(large);
    auto* const text = new QLabel(sentence, page);
    text->setWordWrap(true);
    setMuted(text);
    auto* const words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(text);
    auto* const row = new QHBoxLayout;
    row->setSpacing(4 * step);
    row->addWidget(picture, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    return row;
}

/// Says that files can be dropped; the window itself takes them.
QFrame* makeDropHint(QWidget* page, const QString& sentence)
{
    const int step = gridStep(page);
    auto* const frame = new QFrame(page);
    frame->setObjectName(QStringLiteral("dropHint"));
    auto* const picture = new IconLabel(QStringLiteral("import"), 5 * step, frame);
    auto* const text = new QLabel(sentence, frame);
    setMuted(text);
    auto* const row = new QHBoxLayout(frame);
    row->setContentsMargins(4 * step, 3 * step, 4 * step, 3 * step);
    row->setSpacing(2 * step);
    row->addStretch();
    row->addWidget(picture);
    row->addWidget(text);
    row->addStretch();
    return frame;
}

} // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_messages(new MessageBar(this))
    , m_recentTitle(new QLabel(tr("Recent projects"), this))
    , m_recent(new QListWidget(this))
{
    const int step = gridStep(this);
    auto* const column = new QWidget(this);
    column->setMaximumWidth(190 * step);
    auto* const content = new QVBoxLayout(column);
    content->setContentsMargins(4 * step, 4 * step, 4 * step, 4 * step);
    content->setSpacing(4 * step);
    content->addStretch(2);
    content->addLayout(makeTitle(
        this, tr("Teach your computer to see what is in your pictures. Everything stays on this "
                 "machine.")));
    content->addWidget(m_messages);
    content->addSpacing(2 * step);
    content->addLayout(makeCards());
    content->addWidget(makeDropHint(this, tr("or drop a zip or a folder anywhere in this window")));
    content->addSpacing(2 * step);
    prepareRecent();
    content->addWidget(m_recentTitle);
    content->addWidget(m_recent, 4);
    content->addStretch(3);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(1);
    layout->addWidget(column, 20);
    layout->addStretch(1);
    refresh();
}

QLayout* StartPage::makeCards()
{
    auto* const sample =
        new CardButton(QStringLiteral("play"), tr("Try the sample"),
                       tr("Draws 800 landscapes with eight labels; one more click trains a model."),
                       CardLook::Primary, this);
    auto* const create = new CardButton(QStringLiteral("add"), tr("New project"),
                                        tr("An empty folder of your own to import pictures into."),
                                        CardLook::Plain, this);
    auto* const open = new CardButton(QStringLiteral("folder"), tr("Open project"),
                                      tr("Go on with a project that lies on this computer."),
                                      CardLook::Plain, this);
    sample->setObjectName(QStringLiteral("trySample"));
    create->setObjectName(QStringLiteral("newProject"));
    open->setObjectName(QStringLiteral("openProject"));
    connect(sample, &CardButton::clicked, this, &StartPage::sampleRequested);
    connect(create, &CardButton::clicked, this, &StartPage::newRequested);
    connect(open, &CardButton::clicked, this, &StartPage::openRequested);
    auto* const row = new QHBoxLayout;
    row->setSpacing(4 * gridStep(this));
    for (CardButton* card : {sample, create, open})
        row->addWidget(card, 1);
    return row;
}

void StartPage::prepareRecent()
{
    setHeading(m_recentTitle, 3);
    m_recentTitle->setBuddy(m_recent);
    m_recent->setObjectName(QStringLiteral("recentProjects"));
    m_recent->setAccessibleName(tr("Recent projects"));
    m_recent->setItemDelegate(new RecentDelegate(m_recent));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_recent->setMouseTracking(true);
    m_recent->viewport()->setCursor(Qt::PointingHandCursor);
    // A click opens at once, and so does Enter; a double click is activation too on some platforms.
    connect(m_recent, &QListWidget::itemClicked, this, &StartPage::ask);
    connect(m_recent, &QListWidget::itemActivated, this, &StartPage::ask);
}

void StartPage::ask(const QListWidgetItem* item)
{
    // Opening a project fills the list again: not while the list is still telling of the click.
    const QString folder = item->data(Qt::UserRole).toString();
    QMetaObject::invokeMethod(
        this,
        [this, folder] {
            if (isVisible())
                Q_EMIT recentRequested(folder);
        },
        Qt::QueuedConnection);
}

void StartPage::refresh()
{
    m_recent->clear();
    for (const QString& folder : recentProjects()) {
        auto* const item = new QListWidgetItem(QFileInfo(folder).fileName(), m_recent);
        item->setData(Qt::UserRole, folder);
        item->setToolTip(folder);
    }
    const bool any = m_recent->count() > 0;
    m_recent->setVisible(any);
    m_recentTitle->setVisible(any);
    if (any)
        m_recent->setCurrentRow(0);
}

} // namespace labelwright
