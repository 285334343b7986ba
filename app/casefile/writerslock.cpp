#include "casefile/writerslock.h"

#include "casefile/casetext.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace dateline
{

namespace
{

std::unexpected<Error> heldHere()
{
    return failure(Error::Kind::Unwritable,
                   CaseText::tr("“%1” is open in another window: close it there, or work on a copy"));
}

std::unexpected<Error> noNewFile()
{
    return failure(Error::Kind::Unwritable,
                   CaseText::tr("“%1” cannot be changed because its folder takes no new file: free some space on its "
                                "disk, or copy it to another one"));
}

std::unexpected<Error> heldOn(const QString &computer, const QByteArray &name)
{
    return failure(
        Error::Kind::Unwritable,
        CaseText::tr("“%1” is open on the computer “%2”, or was when that stopped: close it there, or delete "
                     "“%3” if nobody works on it")
            .arg(QStringLiteral("%1"), computer, QFileInfo(QFile::decodeName(name)).fileName()));
}

} // namespace

Result<std::unique_ptr<WritersLock>> WritersLock::take(const QString &path)
{
    const QByteArray name = QFile::encodeName(path) + "-lock";
    for (;;) {
        // A link would lead to a file that is not ours to write, and a pipe would wait for ever.
        const int file = ::open(name.constData(), O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644);
        if (file < 0)
            return noNewFile();
        std::unique_ptr<WritersLock> lock(new WritersLock(name, file));
        if (::flock(file, LOCK_EX | LOCK_NB) != 0)
            return errno == EWOULDBLOCK ? heldHere() : noNewFile();
        if (!lock->isStillThere())
            continue;
        // The locks of another computer may not be seen here: only what it wrote is.
        if (const QString computer = lock->otherComputer(); !computer.isEmpty())
            return heldOn(computer, name);
        lock->m_taken = true;
        if (!lock->signs())
            return noNewFile();
        return lock;
    }
}

WritersLock::~WritersLock()
{
    if (m_taken)
        ::unlink(m_name.constData());
    ::close(m_file);
}

bool WritersLock::isStillThere() const
{
    struct stat ours{};
    struct stat named{};
    return ::fstat(m_file, &ours) == 0 && ::lstat(m_name.constData(), &named) == 0 && ours.st_dev == named.st_dev
        && ours.st_ino == named.st_ino;
}

QString WritersLock::otherComputer() const
{
    std::array<char, 1024> bytes{};
    const ssize_t got = ::pread(m_file, bytes.data(), bytes.size(), 0);
    const QList<QByteArray> lines = QByteArray(bytes.data(), std::max<ssize_t>(got, 0)).split('\n');
    QString host = QString::fromUtf8(lines.value(2));
    const QByteArray machine = lines.value(3);
    const QByteArray ours = QSysInfo::machineUniqueId();
    // What a process that was ended in the middle of writing left says nothing.
    if (host.isEmpty() || (machine.isEmpty() || ours.isEmpty() ? host == QSysInfo::machineHostName() : machine == ours))
        return {};
    return host;
}

bool WritersLock::signs() const
{
    const QByteArray words = QByteArray::number(QCoreApplication::applicationPid()) + '\n'
        + QCoreApplication::applicationName().toUtf8() + '\n' + QSysInfo::machineHostName().toUtf8() + '\n'
        + QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n';
    return ::ftruncate(m_file, 0) == 0
        && ::pwrite(m_file, words.constData(), static_cast<std::size_t>(words.size()), 0) == words.size();
}

} // namespace dateline
