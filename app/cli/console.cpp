#include "app/cli/console.h"

#include <QJsonDocument>
#include <QLocale>

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace labelwright::cli {

namespace {

constexpr int barWidth = 24;

QString bar(double share)
{
    const int filled = static_cast<int>(share * barWidth);
    return QString(filled, QChar(u'█')) + QString(barWidth - filled, QChar(u'░'));
}

QString barText(const Progress& progress, double seconds)
{
    const QLocale locale = QLocale::c();
    if (progress.total <= 0)
        return progress.step + QStringLiteral(" …");
    const double share = std::min(1.0, static_cast<double>(progress.done)
                                           / static_cast<double>(progress.total));
    QString text = QStringLiteral("%1  %2  %3/%4")
                       .arg(progress.step, bar(share), locale.toString(progress.done),
                            locale.toString(progress.total));
    if (seconds > 0.5 && progress.done > 0) {
        const double rate = static_cast<double>(progress.done) / seconds;
        const double left = static_cast<double>(progress.total - progress.done) / rate;
        text += QStringLiteral("  %1/s  %2 left")
                    .arg(rate, 0, 'f', rate < 10 ? 1 : 0)
                    .arg(clockText(left));
    }
    return text;
}

} // namespace

QString clockText(double seconds)
{
    const auto total = static_cast<qint64>(std::llround(std::max(0.0, seconds)));
    const QString tail = QStringLiteral("%1:%2")
                             .arg(total / 60 % 60, total >= 3600 ? 2 : 1, 10, QChar('0'))
                             .arg(total % 60, 2, 10, QChar('0'));
    return total >= 3600 ? QStringLiteral("%1:%2").arg(total / 3600).arg(tail) : tail;
}

Console::Console() : m_terminal(isatty(STDERR_FILENO) == 1) {}

void Console::line(const QString& text)
{
    if (isJson())
        return;
    clearBar();
    std::fputs((text + '\n').toUtf8().constData(), stdout);
    std::fflush(stdout);
}

void Console::json(const QJsonObject& document)
{
    if (!isJson())
        return;
    clearBar();
    std::fputs(QJsonDocument(document).toJson(QJsonDocument::Indented).constData(), stdout);
    std::fflush(stdout);
}

void Console::jsonLine(const QJsonObject& document)
{
    if (!isJson())
        return;
    clearBar();
    std::fputs((QJsonDocument(document).toJson(QJsonDocument::Compact) + '\n').constData(), stdout);
    std::fflush(stdout);
}

void Console::note(const QString& text)
{
    clearBar();
    std::fputs((text + '\n').toUtf8().constData(), stderr);
}

void Console::error(const Error& error)
{
    clearBar();
    const QString sentence = error.summary.simplified();
    std::fputs((QStringLiteral("error: ") + sentence + '\n').toUtf8().constData(), stderr);
    QJsonObject document{{"error", sentence}};
    if (!error.detail.isEmpty())
        document.insert("detail", error.detail);
    json(document);
}

ProgressCallback Console::progress(StepLines lines)
{
    if (!m_terminal && isJson() && lines == StepLines::TextOnly)
        return {};
    return [this](const Progress& progress) { show(progress); };
}

void Console::clearBar()
{
    const std::lock_guard lock(m_mutex);
    if (m_barShown)
        std::fputs("\r\033[K", stderr);
    m_barShown = false;
}

void Console::show(const Progress& progress)
{
    const std::lock_guard lock(m_mutex);
    if (progress.step != m_step) {
        m_step = progress.step;
        m_stepStart = Clock::now();
        m_lastShown = {};
        if (!m_terminal)
            std::fputs((m_step + QStringLiteral(" …\n")).toUtf8().constData(), stderr);
    }
    if (m_terminal)
        showBar(progress);
}

/// `m_mutex` is held.
void Console::showBar(const Progress& progress)
{
    const auto now = Clock::now();
    const bool finished = progress.total > 0 && progress.done >= progress.total;
    if (!finished && now - m_lastShown < std::chrono::milliseconds(60))
        return;
    m_lastShown = now;
    const double seconds = std::chrono::duration<double>(now - m_stepStart).count();
    std::fputs(("\r" + barText(progress, seconds) + "\033[K").toUtf8().constData(), stderr);
    std::fflush(stderr);
    m_barShown = true;
}

} // namespace labelwright::cli
