#pragma once

#include "base/lonlat.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline
{

/// A place as somebody's file tells it, on its way into the user's gazetteer. Views are into the line that it was read
/// from.
struct PlaceRow
{
    std::string_view name;
    std::vector<std::string_view> otherNames;
    std::string_view kind; ///< As gazetteer.sqlite has it.
    LonLat position;
    int radiusMetres = 0;
    std::string_view province;
    std::string_view country; ///< ISO 3166-1 alpha-2.
    std::string_view timeZone;
    qint64 population = 0;
};

/// How a line of a file was taken.
struct RowOutcome
{
    enum class Kind : std::uint8_t { Taken, LeftOut, Refused };
    Kind kind = Kind::Taken;
    QString why; ///< For Refused: one sentence.
};

/// The radius of a round town of that many people at 3,000 a km², at least 1 km: how far “in Goris” may be from its
/// centre. geodata/build_gazetteer.py reckons the same.
[[nodiscard]] int settlementRadius(qint64 population);

/// The number that @p text writes, whole; none if it is none.
[[nodiscard]] std::optional<double> numberFrom(std::string_view text);

/// Cuts @p text at each @p delimiter into @p parts.
void splitInto(std::string_view text, char delimiter, std::vector<std::string_view> &parts);

} // namespace dateline
