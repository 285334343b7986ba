#pragma once

#include "base/result.h"

#include <QString>

#include <memory>
#include <string>
#include <string_view>

struct archive;

namespace dateline
{

/// Reads the lines of a text file, or of the largest text in a zip or gzip file, in a few megabytes of memory.
class LineReader
{
public:
    /// NotFound, Unreadable, or Unsupported for an archive that holds no text.
    [[nodiscard]] static Result<LineReader> open(const QString &path);

    /// Goes to the next line; false after the last, and when the file cannot be read further, which error() tells.
    [[nodiscard]] bool next();
    [[nodiscard]] std::string_view line() const { return m_line; } ///< Without its end; valid until next().
    [[nodiscard]] qint64 number() const { return m_number; } ///< From 1.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /// How much of the file has been read, 0…1.
    [[nodiscard]] double share() const;

private:
    struct Close
    {
        void operator()(archive *file) const;
    };

    [[nodiscard]] bool fill();

    std::unique_ptr<archive, Close> m_archive;
    QString m_path;
    qint64 m_size = 0;
    std::string m_buffer;
    std::size_t m_at = 0;
    bool m_ended = false;
    std::string_view m_line;
    qint64 m_number = 0;
    std::optional<Error> m_error;
};

} // namespace dateline
