#pragma once

#include "ui/modeling/block_words.h"

#include <QWidget>

class QToolButton;

namespace labelwright {

/// The line between two blocks, with a button that adds a block there.
class BlockJoint : public QWidget
{
    Q_OBJECT

public:
    /// `place`: where a new block would stand.
    explicit BlockJoint(int place, QWidget* parent = nullptr);

    void setEditable(bool editable);

Q_SIGNALS:
    void addRequested(labelwright::BlockKind kind, int place);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* m_add;
};

} // namespace labelwright
