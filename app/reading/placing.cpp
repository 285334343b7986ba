#include "reading/placing.h"

#include "reading/readingtext.h"
#include "reading/wordtable.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

using Relation = LocationWords::Relation;

const double *metresOfUnit(QStringView word)
{
    static const WordTable<double> units{{u"km kms kilometre kilometres kilometer kilometers", 1000},
                                         {u"mile miles", 1609.344},
                                         {u"metre metres meter meters m", 1},
                                         {u"yards yard", 0.9144}};
    return units.find(word);
}

const double *azimuthOf(Word word)
{
    static const WordTable<double> directions{{u"north", 0},       {u"northeast", 45}, {u"east", 90},
                                              {u"southeast", 135}, {u"south", 180},    {u"southwest", 225},
                                              {u"west", 270},      {u"northwest", 315}};
    return directions.find(word);
}

/// The direction whose last token is @p at, which is set to the one before its first; null if there is none.
const double *directionBefore(const Tokens &tokens, int &at)
{
    const bool parted = tokens.is(at - 1, u"-") && tokens.joined(at - 1) && tokens.joined(at); // “north-west”
    const double *azimuth = parted ? azimuthOf(Word(tokens.word(at - 2).toString() + tokens.word(at).toString()))
                                   : azimuthOf(tokens.word(at));
    at -= parted ? 3 : 1;
    return azimuth;
}

/// On a sphere, which is right to half a per cent: far less than the words are.
LonLat movedBy(LonLat start, double azimuth, double metres)
{
    constexpr double earthMetres = 6'371'000;
    constexpr double radians = std::numbers::pi / 180;
    const double angle = metres / earthMetres;
    const double lat = start.lat * radians;
    const double way = azimuth * radians;
    const double newLat = std::asin(std::sin(lat) * std::cos(angle) + std::cos(lat) * std::sin(angle) * std::cos(way));
    const double turn =
        std::atan2(std::sin(way) * std::sin(angle) * std::cos(lat), std::cos(angle) - std::sin(lat) * std::sin(newLat));
    return {std::remainder(start.lon + turn / radians, 360.0), newLat / radians};
}

QString wordsOf(double metres)
{
    return metres < 1000 ? ReadingText::tr("%1 m").arg(std::lround(metres))
                         : ReadingText::tr("%1 km").arg(QLocale::c().toString(std::round(metres / 100) / 10, 'g', 6));
}

QString putAway(Where &where, const LocationWords &words)
{
    const std::optional<LonLat> anchor = anchorOf(where);
    constexpr double farthest = 1'000'000;
    if (!anchor || words.metres > farthest)
        return {};
    const double own = where.precision <= LocationPrecision::Near ? where.radiusMetres : 0;
    where.precision = LocationPrecision::Near;
    if (!words.azimuth) {
        where.geometry = pointGeometry(*anchor);
        where.radiusMetres = own + words.metres;
        return ReadingText::tr("%1 from it, in no stated direction, so anywhere within that")
            .arg(wordsOf(words.metres));
    }
    // “North” may be 22° off, and distances in reports are round.
    constexpr double leastMetres = 1000;
    constexpr double doubt = 0.4;
    where.geometry = pointGeometry(movedBy(*anchor, *words.azimuth, words.metres));
    where.radiusMetres = std::max({leastMetres, doubt * words.metres, own});
    return ReadingText::tr("reckoned from its middle, and right to about %1").arg(wordsOf(where.radiusMetres));
}

QString drawLine(Where &where, const LocationWords &words, const Where *other)
{
    const std::optional<LonLat> begin = anchorOf(where);
    const std::optional<LonLat> end = other ? anchorOf(*other) : std::nullopt;
    if (!begin || !end)
        return {};
    where.geometry = {Geometry::Type::Line, {{*begin, *end}}};
    where.precision = LocationPrecision::District;
    where.radiusMetres = 0;
    const bool road = words.relation == Relation::Along;
    where.place = road ? QStringLiteral("%1–%2").arg(where.place, other->place)
                       : ReadingText::tr("%1 and %2").arg(where.place, other->place);
    where.province = where.province == other->province ? where.province : QString();
    where.country = where.country == other->country ? where.country : QString();
    return road ? ReadingText::tr("somewhere along the road, drawn as a straight line between the two")
                : ReadingText::tr("somewhere between the two, drawn as a straight line");
}

} // namespace

std::optional<Distance> distanceBefore(const Tokens &tokens, int i)
{
    Distance distance;
    int at = i - 1;
    if (tokens.is(at, u"of")) {
        --at;
        const double *azimuth = directionBefore(tokens, at);
        if (azimuth == nullptr)
            return std::nullopt;
        distance.azimuth = *azimuth;
        if (tokens.is(at, u"the") && tokens.is(at - 1, u"to"))
            at -= 2; // “12 km to the north of”
    } else if (tokens.is(at, u"from") || tokens.is(at, u"outside")) {
        --at;
    } else {
        return std::nullopt;
    }
    constexpr int longestBracket = 6;
    if (tokens.is(at, u")")) {
        int open = at;
        while (at - open < longestBracket && !tokens.is(open, u"("))
            --open;
        at = open - 1;
    }
    const double *unit = metresOfUnit(tokens.word(at));
    if (unit == nullptr)
        return std::nullopt;
    int first = at - 1;
    double count = tokens.number(first);
    // “12.5 km”: the point parts two numbers.
    if (tokens.isNumber(first) && tokens.is(first - 1, u".") && tokens.isNumber(first - 2)) {
        count = tokens.number(first - 2) + count / std::pow(10, tokens.digits(first));
        first -= 2;
    }
    if (!tokens.isNumber(first)) {
        for (int back = 1; back <= 3 && count < 0; ++back) {
            const Count words = countAt(tokens, at - back);
            if (words.next == at && words.value > 0) {
                count = double(words.value);
                first = at - back;
            }
        }
    }
    if (count <= 0)
        return std::nullopt;
    distance.metres = count * *unit;
    distance.first = first;
    return distance;
}

QString place(Where &where, const LocationWords &words, const Where *other)
{
    switch (words.relation) {
    case Relation::Away: return putAway(where, words);
    case Relation::Between:
    case Relation::Along: return drawLine(where, words, other);
    case Relation::Near: return ReadingText::tr("“near”, so its circle is wider");
    case Relation::Towards: return ReadingText::tr("“towards”, so its circle is wider");
    case Relation::In:
    case Relation::About: break;
    }
    return {};
}

} // namespace dateline
