#include "ui/widgets/chart_table.h"

#include "core/base/csv_cell.h"
#include "ui/style/theme.h"

#include <QAbstractTableModel>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace labelwright {

namespace {

QString numberText(double value)
{
    return QString::number(value, 'g', 8);
}

bool rises(const PlotSeries& series)
{
    return std::adjacent_find(series.points.begin(), series.points.end(),
                              [](const QPointF& a, const QPointF& b) { return !(b.x() > a.x()); })
           == series.points.end();
}

bool sharesX(const PlotSeries& a, const PlotSeries& b)
{
    return std::equal(a.points.begin(), a.points.end(), b.points.begin(), b.points.end(),
                      [](const QPointF& p, const QPointF& q) { return p.x() == q.x(); });
}

ChartTable sideBySide(const std::vector<PlotSeries>& series, ChartTable table)
{
    for (std::size_t row = 0; row < series.front().points.size(); ++row) {
        QStringList cells{numberText(series.front().points[row].x())};
        for (const PlotSeries& curve : series)
            cells.append(numberText(curve.points[row].y()));
        table.rows.push_back(cells);
    }
    return table;
}

ChartTable merged(const std::vector<PlotSeries>& series, ChartTable table)
{
    std::map<double, QStringList> rows;
    for (std::size_t i = 0; i < series.size(); ++i)
        for (const QPointF& point : series[i].points) {
            QStringList& cells = rows[point.x()];
            if (cells.isEmpty())
                cells.resize(static_cast<qsizetype>(series.size()));
            cells[static_cast<qsizetype>(i)] = numberText(point.y());
        }
    for (auto& [x, cells] : rows) {
        cells.prepend(numberText(x));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

ChartTable below(const std::vector<PlotSeries>& series, const QString& xTitle,
                 const QString& yTitle)
{
    ChartTable table{{ChartPanel::tr("Curve"), xTitle, yTitle}, {}};
    for (const PlotSeries& curve : series)
        for (const QPointF& point : curve.points)
            table.rows.push_back({curve.name, numberText(point.x()), numberText(point.y())});
    return table;
}

class ChartTableModel : public QAbstractTableModel
{
public:
    ChartTableModel(ChartTable table, QObject* parent)
        : QAbstractTableModel(parent)
        , m_table(std::move(table))
    {
    }

    int rowCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
    }

    int columnCount(const QModelIndex& parent) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_table.columns.size());
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role == Qt::DisplayRole)
            return m_table.rows[static_cast<std::size_t>(index.row())].at(index.column());
        return role == Qt::TextAlignmentRole ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                             : QVariant();
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return orientation == Qt::Horizontal ? QVariant(m_table.columns.at(section))
                                             : QVariant(section + 1);
    }

private:
    ChartTable m_table;
};

} // namespace

ChartTable tableOf(const std::vector<PlotSeries>& series, const QString& xTitle,
                   const QString& yTitle)
{
    ChartTable table{{xTitle}, {}};
    for (const PlotSeries& curve : series)
        table.columns.append(curve.name);
    if (series.empty())
        return table;
    if (std::all_of(series.begin(), series.end(),
                    [&](const PlotSeries& curve) { return sharesX(series.front(), curve); }))
        return sideBySide(series, std::move(table));
    if (std::all_of(series.begin(), series.end(), rises))
        return merged(series, std::move(table));
    return below(series, xTitle, yTitle);
}

QString csvOf(const ChartTable& table)
{
    const auto line = [](const QStringList& cells) {
        QStringList written;
        for (const QString& cell : cells) {
            bool isNumber = false;
            cell.toDouble(&isNumber);
            written.append(QString::fromUtf8(
                csvCell(cell, isNumber ? FormulaGuard::Off : FormulaGuard::On)));
        }
        return written.join(',') + QStringLiteral("\r\n");
    };
    QString text = line(table.columns);
    for (const QStringList& row : table.rows)
        text += line(row);
    return text;
}

void showChartTable(QWidget* parent, const QString& title, const ChartTable& table)
{
    auto* const dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("chartTable"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* const view = new QTableView(dialog);
    view->setAccessibleName(ChartPanel::tr("Numbers of the chart"));
    view->setModel(new ChartTableModel(table, view));
    view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* const layout = new QVBoxLayout(dialog);
    layout->addWidget(view);
    layout->addWidget(buttons);
    const int step = gridStep(dialog);
    dialog->resize(120 * step, 120 * step);
    dialog->show();
}

} // namespace labelwright
