#pragma once

#include <QString>

#include <expected>

namespace dateline
{

/// What went wrong, in words for the person at the screen.
struct Error
{
    enum class Kind { NotFound, Unreadable, Malformed, Unsupported, Conflict, Unwritable };

    Kind kind;
    QString message; ///< One sentence that says what, where and what to do, without a full stop.
    QString subject; ///< The file, row or text it is about; may be empty.
};

/// A value, or the Error that kept it from being made.
template<typename T>
using Result = std::expected<T, Error>;

/// The failing half of a Result, ready to return.
[[nodiscard]] inline std::unexpected<Error> failure(Error::Kind kind, QString message, QString subject = {})
{
    return std::unexpected(Error{kind, std::move(message), std::move(subject)});
}

} // namespace dateline
