#include "online/mapservice.h"

#include "online/onlinetext.h"
#include "online/xmltree.h"

#include <QUrlQuery>

namespace dateline
{

namespace
{

QString parameter(const QUrl &address, QLatin1StringView name)
{
    for (const auto &[key, value] : QUrlQuery(address).queryItems()) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value.toLower();
    }
    return {};
}

} // namespace

QString serviceBase(const QUrl &address)
{
    QUrlQuery query;
    for (const auto &[key, value] : QUrlQuery(address).queryItems(QUrl::FullyEncoded)) {
        const QString name = key.toLower();
        if (name != u"service" && name != u"request" && name != u"version" && name != u"acceptversions")
            query.addQueryItem(key, value);
    }
    QUrl base = address;
    base.setFragment({});
    base.setQuery(query);
    const QString text = base.toString(QUrl::FullyEncoded);
    if (query.isEmpty())
        return text.endsWith(u'?') ? text : text + u'?';
    return text + u'&';
}

std::vector<QUrl> capabilitiesAddresses(const QUrl &address)
{
    if (address.path().endsWith(u".xml", Qt::CaseInsensitive)
        || parameter(address, QLatin1StringView("request")) == u"getcapabilities")
        return {address};
    const auto asking = [&address](const QString &service) {
        return QUrl(serviceBase(address) + QStringLiteral("SERVICE=%1&REQUEST=GetCapabilities").arg(service));
    };
    const QString service = parameter(address, QLatin1StringView("service"));
    if (service == u"wms" || service == u"wmts")
        return {asking(service.toUpper())};
    if (address.path().contains(u"wmts", Qt::CaseInsensitive))
        return {asking(QStringLiteral("WMTS")), asking(QStringLiteral("WMS"))};
    return {asking(QStringLiteral("WMS")), asking(QStringLiteral("WMTS"))};
}

bool isWebMercator(QStringView crs)
{
    const QStringView code = crs.sliced(crs.lastIndexOf(u':') + 1);
    return code == u"3857" || code == u"900913" || code == u"102100" || code == u"102113" || code == u"3785";
}

Result<std::vector<OnlineSource>> offeredMaps(const QByteArray &answer, const QUrl &address)
{
    const QString host = hostName(address);
    const Result<XmlElement> root = xmlTreeFrom(answer, host);
    if (!root)
        return std::unexpected(root.error());
    std::vector<OnlineSource> maps;
    if (root->name == u"WMS_Capabilities" || root->name == u"WMT_MS_Capabilities")
        maps = wmsLayers(*root, address);
    else if (root->name == u"Capabilities")
        maps = wmtsLayers(*root, address);
    else if (root->name.contains(u"Exception")) {
        return failure(
            Error::Kind::Malformed,
            OnlineText::tr("%1 refuses to tell what maps it offers; look whether the address is complete").arg(host),
            host);
    } else {
        return failure(Error::Kind::Malformed,
                       OnlineText::tr("What %1 answers is no list of maps as WMTS and WMS have it; look whether the "
                                      "address is right")
                           .arg(host),
                       host);
    }
    std::erase_if(maps, [](const OnlineSource &source) { return !checkAddress(firstAddress(source)); });
    if (maps.empty()) {
        return failure(
            Error::Kind::Unsupported,
            OnlineText::tr("%1 offers no map in Web Mercator (EPSG:3857), which is all that can be drawn here")
                .arg(host),
            host);
    }
    return maps;
}

} // namespace dateline
