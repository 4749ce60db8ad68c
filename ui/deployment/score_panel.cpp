#include "ui/deployment/score_panel.h"

#include "ui/deployment/score_delegate.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace labelwright {

ScorePanel::ScorePanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ScoreModel(this))
    , m_list(new QListView(this))
    , m_summary(new QLabel(this))
{
    const int step = gridStep(this);
    m_list->setObjectName(QStringLiteral("scoreList"));
    m_list->setAccessibleName(tr("Scores of the labels"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ScoreDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_summary->setObjectName(QStringLiteral("scoreSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    auto* const order = new QComboBox(this);
    m_onlyWithScores = {order};
    order->setObjectName(QStringLiteral("scoreOrder"));
    order->setAccessibleName(tr("Order of the labels"));
    order->addItem(tr("Highest score first"));
    order->addItem(tr("Order of the labels"));
    auto* const top = new QHBoxLayout;
    top->addWidget(m_summary, 1);
    top->addWidget(order);
    auto* const legend = new QLabel(tr("The tick on a bar is the label's threshold: a score at or "
                                       "above it means present."), this);
    legend->setWordWrap(true);
    legend->setObjectName(QStringLiteral("scoreLegend"));
    setMuted(legend);
    m_onlyWithScores.append(legend);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(step);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(legend);
    connect(order, &QComboBox::currentIndexChanged, this, [this](int index) {
        setOrder(index == 0 ? ScoreOrder::ByScore : ScoreOrder::ByLabel);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ScorePanel::labelSelected);
    showControls();
}

void ScorePanel::showControls()
{
    for (QWidget* widget : m_onlyWithScores)
        widget->setVisible(m_model->rowCount() > 0);
}

void ScorePanel::setScores(std::vector<LabelScore> scores)
{
    const auto before = selectedLabel();
    const auto count = static_cast<int>(scores.size());
    m_model->setScores(std::move(scores));
    m_summary->setText(count == 0 ? QString()
                                  : tr("%1 of %n labels present", nullptr, count)
                                        .arg(m_model->presentCount()));
    showControls();
    select(before);
}

void ScorePanel::setProblem(const QString& sentence)
{
    m_model->setScores({});
    m_summary->setText(sentence);
    showControls();
}

std::optional<int> ScorePanel::selectedLabel() const
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return std::nullopt;
    return current.data(ScoreModel::LabelRole).toInt();
}

void ScorePanel::select(std::optional<int> label)
{
    const int row = label ? m_model->rowOfLabel(*label) : 0;
    m_list->setCurrentIndex(m_model->index(row < 0 ? 0 : row));
}

void ScorePanel::setOrder(ScoreOrder order)
{
    const auto before = selectedLabel();
    m_model->setOrder(order);
    select(before);
}

} // namespace labelwright
