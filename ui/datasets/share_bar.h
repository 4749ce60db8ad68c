#pragma once

#include <QWidget>

#include <array>

namespace labelwright {

/// One line in up to four parts: training, validation, test and no subset, each as wide as its
/// share. What the parts are stands in words beside it.
class ShareBar : public QWidget
{
    Q_OBJECT

public:
    explicit ShareBar(QWidget* parent = nullptr);

    void setCounts(const std::array<qint64, 4>& counts);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<qint64, 4> m_counts{};
};

} // namespace labelwright
