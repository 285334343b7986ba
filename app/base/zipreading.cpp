#include "base/zipreading.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>

namespace dateline
{

namespace
{

struct ZipText
{
    Q_DECLARE_TR_FUNCTIONS(Zip)
};

// Tables pack to a tenth, and some to a thirtieth; beyond a hundredth is a bomb, and so is what no table comes to.
constexpr qint64 alwaysUnpacked = qint64{64} * 1024 * 1024;
constexpr qint64 mostTimesPacked = 100;
constexpr qint64 mostBytesUnpacked = qint64{8} * 1024 * 1024 * 1024;
constexpr std::size_t mostEntries = 100'000;
constexpr std::size_t blockSize = 256 * 1024;

qint64 unpackedLimit(const ForeignFile &file)
{
    return std::clamp(QFileInfo(file.path).size() * mostTimesPacked, alwaysUnpacked, mostBytesUnpacked);
}

std::unexpected<Error> grows(const QString &name)
{
    return failure(Error::Kind::Unsupported,
                   ZipText::tr("“%1” would grow to more than a hundred times its size, as archives do that are made to "
                               "do harm; it was not unpacked")
                       .arg(name),
                   name);
}

std::unexpected<Error> damagedArchive(const QString &name)
{
    return failure(Error::Kind::Malformed, ZipText::tr("“%1” is damaged or cut off; get it anew").arg(name), name);
}

std::unexpected<Error> tooLarge(const QString &name, qint64 most)
{
    return failure(Error::Kind::Unsupported,
                   ZipText::tr("What is in “%1” takes more than %2 MB; unpack it, and choose what came out")
                       .arg(name)
                       .arg(most / (1024 * 1024)),
                   name);
}

using OpenArchive = std::unique_ptr<archive, int (*)(archive *)>;

OpenArchive openZip(const ForeignFile &file)
{
    OpenArchive from(archive_read_new(), archive_read_free);
    archive_read_support_format_zip_seekable(from.get());
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
    archive_read_set_options(from.get(), "zip:ignorecrc32"); // A fuzzer changes bytes and not the sum over them.
#endif
    if (archive_read_open_filename(from.get(), QFile::encodeName(file.path).constData(), blockSize) != ARCHIVE_OK)
        from.reset();
    return from;
}

QString nameOf(archive_entry *entry)
{
    const char *path = archive_entry_pathname_utf8(entry);
    return QString::fromUtf8(path ? path : archive_entry_pathname(entry));
}

} // namespace

Result<std::vector<ZipEntry>> entriesIn(const ForeignFile &file)
{
    const OpenArchive from = openZip(file);
    if (!from)
        return damagedArchive(file.name);
    std::vector<ZipEntry> entries;
    qint64 left = unpackedLimit(file);
    archive_entry *entry = nullptr;
    for (;;) {
        const int status = archive_read_next_header(from.get(), &entry);
        if (status == ARCHIVE_EOF && !entries.empty())
            return entries;
        if (status < ARCHIVE_WARN || status == ARCHIVE_EOF || entries.size() == mostEntries)
            return damagedArchive(file.name);
        if (archive_entry_is_encrypted(entry))
            return lockedFile(file.name);
        if (archive_entry_filetype(entry) == AE_IFDIR)
            continue;
        entries.push_back({nameOf(entry), archive_entry_size_is_set(entry) ? archive_entry_size(entry) : 0});
        left -= entries.back().size;
        if (left < 0)
            return grows(file.name);
    }
}

UnpackingDevice::UnpackingDevice(Archive from, const ForeignFile &file)
    : m_from(std::move(from))
    , m_name(file.name)
    , m_left(unpackedLimit(file))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

UnpackingDevice::~UnpackingDevice() = default;

Result<std::unique_ptr<UnpackingDevice>> UnpackingDevice::openEntry(const ForeignFile &file, const QString &entry)
{
    OpenArchive from = openZip(file);
    archive_entry *at = nullptr;
    while (from && archive_read_next_header(from.get(), &at) >= ARCHIVE_WARN) {
        if (nameOf(at) == entry)
            return std::unique_ptr<UnpackingDevice>(new UnpackingDevice(std::move(from), file));
    }
    return damagedArchive(file.name);
}

Result<std::unique_ptr<UnpackingDevice>> UnpackingDevice::openGzip(const ForeignFile &file)
{
    OpenArchive from(archive_read_new(), archive_read_free);
    archive_read_support_format_raw(from.get());
    archive_read_support_filter_gzip(from.get());
    archive_entry *at = nullptr;
    if (archive_read_open_filename(from.get(), QFile::encodeName(file.path).constData(), blockSize) != ARCHIVE_OK
        || archive_read_next_header(from.get(), &at) != ARCHIVE_OK)
        return damagedArchive(file.name);
    return std::unique_ptr<UnpackingDevice>(new UnpackingDevice(std::move(from), file));
}

qint64 UnpackingDevice::readData(char *data, qint64 size)
{
    if (m_error)
        return -1;
    const la_ssize_t got = archive_read_data(m_from.get(), data, static_cast<std::size_t>(size));
    m_left -= std::max<qint64>(got, 0);
    if (got < 0)
        m_error = damagedArchive(m_name).error();
    else if (m_left < 0)
        m_error = grows(m_name).error();
    return m_error ? -1 : got;
}

Result<void> unpackEach(const ForeignFile &file, const std::function<bool(const QString &entry)> &wants,
                        const std::function<void(const QString &entry, QByteArray bytes)> &take, qint64 most)
{
    const OpenArchive from = openZip(file);
    if (!from)
        return damagedArchive(file.name);
    const qint64 limit = std::min(most, unpackedLimit(file));
    qint64 left = limit;
    archive_entry *entry = nullptr;
    int status = ARCHIVE_OK;
    while ((status = archive_read_next_header(from.get(), &entry)) >= ARCHIVE_WARN && status != ARCHIVE_EOF) {
        const QString name = nameOf(entry);
        if (archive_entry_filetype(entry) == AE_IFDIR || !wants(name))
            continue;
        QByteArray bytes;
        la_ssize_t got = 0;
        do {
            const qsizetype end = bytes.size();
            bytes.resize(end + static_cast<qsizetype>(blockSize));
            got = archive_read_data(from.get(), bytes.data() + end, blockSize);
            if (got < 0)
                return damagedArchive(file.name);
            bytes.resize(end + got);
            left -= got;
            if (left < 0)
                return limit == most ? tooLarge(file.name, most) : grows(file.name);
        } while (got > 0);
        take(name, std::move(bytes));
    }
    return status == ARCHIVE_EOF ? Result<void>() : damagedArchive(file.name);
}

Result<QByteArray> bytesOf(const ForeignFile &file, const QString &entry)
{
    std::optional<QByteArray> found;
    const Result<void> unpacked = unpackEach(
        file, [&](const QString &name) { return name == entry && !found; },
        [&](const QString &, QByteArray bytes) { found = std::move(bytes); });
    if (!unpacked)
        return std::unexpected(unpacked.error());
    return found ? Result<QByteArray>(*found) : damagedArchive(file.name);
}

std::unexpected<Error> lockedFile(const QString &name)
{
    return failure(Error::Kind::Unsupported,
                   ZipText::tr("“%1” is locked with a password; save it without one").arg(name), name);
}

} // namespace dateline
