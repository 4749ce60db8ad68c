#include "ui/modeling/advice_panel.h"

#include "core/model/solved_head.h"
#include "ui/modeling/backbone_combo.h"
#include "ui/modeling/missing_weights.h"
#include "ui/modeling/reason_list.h"
#include "ui/modeling/wheel_guard.h"
#include "ui/style/theme.h"
#include "ui/widgets/icon_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace labelwright {

namespace {

QString sentenceOf(const Advice& advice, const char* setting)
{
    for (const Advice::Reason& reason : advice.reasons)
        if (reason.setting == QLatin1String(setting))
            return reason.sentence;
    return {};
}

} // namespace

AdvicePanel::AdvicePanel(const UiContext& context, QWidget* parent)
    : QFrame(parent)
    , m_status(new QLabel(this))
    , m_body(new QWidget(this))
    , m_backbone(new BackboneCombo(BackboneCombo::None::Offered, m_body))
    , m_missing(new MissingWeights(context, m_body))
    , m_regime(new QComboBox(m_body))
    , m_epochs(new QSpinBox(m_body))
    , m_seed(new QLineEdit(m_body))
    , m_warnings(new QWidget(m_body))
    , m_reasons(new ReasonList({QStringLiteral("Backbone"), QStringLiteral("Regime"),
                                QStringLiteral("Epochs")},
                               m_body))
    , m_reset(new QPushButton(tr("Back to the advice"), this))
{
    const int step = gridStep(this);
    setCard(this);
    auto* const title = new QLabel(tr("What the advisor chose, and why"), this);
    setHeading(title, 2);
    m_reset->setObjectName(QStringLiteral("resetAdvice"));
    m_reset->setProperty("flat", true);
    auto* const head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_reset);
    m_status->setWordWrap(true);
    m_status->setObjectName(QStringLiteral("adviceStatus"));
    auto* const scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_body);
    auto* const body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, step, 3 * step, step);
    body->setSpacing(3 * step);
    (new QVBoxLayout(m_warnings))->setContentsMargins(0, 0, 0, 0);
    body->addWidget(m_warnings);
    buildChoices(body);
    body->addWidget(m_reasons);
    body->addStretch(1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * step, 3 * step, step, 3 * step);
    layout->setSpacing(2 * step);
    layout->addLayout(head);
    layout->addWidget(m_status);
    layout->addWidget(scroll, 1);
    connectChoices();
    showBusy();
}

QLabel* AdvicePanel::addChoice(QVBoxLayout* layout, const QString& name, QWidget* editor)
{
    const int step = gridStep(this);
    auto* const row = new QHBoxLayout;
    row->setSpacing(3 * step);
    auto* const label = new QLabel(name, m_body);
    setHeading(label, 3);
    label->setBuddy(editor);
    label->setFixedWidth(26 * step);
    editor->setAccessibleName(name);
    row->addWidget(label);
    row->addWidget(editor, 1);
    layout->addLayout(row);
    auto* const reason = new QLabel(m_body);
    reason->setWordWrap(true);
    setMuted(reason);
    return reason;
}

void AdvicePanel::buildChoices(QVBoxLayout* layout)
{
    const int step = gridStep(this);
    m_backbone->setObjectName(QStringLiteral("wizardBackbone"));
    m_regime->setObjectName(QStringLiteral("wizardRegime"));
    m_regime->addItems({tr("Frozen: only the head trains"), tr("Fine-tuning: its layers train too")});
    m_epochs->setObjectName(QStringLiteral("wizardEpochs"));
    m_epochs->setRange(1, 10'000);
    m_seed->setObjectName(QStringLiteral("wizardSeed"));
    m_seed->setValidator(new QRegularExpressionValidator(
        QRegularExpression(QStringLiteral("[0-9]{1,18}")), m_seed));
    m_seed->setToolTip(tr("The same seed, data and settings give the same result"));
    const auto add = [&](const QString& name, QWidget* editor, QWidget* below) {
        auto* const group = new QVBoxLayout;
        group->setSpacing(step);
        QLabel* const reason = addChoice(group, name, editor);
        group->addWidget(reason);
        if (below != nullptr)
            group->addWidget(below);
        layout->addLayout(group);
        return reason;
    };
    m_backboneReason = add(tr("Backbone"), m_backbone, m_missing);
    m_backboneReason->setObjectName(QStringLiteral("backboneReason"));
    m_regimeReason = add(tr("Regime"), m_regime, nullptr);
    m_epochsReason = add(tr("Epochs"), m_epochs, nullptr);
    add(tr("Seed"), m_seed, nullptr)->setText(tr("Any number; another one shows how much is chance."));
}

void AdvicePanel::connectChoices()
{
    for (QWidget* editor : {static_cast<QWidget*>(m_backbone), static_cast<QWidget*>(m_regime),
                            static_cast<QWidget*>(m_epochs)})
        WheelGuard::watch(editor);
    connect(m_backbone, &BackboneCombo::chosen, this, &AdvicePanel::chooseBackbone);
    connect(m_missing, &MissingWeights::arrived, this, [this](const QString& name) {
        m_backbone->reload();
        Q_EMIT weightsChanged();
        if (m_backbone->name() == name)
            chooseBackbone(name);
    });
    connect(m_regime, &QComboBox::activated, this, [this](int index) {
        m_wishes.regime = index == 0 ? Regime::Frozen : Regime::FineTune;
        Q_EMIT wishesChanged();
    });
    connect(m_epochs, &QSpinBox::valueChanged, this, [this](int epochs) {
        m_wishes.epochs = epochs;
        Q_EMIT wishesChanged();
    });
    connect(m_seed, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_wishes.seed = text.toULongLong();
        Q_EMIT wishesChanged();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        reset();
        Q_EMIT wishesChanged();
    });
}

void AdvicePanel::reset()
{
    m_wishes = {};
    m_missing->setBackbone({});
    m_backbone->reload();
}

void AdvicePanel::chooseBackbone(const QString& name)
{
    const bool isThere = name == QStringLiteral("none") || hasBackboneWeights(name);
    m_missing->setBackbone(isThere ? QString() : name);
    if (!isThere) {
        m_backboneReason->setText(tr("Until its weights are here, the network below stays as it "
                                     "is."));
        return;
    }
    m_wishes.backbone = name;
    if (name == QStringLiteral("none"))
        m_wishes.regime.reset(); // There is nothing to freeze.
    Q_EMIT wishesChanged();
}

void AdvicePanel::showBusy()
{
    m_status->setText(tr("Looking at the data …"));
    m_status->show();
    m_body->hide();
    m_reset->hide();
}

void AdvicePanel::showProblem(const QString& sentence)
{
    m_status->setText(sentence);
    m_status->show();
    m_reset->setVisible(m_wishes.backbone || m_wishes.regime || m_wishes.epochs);
}

void AdvicePanel::showAdvice(const Advice& advice)
{
    m_status->hide();
    m_body->show();
    const BackboneBlock* const backbone = labelwright::find<BackboneBlock>(advice.spec);
    if (m_missing->isHidden())
        m_backbone->setName(backbone != nullptr ? backbone->name : QStringLiteral("none"));
    const QSignalBlocker blocker(m_epochs);
    if (m_epochs->value() != advice.settings.epochs)
        m_epochs->setValue(advice.settings.epochs);
    if (!m_seed->hasFocus())
        m_seed->setText(QString::number(advice.settings.seed));
    m_regime->setEnabled(backbone != nullptr);
    m_regime->setCurrentIndex(advice.regime == Regime::Frozen ? 0 : 1);
    if (m_missing->isHidden())
        m_backboneReason->setText(sentenceOf(advice, "Backbone"));
    m_regimeReason->setText(backbone != nullptr ? sentenceOf(advice, "Regime")
                                                : tr("Without a backbone, all layers train."));
    m_epochsReason->setText(sentenceOf(advice, "Epochs"));
    showEpochs(!headIsSolved(advice.spec));
    for (QLabel* reason : {m_backboneReason, m_regimeReason})
        reason->setVisible(!reason->text().isEmpty());
    m_reasons->setAdvice(advice);
    showWarnings(advice.warnings);
    m_reset->setVisible(m_wishes.backbone || m_wishes.regime || m_wishes.epochs);
}

void AdvicePanel::showEpochs(bool shown)
{
    for (QLabel* label : m_body->findChildren<QLabel*>())
        if (label->buddy() == m_epochs)
            label->setVisible(shown);
    m_epochs->setVisible(shown);
    m_epochsReason->setVisible(shown && !m_epochsReason->text().isEmpty());
}

void AdvicePanel::showWarnings(const QStringList& warnings)
{
    qDeleteAll(m_warnings->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    m_warnings->setVisible(!warnings.isEmpty());
    const int step = gridStep(this);
    for (const QString& warning : warnings) {
        auto* const row = new QWidget(m_warnings);
        auto* const layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(2 * step);
        auto* const mark = new IconLabel(QStringLiteral("warning"), 4 * step, row);
        auto* const text = new QLabel(warning, row);
        text->setAccessibleName(tr("Warning: %1").arg(warning));
        text->setWordWrap(true);
        layout->addWidget(mark, 0, Qt::AlignTop);
        layout->addWidget(text, 1);
        m_warnings->layout()->addWidget(row);
    }
}

} // namespace labelwright
