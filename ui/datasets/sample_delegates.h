#pragma once

#include <QStyledItemDelegate>

namespace labelwright {

class ThumbnailPainter;

/// Draws a cell of the sample table: a thumbnail, a label's state as a mark, a subset as a chip, a
/// text elided in its middle where it is a path.
class SampleCellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    SampleCellDelegate(ThumbnailPainter& thumbnails, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    ThumbnailPainter& m_thumbnails;
};

/// Draws a sample of the gallery: its picture, its name, and the labels it has.
class SampleTileDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    SampleTileDelegate(ThumbnailPainter& thumbnails, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

private:
    ThumbnailPainter& m_thumbnails;
};

/// Size of one tile for a widget's font.
QSize tileSize(const QWidget* widget);

} // namespace labelwright
