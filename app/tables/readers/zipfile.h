#pragma once

#include "tables/readers/foreigntable.h"

#include <QIODevice>

#include <memory>

struct archive;

namespace dateline
{

/// One of the files in a zip archive.
struct ZipEntry
{
    QString name; ///< With its folders.
    qint64 size = 0; ///< Unpacked, as the archive says.
};

/// The files in the zip archive @p file.
///
/// Errors: Malformed for a damaged one, Unsupported for one that would grow beyond reason or is locked.
[[nodiscard]] Result<std::vector<ZipEntry>> entriesIn(const ForeignFile &file);

/// A file in a zip archive, or what a gzip file was packed from, unpacked while it is read.
///
/// A read fails where it is damaged or grows beyond reason, which error() tells.
class UnpackingDevice final : public QIODevice
{
public:
    [[nodiscard]] static Result<std::unique_ptr<UnpackingDevice>> openEntry(const ForeignFile &file,
                                                                            const QString &entry);
    [[nodiscard]] static Result<std::unique_ptr<UnpackingDevice>> openGzip(const ForeignFile &file);
    ~UnpackingDevice() override;

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    using Archive = std::unique_ptr<archive, int (*)(archive *)>;
    UnpackingDevice(Archive from, const ForeignFile &file);

    Archive m_from;
    QString m_name;
    qint64 m_left = 0; ///< How many bytes may still come.
    std::optional<Error> m_error;
};

/// All of a file in a zip archive that is to lie in memory.
[[nodiscard]] Result<QByteArray> bytesOf(const ForeignFile &file, const QString &entry);

/// All of @p device.
[[nodiscard]] Result<QByteArray> allOf(UnpackingDevice &device, const QString &name);

} // namespace dateline
