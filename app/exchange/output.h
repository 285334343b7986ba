#pragma once

#include "base/result.h"

#include <QFile>

#include <optional>
#include <string>
#include <string_view>

namespace dateline
{

/// A new file that is written through a buffer. A failure sticks, and close() tells it.
class Output
{
public:
    explicit Output(const QString &path);

    /// What is yet to be written; append to it, and call spill() now and then.
    [[nodiscard]] std::string &text() { return m_text; }
    Output &operator<<(std::string_view text)
    {
        m_text.append(text);
        return *this;
    }

    /// Writes what there is once it is worth it.
    void spill()
    {
        if (m_text.size() >= worthIt)
            flush();
    }

    /// Writes the rest to the disk. Unwritable if anything of it could not be written.
    [[nodiscard]] Result<void> close();

private:
    static constexpr std::size_t worthIt = 256 * 1024;
    void flush();
    void fail();

    QFile m_file;
    std::string m_text;
    std::optional<Error> m_failure;
};

/// “The export could not be written (No space left on device): …”.
[[nodiscard]] Error unwritable(const QString &reason);

} // namespace dateline
