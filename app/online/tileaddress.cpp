#include "online/tileaddress.h"

#include "online/onlinetext.h"

#include <cmath>

namespace dateline
{

namespace
{

constexpr double halfWorldMetres = 20'037'508.342789244;

QString boxText(const TilePlace &tile)
{
    const double side = 2 * halfWorldMetres / std::exp2(tile.z);
    const double west = tile.x * side - halfWorldMetres;
    const double north = halfWorldMetres - tile.y * side;
    QStringList edges;
    for (const double edge : {west, north - side, west + side, north})
        edges.append(QString::number(edge, 'f', 4));
    return edges.join(u',');
}

bool has(const QString &address, QLatin1StringView placeholder)
{
    return address.contains(placeholder, Qt::CaseInsensitive);
}

} // namespace

bool isTileTemplate(const QString &address)
{
    return has(address, QLatin1StringView("{z}")) || has(address, QLatin1StringView("{x}"))
        || has(address, QLatin1StringView("{TileMatrix}")) || has(address, QLatin1StringView("{bbox"));
}

Result<void> checkTemplate(const QString &address)
{
    const bool numbered = has(address, QLatin1StringView("{z}")) && has(address, QLatin1StringView("{x}"))
        && (has(address, QLatin1StringView("{y}")) || has(address, QLatin1StringView("{-y}")));
    const bool matrix = has(address, QLatin1StringView("{TileMatrix}")) && has(address, QLatin1StringView("{TileRow}"))
        && has(address, QLatin1StringView("{TileCol}"));
    const bool boxed = has(address, QLatin1StringView("{bbox}")) || has(address, QLatin1StringView("{bbox-epsg-3857}"));
    if (numbered || matrix || boxed)
        return {};
    return failure(Error::Kind::Malformed,
                   OnlineText::tr("The address tells no tile from another: it needs {z}, {x} and {y}; or {TileMatrix}, "
                                  "{TileRow} and {TileCol}; or {bbox}"),
                   address);
}

QUrl tileAddress(const OnlineSource &source, const TilePlace &tile)
{
    const QString column = QString::number(tile.x);
    const QString row = QString::number(tile.y);
    const QString level = QString::number(tile.z);
    if (source.kind == OnlineKind::OpenStreetMap)
        return QUrl(source.address + QStringLiteral("%1/%2/%3.png").arg(level, column, row));
    QString matrix = level;
    if (!source.matrices.isEmpty()) {
        matrix = source.matrices.value(tile.z);
        // The place of the server is asked of an address without a tile, too.
        if (matrix.isEmpty() && tile.z > 0)
            return {};
    }
    const QString fromSouth = QString::number((1 << tile.z) - 1 - tile.y);
    const std::pair<QLatin1StringView, QString> values[] = {
        {QLatin1StringView("{z}"), level},
        {QLatin1StringView("{x}"), column},
        {QLatin1StringView("{y}"), row},
        {QLatin1StringView("{-y}"), fromSouth},
        {QLatin1StringView("{s}"), QStringLiteral("a")},
        {QLatin1StringView("{r}"), QString()},
        {QLatin1StringView("{TileMatrix}"), QString::fromLatin1(QUrl::toPercentEncoding(matrix))},
        {QLatin1StringView("{TileCol}"), column},
        {QLatin1StringView("{TileRow}"), row},
        {QLatin1StringView("{bbox}"), boxText(tile)},
        {QLatin1StringView("{bbox-epsg-3857}"), boxText(tile)},
    };
    QString address = source.address;
    for (const auto &[placeholder, value] : values)
        address.replace(placeholder, value, Qt::CaseInsensitive);
    return QUrl(address);
}

} // namespace dateline
