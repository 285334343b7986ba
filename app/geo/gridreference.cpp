#include "geo/gridreference.h"

#include "geo/coordinatestext.h"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>

#include <QRegularExpression>

#include <array>
#include <cmath>

namespace dateline
{

namespace
{

using GeographicLib::MGRS;
using GeographicLib::UTMUPS;

constexpr QStringView bandLetters = u"CDEFGHJKLMNPQRSTUVWX";

/// A zone of UTM, or UPS where its number is 0, with the letter or word behind it in small letters.
struct GridZone
{
    int number = 0;
    QString side;
};

/// A position in a grid; the northern or southern half of the earth counts its northings differently.
struct GridPosition
{
    int zone = 0;
    bool isNorth = true;
    double easting = 0;
    double northing = 0;
};

std::unexpected<Error> gridFailure(const QString &message, QStringView subject)
{
    return failure(Error::Kind::Malformed, message, subject.toString());
}

QString gridZoneWrong()
{
    return CoordinatesText::tr("UTM needs its zone, a number from 1 to 60, with its latitude band or north or south: "
                               "write it like 38S 615081 4373974");
}

QString outsideTheZone()
{
    return CoordinatesText::tr("This easting and northing are outside the zone: an easting has six digits and a "
                               "northing up to seven, like 38S 615081 4373974");
}

/// None where easting and northing are outside of what the zone covers.
std::optional<LonLat> lonLatFrom(const GridPosition &grid)
{
    try {
        LonLat at;
        UTMUPS::Reverse(grid.zone, grid.isNorth, grid.easting, grid.northing, at.lat, at.lon);
        return at;
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

/// A metre as 0, up to ten kilometres as 4.
int nearestPower(double metres)
{
    return std::clamp(static_cast<int>(std::lround(std::log10(metres))), 0, 4);
}

/// The latitude of a northing in the middle of a zone, near enough to tell bands apart.
bool isInBand(double latitude, qsizetype band)
{
    // A square at the edge of a band may be named after its neighbour.
    constexpr double slack = 1;
    const double south = -80 + 8 * static_cast<double>(band);
    const double north = band == bandLetters.size() - 1 ? 84 : south + 8;
    return latitude >= south - slack && latitude <= north + slack;
}

/// A number of metres with the decimals it is written with.
struct Metres
{
    double value = 0;
    double halfStep = 0;
};

std::optional<Metres> metresFrom(QStringView text)
{
    static const QRegularExpression shape(
        QRegularExpression::anchoredPattern(QStringLiteral(R"((\d{1,8})(?:[.,](\d{1,9}))?\s*(?:m?\s*[EN]?))")),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = shape.matchView(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString number = match.captured(1) + u'.' + match.captured(2) + u'0';
    return Metres{number.toDouble(), 0.5 * std::pow(10.0, -match.capturedLength(2))};
}

std::optional<GridZone> gridZoneFrom(QStringView text)
{
    static const QRegularExpression shape(QRegularExpression::anchoredPattern(QStringLiteral(
                                              R"((?:UTM\s*)?(?:zone\s*)?(\d{1,2})?\s*(north|south|[A-Z])?)")),
                                          QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = shape.matchView(text);
    if (!match.hasMatch() || match.capturedLength() == 0)
        return std::nullopt;
    return GridZone{match.captured(1).toInt(), match.captured(2).toLower()};
}

/// UPS has a letter alone: A and B in the south, Y and Z in the north.
Result<GridPosition> polarPosition(const GridZone &zone, double easting, double northing)
{
    const bool isNorth = zone.side == u"y" || zone.side == u"z" || zone.side == u"north";
    if (!isNorth && zone.side != u"a" && zone.side != u"b" && zone.side != u"south")
        return gridFailure(gridZoneWrong(), zone.side);
    return GridPosition{UTMUPS::UPS, isNorth, easting, northing};
}

/// Which half of the earth @p zone means, by the rule that coordinatesFrom tells.
Result<GridPosition> gridPosition(const GridZone &zone, double easting, double northing)
{
    if (zone.number == 0)
        return polarPosition(zone, easting, northing);
    GridPosition grid{zone.number, true, easting, northing};
    if (zone.number > 60 || zone.side.isEmpty())
        return gridFailure(gridZoneWrong(), zone.side);
    if (zone.side == u"north" || zone.side == u"n")
        return grid;
    if (zone.side == u"south") {
        grid.isNorth = false;
        return grid;
    }
    const qsizetype band = bandLetters.indexOf(zone.side.at(0).toUpper());
    if (band < 0)
        return gridFailure(CoordinatesText::tr("%1 is no latitude band: they go from C in the south to X in the north, "
                                               "without I and O")
                               .arg(zone.side.toUpper()),
                           zone.side);
    grid.isNorth = band >= bandLetters.indexOf(u'N');
    const std::optional<LonLat> at = lonLatFrom(grid);
    if (at && isInBand(at->lat, band))
        return grid;
    if (zone.side == u"s") {
        grid.isNorth = false;
        return grid;
    }
    if (!at)
        return gridFailure(outsideTheZone(), zone.side);
    return gridFailure(
        CoordinatesText::tr("This northing is not in latitude band %1: check the letter after the zone, or "
                            "write north or south")
            .arg(zone.side.toUpper()),
        zone.side);
}

Result<CoordinateReading> utmReading(const GridZone &zone, const Metres &easting, const Metres &northing,
                                     QStringView subject)
{
    const Result<GridPosition> grid = gridPosition(zone, easting.value, northing.value);
    if (!grid)
        return gridFailure(grid.error().message, subject);
    const std::optional<LonLat> at = lonLatFrom(*grid);
    if (!at)
        return gridFailure(outsideTheZone(), subject);
    return CoordinateReading{*at, std::max(easting.halfStep, northing.halfStep), CoordinateFormat::Utm};
}

QRegularExpression utmExpression(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QStringLiteral(R"((?:UTM\s*|UPS\s*)?)") + pattern),
                              QRegularExpression::CaseInsensitiveOption);
}

/// What utmFrom takes from a text.
struct UtmParts
{
    GridZone zone;
    std::array<Metres, 2> metres;
    std::array<QString, 2> axes; ///< E, N or nothing.
};

/// The zone may be written before the numbers or after them.
std::optional<UtmParts> utmParts(QStringView text)
{
    // UPS has no number, only one of four letters.
    static const QString number =
        QStringLiteral(R"((?:([EN])\s*:?\s*)?(\d{1,8}(?:[.,]\d{1,3})?)(?!\d)\s*(?:m?\s*([EN])(?![A-Z])|m\b)?)");
    static const QString gap = QStringLiteral(R"(\s*[,;]?\s*)");
    static const QString side = QStringLiteral("(north|south|[A-Z](?![A-Z]))");
    static const QString zone =
        QStringLiteral(R"((?:zone\s*)?(?|(\d{1,2})(?!\d)\s*%1?|()([ABYZ]|north|south)(?![A-Z])))").arg(side);
    static const QRegularExpression zoneFirst = utmExpression(zone + gap + number + gap + number);
    static const QRegularExpression zoneLast = utmExpression(
        number + gap + number + QStringLiteral(R"(\s*[,;(]?\s*(?:UTM\s*)?)") + zone + QStringLiteral(R"(\)?)"));
    QRegularExpressionMatch match = zoneFirst.matchView(text);
    const bool isFirst = match.hasMatch();
    if (!isFirst)
        match = zoneLast.matchView(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int zoneAt = isFirst ? 1 : 7;
    UtmParts parts;
    parts.zone = {match.captured(zoneAt).toInt(), match.captured(zoneAt + 1).toLower()};
    for (std::size_t i = 0; i < 2; ++i) {
        const int at = (isFirst ? 3 : 1) + 3 * static_cast<int>(i);
        parts.metres.at(i) = metresFrom(match.capturedView(at + 1)).value_or(Metres());
        parts.axes.at(i) = (match.captured(at) + match.captured(at + 2)).toUpper();
    }
    // An easting has five digits at least, which no degrees have.
    if (std::max(parts.metres[0].value, parts.metres[1].value) < 10000)
        return std::nullopt;
    return parts;
}

} // namespace

QString utmText(LonLat at, double metres)
{
    try {
        GridPosition grid;
        UTMUPS::Forward(at.lat, at.lon, grid.zone, grid.isNorth, grid.easting, grid.northing);
        std::string band;
        MGRS::Forward(grid.zone, grid.isNorth, grid.easting, grid.northing, at.lat, -1, band);
        const double step = std::pow(10, nearestPower(metres));
        return QStringLiteral("%1 %2 %3")
            .arg(QString::fromStdString(band))
            .arg(std::round(grid.easting / step) * step, 0, 'f', 0)
            .arg(std::round(grid.northing / step) * step, 0, 'f', 0);
    } catch (const std::exception &) {
        return {};
    }
}

QString mgrsText(LonLat at, double metres)
{
    try {
        GridPosition grid;
        UTMUPS::Forward(at.lat, at.lon, grid.zone, grid.isNorth, grid.easting, grid.northing);
        std::string text;
        const int each = 5 - nearestPower(metres);
        MGRS::Forward(grid.zone, grid.isNorth, grid.easting, grid.northing, at.lat, each, text);
        const QString reference = QString::fromStdString(text);
        const qsizetype digits = reference.size() - 2 * each;
        return reference.first(digits - 2) + u' ' + reference.sliced(digits - 2, 2) + u' '
            + reference.sliced(digits, each) + u' ' + reference.last(each);
    } catch (const std::exception &) {
        return {};
    }
}

bool resemblesUtm(QStringView text)
{
    static const QRegularExpression bare(QStringLiteral(R"(^(?:UTM\b|UPS\b|\d{5,8}[\s,;]+\d{5,8}$))"),
                                         QRegularExpression::CaseInsensitiveOption);
    return bare.matchView(text).hasMatch() || utmParts(text);
}

Result<CoordinateReading> utmFrom(QStringView text)
{
    const std::optional<UtmParts> parts = utmParts(text);
    if (!parts || (!parts->axes[0].isEmpty() && parts->axes[0] == parts->axes[1]))
        return gridFailure(gridZoneWrong(), text);
    const bool isNorthingFirst = parts->axes[0] == u"N" || parts->axes[1] == u"E";
    const std::size_t easting = isNorthingFirst ? 1 : 0;
    return utmReading(parts->zone, parts->metres.at(easting), parts->metres.at(1 - easting), text);
}

Result<CoordinateReading> coordinatesFromUtm(QStringView easting, QStringView northing, QStringView zone,
                                             QStringView hemisphere)
{
    const std::optional<Metres> east = metresFrom(easting.trimmed());
    const std::optional<Metres> north = metresFrom(northing.trimmed());
    if (!east || !north)
        return gridFailure(CoordinatesText::tr("This is no easting or northing: write the metres like 615081"),
                           east ? northing : easting);
    std::optional<GridZone> read = gridZoneFrom(zone.trimmed());
    if (!read)
        return gridFailure(gridZoneWrong(), zone);
    if (const QString side = hemisphere.trimmed().toString().toLower(); !side.isEmpty()) {
        if (side != u"n" && side != u"s" && side != u"north" && side != u"south")
            return gridFailure(CoordinatesText::tr("A hemisphere is N or S"), hemisphere);
        read->side = side.startsWith(u'n') ? QStringLiteral("north") : QStringLiteral("south");
    }
    return utmReading(*read, *east, *north, zone);
}

bool resemblesMgrs(QStringView text)
{
    // A letter alone, as by the poles, would make a reference of many a word without digits.
    static const QRegularExpression shape(
        QStringLiteral(R"(^(?:MGRS\b|\d{1,2}\s*[A-Z]\s*[A-Z]{2}[\s\d]*$|[ABYZ]\s*[A-Z]{2}\s*\d[\s\d]*$))"),
        QRegularExpression::CaseInsensitiveOption);
    return shape.matchView(text).hasMatch();
}

Result<CoordinateReading> mgrsFrom(QStringView text)
{
    static const QRegularExpression shape(
        QRegularExpression::anchoredPattern(
            QStringLiteral(R"((?:MGRS:?\s*)?(\d{0,2})\s*([A-Z])\s*([A-Z]{2})\s*(?:(\d*)|(\d+)\s+(\d+)))")),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = shape.matchView(text);
    const QString digits = match.captured(4) + match.captured(5) + match.captured(6);
    if (!match.hasMatch() || digits.size() % 2 != 0 || digits.size() > 10
        || match.capturedLength(5) != match.capturedLength(6))
        return gridFailure(
            CoordinatesText::tr("MGRS has a zone and its letter, two letters for a square and the same "
                                "number of digits, up to five, each way: write it like 38S PJ 15080 73974"),
            text);
    const QString reference = (match.captured(1) + match.captured(2) + match.captured(3)).toUpper() + digits;
    try {
        GridPosition grid;
        int precision = 0;
        MGRS::Reverse(reference.toStdString(), grid.zone, grid.isNorth, grid.easting, grid.northing, precision);
        LonLat at;
        UTMUPS::Reverse(grid.zone, grid.isNorth, grid.easting, grid.northing, at.lat, at.lon);
        return CoordinateReading{at, 0.5 * std::pow(10.0, 5 - precision), CoordinateFormat::Mgrs};
    } catch (const std::exception &) {
        return gridFailure(
            CoordinatesText::tr("There is no such square in this zone: check the letters of the reference, "
                                "like 38S PJ 15080 73974"),
            text);
    }
}

} // namespace dateline
