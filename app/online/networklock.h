#pragma once

#include <QNetworkProxyFactory>
#include <QSet>

#include <memory>
#include <mutex>

namespace dateline
{

/// The origins (webOrigin()) that this program may reach; safe from any thread.
class OpenOrigins
{
public:
    void set(QSet<QString> origins);
    [[nodiscard]] bool contains(const QString &origin) const;

private:
    mutable std::mutex m_mutex;
    QSet<QString> m_origins;
};

/// The second lock: whatever in this process asks the network, Qt Location's own plugins too, has to ask Qt for a way
/// there, and finds none to a place that is not open. Qt itself leaves this computer's own addresses free, which are no
/// network.
class NetworkLock : public QNetworkProxyFactory
{
public:
    /// Puts the lock on this process, in place of one before it.
    static void put(std::shared_ptr<const OpenOrigins> open);

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    explicit NetworkLock(std::shared_ptr<const OpenOrigins> open);

    std::shared_ptr<const OpenOrigins> m_open;
};

} // namespace dateline
