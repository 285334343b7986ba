#include "geo/coordinates.h"

#include "geo/angletext.h"
#include "geo/coordinatestext.h"
#include "geo/gridreference.h"
#include "geo/pluscode.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double metresInDegree = 111319.49;

/// Half the longer side in metres of a box of degrees around a latitude.
double halfSizeMetres(double latitude, double halfLatDegrees, double halfLonDegrees)
{
    return metresInDegree * std::max(halfLatDegrees, halfLonDegrees * std::cos(latitude * std::numbers::pi / 180));
}

/// Digits of other scripts as ASCII, without brackets, the scheme of a geo address and doubled spaces around.
QString plainCoordinates(QStringView text)
{
    QString plain = text.trimmed().toString();
    for (QChar &c : plain) {
        if (const int digit = c.digitValue(); digit >= 0 && c.isDigit())
            c = QChar(u'0' + digit);
    }
    if (plain.startsWith(QLatin1String("geo:"), Qt::CaseInsensitive))
        plain = plain.sliced(4);
    // с. ш. and в. д. as с.ш. and в.д.
    plain.replace(QStringLiteral(". ш"), QStringLiteral(".ш")).replace(QStringLiteral(". д"), QStringLiteral(".д"));
    const bool isBracketed =
        (plain.startsWith(u'(') && plain.endsWith(u')')) || (plain.startsWith(u'[') && plain.endsWith(u']'));
    return isBracketed ? plain.sliced(1, plain.size() - 2).trimmed() : plain;
}

/// Of the code whose cell comes nearest: 14 metres for 10 characters, 2.8 for 11.
int plusCodeLength(double metres)
{
    if (metres < 6)
        return 11;
    if (metres < 60)
        return 10;
    return metres < 1200 ? 8 : metres < 25'000 ? 6 : 4;
}

Result<CoordinateReading> fromPlusCode(QStringView text)
{
    return plusCodeCell(text).transform([](const LonLatBox &cell) {
        const LonLat centre = cell.centre();
        return CoordinateReading{centre,
                                 halfSizeMetres(centre.lat, (cell.north - cell.south) / 2, (cell.east - cell.west) / 2),
                                 CoordinateFormat::PlusCode};
    });
}

} // namespace

QString coordinateText(LonLat at, CoordinateFormat format, double metres)
{
    metres = std::max(metres, 1.0);
    switch (format) {
    case CoordinateFormat::Degrees: break;
    case CoordinateFormat::DegreesMinutesSeconds: return degreesMinutesSecondsText(at, metres);
    case CoordinateFormat::Utm: return utmText(at, metres);
    case CoordinateFormat::Mgrs: return mgrsText(at, metres);
    case CoordinateFormat::PlusCode: return plusCode(at, plusCodeLength(metres));
    }
    const int decimals = std::clamp(static_cast<int>(std::lround(std::log10(metresInDegree / metres))), 0, 5);
    const double steps = std::pow(10, decimals);
    // Adding nought makes −0.00000 positive.
    const auto degrees = [&](double value) {
        return QString::number(std::round(value * steps) / steps + 0.0, 'f', decimals);
    };
    return degrees(at.lat) + QStringLiteral(", ") + degrees(at.lon);
}

Result<CoordinateReading> coordinatesFrom(QStringView text)
{
    // Longer texts are read by what finds places in them.
    constexpr qsizetype longest = 200;
    const QString plain = plainCoordinates(text.first(std::min(text.size(), longest + 1)));
    if (plain.size() > longest)
        return failure(Error::Kind::Malformed, CoordinatesText::tr("This is too long for coordinates"),
                       text.toString());
    Result<CoordinateReading> reading = resemblesPlusCode(plain) ? fromPlusCode(plain)
        : resemblesMgrs(plain)                                   ? mgrsFrom(plain)
        : resemblesUtm(plain)                                    ? utmFrom(plain)
                                                                 : anglesFrom(plain);
    if (!reading)
        reading.error().subject = text.toString();
    return reading;
}

CoordinateReading coordinatesFrom(const AngleReading &latitude, const AngleReading &longitude)
{
    return {{longitude.degrees, latitude.degrees},
            halfSizeMetres(latitude.degrees, latitude.halfStep, longitude.halfStep)};
}

} // namespace dateline
