#include "smalldisk.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

namespace dateline
{

namespace
{

void writeTo(const char *path, const QByteArray &bytes)
{
    QFile file(QString::fromLatin1(path));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

struct Mount
{
    QByteArray point;
    bool shared = false;
};

std::vector<Mount> mounts()
{
    std::vector<Mount> mounts;
    QFile file(QStringLiteral("/proc/self/mountinfo"));
    if (!file.open(QIODevice::ReadOnly))
        return mounts;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        if (fields.size() > 6)
            mounts.push_back({fields[4], line.contains(" shared:")});
    }
    return mounts;
}

} // namespace

QString takeOwnMounts()
{
    const uid_t user = geteuid();
    const gid_t group = getegid();
    if (::unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
        return QString::fromLocal8Bit(std::strerror(errno));
    if (user != 0) {
        writeTo("/proc/self/setgroups", "deny");
        writeTo("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1");
        writeTo("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1");
    }
    // What is mounted here must not come up outside. In a changed root the root itself is no mount.
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        for (const Mount &mount : mounts())
            ::mount(nullptr, mount.point.constData(), nullptr, MS_PRIVATE, nullptr);
    }
    for (const Mount &mount : mounts()) {
        if (mount.shared)
            return QStringLiteral("%1 is shared with other processes").arg(QString::fromLocal8Bit(mount.point));
    }
    return {};
}

SmallDisk::SmallDisk(QString folder, qint64 bytes)
    : m_folder(std::move(folder))
{
    const QByteArray options = "size=" + QByteArray::number(bytes);
    m_there = ::mount("tmpfs", qPrintable(m_folder), "tmpfs", 0, options.constData()) == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_there)
        ::umount2(qPrintable(m_folder), MNT_DETACH);
}

void SmallDisk::resize(qint64 bytes)
{
    const QByteArray options = "size=" + QByteArray::number(bytes);
    m_there = m_there && ::mount("tmpfs", qPrintable(m_folder), "tmpfs", MS_REMOUNT, options.constData()) == 0;
}

bool tellsOfAFullDisk(const QString &sentence, const QString &path)
{
    return sentence
        == QStringLiteral("The disk that holds “%1” is full: nothing of this step was stored; free some space and try "
                          "again")
               .arg(path);
}

} // namespace dateline
