#pragma once

#include <QNetworkAccessManager>
#include <QQmlNetworkAccessManagerFactory>

namespace dateline
{

/// Refuses every request of QML that is not for a file of this computer or data at hand: the window needs no network.
class NetworkRefusal : public QQmlNetworkAccessManagerFactory
{
public:
    QNetworkAccessManager *create(QObject *parent) override;
};

} // namespace dateline
