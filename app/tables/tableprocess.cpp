#include "tables/tableprocess.h"

#include "sources/limits.h"
#include "tables/tablepart.h"
#include "tables/tablestext.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <array>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace dateline
{

TableProcess::TableProcess(QString name)
    : m_name(std::move(name))
{
}

TableProcess::~TableProcess()
{
    m_output.reset();
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

Result<std::unique_ptr<TableProcess>> TableProcess::start(const QString &verb, const QString &path,
                                                          const QStringList &more)
{
    const QFileInfo file(path);
    std::unique_ptr<TableProcess> made(new TableProcess(file.fileName()));
    // A pipe of our own: QProcess reads only in the thread that made it.
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        return failure(
            Error::Kind::Unreadable,
            TablesText::tr("“%1” cannot be read: too many files are open; close other programs and try again")
                .arg(made->m_name),
            path);
    }
    made->m_output = std::make_unique<QFile>();
    static_cast<void>(
        made->m_output->open(ends[0], QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle));
    const QString program = helperProgram(QStringLiteral("dateline-tables"));
    made->m_process.setStandardInputFile(QProcess::nullDevice());
    made->m_process.setStandardErrorFile(QProcess::nullDevice()); // The parsers' grumbles
    made->m_process.setStandardOutputFile(QStringLiteral("/proc/self/fd/%1").arg(ends[1]));
    made->m_process.start(program, QStringList{verb, file.absoluteFilePath()} + more, QIODevice::ReadOnly);
    const bool works = made->m_process.waitForStarted();
    ::close(ends[1]);
    if (!works) {
        return failure(Error::Kind::Unreadable,
                       TablesText::tr("“%1” needs the program %2, which cannot be started (%3); install Dateline anew")
                           .arg(made->m_name, program, made->m_process.errorString()),
                       path);
    }
    static_cast<void>(made->open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    return made;
}

bool TableProcess::readWhole(char *data, qint64 size)
{
    while (size > 0) {
        const qint64 got = m_output->read(data, size);
        if (got <= 0)
            return false;
        data += got;
        size -= got;
    }
    return true;
}

void TableProcess::fail(Error error)
{
    m_ended = true;
    setErrorString(error.message);
    m_error = std::move(error);
}

void TableProcess::failBroken()
{
    fail(
        {Error::Kind::Unreadable,
         TablesText::tr("“%1” broke off the program that reads such files, by damage, by size or by intent; open it in "
                        "a program of its own kind and save it as CSV")
             .arg(m_name),
         m_name});
}

/// Goes to the next piece; false after the last.
bool TableProcess::nextPiece()
{
    quint32 size = 0;
    if (!readWhole(reinterpret_cast<char *>(&size), sizeof size)) {
        failBroken();
        return false;
    }
    m_left = qFromBigEndian(size);
    if (m_left > largestPiece)
        failBroken();
    else if (m_left == 0)
        readEnd();
    return !m_ended;
}

/// Reads what comes behind the last piece: nothing, or an error.
void TableProcess::readEnd()
{
    m_ended = true;
    QByteArray rest;
    constexpr qint64 longest = 64 * 1024;
    std::array<char, 4096> room{};
    for (qint64 got = 0; rest.size() < longest && (got = m_output->read(room.data(), room.size())) > 0;)
        rest.append(room.data(), got);
    if (rest.isEmpty())
        return;
    QDataStream stream(rest);
    Error error{Error::Kind::Unreadable, {}, {}};
    stream >> error.kind >> error.message >> error.subject;
    if (stream.status() != QDataStream::Ok || error.message.isEmpty() || error.kind > Error::Kind::Unwritable)
        failBroken();
    else
        fail(std::move(error));
}

qint64 TableProcess::readData(char *data, qint64 size)
{
    if (m_error)
        return -1;
    if (m_left == 0 && (m_ended || !nextPiece()))
        return m_error ? -1 : 0;
    const qint64 wanted = std::min(size, m_left);
    const qint64 got = m_output->read(data, wanted);
    if (got <= 0) {
        failBroken();
        return -1;
    }
    m_left -= got;
    return got;
}

} // namespace dateline
