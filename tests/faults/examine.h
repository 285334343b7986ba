#pragma once

#include "casefile/case.h"

namespace dateline
{

/// What a person's edit left in the history, as far as it can be told apart from others.
struct StepSeen
{
    std::int64_t step = 0;
    QString action;
    std::int64_t target = 0;
    QString label;

    friend bool operator==(const StepSeen &, const StepSeen &) = default;
};

[[nodiscard]] std::vector<StepSeen> stepsOf(const Case &opened, std::int64_t after);

/// What was found of a case after a fault.
struct Findings
{
    bool opens = false;
    std::vector<StepSeen> steps; ///< All that is in its history.
    std::size_t lost = 0; ///< How many of the acknowledged steps are not there.
    std::size_t more = 0; ///< How many are there that were not acknowledged.
    bool chainHolds = true;
    QStringList problems; ///< One sentence each, those above included; none is as it should be.
};

/// Opens the case at @p path, reads all of it, closes it, and then looks into the file itself: SQLite's own checks, the
/// references, the hash chain, the history against the rows, and the indexes of words and of places.
[[nodiscard]] Findings examine(const QString &path, const std::vector<StepSeen> &acknowledged);

/// The steps in the history of the case at @p path, which stays as it is: a copy of it is opened.
[[nodiscard]] std::vector<StepSeen> stepsIn(const QString &path);

/// Copies the case at @p from to @p to, where it may be changed.
void copyToWork(const QString &from, const QString &to);

/// Reads all that a window could show of @p opened.
/// @returns the errors that came up.
[[nodiscard]] std::vector<Error> readEverything(const Case &opened);

/// What SQLite and we find wrong inside the file at @p path, which nobody has open; it stays as it is.
[[nodiscard]] QStringList insideProblems(const QString &path, bool &chainHolds);

} // namespace dateline
