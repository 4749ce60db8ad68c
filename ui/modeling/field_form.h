#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

#include <cstdint>
#include <functional>
#include <vector>

class QGridLayout;
class QLabel;

namespace labelwright {

/// How a setting is called and explained.
struct FieldWords
{
    QString name;      ///< "Learning rate".
    QString tip;       ///< What it does, one sentence.
    QString id;        ///< Object name of its editor.
    std::function<QString()> reason{}; ///< Why the advisor chose its value, as things are now.
    QString suffix{};  ///< " px"; may be empty.
    QString zeroText{}; ///< Shown for 0: "Off"; may be empty.
};

/// Where a setting's value comes from and goes to.
template <class T>
struct FieldAccess
{
    std::function<T()> get;
    std::function<void(T)> set;
};

/// Settings below each other: label, editor, reason. Values are read by `refresh` and written when a
/// person changes them.
class FieldForm : public QWidget
{
    Q_OBJECT

public:
    explicit FieldForm(QWidget* parent = nullptr);

    void addHeading(const QString& text, const std::function<QString()>& reason = {});
    void addNote(const QString& text, const QString& iconName = {});
    void addWhole(const FieldWords& words, int least, int most, FieldAccess<int> access, int step = 1);
    void addNumber(const FieldWords& words, double least, double most, int decimals,
                   FieldAccess<double> access);
    /// Shown and edited in per cent; `least` and `most` are shares.
    void addShare(const FieldWords& words, double least, double most, FieldAccess<double> access);
    /// A number over many decades, (0, most].
    void addRate(const FieldWords& words, double most, FieldAccess<double> access);
    void addSeed(const FieldWords& words, FieldAccess<std::uint64_t> access);
    void addFlag(const FieldWords& words, FieldAccess<bool> access);
    /// The value is the choice's place.
    void addChoice(const FieldWords& words, const QStringList& choices, FieldAccess<int> access);
    /// A value that is not edited: "7 = labels".
    void addFixed(const FieldWords& words, const QString& value, const QString& iconName);
    /// Any other widget over the whole width.
    void addWidget(QWidget* widget);

    /// Reads all values anew without writing any.
    void refresh();
    /// Editors that have no effect are shown without taking values; `why` says so at each.
    void setWithoutEffect(const QStringList& ids, const QString& why);
    /// Editors can be read and copied from, not changed.
    void setReadOnly(bool readOnly);

private:
    void addRow(const FieldWords& words, QWidget* editor);
    QLabel* addText(const QString& text);
    QLabel* addReason(const std::function<QString()>& reason);

    QGridLayout* m_grid;
    std::vector<std::function<void()>> m_readers;
    std::vector<QWidget*> m_editors;
};

/// Makes one editor show its value without taking another, in the look that all locked fields have.
void setLocked(QWidget* editor, bool locked);

} // namespace labelwright
