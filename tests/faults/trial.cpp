#include "trial.h"

#include <QFile>
#include <QProcess>

namespace dateline
{

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void putBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

void runSql(const QString &path, const QByteArray &sql)
{
    QProcess process;
    process.start(QStringLiteral("sqlite3"),
                  {QStringLiteral("-unsafe-testing"), QStringLiteral("-cmd"), QStringLiteral(".dbconfig defensive off"),
                   QStringLiteral("-cmd"), QStringLiteral(".dbconfig enable_trigger off"), path});
    process.write(sql + ";\n");
    process.closeWriteChannel();
    const bool ended = process.waitForFinished();
    const QByteArray said = process.readAllStandardError();
    if (!ended || !said.isEmpty())
        qFatal("sqlite3: %s", said.constData());
}

bool isClear(const Error &error, const QString &path)
{
    const QString &sentence = error.message;
    return (sentence.contains(path) || sentence.contains(u'“') || error.kind == Error::Kind::NotFound)
        && !sentence.isEmpty() && !sentence.endsWith(u'.') && !sentence.contains(u'\n')
        && (sentence.contains(u": ") || error.kind == Error::Kind::NotFound);
}

} // namespace dateline
