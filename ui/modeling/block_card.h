#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QVBoxLayout;

namespace labelwright {

class IconLabel;

/// What a card of the network says.
struct BlockCardContent
{
    QString iconName;
    QString title;
    QString summary;
    QString shape;  ///< "1280×7×7"; empty while a problem hides it.
    QString cost;   ///< Lines: "2.2 M parameters", "0.6 G multiply-adds"; empty when there is none.
    bool isTied = false; ///< Its size follows the labels.
    QStringList problems; ///< Whole sentences.
};

/// One block of the network.
class BlockCard : public QFrame
{
    Q_OBJECT

public:
    explicit BlockCard(int index, QWidget* parent = nullptr);

    void setContent(const BlockCardContent& content);
    void setSelected(bool selected);
    [[nodiscard]] bool isSelected() const { return m_isSelected; }
    [[nodiscard]] int index() const { return m_index; }
    /// Text of all problems that are shown.
    [[nodiscard]] QString problemText() const;

    /// Below title and summary: the input's preview.
    void addBelow(QWidget* widget);
    /// At the card's foot, for the selected card.
    void setTools(QWidget* tools);

Q_SIGNALS:
    void clicked(int index);
    void activated(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void colorProblem();
    void buildHead();

    int m_index;
    bool m_isSelected = false;
    bool m_hasProblem = false;
    QVBoxLayout* m_layout;
    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_title;
    IconLabel* m_lock;
    QLabel* m_summary;
    QLabel* m_shape;
    QLabel* m_cost;
    QWidget* m_problemRow;
    QLabel* m_problem;
};

} // namespace labelwright
