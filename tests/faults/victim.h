#pragma once

#include "examine.h"

#include <chrono>
#include <functional>

namespace dateline
{

/// What a process said before it ended.
struct Ended
{
    bool killed = false; ///< By us; else it ended by itself.
    int status = 0; ///< As waitpid() tells it.
    std::vector<StepSeen> acknowledged;
    QStringList errors; ///< “kind sentence”.
    QStringList notes;
    std::chrono::nanoseconds took{};
};

/// Tells the process that watches over this one what is done; each call is one write, so that a kill cuts none in two.
class Telling
{
public:
    explicit Telling(int pipe)
        : m_pipe(pipe)
    {
    }
    void acknowledge(const StepSeen &step) const;
    void error(const Error &error) const;
    void note(const QString &note) const;
    [[nodiscard]] int pipe() const { return m_pipe; }

private:
    void line(const QString &line) const;

    int m_pipe;
};

/// Runs @p work in a process of its own and kills it with SIGKILL after @p time, if it has not ended by then.
[[nodiscard]] Ended runAndKill(const std::function<int(const Telling &)> &work, std::chrono::nanoseconds time);

/// Reads what a process says through @p pipe until it has closed it or @p time is over.
/// @returns whether it has closed it.
bool listen(int pipe, Ended &ended, std::chrono::nanoseconds time);

/// Merges the case at @p mergeFirst into the open one, if there is one, does @p edits edits, and acknowledges every step that came back as done.
///
/// @returns the first error, after which it does no more.
[[nodiscard]] Result<void> editAndTell(Case &edited, std::uint64_t seed, int edits, const Telling &telling,
                                       const QString &mergeFirst = {});

} // namespace dateline
