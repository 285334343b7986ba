#include "cli/figureoptions.h"

#include "cli/clitext.h"
#include "domain/figurespecjson.h"
#include "geo/projection.h"

#include <QStringList>

#include <array>
#include <cmath>

namespace dateline
{

namespace
{} // namespace

Result<QSize> sizeFromText(const QString &text)
{
    const QStringList parts = text.split(u'x', Qt::KeepEmptyParts, Qt::CaseInsensitive);
    const auto side = [&parts](qsizetype i) { return parts.size() == 2 ? parts[i].toInt() : 0; };
    constexpr int least = 400;
    constexpr int most = 10'000;
    const QSize size(side(0), side(1));
    if (size.width() < least || size.height() < least || size.width() > most || size.height() > most) {
        return failure(
            Error::Kind::Malformed,
            CliText::tr("“%1” is no size; give width x height in pixels from 400 to 10000, such as 1600x1000")
                .arg(text),
            text);
    }
    return size;
}

Result<LonLatBox> boxFromText(const QString &text)
{
    const QStringList parts = text.split(u',');
    std::array<double, 4> degrees{};
    bool isBox = parts.size() == 4;
    for (std::size_t i = 0; i < degrees.size() && isBox; ++i)
        degrees[i] = parts[static_cast<qsizetype>(i)].trimmed().toDouble(&isBox);
    const auto [west, south, east, north] = degrees;
    isBox = isBox && west >= -180 && west < east && east <= 540 && east - west <= 360 && south >= -90 && south < north
        && north <= 90;
    if (!isBox) {
        return failure(
            Error::Kind::Malformed,
            CliText::tr("“%1” is no box; give west,south,east,north in degrees, such as 43.5,38.8,48,41.5").arg(text),
            text);
    }
    return LonLatBox{west, south, east, north};
}

Result<int> dpiFromText(const QString &text)
{
    const int dpi = text.toInt();
    if (dpi < 72 || dpi > 600)
        return failure(Error::Kind::Malformed,
                       CliText::tr("“%1” is no resolution; give dots an inch from 72 to 600").arg(text), text);
    return dpi;
}

Result<QString> projectionFromText(const QString &text)
{
    return Projection::fromText(text).transform([](const Projection &projection) { return projection.definition(); });
}

Result<FigureColours> coloursFromText(const QString &text)
{
    if (const std::optional<FigureColours> colours = figureColoursFromKey(text))
        return *colours;
    return failure(Error::Kind::Malformed, CliText::tr("Colours are “light”, “dark” or “grey”, not “%1”").arg(text));
}

Result<GroupBy> groupFromText(const QString &text)
{
    if (const std::optional<GroupBy> by = groupByFromKey(text))
        return *by;
    return failure(
        Error::Kind::Malformed,
        CliText::tr("Figures are grouped by “incident”, “day”, “week”, “kind” or “province”, not by “%1”").arg(text));
}

Result<FigureMarks> marksFromText(const QString &text)
{
    if (const std::optional<FigureMarks> marks = figureMarksFromKey(text))
        return *marks;
    return failure(Error::Kind::Malformed,
                   CliText::tr("Marks are “each”, “squares” or “automatic”, not “%1”").arg(text));
}

Result<double> blurFromText(const QString &text)
{
    bool isNumber = false;
    const double metres = text.toDouble(&isNumber);
    constexpr double most = 1e6;
    if (!isNumber || !(metres == 0 || (metres >= 1 && metres <= most))) {
        return failure(Error::Kind::Malformed,
                       CliText::tr("“%1” is no radius; give metres from 1 to 1000000, or 0 not to blur").arg(text),
                       text);
    }
    return metres;
}

} // namespace dateline
