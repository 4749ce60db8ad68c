#pragma once

#include "core/dataset/sample_query.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QScrollArea;

namespace labelwright {

class LabelChip;

/// Above the samples: a text field for a filter, a choice of subset and one chip per label. Both only
/// edit the text, so that what is shown is always what stands there.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent = nullptr);

    void setLabels(const QStringList& labels);
    void setText(const QString& text);
    [[nodiscard]] QString text() const;
    [[nodiscard]] const SampleQuery& query() const { return m_query; }

    /// "312 of 4,120".
    void setCount(qint64 shown, qint64 all);
    /// One sentence in place of the count.
    void setError(const QString& sentence);

    /// Buttons right of the field.
    void addButton(QWidget* button);
    void focusField();

Q_SIGNALS:
    /// The text was edited and can be read.
    void queryChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Leaves room for the chips' scroll bar where it is needed.
    void fitChips();
    void readText();
    void write(const SampleQuery& query);
    void showState();
    [[nodiscard]] QWidget* makeChips();

    SampleQuery m_query;
    QLineEdit* m_field;
    QComboBox* m_subset;
    QLabel* m_count;
    QLabel* m_error;
    QHBoxLayout* m_top;
    QHBoxLayout* m_chipLayout;
    QScrollArea* m_chipArea;
    std::vector<LabelChip*> m_chips;
};

} // namespace labelwright
