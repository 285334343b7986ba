#pragma once

#include "tables/mapping.h"

#include <QJsonObject>

namespace dateline
{

/// @p mapping as files have it.
[[nodiscard]] QJsonObject jsonFrom(const Mapping &mapping);
/// Malformed for what is no mapping, and for one with words that this program does not know.
[[nodiscard]] Result<Mapping> mappingFromJson(const QJsonObject &json);

/// Errors: NotFound, Unreadable, Malformed.
[[nodiscard]] Result<MappingPtr> readMapping(const QString &path);
/// Errors: Unwritable.
[[nodiscard]] Result<void> writeMapping(const Mapping &mapping, const QString &path);

/// “dmy”, “mdy”, “ymd”; empty for NotTold.
[[nodiscard]] QString keyOf(DateOrder order);
[[nodiscard]] std::optional<DateOrder> dateOrderFromKey(QStringView key);

} // namespace dateline
