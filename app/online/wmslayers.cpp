#include "online/mapservice.h"

#include "online/xmltree.h"

namespace dateline
{

namespace
{

/// What the layers of a WMS have in common.
struct WmsService
{
    QString base;
    bool newer = false; ///< 1.3.0: its CRS was SRS before; the axes of Web Mercator are east and north in both.
    QString format;
    QString credit;
};

/// What a layer hands down to those in it.
struct WmsParent
{
    QString crs; ///< Of Web Mercator; empty if there is none yet.
    QString credit;
};

QString formatFrom(const XmlElement &getMap)
{
    QStringList formats;
    for (const XmlElement *format : getMap.all(u"Format"))
        formats.append(format->text.toLower());
    for (const QString &known : {QStringLiteral("image/png"), QStringLiteral("image/jpeg")}) {
        if (formats.contains(known))
            return known;
    }
    return QStringLiteral("image/png");
}

QString encodedLayer(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

OnlineSource wmsSource(const XmlElement &layer, const WmsService &service, const WmsParent &parent)
{
    const QString title = layer[u"Title"].text;
    return {.kind = OnlineKind::Tiles,
            .name = title.isEmpty() ? layer[u"Name"].text : title.simplified(),
            .credit = parent.credit,
            .address = service.base
                + QStringLiteral("SERVICE=WMS&VERSION=%1&REQUEST=GetMap&LAYERS=%2&STYLES=&%3=%4&BBOX={bbox}&WIDTH=256&"
                                 "HEIGHT=256&FORMAT=%5&TRANSPARENT=%6")
                      .arg(service.newer ? u"1.3.0" : u"1.1.1", encodedLayer(layer[u"Name"].text),
                           service.newer ? u"CRS" : u"SRS", parent.crs, service.format,
                           service.format == u"image/png" ? u"TRUE" : u"FALSE")};
}

void addWmsLayers(const XmlElement &layer, const WmsService &service, WmsParent parent,
                  std::vector<OnlineSource> &found)
{
    for (const XmlElement *crs : layer.all(service.newer ? u"CRS" : u"SRS")) {
        for (const QString &one : crs->text.split(u' ', Qt::SkipEmptyParts)) { // 1.1.1 may list them in one.
            if (parent.crs.isEmpty() && isWebMercator(one))
                parent.crs = one;
        }
    }
    if (const QString credit = layer[u"Attribution"][u"Title"].text; !credit.isEmpty())
        parent.credit = credit.simplified();
    if (!layer[u"Name"].text.isEmpty() && !parent.crs.isEmpty())
        found.push_back(wmsSource(layer, service, parent));
    for (const XmlElement *child : layer.all(u"Layer"))
        addWmsLayers(*child, service, parent, found);
}

} // namespace

std::vector<OnlineSource> wmsLayers(const XmlElement &root, const QUrl &address)
{
    const XmlElement &about = root[u"Service"];
    const QString organisation = about[u"ContactInformation"][u"ContactPersonPrimary"][u"ContactOrganization"].text;
    const XmlElement &capability = root[u"Capability"];
    const WmsService service{.base = serviceBase(address),
                             .newer = root.attribute(u"version") == u"1.3.0",
                             .format = formatFrom(capability[u"Request"][u"GetMap"]),
                             .credit = (organisation.isEmpty() ? about[u"Title"].text : organisation).simplified()};
    std::vector<OnlineSource> found;
    for (const XmlElement *layer : capability.all(u"Layer"))
        addWmsLayers(*layer, service, {.crs = {}, .credit = service.credit}, found);
    return found;
}

} // namespace dateline
