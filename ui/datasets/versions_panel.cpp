#include "ui/datasets/versions_panel.h"

#include "ui/datasets/dataset_words.h"
#include "ui/style/theme.h"

#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace labelwright {

VersionsPanel::VersionsPanel(QWidget* parent) : QWidget(parent), m_none(new QLabel(this))
{
    const int step = gridStep(this);
    auto* const text = new QLabel(
        tr("A version is the state of labels and subsets that an experiment was made with. It is "
           "kept by itself; later answers never change it."),
        this);
    text->setWordWrap(true);
    setMuted(text);
    m_none->setText(tr("No version yet: the first experiment makes one."));
    m_none->setWordWrap(true);
    m_none->setObjectName(QStringLiteral("noVersions"));
    auto* const host = new QWidget(this);
    m_layout = new QVBoxLayout(host);
    m_layout->setContentsMargins(0, 0, step, 0);
    m_layout->addWidget(m_none);
    m_layout->addStretch();
    auto* const scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("versionList"));
    scroll->setAccessibleName(tr("Versions"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(host);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * step, 0, 0);
    layout->setSpacing(2 * step);
    layout->addWidget(text);
    layout->addWidget(scroll, 1);
}

QWidget* VersionsPanel::makeCard(const VersionFacts& facts)
{
    const int step = gridStep(this);
    auto* const card = new QFrame(m_cards);
    setCard(card);
    auto* const layout = new QVBoxLayout(card);
    layout->setContentsMargins(3 * step, 2 * step, 3 * step, 2 * step);
    layout->setSpacing(step / 2);
    auto* const title = new QLabel(tr("Version %1 · %2")
                                       .arg(facts.number)
                                       .arg(ageInWords(facts.version.created)),
                                   card);
    setHeading(title, 3);
    title->setToolTip(QLocale().toString(facts.version.created.toLocalTime()));
    layout->addWidget(title);
    const auto addLine = [&](const QString& text) {
        auto* const line = new QLabel(text, card);
        line->setWordWrap(true);
        line->setTextFormat(Qt::PlainText);
        layout->addWidget(line);
        return line;
    };
    addLine(facts.experiments.isEmpty()
                ? tr("Used by no experiment")
                : tr("Used by %1").arg(facts.experiments.join(QStringLiteral(", "))));
    addLine(tr("Changed since: %1").arg(inWords(facts.since)));
    setMuted(addLine(ruleInWords(facts.version.subsetRules)));
    return card;
}

void VersionsPanel::setVersions(const std::vector<VersionFacts>& versions)
{
    delete m_cards;
    m_cards = new QWidget(this);
    auto* const cards = new QVBoxLayout(m_cards);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(2 * gridStep(this));
    for (const VersionFacts& facts : versions)
        cards->addWidget(makeCard(facts));
    m_none->setVisible(versions.empty());
    m_layout->insertWidget(1, m_cards);
}

} // namespace labelwright
