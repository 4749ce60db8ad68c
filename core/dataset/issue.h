#pragma once

#include <QString>
#include <QStringList>
#include <QtGlobal>

#include <vector>

namespace labelwright {

/// What an import found. The kinds up to UnreadableImage keep a row out; the others only tell.
enum class IssueKind {
    WrongCellCount,  ///< The row has more or fewer cells than the header.
    NotBinary,       ///< A label's cell is neither 1/0, true/false, yes/no nor blank.
    MissingImage,    ///< No such image, or its cell is blank, or several fit it equally well.
    DuplicatePath,   ///< An earlier row names the same image.
    UnreadableImage, ///< The image has no bytes or cannot be decoded.
    UnknownSubset,   ///< The subset cell names no subset; the sample comes in without one.
    HealedSeparator, ///< `\` instead of `/`.
    HealedCase,      ///< Upper and lower case differ.
    HealedUnicode,   ///< Another Unicode form of the same letters.
    HealedName,      ///< Found by its file name, without folder or without extension.
    ImageWithoutRow, ///< An image that no row names: comes in with every label Unknown.
    SameImage,       ///< Byte-identical files: one sample that has the labels of all of them.
    RepeatedColumn,  ///< A column that is left out: an earlier one has the same name.
};

/// All findings of one kind.
struct Issue
{
    IssueKind kind = IssueKind::MissingImage;
    QString text; ///< One sentence with the count.
    qint64 count = 0;
    std::vector<qint64> rows; ///< Lines of the index, rising; empty where the source has no index.
    QStringList names;        ///< What the rows name, as written; the first 1,000.
    QStringList columns{};    ///< NotBinary only: the labels that have such cells.

    friend bool operator==(const Issue&, const Issue&) = default;
};

/// True for the kinds that keep a row out, and so for those that a strict import refuses.
bool isRejection(IssueKind kind);

/// The sentence for `count` findings of a kind, for example "3 rows name an image that is not
/// there."
QString issueText(IssueKind kind, qint64 count);

/// Where it was found: "row 4", "rows 4, 9, …" or, without rows, some of the names; at most `most`
/// of them, then "…". Empty when the issue has neither.
QString placesInWords(const Issue& issue, qsizetype most);

/// All that keeps rows out, with its places: "2 rows name an image that is not there (rows 4, 9);
/// 1 image cannot be read (row 7)". Empty when nothing does.
QString rejectionsInWords(const std::vector<Issue>& issues);

} // namespace labelwright
