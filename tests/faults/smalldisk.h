#pragma once

#include <QString>
#include <QStringList>

namespace dateline
{

/// Gives this process mounts of its own, which nobody else sees. Call it before the process has a second thread.
///
/// @returns why the system does not let us; empty if it does.
[[nodiscard]] QString takeOwnMounts();

/// A file system in memory that holds so many bytes and no more, as long as this lives.
class SmallDisk
{
public:
    SmallDisk(QString folder, qint64 bytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isThere() const { return m_there; }
    void resize(qint64 bytes);
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }

private:
    QString m_folder;
    bool m_there = false;
};

/// Whether @p sentence tells a person of a full disk as it should: what, where, and what to do, in one sentence.
[[nodiscard]] bool tellsOfAFullDisk(const QString &sentence, const QString &path);

} // namespace dateline
