#include "ui/modeling/backbone_combo.h"

#include "core/model/backbone_facts.h"
#include "core/nn/backbone_store.h"
#include "core/session/user_folders.h"
#include "ui/modeling/block_words.h"

#include <QSet>
#include <QSignalBlocker>

namespace labelwright {

BackboneCombo::BackboneCombo(None none, QWidget* parent)
    : QComboBox(parent)
    , m_none(none)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
    reload();
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT chosen(name()); });
}

void BackboneCombo::reload()
{
    const QSignalBlocker blocker(this);
    const QString before = name();
    QSet<QString> available;
    for (const BackboneWeights& weights : findBackbones(backboneFolders()))
        available.insert(weights.name);
    clear();
    for (const BackboneFacts& facts : allBackbones()) {
        const QString place = available.contains(facts.name)
                                  ? tr("on this machine")
                                  : tr("%1 to download").arg(bytesInWords(facts.downloadBytes));
        addItem(tr("%1 · %2 % · %3").arg(facts.title).arg(facts.imagenetTop1, 0, 'f', 1).arg(place),
                facts.name);
        setItemData(count() - 1,
                    tr("%1 % on ImageNet, %2 parameters, %3 multiply-adds per image of 224×224")
                        .arg(facts.imagenetTop1, 0, 'f', 1)
                        .arg(countInWords(facts.parameters), countInWords(facts.multiplyAdds)),
                    Qt::ToolTipRole);
    }
    if (m_none == None::Offered)
        addItem(tr("None: small residual network"), QStringLiteral("none"));
    setName(before);
}

void BackboneCombo::setName(const QString& name)
{
    const QSignalBlocker blocker(this);
    setCurrentIndex(findData(name));
}

} // namespace labelwright
