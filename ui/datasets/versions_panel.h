#pragma once

#include "ui/datasets/dataset_history.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace labelwright {

/// The versions of a dataset: which experiment stands on which, and what changed since.
class VersionsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit VersionsPanel(QWidget* parent = nullptr);

    void setVersions(const std::vector<VersionFacts>& versions);

private:
    [[nodiscard]] QWidget* makeCard(const VersionFacts& facts);

    QLabel* m_none;
    QWidget* m_cards = nullptr;
    QVBoxLayout* m_layout;
};

} // namespace labelwright
