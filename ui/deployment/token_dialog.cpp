#include "ui/deployment/token_dialog.h"

#include "ui/style/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace labelwright {

namespace {

constexpr int never = 0;
constexpr int onADay = -1;

} // namespace

TokenDialog::TokenDialog(QWidget* parent)
    : QDialog(parent)
    , m_name(new QLineEdit(this))
    , m_expiry(new QComboBox(this))
    , m_day(new QDateEdit(QDate::currentDate().addMonths(1), this))
{
    setObjectName(QStringLiteral("tokenDialog"));
    setWindowTitle(tr("New token"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_name->setObjectName(QStringLiteral("tokenName"));
    m_name->setPlaceholderText(tr("Program or person, for example “Web shop”"));
    m_expiry->setObjectName(QStringLiteral("tokenExpiry"));
    m_expiry->addItem(tr("Never"), never);
    m_expiry->addItem(tr("In 30 days"), 30);
    m_expiry->addItem(tr("In 90 days"), 90);
    m_expiry->addItem(tr("In one year"), 365);
    m_expiry->addItem(tr("On a day…"), onADay);
    m_day->setObjectName(QStringLiteral("tokenDay"));
    m_day->setAccessibleName(tr("Last day on which the token lets in"));
    m_day->setCalendarPopup(true);
    m_day->setMinimumDate(QDate::currentDate());
    m_day->setVisible(false);
    connect(m_expiry, &QComboBox::currentIndexChanged, this,
            [this] { m_day->setVisible(m_expiry->currentData().toInt() == onADay); });
    build();
}

void TokenDialog::build()
{
    const int step = gridStep(this);
    auto* const heading = new QLabel(windowTitle(), this);
    setHeading(heading, 2);
    auto* const expiry = new QHBoxLayout;
    expiry->setSpacing(2 * step);
    expiry->addWidget(m_expiry);
    expiry->addWidget(m_day);
    expiry->addStretch();
    auto* const form = new QFormLayout;
    form->setHorizontalSpacing(4 * step);
    form->setVerticalSpacing(2 * step);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&For"), m_name);
    auto* const until = new QLabel(tr("&Expires"), this);
    until->setBuddy(m_expiry);
    form->addRow(until, expiry);
    centreLabels(form);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* const make = buttons->addButton(tr("Create token"), QDialogButtonBox::AcceptRole);
    make->setObjectName(QStringLiteral("tokenCreate"));
    make->setDefault(true);
    setPrimary(make);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(5 * step, 5 * step, 5 * step, 4 * step);
    layout->setSpacing(4 * step);
    layout->addWidget(heading);
    layout->addLayout(form);
    layout->addWidget(buttons);
    setMinimumWidth(110 * step);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString TokenDialog::name() const
{
    return m_name->text().trimmed();
}

std::optional<QDateTime> TokenDialog::expires() const
{
    const int days = m_expiry->currentData().toInt();
    if (days == never)
        return std::nullopt;
    if (days == onADay)
        return m_day->date().endOfDay().toUTC();
    return QDateTime::currentDateTimeUtc().addDays(days);
}

} // namespace labelwright
