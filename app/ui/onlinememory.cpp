#include "ui/onlinememory.h"

#include "ui/settings.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace dateline
{

namespace
{

QString sourcesKey()
{
    return QStringLiteral("online/sources");
}

/// Under a hash, since the settings need not tell what cases there are.
QString keyOf(const Case &openCase)
{
    const QString path = QFileInfo(openCase.path()).canonicalFilePath();
    return QStringLiteral("online/")
        + QString::fromLatin1(QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().first(32));
}

} // namespace

std::vector<OnlineSource> addedOnlineSources()
{
    std::vector<OnlineSource> sources;
    const QByteArray text = settings().value(sourcesKey()).toString().toUtf8();
    for (const QJsonValue row : QJsonDocument::fromJson(text).array()) {
        if (Result<OnlineSource> source = onlineSourceFrom(row.toObject()))
            sources.push_back(std::move(*source));
    }
    return sources;
}

void rememberOnlineSources(const std::vector<OnlineSource> &sources)
{
    QJsonArray rows;
    for (const OnlineSource &source : sources)
        rows.append(jsonFrom(source));
    settings().setValue(sourcesKey(), QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact)));
}

QSet<QString> onlineIn(const Case &openCase)
{
    QStringList remembered = settings().value(keyOf(openCase)).toStringList();
    if (remembered.isEmpty())
        return {};
    // First stands how far its history was: one that never was there is another case's.
    const QString last = remembered.takeFirst();
    const Result<CaseStamp> stamp = openCase.stamp();
    if (last.isEmpty() && stamp && !stamp->historySha256.isEmpty())
        return {};
    if (const Result<std::optional<std::int64_t>> since = openCase.stepsSince(last);
        !last.isEmpty() && (!since || !since->has_value()))
        return {};
    return QSet<QString>(remembered.begin(), remembered.end());
}

void rememberOnline(const Case &openCase, const QSet<QString> &ids)
{
    QSettings kept = settings();
    if (ids.isEmpty())
        return kept.remove(keyOf(openCase));
    const Result<CaseStamp> stamp = openCase.stamp();
    QStringList remembered(ids.begin(), ids.end());
    remembered.prepend(stamp ? stamp->historySha256 : QString());
    kept.setValue(keyOf(openCase), remembered);
}

} // namespace dateline
