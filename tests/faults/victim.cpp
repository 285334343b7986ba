#include "victim.h"

#include "casefile/merge.h"
#include "editscript.h"

#include <csignal>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dateline
{

namespace
{

using Stopwatch = std::chrono::steady_clock;

void take(const QByteArray &line, Ended &ended)
{
    const QStringList parts = QString::fromUtf8(line).split(QLatin1Char('\t'));
    if (parts.size() == 5)
        ended.acknowledged.push_back({parts[1].toLongLong(), parts[2], parts[3].toLongLong(), parts[4]});
    else if (parts.size() == 2 && parts[0] == QLatin1StringView("error"))
        ended.errors.append(parts[1]);
    else if (parts.size() == 2)
        ended.notes.append(parts[1]);
}

} // namespace

void Telling::line(const QString &line) const
{
    const QByteArray bytes = line.toUtf8() + '\n';
    if (::write(m_pipe, bytes.constData(), static_cast<std::size_t>(bytes.size())) != bytes.size())
        ::_exit(99);
}

void Telling::acknowledge(const StepSeen &step) const
{
    line(QStringLiteral("step\t%1\t%2\t%3\t%4").arg(step.step).arg(step.action).arg(step.target).arg(step.label));
}

void Telling::error(const Error &error) const
{
    line(QStringLiteral("error\t%1 %2").arg(static_cast<int>(error.kind)).arg(error.message));
}

void Telling::note(const QString &note) const
{
    line(QStringLiteral("note\t") + note);
}

bool listen(int pipe, Ended &ended, std::chrono::nanoseconds time)
{
    const Stopwatch::time_point until = Stopwatch::now() + time;
    QByteArray heard;
    for (;;) {
        const auto left = std::max(until - Stopwatch::now(), Stopwatch::duration::zero());
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
        const timespec wait{seconds.count(), (left - seconds).count()};
        pollfd ready{pipe, POLLIN, 0};
        if (::ppoll(&ready, 1, &wait, nullptr) <= 0)
            return false;
        std::array<char, 65536> bytes{};
        const ssize_t got = ::read(pipe, bytes.data(), bytes.size());
        if (got <= 0)
            return true;
        heard.append(bytes.data(), got);
        for (qsizetype end = heard.indexOf('\n'); end >= 0; end = heard.indexOf('\n')) {
            take(heard.first(end), ended);
            heard.remove(0, end + 1);
        }
    }
}

Ended runAndKill(const std::function<int(const Telling &)> &work, std::chrono::nanoseconds time)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        qFatal("no pipe");
    const Stopwatch::time_point begin = Stopwatch::now();
    std::fflush(nullptr);
    const pid_t process = ::fork();
    if (process < 0)
        qFatal("no process");
    if (process == 0) {
        ::close(ends[0]);
        ::_exit(work(Telling(ends[1])));
    }
    ::close(ends[1]);
    Ended ended;
    if (!listen(ends[0], ended, time)) {
        ::kill(process, SIGKILL);
        // What it said before the kill counts.
        listen(ends[0], ended, std::chrono::seconds(60));
    }
    ::close(ends[0]);
    ::waitpid(process, &ended.status, 0);
    ended.killed = WIFSIGNALED(ended.status) && WTERMSIG(ended.status) == SIGKILL;
    ended.took = Stopwatch::now() - begin;
    return ended;
}

Result<void> editAndTell(Case &edited, std::uint64_t seed, int edits, const Telling &telling, const QString &mergeFirst)
{
    const std::vector<StepSeen> before = stepsOf(edited, 0);
    std::int64_t last = before.empty() ? 0 : before.back().step;
    const auto acknowledge = [&] {
        for (const StepSeen &step : stepsOf(edited, last)) {
            telling.acknowledge(step);
            last = step.step;
        }
    };
    if (!mergeFirst.isEmpty()) {
        const Result<Merged> merged = edited.merge(mergeFirst, {{}, MergeChoice::Theirs});
        if (!merged)
            return std::unexpected(merged.error());
        acknowledge();
    }
    EditScript script(edited, seed);
    for (int i = 0; i < edits; ++i) {
        const Result<Changed> changed = script.next();
        if (!changed && changed.error().kind != Error::Kind::NotFound)
            return std::unexpected(changed.error());
        acknowledge();
    }
    return {};
}

} // namespace dateline
