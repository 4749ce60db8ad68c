#include "core/dataset/issue.h"

#include <array>

namespace labelwright {

namespace {

/// How a kind reads for one finding and for several.
struct Wording
{
    IssueKind kind;
    const char* one;
    const char* many;
};

constexpr std::array<Wording, 13> wordings{{
    {IssueKind::WrongCellCount, "1 row has another number of cells than the header.",
     "%1 rows have another number of cells than the header."},
    {IssueKind::NotBinary,
     "1 row has a label cell that is neither 1/0, true/false, yes/no nor blank.",
     "%1 rows have label cells that are neither 1/0, true/false, yes/no nor blank."},
    {IssueKind::MissingImage, "1 row names an image that is not there.",
     "%1 rows name an image that is not there."},
    {IssueKind::DuplicatePath, "1 row names an image that an earlier row has named.",
     "%1 rows name an image that an earlier row has named."},
    {IssueKind::UnreadableImage, "1 image cannot be read.", "%1 images cannot be read."},
    {IssueKind::UnknownSubset, "1 row names a subset other than training, validation and test.",
     "%1 rows name a subset other than training, validation and test."},
    {IssueKind::HealedSeparator, "1 path was written with \\ and was matched.",
     "%1 paths were written with \\ and were matched."},
    {IssueKind::HealedCase, "1 path differed in upper and lower case and was matched.",
     "%1 paths differed in upper and lower case and were matched."},
    {IssueKind::HealedUnicode, "1 path was in another Unicode form and was matched.",
     "%1 paths were in another Unicode form and were matched."},
    {IssueKind::HealedName, "1 image was found by its file name alone.",
     "%1 images were found by their file names alone."},
    {IssueKind::ImageWithoutRow, "1 image has no row and comes in unlabelled.",
     "%1 images have no row and come in unlabelled."},
    {IssueKind::SameImage, "1 file is byte-identical to another and became one sample with it.",
     "%1 files are byte-identical to others and became one sample with them."},
    {IssueKind::RepeatedColumn, "1 column has the name of an earlier one and is left out.",
     "%1 columns have the name of an earlier one and are left out."},
}};

} // namespace

bool isRejection(IssueKind kind)
{
    return kind <= IssueKind::UnreadableImage;
}

QString issueText(IssueKind kind, qint64 count)
{
    for (const Wording& wording : wordings)
        if (wording.kind == kind)
            return count == 1 ? QString::fromLatin1(wording.one)
                              : QString::fromLatin1(wording.many).arg(count);
    return {};
}

QString placesInWords(const Issue& issue, qsizetype most)
{
    QStringList places;
    for (const qint64 row : issue.rows)
        if (row > 0 && places.size() <= most)
            places.append(QString::number(row));
    const bool areRows = !places.isEmpty();
    if (!areRows)
        places = issue.names.mid(0, most + 1);
    const QString kind = !areRows ? QString() : places.size() == 1 ? "row " : "rows ";
    if (places.size() > most)
        places.back() = QStringLiteral("…");
    return kind + places.join(QStringLiteral(", "));
}

QString rejectionsInWords(const std::vector<Issue>& issues)
{
    constexpr qsizetype mostPlaces = 50;
    QStringList parts;
    for (const Issue& issue : issues) {
        if (!isRejection(issue.kind))
            continue;
        const QString places = placesInWords(issue, mostPlaces);
        const QString text = issue.text.endsWith(u'.') ? issue.text.chopped(1) : issue.text;
        parts.append(places.isEmpty() ? text : text + " (" + places + ')');
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace labelwright
