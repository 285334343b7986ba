#include "exchange/zipfile.h"

#include "exchange/output.h"

#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace dateline
{

namespace
{

bool addToZip(archive *to, const ZipEntry &from)
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

} // namespace

Result<void> writeZip(const QString &path, std::span<const ZipEntry> entries)
{
    const std::unique_ptr<archive, decltype(&archive_write_free)> to(archive_write_new(), archive_write_free);
    bool isWhole = archive_write_set_format_zip(to.get()) == ARCHIVE_OK
        && archive_write_set_bytes_in_last_block(to.get(), 1) == ARCHIVE_OK // Nothing after the end.
        && archive_write_open_filename(to.get(), QFile::encodeName(path).constData()) == ARCHIVE_OK;
    for (const ZipEntry &entry : entries)
        isWhole = isWhole && addToZip(to.get(), entry);
    if (isWhole && archive_write_close(to.get()) == ARCHIVE_OK)
        return {};
    const char *reason = archive_error_string(to.get());
    return std::unexpected(unwritable(QString::fromLocal8Bit(reason ? reason : "zip")));
}

} // namespace dateline
