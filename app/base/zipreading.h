#pragma once

#include "base/foreignfile.h"
#include "base/result.h"

#include <QIODevice>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

struct archive;

namespace dateline
{

/// One of the files in a zip archive.
struct ZipEntry
{
    QString name; ///< With its folders; as the archive says, so no path to write to.
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

/// More than this of an archive is not held in memory at a time.
constexpr qint64 mostBytesInMemory = qint64{512} * 1024 * 1024;

/// Hands the files in a zip archive that @p wants to @p take, each whole, in one pass.
///
/// Errors: Malformed for a damaged one; Unsupported where they take more than @p most bytes together.
[[nodiscard]] Result<void> unpackEach(const ForeignFile &file, const std::function<bool(const QString &entry)> &wants,
                                      const std::function<void(const QString &entry, QByteArray bytes)> &take,
                                      qint64 most = mostBytesInMemory);

/// All of a file in a zip archive; Malformed also if there is none.
[[nodiscard]] Result<QByteArray> bytesOf(const ForeignFile &file, const QString &entry);

/// A file that is locked with a password cannot be read.
[[nodiscard]] std::unexpected<Error> lockedFile(const QString &name);

} // namespace dateline
