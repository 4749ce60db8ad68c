#pragma once

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QPushButton;

namespace labelwright {

class CheckList;

/// "New feature set": a name and a choice among the labels, all of them ticked at first.
class FeatureSetDialog : public QDialog
{
    Q_OBJECT

public:
    FeatureSetDialog(const QStringList& labels, const QStringList& takenNames,
                     QWidget* parent = nullptr);

    [[nodiscard]] QString name() const;
    [[nodiscard]] QStringList labels() const;

private:
    void refresh();

    QStringList m_taken;
    QLineEdit* m_name;
    CheckList* m_labels;
    QLabel* m_problem;
    QPushButton* m_create;
};

} // namespace labelwright
