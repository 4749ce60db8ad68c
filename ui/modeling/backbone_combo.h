#pragma once

#include <QComboBox>

namespace labelwright {

/// All backbones with accuracy, size and whether their weights are on this machine; first "none"
/// where wanted.
class BackboneCombo : public QComboBox
{
    Q_OBJECT

public:
    enum class None { Offered, Left };

    explicit BackboneCombo(None none, QWidget* parent = nullptr);

    /// Fills the list anew: weights may have come. Keeps the choice; tells nobody.
    void reload();

    /// torchvision's name, or "none".
    [[nodiscard]] QString name() const { return currentData().toString(); }
    /// Tells nobody.
    void setName(const QString& name);

Q_SIGNALS:
    /// A person chose.
    void chosen(const QString& name);

private:
    None m_none;
};

} // namespace labelwright
