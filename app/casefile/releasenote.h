#pragma once

#include <QJsonObject>
#include <QString>

#include <cstdint>
#include <set>

namespace dateline
{

class Database;

// A step that brings a newer state of a data set notes that in the history, so that what people have changed since can
// be told from what the data set says.

[[nodiscard]] QJsonObject releaseNote(const QString &dataSet);

/// The steps that brought a newer state of any data set.
[[nodiscard]] std::set<std::int64_t> releaseSteps(Database &database);

} // namespace dateline
