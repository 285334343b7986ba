#include "ui/measuretext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace dateline
{

namespace
{

struct MeasureText
{
    Q_DECLARE_TR_FUNCTIONS(Measure)
};

constexpr double metresInFoot = 0.3048;
constexpr double metresInMile = 1609.344;
constexpr double metresInNauticalMile = 1852;
constexpr double squareMetresInAcre = metresInMile * metresInMile / 640;

QString measuredNumber(double value)
{
    return QLocale().toString(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0);
}

QString wholeNumber(double value)
{
    return QLocale().toString(value, 'f', value < 10 ? 1 : 0);
}

} // namespace

QString lengthText(double metres, LengthUnits units)
{
    switch (units) {
    case LengthUnits::Metric: break;
    case LengthUnits::Miles:
        return metres < metresInMile / 10 ? MeasureText::tr("%1 ft").arg(wholeNumber(metres / metresInFoot))
                                          : MeasureText::tr("%1 mi").arg(measuredNumber(metres / metresInMile));
    case LengthUnits::NauticalMiles:
        if (metres >= metresInNauticalMile / 10)
            return MeasureText::tr("%1 NM").arg(measuredNumber(metres / metresInNauticalMile));
        break;
    }
    return metres < 1000 ? MeasureText::tr("%1 m").arg(wholeNumber(metres))
                         : MeasureText::tr("%1 km").arg(measuredNumber(metres / 1000));
}

QString areaText(double squareMetres, LengthUnits units)
{
    constexpr double fewSquareMetres = 1e5;
    switch (units) {
    case LengthUnits::Metric: break;
    case LengthUnits::Miles:
        return squareMetres < metresInMile * metresInMile
            ? MeasureText::tr("%1 acres").arg(measuredNumber(squareMetres / squareMetresInAcre))
            : MeasureText::tr("%1 mi²").arg(measuredNumber(squareMetres / metresInMile / metresInMile));
    case LengthUnits::NauticalMiles:
        if (squareMetres >= fewSquareMetres)
            return MeasureText::tr("%1 NM²").arg(
                measuredNumber(squareMetres / metresInNauticalMile / metresInNauticalMile));
        break;
    }
    return squareMetres < fewSquareMetres ? MeasureText::tr("%1 m²").arg(wholeNumber(squareMetres))
                                          : MeasureText::tr("%1 km²").arg(measuredNumber(squareMetres / 1e6));
}

QString bearingText(double degrees)
{
    const double tenths = std::fmod(std::round(degrees * 10), 3600);
    return MeasureText::tr("%1°").arg(QLocale().toString(tenths / 10, 'f', 1));
}

} // namespace dateline
