#pragma once

#include "base/result.h"

#include <memory>

namespace dateline
{

/// The right to write to a case, which one process has at a time: a lock on a file beside the case.
///
/// The system lets go of the lock when the process ends, however it ends; the file may stay behind then, and counts
/// for nothing on this computer. It names its process as QLockFile does, so that either sees the other.
class WritersLock
{
public:
    /// Takes the lock of the case at @p path.
    ///
    /// Errors: Unwritable, with a sentence that holds %1 for what to call the case.
    [[nodiscard]] static Result<std::unique_ptr<WritersLock>> take(const QString &path);
    ~WritersLock();
    WritersLock(const WritersLock &) = delete;
    WritersLock &operator=(const WritersLock &) = delete;

private:
    explicit WritersLock(QByteArray name, int file)
        : m_name(std::move(name))
        , m_file(file)
    {
    }
    [[nodiscard]] bool isStillThere() const; ///< The name may have been taken from the file before we locked it.
    [[nodiscard]] QString otherComputer() const; ///< Which holds the lock, or did when it stopped; empty if none.
    [[nodiscard]] bool signs() const;

    QByteArray m_name;
    int m_file = -1;
    bool m_taken = false;
};

} // namespace dateline
