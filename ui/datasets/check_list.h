#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace labelwright {

/// Names to tick, with a search field, "All" and "None", which act on what the search shows.
class CheckList : public QWidget
{
    Q_OBJECT

public:
    /// `what` names the entries for screen readers and the search field: "labels".
    explicit CheckList(const QString& what, QWidget* parent = nullptr);

    void setNames(const QStringList& names, const QStringList& checked);
    [[nodiscard]] QStringList checked() const;

Q_SIGNALS:
    void changed();

private:
    void checkShown(Qt::CheckState state);
    void showMatches(const QString& text);
    void refreshCount();

    QLineEdit* m_search;
    QListWidget* m_list;
    QLabel* m_count;
};

} // namespace labelwright
