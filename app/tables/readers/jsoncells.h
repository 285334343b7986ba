#pragma once

#include "tables/readers/foreigntable.h"

#include <QJsonArray>
#include <QJsonValue>

namespace dateline
{

/// @p value as a cell: each part of a list in a line of its own, of an object what it is called or leads to.
[[nodiscard]] std::string cellFromJson(const QJsonValue &value);

/// A table of the objects in @p entries, with a column for every name that one of them has.
[[nodiscard]] ForeignTable tableOfEntries(const QString &name, const QJsonArray &entries);

} // namespace dateline
