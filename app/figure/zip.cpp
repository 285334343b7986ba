#include "figure/zip.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>

namespace dateline
{

namespace
{

la_ssize_t append(archive *, void *bytes, const void *data, std::size_t size)
{
    static_cast<QByteArray *>(bytes)->append(static_cast<const char *>(data), static_cast<qsizetype>(size));
    return static_cast<la_ssize_t>(size);
}

bool write(archive *to, const Zipped &file)
{
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), archive_entry_free);
    archive_entry_set_pathname(entry.get(), file.name.constData());
    archive_entry_set_size(entry.get(), file.bytes.size());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    return archive_write_header(to, entry.get()) == ARCHIVE_OK
        && archive_write_data(to, file.bytes.constData(), static_cast<std::size_t>(file.bytes.size()))
        == file.bytes.size();
}

} // namespace

QByteArray zipOf(std::span<const Zipped> files)
{
    QByteArray bytes;
    const std::unique_ptr<archive, decltype(&archive_write_free)> to(archive_write_new(), archive_write_free);
    const bool isOpen = archive_write_set_format_zip(to.get()) == ARCHIVE_OK
        && archive_write_set_bytes_in_last_block(to.get(), 1) == ARCHIVE_OK // Nothing after the end.
        && archive_write_open(to.get(), &bytes, nullptr, append, nullptr) == ARCHIVE_OK;
    const bool isWhole = isOpen
        && std::ranges::all_of(files, [&to](const Zipped &file) { return write(to.get(), file); })
        && archive_write_close(to.get()) == ARCHIVE_OK;
    return isWhole ? bytes : QByteArray();
}

} // namespace dateline
