#pragma once

#include "core/base/progress.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <mutex>

namespace labelwright::cli {

/// How results are written.
enum class Output {
    Text,
    Json, ///< One JSON document on stdout and nothing else there.
};

/// When a job's steps are told without a terminal.
enum class StepLines {
    TextOnly, ///< Not beside a JSON document.
    Always,
};

/// Writes to the terminal: results to stdout, everything else to stderr.
class Console
{
public:
    Console();

    void setOutput(Output output) { m_output = output; }
    [[nodiscard]] bool isJson() const { return m_output == Output::Json; }

    /// A line of the result; not in JSON mode.
    void line(const QString& text = {});

    /// The result as JSON; only in JSON mode.
    void json(const QJsonObject& document);

    /// A document on one line, for commands that go on telling; only in JSON mode.
    void jsonLine(const QJsonObject& document);

    /// Something worth knowing meanwhile, on stderr.
    void note(const QString& text);

    /// `error: …` on stderr, and with JSON output also {"error": …} on stdout.
    void error(const Error& error);

    /// Shows a job on stderr: on a terminal a bar with rate and time left, at most one update in
    /// 60 ms; elsewhere a line for each new step, at once.
    ProgressCallback progress(StepLines lines = StepLines::TextOnly);

    /// True when stderr is a terminal, so that there is a bar.
    [[nodiscard]] bool hasBar() const { return m_terminal; }

    /// Removes the bar before other output or at the end.
    void clearBar();

private:
    void show(const Progress& progress);
    void showBar(const Progress& progress);

    using Clock = std::chrono::steady_clock;
    Output m_output = Output::Text;
    bool m_terminal = false;
    bool m_barShown = false;
    QString m_step;
    Clock::time_point m_stepStart;
    Clock::time_point m_lastShown;
    std::mutex m_mutex;
};

/// "1:05" or "2:03:04" of a number of seconds.
QString clockText(double seconds);

} // namespace labelwright::cli
