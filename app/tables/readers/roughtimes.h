#pragma once

#include <QByteArray>

#include <array>

namespace dateline
{

/// What withRoughTimes() calls the times that a mark is at, begins and ends.
constexpr std::array roughTimeNames{"dateline_when", "dateline_begin", "dateline_end"};

/// @p kml with each time that is a year or a month, “1945”, also among the data of its mark: GDAL makes the first of
/// January of it. As it is if there are none, or if it is damaged.
[[nodiscard]] QByteArray withRoughTimes(const QByteArray &kml);

} // namespace dateline
