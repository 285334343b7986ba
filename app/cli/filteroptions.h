#pragma once

#include "base/result.h"
#include "domain/filter.h"

#include <QCommandLineParser>

#include <vector>

namespace dateline
{

/// The options that say what of a case is shown, the same for every verb.
[[nodiscard]] QList<QCommandLineOption> filterOptions();

/// @p filter with what the options say otherwise; Malformed for what makes no sense.
[[nodiscard]] Result<IncidentFilter> filterFrom(const QCommandLineParser &parser, IncidentFilter filter);

/// The incidents that --only names, ascending; none if it is not given. Malformed for what is no list of ids.
[[nodiscard]] Result<std::vector<IncidentId>> onlyFrom(const QCommandLineParser &parser);

} // namespace dateline
