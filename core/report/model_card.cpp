#include "core/report/model_card.h"

#include "core/base/subset.h"
#include "core/report/markup.h"

#include <QLocale>

namespace labelwright {

namespace {

/// Text that Markdown and HTML take literally, on one line.
QString plain(const QString& text)
{
    static const QString special = QStringLiteral("\\`*_[]|~");
    QString out;
    for (const QChar c : text.simplified()) {
        if (c == '<')
            out += QStringLiteral("&lt;");
        else if (c == '&')
            out += QStringLiteral("&amp;");
        else if (special.contains(c))
            out += QString('\\') + c;
        else
            out += c.category() == QChar::Other_Control ? QChar(QChar::ReplacementCharacter) : c;
    }
    return out;
}

QString withInterval(const ReportFigure& figure)
{
    QString text = figureText(figure.value);
    if (figure.value && figure.low && figure.high)
        text += QString(" (%1 – %2)").arg(figureText(figure.low), figureText(figure.high));
    return text;
}

QString line(const QString& name, const QString& value)
{
    return value.isEmpty() ? QString() : "- " + name + ": " + plain(value) + '\n';
}

QString sentence(const QString& text)
{
    return text.endsWith('.') ? text : text + '.';
}

QString modelPart(const ReportContents& contents)
{
    const ReportExperiment& experiment = contents.experiment;
    QString out = QStringLiteral("## Model\n\n");
    out += line("Checkpoint", experiment.checkpoint);
    for (const ReportSetting& setting : experiment.settings)
        out += line(plain(setting.name), setting.reason);
    if (experiment.trainingSeconds > 0)
        out += line("Training took", durationText(experiment.trainingSeconds));
    out += line("Device", experiment.device) + line("Precision in training", experiment.precision);
    out += line("Calibration", contents.calibration) + line("Thresholds", contents.thresholds);
    return out + '\n';
}

QString dataPart(const ReportDataset& dataset)
{
    QString out = QStringLiteral("## Data\n\n") + line("Dataset", dataset.name) +
                  line("Version", dataset.version) + line("Feature set", dataset.featureSet);
    if (dataset.labels.empty())
        return out + '\n';
    out +=
        QStringLiteral("\nPositives per label and subset:\n\n"
                       "| label | training | validation | test |\n| --- | ---: | ---: | ---: |\n");
    for (const SubsetRow& row : dataset.labels)
        out += QString("| %1 | %2 | %3 | %4 |\n")
                   .arg(plain(row.label), countText(row.positives[0]), countText(row.positives[1]),
                        countText(row.positives[2]));
    return out + QString("| *images* | %1 | %2 | %3 |\n\n")
                     .arg(countText(dataset.samples[0]), countText(dataset.samples[1]),
                          countText(dataset.samples[2]));
}

QString labelRow(const ReportLabel& label)
{
    return QString("| %1 | %2 | %3 | %4 | %5 | %6 | %7 | %8 |\n")
        .arg(plain(label.name), countText(label.positives), withInterval(label.averagePrecision),
             figureText(label.rocAuc.value), withInterval(label.precision),
             withInterval(label.recall), withInterval(label.f1), figureText(label.threshold));
}

QString figuresPart(const ReportContents& contents)
{
    QString out = QString("## Figures on the %1 subset\n\n")
                      .arg(contents.subset.isEmpty() ? QStringLiteral("test") : contents.subset);
    for (const ReportOverall& overall : contents.overall)
        out += line(plain(overall.name),
                    withInterval(overall.figure) +
                        (overall.note.isEmpty() ? QString() : ", " + overall.note));
    if (!contents.labels.empty())
        out +=
            QStringLiteral("\nIn brackets: 95 % bootstrap intervals.\n\n"
                           "| label | support | AP | AUC | precision | recall | F1 | threshold |\n"
                           "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    for (const ReportLabel& label : contents.labels)
        out += labelRow(label);
    return out + '\n';
}

/// Labels whose figures or thresholds cannot be relied on, with the reason.
QString weakLabels(const ReportContents& contents)
{
    QString out;
    for (const ReportLabel& label : contents.labels) {
        if (!label.averagePrecision.value)
            out += "- " + plain(label.name) + ": no figures, " +
                   plain(label.averagePrecision.reason) + ".\n";
        if (!label.note.isEmpty())
            out += "- " + plain(label.name) + ": " + plain(sentence(label.note)) + '\n';
    }
    return out;
}

QString usePart(const ReportContents& contents)
{
    return QStringLiteral(
               "## Intended use\n\n"
               "The model says for one image which of the labels above are present. Several can "
               "hold "
               "at once, and so can none. It is meant for images of the kind it was trained on.\n\n"
               "## Limits\n\n"
               "- The figures hold for images like those of the dataset. Other cameras, places or "
               "times can give other results: measure on your own images first.\n"
               "- A score is an estimate, not a certainty. Choose thresholds by what a false alarm "
               "and a miss cost you.\n"
               "- An image that shows none of the labels still gets scores.\n"
               "- Labels with few positives have wide intervals; their figures can be far off.\n"
               "- Decisions about people need more checks than this card holds.\n") +
           weakLabels(contents) + '\n';
}

} // namespace

QByteArray modelCard(const ReportContents& contents)
{
    QString out = "# Model card: " + plain(contents.title) + "\n\n" + modelPart(contents) +
                  dataPart(contents.dataset) + figuresPart(contents) + usePart(contents);
    if (contents.written.isValid())
        out += QString("Written %1%2.\n")
                   .arg(QLocale(QLocale::English)
                            .toString(contents.written, QStringLiteral("d MMMM yyyy")),
                        contents.program.isEmpty() ? QString() : " by " + plain(contents.program));
    return out.toUtf8();
}

} // namespace labelwright
