#include "online/onlinesource.h"

#include "online/onlinetext.h"
#include "online/tileaddress.h"

#include <QHostAddress>
#include <QJsonArray>

namespace dateline
{

namespace
{

bool isOwnNetwork(const QString &host)
{
    if (host == u"localhost")
        return true;
    const QHostAddress address(host);
    return !address.isNull() && (address.isLoopback() || address.isPrivateUse() || address.isLinkLocal());
}

int usualPort(const QUrl &url)
{
    return url.scheme() == u"https" ? 443 : 80;
}

} // namespace

std::vector<OnlineSource> ownOnlineSources()
{
    return {{.id = QStringLiteral("openstreetmap"),
             .kind = OnlineKind::OpenStreetMap,
             .name = QStringLiteral("OpenStreetMap"),
             .credit = OnlineText::tr("© OpenStreetMap contributors"),
             .address = QStringLiteral("https://tile.openstreetmap.org/"),
             .ownNames = true},
            {.id = QStringLiteral("nominatim"),
             .kind = OnlineKind::PlaceSearch,
             .name = OnlineText::tr("Search for places in OpenStreetMap"),
             .credit = OnlineText::tr("© OpenStreetMap contributors"),
             .address = QStringLiteral("https://nominatim.openstreetmap.org/search")}};
}

QJsonObject jsonFrom(const OnlineSource &source)
{
    return {{QStringLiteral("id"), source.id},
            {QStringLiteral("kind"), static_cast<int>(source.kind)},
            {QStringLiteral("name"), source.name},
            {QStringLiteral("credit"), source.credit},
            {QStringLiteral("address"), source.address},
            {QStringLiteral("matrices"), QJsonArray::fromStringList(source.matrices)},
            {QStringLiteral("finest"), source.finest},
            {QStringLiteral("ownNames"), source.ownNames}};
}

Result<OnlineSource> onlineSourceFrom(const QJsonObject &json)
{
    OnlineSource source{.id = json[u"id"].toString(),
                        .name = json[u"name"].toString(),
                        .credit = json[u"credit"].toString(),
                        .address = json[u"address"].toString(),
                        .finest = std::clamp(json[u"finest"].toInt(19), 0, 30),
                        .ownNames = json[u"ownNames"].toBool()};
    const int kind = json[u"kind"].toInt(-1);
    if (source.id.isEmpty() || kind < 0 || kind > static_cast<int>(OnlineKind::PlaceSearch)) {
        return failure(Error::Kind::Malformed,
                       OnlineText::tr("An online map among the settings is not readable; add it again"));
    }
    source.kind = static_cast<OnlineKind>(kind);
    for (const QJsonValue matrix : json[u"matrices"].toArray())
        source.matrices.append(matrix.toString());
    return checkAddress(firstAddress(source)).transform([&source] { return std::move(source); });
}

Result<void> checkAddress(const QUrl &url)
{
    const auto refuse = [&url](const QString &why) {
        return failure(Error::Kind::Unsupported, why, url.toDisplayString(QUrl::RemoveUserInfo));
    };
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
        return refuse(OnlineText::tr("That is no address of the web; write it as https://…"));
    if (!url.userInfo().isEmpty()) {
        return refuse(OnlineText::tr(
            "An address with a name and a password is not taken, since it would be kept where others can read it"));
    }
    if (url.scheme() == u"http" && !isOwnNetwork(url.host())) {
        return refuse(OnlineText::tr("%1 is asked over https only: over http, everybody on the way could read which "
                                     "part of the map you look at")
                          .arg(hostName(url)));
    }
    return {};
}

QUrl firstAddress(const OnlineSource &source)
{
    return source.kind == OnlineKind::PlaceSearch ? QUrl(source.address) : tileAddress(source, {});
}

QString webOrigin(const QUrl &url)
{
    return QStringLiteral("%1://%2:%3").arg(url.scheme(), url.host()).arg(url.port(usualPort(url)));
}

QString hostName(const QUrl &url)
{
    const int port = url.port(usualPort(url));
    return port == usualPort(url) ? url.host() : QStringLiteral("%1:%2").arg(url.host()).arg(port);
}

} // namespace dateline
