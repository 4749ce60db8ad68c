#include "ui/window_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace labelwright {

namespace {

struct Wording
{
    const char* pattern;
    const char* words; ///< %1 is the pattern's first group.
};

constexpr Wording wordings[] = {
    {"There are no weights of (\\S+) on this machine: get them with `labelwright-cli .*",
     QT_TRANSLATE_NOOP("labelwright", "There are no weights of %1 on this machine: get them at the "
                                      "backbone in Modeling, or choose another backbone.")},
    {"^Experiment \\d+ \\((.*)\\) .* with `labelwright-cli resume .*",
     QT_TRANSLATE_NOOP("labelwright", "%1 has no checkpoint yet: run it to the end of its first "
                                      "epoch, or choose another experiment.")},
    {"There is already a dataset (.*): choose another name with --dataset, or add to it with "
     "--into\\.",
     QT_TRANSLATE_NOOP("labelwright", "There is already a dataset %1: choose another name, or "
                                      "import into that one.")},
    {"All samples belong to a subset already; use --resplit to distribute them anew\\.",
     QT_TRANSLATE_NOOP("labelwright", "All images belong to a subset already; make a new split "
                                      "that distributes them anew.")},
};

} // namespace

QString inWindowWords(const QString& sentence)
{
    for (const Wording& wording : wordings) {
        const QRegularExpression pattern(QString::fromLatin1(wording.pattern),
                                         QRegularExpression::DotMatchesEverythingOption);
        if (const auto match = pattern.match(sentence); match.hasMatch())
            return QCoreApplication::translate("labelwright", wording.words)
                .replace(QStringLiteral("%1"), match.captured(1));
    }
    return sentence;
}

} // namespace labelwright
