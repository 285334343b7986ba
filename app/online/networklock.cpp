#include "online/networklock.h"

#include "online/onlinesource.h"

namespace dateline
{

void OpenOrigins::set(QSet<QString> origins)
{
    const std::scoped_lock lock(m_mutex);
    m_origins = std::move(origins);
}

bool OpenOrigins::contains(const QString &origin) const
{
    const std::scoped_lock lock(m_mutex);
    return m_origins.contains(origin);
}

NetworkLock::NetworkLock(std::shared_ptr<const OpenOrigins> open)
    : m_open(std::move(open))
{
}

void NetworkLock::put(std::shared_ptr<const OpenOrigins> open)
{
    setApplicationProxyFactory(new NetworkLock(std::move(open))); // Qt keeps it.
}

QList<QNetworkProxy> NetworkLock::queryProxy(const QNetworkProxyQuery &query)
{
    // No request may go through a cache for FTP, and no socket: Qt then says that there is no way, and makes no socket.
    const QNetworkProxy nowhere(QNetworkProxy::FtpCachingProxy, QStringLiteral("refused"), 1);
    if (query.queryType() == QNetworkProxyQuery::TcpServer)
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    if (query.queryType() != QNetworkProxyQuery::UrlRequest || !m_open->contains(webOrigin(query.url())))
        return {nowhere};
    // Within the user's own network there is no way round; beyond it the one that the system is set to.
    if (query.url().scheme() == u"http")
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}

} // namespace dateline
