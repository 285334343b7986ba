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
    QString line = document.text.left(4 * longest).simplified();
    if (line.size() <= longest)
        return line;
    // Chinese, or an address: a text may go on without a space.
    const qsizetype space = line.lastIndexOf(QLatin1Char(' '), longest);
    const qsizetype end = space > 0 ? space : longest - (line.at(longest - 1).isHighSurrogate() ? 1 : 0);
    return line.left(end) + QChar(0x2026);
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
