#include "ui/networkrefusal.h"

#include <QNetworkReply>
#include <QNetworkRequest>

namespace dateline
{

namespace
{

class LocalOnly : public QNetworkAccessManager
{
public:
    using QNetworkAccessManager::QNetworkAccessManager;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override
    {
        const QString scheme = request.url().scheme();
        if (scheme == QLatin1StringView("file") || scheme == QLatin1StringView("qrc")
            || scheme == QLatin1StringView("data"))
            return QNetworkAccessManager::createRequest(operation, request, body);
        // An address of no known scheme fails before any socket is made.
        QNetworkRequest refused(request);
        refused.setUrl(QUrl(QStringLiteral("refused:///")));
        return QNetworkAccessManager::createRequest(operation, refused, body);
    }
};

} // namespace

QNetworkAccessManager *NetworkRefusal::create(QObject *parent)
{
    return new LocalOnly(parent);
}

} // namespace dateline
