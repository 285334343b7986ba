#include "domain/document.h"

#include <QCryptographicHash>

namespace dateline
{

QString nameOf(const Document &document)
{
    if (!document.title.isEmpty())
        return document.title;
    if (!document.fileName.isEmpty())
        return document.fileName;
    constexpr qsizetype longest = 60;
    const QString line = document.text.left(4 * longest).simplified();
    if (line.size() <= longest)
        return line;
    return line.left(line.lastIndexOf(QLatin1Char(' '), longest)) + QChar(0x2026);
}

QByteArray sha256Of(QStringView text)
{
    return sha256Of(text.toUtf8());
}

QByteArray sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace dateline
