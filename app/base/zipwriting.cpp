#include "base/zipwriting.h"

#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <functional>
#include <memory>

namespace dateline
{

namespace
{

bool addToZip(archive *to, const ZippedFile &from)
{
    QFile file(from.path);
    if (!from.path.isEmpty() && !file.open(QIODevice::ReadOnly))
        return false;
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), from.name.constData());
    archive_entry_set_size(entry.get(), from.path.isEmpty() ? from.bytes.size() : file.size());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    if (archive_write_header(to, entry.get()) != ARCHIVE_OK)
        return false;
    const auto add = [to](const QByteArray &bytes) {
        return archive_write_data(to, bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size();
    };
    if (from.path.isEmpty())
        return add(from.bytes);
    constexpr qint64 block = 256LL * 1024;
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(block);
        if (bytes.isEmpty() || !add(bytes))
            return false;
    }
    return true;
}

/// Writes to what @p open opens.
Result<void> writeZipTo(const std::function<int(archive *)> &open, std::span<const ZippedFile> files)
{
    const std::unique_ptr<archive, decltype(&archive_write_free)> to(archive_write_new(), archive_write_free);
    const bool isOpen = archive_write_set_format_zip(to.get()) == ARCHIVE_OK
        && archive_write_set_bytes_in_last_block(to.get(), 1) == ARCHIVE_OK // Nothing after the end.
        && open(to.get()) == ARCHIVE_OK;
    if (isOpen && std::ranges::all_of(files, [&to](const ZippedFile &file) { return addToZip(to.get(), file); })
        && archive_write_close(to.get()) == ARCHIVE_OK)
        return {};
    const char *reason = archive_error_string(to.get());
    return failure(Error::Kind::Unwritable, QString::fromLocal8Bit(reason ? reason : "zip"));
}

la_ssize_t appendZipped(archive *, void *bytes, const void *data, std::size_t size)
{
    static_cast<QByteArray *>(bytes)->append(static_cast<const char *>(data), static_cast<qsizetype>(size));
    return static_cast<la_ssize_t>(size);
}

} // namespace

Result<void> writeZip(const QString &path, std::span<const ZippedFile> files)
{
    const QByteArray name = QFile::encodeName(path);
    return writeZipTo([&name](archive *to) { return archive_write_open_filename(to, name.constData()); }, files);
}

QByteArray zipOf(std::span<const ZippedFile> files)
{
    QByteArray bytes;
    const Result<void> written = writeZipTo(
        [&bytes](archive *to) { return archive_write_open(to, &bytes, nullptr, appendZipped, nullptr); }, files);
    return written ? bytes : QByteArray();
}

} // namespace dateline
