#pragma once

#include <QColor>
#include <QPointF>
#include <QString>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace labelwright {

struct Dialogs;

enum class AxisScale { Linear, Logarithmic };
enum class LineLook { Solid, Dashed, Faint };

/// A curve.
struct PlotSeries
{
    QString name;
    std::vector<QPointF> points; ///< x rising (but for ROC and PR, whose x may stand still).
    std::optional<QColor> color; ///< Nothing: by `place`, see seriesColor.
    LineLook look = LineLook::Solid;
    int place = -1; ///< Whose colour it takes; below 0: by its place among the curves.
};

struct PlotAxis
{
    QString title;
    std::optional<double> low;  ///< Nothing: by the data.
    std::optional<double> high; ///< Nothing: by the data.
    AxisScale scale = AxisScale::Linear;
    bool whole = false; ///< Ticks at whole numbers only: epochs.
    friend bool operator==(const PlotAxis&, const PlotAxis&) = default;
};

/// The one chart widget: several curves, axes, a vertical marker line, a dot that can be dragged, a
/// readout of all curves at the pointer, zoom by wheel and rectangle, a table twin with the same
/// numbers, export as PNG, SVG and CSV from its context menu. The x axis follows new data unless the
/// user has zoomed; a double click (or "Follow") returns. Points are thinned to at most 2,000 a
/// curve, keeping minima, maxima and the last point.
class ChartPanel : public QWidget
{
    Q_OBJECT

public:
    ChartPanel(const QString& title, const Dialogs& dialogs, QWidget* parent = nullptr);
    ~ChartPanel() override;

    void setAxes(const PlotAxis& x, const PlotAxis& y);

    /// Replaces all curves. Cheap enough to call on every frame.
    void setSeries(std::vector<PlotSeries> series);

    /// A vertical line with a word: the best epoch. Nothing hides it.
    void setMarkerLine(std::optional<double> x, const QString& word = {});

    /// A dot on the first curve; dragging it emits dotDragged with the nearest point's index.
    void setDot(std::optional<QPointF> dot);

    /// Small text under the title: "AUC 0.94".
    void setCaption(const QString& text);

    /// Shown instead of curves when there are none: "No positives in validation".
    void setEmptyText(const QString& text);

    [[nodiscard]] const std::vector<PlotSeries>& series() const;
    [[nodiscard]] std::optional<QPointF> dot() const;
    [[nodiscard]] QString caption() const;

    /// The logarithmic y axis, where all values shown are above 0; also in the menu.
    void setLogarithmicY(bool logarithmic);
    [[nodiscard]] bool isLogarithmicY() const;

    /// False while the user has zoomed.
    [[nodiscard]] bool isFollowing() const;
    void follow();

    /// Where a value is drawn, in this widget's coordinates.
    [[nodiscard]] QPoint positionOf(const QPointF& value) const;

    /// Same numbers as a table: a column of x, one per curve, as CSV.
    [[nodiscard]] QString toCsv() const;

Q_SIGNALS:
    /// Index into the first series' points.
    void dotDragged(int pointIndex);
    /// The dot was let go after a drag.
    void dotReleased();
    /// Double click on the dot.
    void dotReset();

private:
    void buildHeader(const QString& title);
    void buildMenu(const Dialogs& dialogs);
    void refresh();

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace labelwright
