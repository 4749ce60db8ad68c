#pragma once

#include <QAbstractButton>

namespace labelwright {

/// A field of the confusion matrix: a large number, what it means below, a ground that deepens with
/// its share of the row. Checkable.
class MatrixCell : public QAbstractButton
{
    Q_OBJECT

public:
    /// `right`: whether truth and prediction agree here.
    MatrixCell(const QString& meaning, bool right, QWidget* parent = nullptr);

    /// `share` of its row, [0, 1].
    void setValue(const QString& number, double share);
    [[nodiscard]] QString number() const { return m_number; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_meaning;
    QString m_number;
    double m_share = 0;
    bool m_right;
};

} // namespace labelwright
