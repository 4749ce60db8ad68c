#include "ui/datasets/sample_delegates.h"

#include "core/base/annotation.h"
#include "ui/datasets/sample_table_model.h"
#include "ui/datasets/thumbnail_painter.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace labelwright {

namespace {

bool isSelected(const QStyleOptionViewItem& option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

ImageState imageState(const QModelIndex& index)
{
    return index.data(SampleTableModel::BrokenRole).toBool() ? ImageState::Broken
                                                            : ImageState::Usable;
}

SampleId sampleOf(const QModelIndex& index)
{
    return {index.data(SampleTableModel::SampleIdRole).toLongLong()};
}

void paintGround(QPainter& painter, const QStyleOptionViewItem& option)
{
    const Colors colors = colorsOf(option.palette);
    if (isSelected(option))
        painter.fillRect(option.rect, colors.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
}

/// A tick, a cross or a dot: the shape tells the state, the colour only supports it.
void paintMark(QPainter& painter, const QRect& area, Annotation state, const Colors& colors,
               double side)
{
    const QPointF c = QRectF(area).center();
    painter.setRenderHint(QPainter::Antialiasing);
    if (state == Annotation::Unknown) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.muted);
        painter.drawEllipse(c, side * 0.12, side * 0.12);
        return;
    }
    QPainterPath path;
    const bool present = state == Annotation::Present;
    if (present) {
        path.moveTo(c + QPointF(-0.42, 0.02) * side);
        path.lineTo(c + QPointF(-0.12, 0.34) * side);
        path.lineTo(c + QPointF(0.44, -0.34) * side);
    } else {
        path.moveTo(c + QPointF(-0.26, -0.26) * side);
        path.lineTo(c + QPointF(0.26, 0.26) * side);
        path.moveTo(c + QPointF(0.26, -0.26) * side);
        path.lineTo(c + QPointF(-0.26, 0.26) * side);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(present ? colors.present : colors.absent, side * (present ? 0.18 : 0.1),
                        Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

QColor textColor(const QStyleOptionViewItem& option)
{
    return option.palette.color(QPalette::Text);
}

Qt::TextElideMode elideOf(ColumnKind kind)
{
    return kind == ColumnKind::Name ? Qt::ElideMiddle : Qt::ElideRight;
}

/// Tiles show at most this many names of labels.
QString presentLabels(const SampleTableModel& model, int row)
{
    const DatasetContents& contents = *model.contents();
    const auto states = contents.snapshot.annotations.row(model.sampleRow(row));
    QStringList names;
    for (std::size_t i = 0; i < states.size() && names.size() < 12; ++i)
        if (states[i] == Annotation::Present)
            names.append(contents.labels[static_cast<qsizetype>(i)]);
    return names.join(QStringLiteral(", "));
}

} // namespace

SampleCellDelegate::SampleCellDelegate(ThumbnailPainter& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent), m_thumbnails(thumbnails)
{}

void SampleCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const auto* const model = qobject_cast<const SampleTableModel*>(index.model());
    if (model == nullptr)
        return;
    const ColumnKind kind = model->column(index.column()).kind;
    const Colors colors = colorsOf(option.palette);
    const int step = gridStep(option.widget);
    painter->save();
    paintGround(*painter, option);
    if (kind == ColumnKind::Image) {
        m_thumbnails.paint(*painter, option.rect.adjusted(step / 2, step / 2, -step / 2, -step / 2),
                           sampleOf(index), imageState(index), option.palette);
    } else if (kind == ColumnKind::Label) {
        const auto state =
            static_cast<Annotation>(index.data(SampleTableModel::AnnotationRole).toInt());
        paintMark(*painter, option.rect, state, colors, 3.0 * step);
    } else {
        const bool bad = kind == ColumnKind::Problem;
        painter->setPen(bad ? colors.bad : textColor(option));
        const QRect area = option.rect.adjusted(2 * step, 0, -step, 0);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), elideOf(kind),
                                                        area.width()));
    }
    painter->restore();
}

SampleTileDelegate::SampleTileDelegate(ThumbnailPainter& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent), m_thumbnails(thumbnails)
{}

QSize SampleTileDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return tileSize(option.widget);
}

void SampleTileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const auto* const model = qobject_cast<const SampleTableModel*>(index.model());
    if (model == nullptr)
        return;
    const Colors colors = colorsOf(option.palette);
    const int step = gridStep(option.widget);
    const int line = option.fontMetrics.height();
    const QRect tile = option.rect.adjusted(step, step, -step, -step);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected(option) || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setBrush(isSelected(option) ? colors.accentSoft
                                             : option.palette.color(QPalette::AlternateBase));
        painter->setPen(isSelected(option) ? QPen(colors.accent, 1.5) : QPen(Qt::NoPen));
        painter->drawRoundedRect(QRectF(tile).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const QRect inner = tile.adjusted(step, step, -step, -step);
    m_thumbnails.paint(*painter, inner.adjusted(0, 0, 0, -2 * line - step), sampleOf(index),
                       imageState(index), option.palette);
    const QRect name(inner.left(), inner.bottom() - 2 * line, inner.width(), line);
    painter->setPen(textColor(option));
    const QString fileName = index.data().toString().section(u'/', -1);
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(fileName, Qt::ElideMiddle, name.width()));
    painter->setPen(colors.muted);
    painter->drawText(name.translated(0, line), Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(presentLabels(*model, index.row()),
                                                    Qt::ElideRight, name.width()));
    painter->restore();
}

QSize tileSize(const QWidget* widget)
{
    const int step = gridStep(widget);
    const int side = 40 * step;
    return {side + 4 * step, side + 5 * step + 2 * QFontMetrics(widget->font()).height()};
}

} // namespace labelwright
