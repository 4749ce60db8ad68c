#include "ui/evaluation/evaluation_exports.h"

#include "core/base/atomic_file.h"
#include "core/report/csv_table.h"
#include "core/report/html_report.h"
#include "core/session/report_figures.h"
#include "core/session/report_job.h"
#include "core/session/workspace.h"
#include "ui/evaluation/evaluation_page.h"
#include "ui/widgets/message_bar.h"

#include <QFileInfo>

#include <utility>

namespace labelwright {

namespace {

using Write = std::function<Result<QByteArray>(const Project&, const Evaluation&,
                                               const ProgressCallback&, std::stop_token)>;

void writeInBackground(const UiContext& context, StepPage& page, const ExportSubject& subject,
                       const QString& title, const QString& path, const Write& write)
{
    context.workspace.run<QString>(
        title, &page,
        [subject, path, write](Project& project, const ProgressCallback& progress,
                               std::stop_token stop) -> Result<QString> {
            const auto evaluation = evaluateCheckpoint(project, subject.checkpoint, subject.subset,
                                                       TruthFrom::Version, progress, stop);
            if (!evaluation)
                return failureOf(evaluation);
            const auto content = write(project, *evaluation, progress, std::move(stop));
            if (!content)
                return failureOf(content);
            if (const auto written = writeFileAtomically(path, *content); !written)
                return failureOf(written);
            return path;
        },
        [&page](const Result<QString>& written) {
            if (page.accept(written))
                page.messages().show(MessageKind::Success,
                                     EvaluationPage::tr("Wrote %1").arg(*written));
        });
}

QString askPath(const UiContext& context, StepPage& page, const QString& title,
                const QString& filter, const QString& suggested)
{
    return context.dialogs.saveFile(&page, {title, filter, suggested});
}

} // namespace

void exportReport(const UiContext& context, StepPage& page, const ExportSubject& subject)
{
    const QString path = askPath(context, page, EvaluationPage::tr("Save the report"),
                                 EvaluationPage::tr("Web page (*.html)"), subject.name + ".html");
    if (path.isEmpty())
        return;
    writeInBackground(context, page, subject, EvaluationPage::tr("Writing the report"), path,
                      [](const Project& project, const Evaluation& evaluation,
                         const ProgressCallback& progress,
                         std::stop_token stop) -> Result<QByteArray> {
                          const auto contents = reportContents(project, evaluation, progress,
                                                               std::move(stop));
                          if (!contents)
                              return failureOf(contents);
                          return htmlReport(*contents);
                      });
}

void exportTable(const UiContext& context, StepPage& page, const ExportSubject& subject)
{
    const QString path = askPath(context, page, EvaluationPage::tr("Save the table of labels"),
                                 EvaluationPage::tr("Table (*.csv)"), subject.name + ".csv");
    if (path.isEmpty())
        return;
    writeInBackground(context, page, subject, EvaluationPage::tr("Writing the table"), path,
                      [](const Project&, const Evaluation& evaluation, const ProgressCallback&,
                         const std::stop_token&) -> Result<QByteArray> {
                          ReportContents contents;
                          addFigures(evaluation, contents);
                          return csvTable(contents.labels);
                      });
}

} // namespace labelwright
