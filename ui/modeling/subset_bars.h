#pragma once

#include <QWidget>

#include <array>

namespace labelwright {

/// Samples of training, validation and test as bars with counts and shares.
class SubsetBars : public QWidget
{
    Q_OBJECT

public:
    explicit SubsetBars(QWidget* parent = nullptr);

    /// Training, validation, test.
    void setCounts(const std::array<qint64, 3>& counts);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<qint64, 3> m_counts{};
};

} // namespace labelwright
