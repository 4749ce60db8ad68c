#pragma once

#include "ui/modeling/block_words.h"
#include "ui/step_page.h"

#include <QScrollArea>

#include <vector>

class QToolButton;
class QVBoxLayout;

namespace labelwright {

class BlockCard;
class BlockJoint;
class ExperimentDocument;
class InputPreview;

/// The network as a column of blocks from the input to the target. One block is selected; arrow keys
/// go from block to block, Alt with them moves the block, Enter goes to its settings.
class NetworkView : public QScrollArea
{
    Q_OBJECT

public:
    NetworkView(const UiContext& context, ExperimentDocument& document, QWidget* parent = nullptr);

    void select(int index);
    [[nodiscard]] int selected() const { return m_selected; }
    [[nodiscard]] BlockCard* card(int index) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_cards.size()); }

Q_SIGNALS:
    void selectedChanged(int index);
    /// Its settings should get the focus.
    void activated(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void rebuild();
    void fill(int index);
    void buildTools();
    void updateTools();
    void act(int place);
    void move(int by);

    ExperimentDocument& m_document;
    QVBoxLayout* m_column;
    std::vector<BlockCard*> m_cards;
    std::vector<BlockJoint*> m_joints;
    InputPreview* m_preview;
    QWidget* m_tools;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    QToolButton* m_duplicate = nullptr;
    QToolButton* m_remove = nullptr;
    int m_selected = -1;
};

} // namespace labelwright
