#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace dateline
{

/// The text that @p bytes hold in UTF-8, UTF-16 or Windows-1252, with “\n” line ends; none if they are no text.
[[nodiscard]] std::optional<QString> textFromBytes(const QByteArray &bytes);

} // namespace dateline
