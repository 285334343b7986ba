#pragma once

#include "commands.h"
#include "random.h"
#include "victim.h"

#include <QTemporaryDir>

#include <map>

namespace dateline
{

/// What the shim is to do; see writeshim.c.
struct Fault
{
    qint64 at = 0;
    qint64 repeat = 1;
    QString kind = QStringLiteral("EIO");
};

/// What is done while it does so.
enum class Work : std::uint8_t { Editing, Migrating, Making };
inline constexpr int workCount = 3;

/// Does the same work over and over with the shim in its process, each time from the same files.
class Workshop
{
public:
    explicit Workshop(const Task &task);

    /// Does @p work with @p fault in a fresh folder. With @p mirror, the shim notes what a power cut would leave.
    [[nodiscard]] Ended run(Work work, const Fault &fault, bool mirror = false);
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("case.gpkg")); }
    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] QString mirror() const { return m_mirror->path(); }

    /// The steps that were in the case before the work.
    [[nodiscard]] const std::vector<StepSeen> &stepsBefore(Work work) const { return m_before.at(work); }
    /// How many calls the shim counts in @p work when nothing goes wrong.
    [[nodiscard]] qint64 calls(Work work) const { return m_calls.at(work); }

    /// Leaves the last run's folder where it is, to be looked at.
    void keepFolder() { m_folder->setAutoRemove(false); }

private:
    Task m_task;
    QTemporaryDir m_bases;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_mirror;
    std::map<Work, std::vector<StepSeen>> m_before;
    std::map<Work, qint64> m_calls;
};

/// One of @p count faults spread evenly over all that can be had from @p total.
[[nodiscard]] inline qint64 spread(qint64 index, qint64 count, qint64 total)
{
    return count >= total ? index : index * total / count;
}

} // namespace dateline
