#include "online/mapservice.h"

#include "online/tileaddress.h"
#include "online/xmltree.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace dateline
{

namespace
{

// Of level 0 in one tile of 256 pixels of 0.28 mm.
constexpr double coarsestScale = 559'082'264.0287178;
constexpr double halfWorld = 20'037'508.342789244;
constexpr int mostLevels = 25;

/// The level of the usual grid that @p matrix is; −1 if it is none of them.
int levelOf(const XmlElement &matrix)
{
    if (matrix[u"TileWidth"].text != u"256" || matrix[u"TileHeight"].text != u"256")
        return -1;
    const QStringList corner = matrix[u"TopLeftCorner"].text.split(u' ', Qt::SkipEmptyParts);
    constexpr double within = 100; // Metres: some round the edge of the world.
    if (corner.size() != 2 || std::abs(corner[0].toDouble() + halfWorld) > within
        || std::abs(corner[1].toDouble() - halfWorld) > within)
        return -1;
    const double level = std::log2(coarsestScale / matrix[u"ScaleDenominator"].text.toDouble());
    if (!(level > -0.01 && level < mostLevels) || std::abs(level - std::round(level)) > 0.01)
        return -1;
    return static_cast<int>(std::lround(level));
}

/// The names of the matrices by level; empty if @p set is not the usual grid of Web Mercator.
QStringList matricesOf(const XmlElement &set)
{
    QStringList names;
    if (!isWebMercator(set[u"SupportedCRS"].text))
        return names;
    for (const XmlElement *matrix : set.all(u"TileMatrix")) {
        const int level = levelOf(*matrix);
        if (level < 0)
            continue;
        names.resize(std::max<qsizetype>(names.size(), level + 1));
        names[level] = (*matrix)[u"Identifier"].text;
    }
    return names;
}

QString styleOf(const XmlElement &layer)
{
    const std::vector<const XmlElement *> styles = layer.all(u"Style");
    const auto usual =
        std::ranges::find_if(styles, [](const XmlElement *style) { return style->attribute(u"isDefault") == u"true"; });
    if (usual != styles.end())
        return (**usual)[u"Identifier"].text;
    return styles.empty() ? QString() : (*styles.front())[u"Identifier"].text;
}

/// How tiles are asked for where a layer has no template: the address of GetTile with parameters.
QString keyValueBase(const XmlElement &root, const QUrl &address)
{
    for (const XmlElement *operation : root[u"OperationsMetadata"].all(u"Operation")) {
        if (operation->attribute(u"name") != u"GetTile")
            continue;
        for (const XmlElement *get : (*operation)[u"DCP"][u"HTTP"].all(u"Get")) {
            const QString encoding = (*get)[u"Constraint"][u"AllowedValues"][u"Value"].text;
            const QUrl stated(get->attribute(u"href"));
            if ((encoding.isEmpty() || encoding == u"KVP") && !stated.host().isEmpty())
                return serviceBase(stated);
        }
    }
    return serviceBase(address);
}

QString encodedValue(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

/// Servers behind a proxy often name themselves by http; the one that answered over https is asked so.
QString asSafeAs(QString stated, const QUrl &address)
{
    if (address.scheme() == u"https" && stated.startsWith(QStringLiteral("http://%1/").arg(address.host())))
        stated.replace(0, 4, QStringLiteral("https"));
    return stated;
}

QString templateOf(const XmlElement &layer, const QString &matrixSet, const QString &keyValue)
{
    std::vector<const XmlElement *> tiles = layer.all(u"ResourceURL");
    std::erase_if(tiles, [](const XmlElement *resource) {
        return resource->attribute(u"resourceType") != u"tile" || !resource->attribute(u"format").startsWith(u"image/")
            || resource->attribute(u"template").isEmpty();
    });
    const auto isPng = [](const XmlElement *resource) { return resource->attribute(u"format") == u"image/png"; };
    std::ranges::stable_partition(tiles, isPng);
    const QString style = encodedValue(styleOf(layer));
    if (!tiles.empty()) {
        QString address = tiles.front()->attribute(u"template");
        address.replace(QStringLiteral("{Style}"), style, Qt::CaseInsensitive);
        address.replace(QStringLiteral("{TileMatrixSet}"), encodedValue(matrixSet), Qt::CaseInsensitive);
        for (const XmlElement *dimension : layer.all(u"Dimension")) {
            address.replace(QStringLiteral("{%1}").arg((*dimension)[u"Identifier"].text),
                            encodedValue((*dimension)[u"Default"].text), Qt::CaseInsensitive);
        }
        return address;
    }
    QString format = QStringLiteral("image/png");
    if (const std::vector<const XmlElement *> formats = layer.all(u"Format"); !formats.empty()
        && std::ranges::none_of(formats, [&format](const XmlElement *one) { return one->text == format; }))
        format = formats.front()->text;
    return keyValue
        + QStringLiteral("SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&LAYER=%1&STYLE=%2&FORMAT=%3&TILEMATRIXSET=%4&"
                         "TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}")
              .arg(encodedValue(layer[u"Identifier"].text), style, encodedValue(format), encodedValue(matrixSet));
}

} // namespace

std::vector<OnlineSource> wmtsLayers(const XmlElement &root, const QUrl &address)
{
    std::map<QString, QStringList> grids;
    for (const XmlElement *set : root[u"Contents"].all(u"TileMatrixSet")) {
        if (QStringList matrices = matricesOf(*set); !matrices.isEmpty())
            grids.emplace((*set)[u"Identifier"].text, std::move(matrices));
    }
    const QString keyValue = keyValueBase(root, address);
    const QString provider = root[u"ServiceProvider"][u"ProviderName"].text;
    const QString credit = (provider.isEmpty() ? root[u"ServiceIdentification"][u"Title"].text : provider).simplified();
    std::vector<OnlineSource> found;
    for (const XmlElement *layer : root[u"Contents"].all(u"Layer")) {
        for (const XmlElement *link : layer->all(u"TileMatrixSetLink")) {
            const auto grid = grids.find((*link)[u"TileMatrixSet"].text);
            if (grid == grids.end())
                continue;
            const QString title = (*layer)[u"Title"].text.simplified();
            found.push_back({.kind = OnlineKind::Tiles,
                             .name = title.isEmpty() ? (*layer)[u"Identifier"].text : title,
                             .credit = credit,
                             .address = asSafeAs(templateOf(*layer, grid->first, keyValue), address),
                             .matrices = grid->second,
                             .finest = static_cast<int>(grid->second.size()) - 1});
            break;
        }
    }
    return found;
}

} // namespace dateline
