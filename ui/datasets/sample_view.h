#pragma once

#include "core/session/job_runner.h"
#include "ui/datasets/dataset_contents.h"
#include "ui/datasets/thumbnail_painter.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QAbstractItemView;
class QListView;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace labelwright {

class FilterBar;
class HistogramHeader;
class SampleTableModel;
class Workspace;

/// The samples of a dataset as a table or a gallery, below a filter bar. Filtering and sorting go on
/// in the background; the newest question wins.
class SampleView : public QWidget
{
    Q_OBJECT

public:
    explicit SampleView(Workspace& workspace, QWidget* parent = nullptr);

    /// The filter, the current sample and the place stay when the contents are a later state of the
    /// same dataset.
    void setContents(const ContentsPointer& contents);

    [[nodiscard]] const SampleTableModel& model() const { return *m_model; }
    [[nodiscard]] FilterBar& filter() { return *m_filter; }

    /// Table or gallery.
    void showGallery(bool gallery);
    [[nodiscard]] bool isGallery() const { return m_isGallery; }

Q_SIGNALS:
    /// The sample in front, as index into the contents; nothing when none is.
    void currentChanged(std::optional<std::size_t> row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    void buildGallery();
    void buildToggle();
    void connectSelection();
    /// What stands in place of the samples when the filter finds none.
    void buildNothing();
    void showFront();
    void layOutColumns();
    /// Names take the width that is left.
    void stretchNames();
    /// Asks for the rows of the filter and the order.
    void arrange();
    void showRows(std::vector<std::uint32_t> rows);
    void askForThumbnails();
    [[nodiscard]] QAbstractItemView* frontView() const;
    [[nodiscard]] std::pair<int, int> visibleRows() const;
    void makeCurrent(int row);
    /// Keeps what is in sight through the next `showRows`.
    void keepPlace();
    void restorePlace();

    Workspace& m_workspace;
    ThumbnailPainter m_painter;
    SampleTableModel* m_model;
    FilterBar* m_filter;
    QStackedWidget* m_stack;
    QTableView* m_table = nullptr;
    HistogramHeader* m_header = nullptr;
    QListView* m_gallery = nullptr;
    QWidget* m_nothing = nullptr;
    QToolButton* m_toggle = nullptr;
    bool m_isGallery = false;
    QTimer m_thumbnailTimer;
    SampleOrder m_order;
    SampleId m_current;
    std::optional<int> m_keptPlace; ///< Of the scroll bar, while newer contents are arranged.
    JobId m_job = 0;
    int m_question = 0; ///< Counts questions, so that a late answer is known as such.
};

} // namespace labelwright
