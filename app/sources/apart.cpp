#include "sources/apart.h"

#include "sources/limits.h"
#include "sources/sourcestext.h"

#include <QDataStream>
#include <QFile>
#include <QProcess>

#include <sys/mman.h>
#include <unistd.h>

namespace dateline
{

namespace
{

// A page of 5 MB and a PDF of 300 pages take a tenth of this; hostile ones take all that they get.
constexpr ProcessLimits readerLimits{.memory = 2ULL * 1024 * 1024 * 1024, .seconds = 60};
constexpr int pollMs = 50;

QDataStream &operator<<(QDataStream &stream, const std::optional<WrittenTime> &time)
{
    stream << time.has_value();
    if (time)
        stream << qint64{time->instant.time_since_epoch().count()} << time->precision << time->zone;
    return stream;
}

QDataStream &operator<<(QDataStream &stream, const Document &document)
{
    return stream << document.title << document.publisher << document.author << document.address << document.language
                  << document.text << document.bytes << qint64{document.retrieved.time_since_epoch().count()}
                  << document.published << document.modified;
}

UtcMinute minuteFrom(QDataStream &stream)
{
    qint64 minutes = 0;
    stream >> minutes;
    return UtcMinute{std::chrono::minutes{minutes}};
}

QDataStream &operator>>(QDataStream &stream, std::optional<WrittenTime> &time)
{
    bool known = false;
    stream >> known;
    if (known) {
        time.emplace().instant = minuteFrom(stream);
        stream >> time->precision >> time->zone;
        // The process may have been taken over by the file that it read.
        if (time->precision > TimePrecision::Year)
            stream.setStatus(QDataStream::ReadCorruptData);
    }
    return stream;
}

QDataStream &operator>>(QDataStream &stream, Document &document)
{
    stream >> document.title >> document.publisher >> document.author >> document.address >> document.language
        >> document.text >> document.bytes;
    document.retrieved = minuteFrom(stream);
    return stream >> document.published >> document.modified;
}

std::optional<SourcesRead> answerIn(const QByteArray &answer)
{
    QDataStream stream(answer);
    SourcesRead read;
    quint32 count = 0;
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
        stream >> read.documents.emplace_back();
    stream >> count;
    for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        Error &error = read.refused.emplace_back();
        stream >> error.kind >> error.message >> error.subject;
    }
    if (stream.status() != QDataStream::Ok || !stream.atEnd() || (read.documents.empty() && read.refused.empty()))
        return std::nullopt;
    return read;
}

QByteArray answerOf(const SourcesRead &read)
{
    QByteArray answer;
    QDataStream stream(&answer, QIODevice::WriteOnly);
    stream << static_cast<quint32>(read.documents.size());
    for (const Document &document : read.documents)
        stream << document;
    stream << static_cast<quint32>(read.refused.size());
    for (const Error &error : read.refused)
        stream << error.kind << error.message << error.subject;
    return answer;
}

/// A file in memory that no other program sees.
class MemoryFile
{
public:
    explicit MemoryFile(const QByteArray &bytes)
        : m_file(::memfd_create("source", MFD_CLOEXEC))
    {
        qsizetype done = 0;
        while (m_file >= 0 && done < bytes.size()) {
            const ssize_t written = ::write(m_file, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
            if (written <= 0)
                return;
            done += written;
        }
        m_whole = m_file >= 0;
    }
    ~MemoryFile()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Q_DISABLE_COPY_MOVE(MemoryFile)

    [[nodiscard]] bool isWhole() const { return m_whole; }
    [[nodiscard]] QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_file); }

private:
    int m_file;
    bool m_whole = false;
};

QString readerProgram()
{
    return helperProgram(QStringLiteral("dateline-reader"));
}

} // namespace

SourcesRead readApart(const Format &format, const QByteArray &bytes, const QString &name, const std::stop_token &stop)
{
    const MemoryFile file(bytes);
    if (!file.isWhole()) {
        return refused(
            Error::Kind::Unreadable,
            SourcesText::tr("There is not enough memory to read “%1”; close other programs and try again").arg(name),
            name);
    }
    QProcess process;
    process.setStandardInputFile(file.path());
    process.setStandardErrorFile(QProcess::nullDevice()); // The parsers' grumbles
    process.start(readerProgram(), {format.key, name}, QIODevice::ReadOnly);
    if (!process.waitForStarted()) {
        return refused(Error::Kind::Unreadable,
                       SourcesText::tr("“%1” needs the program %2, which cannot be started (%3); install Dateline anew")
                           .arg(name, readerProgram(), process.errorString()),
                       name);
    }
    while (process.state() != QProcess::NotRunning && !process.waitForFinished(pollMs)) {
        const bool endless = process.bytesAvailable() > static_cast<qint64>(readerLimits.memory);
        if (!endless && !stop.stop_requested())
            continue;
        process.kill();
        process.waitForFinished();
        if (!endless) {
            return refused(Error::Kind::Unreadable, SourcesText::tr("The reading of “%1” was stopped").arg(name), name);
        }
    }
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) {
        if (std::optional<SourcesRead> read = answerIn(process.readAllStandardOutput()))
            return std::move(*read);
    }
    return refused(
        Error::Kind::Unreadable,
        SourcesText::tr("“%1” broke off the program that reads such files, by damage, by size or by intent; open it in "
                        "a program of its own kind and save its words as plain text")
            .arg(name),
        name);
}

int serveApart(SourcesRead (*read)(const QByteArray &bytes, const QString &name), const QString &name)
{
    limitThisProcess(readerLimits);
    QFile input;
    QFile output;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly) || !output.open(STDOUT_FILENO, QIODevice::WriteOnly))
        return 1;
    QByteArray bytes;
    const uchar *mapped = input.size() > 0 ? input.map(0, input.size()) : nullptr;
    if (mapped)
        bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(mapped), input.size());
    else
        bytes = input.readAll();
    const QByteArray answer = answerOf(read(bytes, name));
    return output.write(answer) == answer.size() && output.flush() ? 0 : 1;
}

} // namespace dateline
