#include "geo/projectionname.h"

#include "geo/projectiontext.h"

#include <QStringList>

#include <proj.h>

#include <cmath>

namespace dateline
{

namespace
{

QString valueOf(const QString &projString, QLatin1StringView key)
{
    const QString begin = u'+' + key + u'=';
    for (const QString &part : projString.split(u' ', Qt::SkipEmptyParts)) {
        if (part.startsWith(begin))
            return part.sliced(begin.size());
    }
    return {};
}

// “39°”, “39.5°”; in English, as all interface texts are until translations are made.
QString degreeText(double value)
{
    return QString::number(std::round(std::abs(value) * 10) / 10) + QChar(0x00B0);
}

QString latitudeText(double lat)
{
    return degreeText(lat) + (lat < 0 ? QStringLiteral(" S") : QStringLiteral(" N"));
}

QString longitudeText(double lon)
{
    return degreeText(lon) + (lon < 0 ? QStringLiteral(" W") : QStringLiteral(" E"));
}

QString parallelsText(const QString &projString)
{
    const double south = projNumber(projString, QLatin1StringView("lat_1")).value_or(0);
    const double north = projNumber(projString, QLatin1StringView("lat_2")).value_or(south);
    if ((south < 0) == (north < 0))
        return degreeText(south) + QChar(0x2013) + latitudeText(north);
    return latitudeText(south) + QStringLiteral(" – ") + latitudeText(north);
}

// The first line of PROJ's own description; the others tell its class and parameters.
QString nameInProj(const QString &id)
{
    for (const PJ_OPERATIONS *known = proj_list_operations(); known->id != nullptr; ++known) {
        if (id == QLatin1StringView(known->id))
            return QString::fromUtf8(*known->descr).section(u'\n', 0, 0).trimmed();
    }
    return {};
}

} // namespace

std::optional<double> projNumber(const QString &projString, QLatin1StringView key)
{
    bool isNumber = false;
    const double value = valueOf(projString, key).toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString projIdOf(const QString &projString)
{
    return valueOf(projString, QLatin1StringView("proj"));
}

QString projectionNameOf(const QString &projString)
{
    const QString id = projIdOf(projString);
    const double lon = projNumber(projString, QLatin1StringView("lon_0")).value_or(0);
    const double lat = projNumber(projString, QLatin1StringView("lat_0")).value_or(0);
    if (id == u"lcc")
        return ProjectionText::tr("Lambert conformal conic, %1").arg(parallelsText(projString));
    if (id == u"aea")
        return ProjectionText::tr("Albers equal-area conic, %1").arg(parallelsText(projString));
    if (id == u"laea")
        return ProjectionText::tr("Lambert azimuthal equal-area");
    if (id == u"tmerc")
        return ProjectionText::tr("Transverse Mercator around %1").arg(longitudeText(lon));
    if (id == u"ortho")
        return ProjectionText::tr("Orthographic around %1, %2").arg(latitudeText(lat), longitudeText(lon));
    if (id == u"utm") {
        const bool south = projString.split(u' ').contains(u"+south");
        return ProjectionText::tr("UTM zone %1 %2")
            .arg(valueOf(projString, QLatin1StringView("zone")), south ? QStringLiteral("S") : QStringLiteral("N"));
    }
    return nameInProj(id);
}

} // namespace dateline
