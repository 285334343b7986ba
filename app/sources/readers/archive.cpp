#include "sources/readers/archive.h"

#include "sources/readers/refusal.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace dateline
{

namespace
{

// Text packs to a tenth; a thousand times is a bomb, and so is what no source ever comes to.
constexpr qsizetype alwaysAllowed = 16 * 1024 * 1024;
constexpr qsizetype mostGrowth = 100;
constexpr qsizetype mostUnpacked = 512 * 1024 * 1024;
constexpr int mostFiles = 100'000;

using Archive = std::unique_ptr<archive, int (*)(archive *)>;

qsizetype limitFor(const QByteArray &bytes)
{
    return std::clamp(bytes.size() * mostGrowth, alwaysAllowed, mostUnpacked);
}

std::unexpected<Error> bomb(const QString &name)
{
    return failure(Error::Kind::Unsupported,
                   sentence("“%1” would grow to more than a hundred times its size, as archives do that are made to do "
                            "harm; it was not unpacked",
                            name),
                   name);
}

std::unexpected<Error> damaged(const QString &name)
{
    return failure(Error::Kind::Malformed, sentence("“%1” is damaged or cut off; get it anew", name), name);
}

/// Appends the current entry to @p all.
Result<void> unpack(archive *from, qsizetype limit, QByteArray &all, const QString &name)
{
    constexpr qsizetype step = 64 * 1024;
    for (;;) {
        const qsizetype end = all.size();
        all.resize(end + step);
        const la_ssize_t got = archive_read_data(from, all.data() + end, static_cast<std::size_t>(step));
        all.resize(end + std::max<la_ssize_t>(got, 0));
        if (got < 0)
            return damaged(name);
        if (all.size() > limit)
            return bomb(name);
        if (got == 0)
            return {};
    }
}

} // namespace

Result<std::vector<ArchivedFile>> filesInZip(const QByteArray &bytes, const QString &name,
                                             const std::function<bool(const QString &)> &wanted)
{
    const Archive from(archive_read_new(), archive_read_free);
    archive_read_support_format_zip_seekable(from.get());
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
    archive_read_set_options(from.get(), "zip:ignorecrc32"); // A fuzzer changes bytes and not the sum over them.
#endif
    if (archive_read_open_memory(from.get(), bytes.constData(), static_cast<std::size_t>(bytes.size())) != ARCHIVE_OK)
        return damaged(name);
    std::vector<ArchivedFile> files;
    qsizetype left = limitFor(bytes);
    archive_entry *entry = nullptr;
    for (int count = 0;; ++count) {
        const int status = archive_read_next_header(from.get(), &entry);
        if (status == ARCHIVE_EOF)
            return files;
        if (status < ARCHIVE_WARN || count > mostFiles)
            return damaged(name);
        const char *path = archive_entry_pathname_utf8(entry);
        const QString inside = QString::fromUtf8(path ? path : archive_entry_pathname(entry));
        if (!wanted(inside))
            continue;
        if (archive_entry_is_encrypted(entry)) {
            return failure(Error::Kind::Unsupported,
                           sentence("“%1” is locked with a password; save it without one", name), name);
        }
        if (archive_entry_size_is_set(entry) && archive_entry_size(entry) > left)
            return bomb(name);
        ArchivedFile &file = files.emplace_back(inside, QByteArray());
        if (const Result<void> done = unpack(from.get(), left, file.bytes, name); !done)
            return std::unexpected(done.error());
        left -= file.bytes.size();
    }
}

Result<QByteArray> unpackedGzip(const QByteArray &bytes, const QString &name)
{
    const Archive from(archive_read_new(), archive_read_free);
    archive_read_support_format_raw(from.get());
    archive_read_support_filter_gzip(from.get());
    archive_entry *entry = nullptr;
    QByteArray all;
    if (archive_read_open_memory(from.get(), bytes.constData(), static_cast<std::size_t>(bytes.size())) != ARCHIVE_OK
        || archive_read_next_header(from.get(), &entry) != ARCHIVE_OK)
        return damaged(name);
    if (const Result<void> done = unpack(from.get(), limitFor(bytes), all, name); !done)
        return std::unexpected(done.error());
    return all;
}

} // namespace dateline
