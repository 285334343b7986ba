#pragma once

#include "online/onlinesource.h"

#include <QByteArray>

namespace dateline
{

struct XmlElement;

/// Where the server at @p address tells what maps it offers, likeliest first: WMS, then WMTS, where the address does not say
/// which it is.
[[nodiscard]] std::vector<QUrl> capabilitiesAddresses(const QUrl &address);

/// The maps in Web Mercator that @p answer, the capabilities of the WMTS or WMS at @p address, offers: each as the source
/// that it would be, off and without an id.
///
/// Malformed if it is no such list, Unsupported if no map of it can be drawn here.
[[nodiscard]] Result<std::vector<OnlineSource>> offeredMaps(const QByteArray &answer, const QUrl &address);

/// The same for the root element of each kind of service.
[[nodiscard]] std::vector<OnlineSource> wmsLayers(const XmlElement &root, const QUrl &address);
[[nodiscard]] std::vector<OnlineSource> wmtsLayers(const XmlElement &root, const QUrl &address);

/// @p address without the parameters that ask for something, ready for others to be appended.
[[nodiscard]] QString serviceBase(const QUrl &address);

/// True of the names that Web Mercator goes by.
[[nodiscard]] bool isWebMercator(QStringView crs);

} // namespace dateline
