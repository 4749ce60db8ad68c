#pragma once

#include "core/model/advisor.h"
#include "ui/step_page.h"

#include <QFrame>

#include <optional>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace labelwright {

class BackboneCombo;
class MissingWeights;
class ReasonList;

/// What the advisor chose and why, each reason beside its setting; the main choices can be
/// corrected.
class AdvicePanel : public QFrame
{
    Q_OBJECT

public:
    explicit AdvicePanel(const UiContext& context, QWidget* parent = nullptr);

    /// Forgets what a person has corrected.
    void reset();
    void showBusy();
    void showProblem(const QString& sentence);
    void showAdvice(const Advice& advice);

    [[nodiscard]] const AdviceWishes& wishes() const { return m_wishes; }

Q_SIGNALS:
    /// A person corrected a choice.
    void wishesChanged();
    /// Other weights are on this machine than before.
    void weightsChanged();

private:
    void buildChoices(QVBoxLayout* layout);
    void connectChoices();
    QLabel* addChoice(QVBoxLayout* layout, const QString& name, QWidget* editor);
    void chooseBackbone(const QString& name);
    /// A solved head has no use for epochs.
    void showEpochs(bool shown);
    void showWarnings(const QStringList& warnings);

    AdviceWishes m_wishes;
    QLabel* m_status;
    QWidget* m_body;
    BackboneCombo* m_backbone;
    MissingWeights* m_missing;
    QComboBox* m_regime;
    QSpinBox* m_epochs;
    QLineEdit* m_seed;
    QLabel* m_backboneReason = nullptr;
    QLabel* m_regimeReason = nullptr;
    QLabel* m_epochsReason = nullptr;
    QWidget* m_warnings;
    ReasonList* m_reasons;
    QPushButton* m_reset;
};

} // namespace labelwright
