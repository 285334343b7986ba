#include "geo/pluscode.h"

#include "geo/coordinatestext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline
{

namespace
{

// Open Location Code: five pairs of digits to the base of 20, then up to five that each part a cell in 4 by 5.
constexpr QStringView plusDigits = u"23456789CFGHJMPQRVWX";
constexpr int plusPairs = 5;
constexpr int plusLongest = 15;
constexpr int plusPosition = 8;
constexpr int gridColumns = 4;
constexpr int gridRows = 5;
// The smallest cells in a degree: 8000 of the last pair, each parted five times.
constexpr qint64 latSteps = 8000LL * 3125;
constexpr qint64 lonSteps = 8000LL * 1024;

/// The side of a cell of @p length characters, in smallest steps.
qint64 plusCellSteps(int length, int pairBase, int gridBase)
{
    qint64 steps = 1;
    for (int i = std::max(length, 2 * plusPairs); i < plusLongest; ++i)
        steps *= gridBase;
    for (int pair = length / 2; pair < plusPairs; ++pair)
        steps *= pairBase;
    return steps;
}

qint64 latCellSteps(int length)
{
    return plusCellSteps(length, 20, gridRows);
}

qint64 lonCellSteps(int length)
{
    return plusCellSteps(length, 20, gridColumns);
}

QString noPlusCode()
{
    return CoordinatesText::tr(
               "This is no plus code: a full one has eight of the characters %1 before the plus and none, "
               "two or more after it, like 8HF8G85Q+3C")
        .arg(plusDigits);
}

/// The characters of a full code without its plus and padding; none if it is not one.
std::optional<QString> plusCharacters(QStringView text)
{
    const qsizetype plus = text.indexOf(u'+');
    if (plus != plusPosition || text.lastIndexOf(u'+') != plus || text.size() == plus + 2
        || text.size() > plusLongest + 1)
        return std::nullopt;
    QString before = text.first(plus).toString().toUpper();
    const QString after = text.sliced(plus + 1).toString().toUpper();
    if (const qsizetype padding = before.indexOf(u'0'); padding >= 0) {
        const bool isPadded = padding > 0 && padding % 2 == 0 && before.count(u'0') == before.size() - padding;
        if (!isPadded || !after.isEmpty())
            return std::nullopt;
        before.truncate(padding);
    }
    const QString all = before + after;
    const bool isOfDigits = std::ranges::all_of(all, [](QChar c) { return plusDigits.contains(c); });
    // 20 degrees a step: nine northwards and eighteen eastwards.
    if (!isOfDigits || plusDigits.indexOf(all.at(0)) > 8 || plusDigits.indexOf(all.at(1)) > 17)
        return std::nullopt;
    return all;
}

} // namespace

QString plusCode(LonLat at, int length)
{
    Q_ASSERT((length >= 2 && length <= 10 && length % 2 == 0) || (length > 10 && length <= plusLongest));
    // The north pole is in the cell below it, and 180 degrees east are 180 west.
    qint64 lat =
        static_cast<qint64>(std::floor((std::clamp(at.lat, -90.0, 90.0) + 90) * static_cast<double>(latSteps)));
    lat = std::min(lat, 180 * latSteps - latCellSteps(length));
    const qint64 around = 360 * lonSteps;
    qint64 lon = static_cast<qint64>(std::floor((at.lon + 180) * static_cast<double>(lonSteps)));
    lon = ((lon % around) + around) % around;

    QString code;
    for (int pair = 0; pair < std::min(length / 2, plusPairs); ++pair) {
        code += plusDigits.at(lat / latCellSteps(2 * pair + 2) % 20);
        code += plusDigits.at(lon / lonCellSteps(2 * pair + 2) % 20);
    }
    for (int i = 2 * plusPairs + 1; i <= length; ++i)
        code += plusDigits.at(lat / latCellSteps(i) % gridRows * gridColumns + lon / lonCellSteps(i) % gridColumns);
    if (code.size() < plusPosition)
        code = code.leftJustified(plusPosition, u'0');
    return code.insert(plusPosition, u'+');
}

bool resemblesPlusCode(QStringView text)
{
    static const QRegularExpression shape(QStringLiteral(R"(^[0-9A-Za-z]{2,8}\+[0-9A-Za-z]*(?:[\s,]|$))"));
    return shape.matchView(text).hasMatch();
}

Result<LonLatBox> plusCodeCell(QStringView text)
{
    if (const qsizetype plus = text.indexOf(u'+'); plus >= 0 && plus < plusPosition)
        return failure(Error::Kind::Malformed,
                       CoordinatesText::tr("This is a short plus code, which means nothing without a place beside it: "
                                           "write the full one, with eight characters before the plus"),
                       text.toString());
    const std::optional<QString> characters = plusCharacters(text);
    if (!characters)
        return failure(Error::Kind::Malformed, noPlusCode(), text.toString());
    qint64 lat = 0;
    qint64 lon = 0;
    const int length = static_cast<int>(characters->size());
    for (int i = 0; i < std::min(length, 2 * plusPairs); i += 2) {
        lat += plusDigits.indexOf(characters->at(i)) * latCellSteps(i + 2);
        lon += plusDigits.indexOf(characters->at(i + 1)) * lonCellSteps(i + 2);
    }
    for (int i = 2 * plusPairs; i < length; ++i) {
        const qsizetype digit = plusDigits.indexOf(characters->at(i));
        lat += digit / gridColumns * latCellSteps(i + 1);
        lon += digit % gridColumns * lonCellSteps(i + 1);
    }
    const auto latDegrees = [](qint64 steps) {
        return static_cast<double>(steps) / static_cast<double>(latSteps) - 90;
    };
    const auto lonDegrees = [](qint64 steps) {
        return static_cast<double>(steps) / static_cast<double>(lonSteps) - 180;
    };
    return LonLatBox{lonDegrees(lon), latDegrees(lat), lonDegrees(lon + lonCellSteps(length)),
                     latDegrees(lat + latCellSteps(length))};
}

} // namespace dateline
