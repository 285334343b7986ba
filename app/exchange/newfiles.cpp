#include "exchange/newfiles.h"

#include "exchange/exchangetext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace dateline
{

namespace
{

std::unexpected<Error> notWritten(const QString &path, const QString &reason)
{
    return failure(
        Error::Kind::Unwritable,
        ExchangeText::tr("“%1” could not be written (%2): choose another folder or free some space").arg(path, reason),
        path);
}

} // namespace

NewFiles::NewFiles(QString path, std::unique_ptr<QTemporaryDir> temporary, QString folder)
    : m_path(std::move(path))
    , m_temporary(std::move(temporary))
    , m_folder(std::move(folder))
{
}

NewFiles::NewFiles(NewFiles &&) noexcept = default;
NewFiles::~NewFiles() = default;

Result<NewFiles> NewFiles::beside(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return failure(Error::Kind::Conflict,
                       ExchangeText::tr("“%1” is a folder that is there already: choose another name").arg(path), path);
    auto temporary = std::make_unique<QTemporaryDir>(info.absolutePath() + QStringLiteral("/.dateline-export-XXXXXX"));
    if (!temporary->isValid())
        return notWritten(path, temporary->errorString());
    // That one is for its owner alone; what comes of this one has the rights that new files have.
    const QString folder = temporary->filePath(QStringLiteral("new"));
    if (!QDir().mkdir(folder))
        return notWritten(path, QString::fromLocal8Bit(std::strerror(errno)));
    return NewFiles(path, std::move(temporary), folder);
}

Result<QStringList> NewFiles::moveFiles()
{
    const QDir target = QFileInfo(m_path).absoluteDir();
    QStringList paths;
    const QStringList names = QDir(m_folder).entryList(QDir::Files);
    for (const QString &name : names) {
        const QString from = m_folder + QLatin1Char('/') + name;
        // QFile does not replace a file.
        if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(target.filePath(name)).constData()) != 0)
            return notWritten(target.filePath(name), QString::fromLocal8Bit(std::strerror(errno)));
        paths.append(QFileInfo(m_path).dir().filePath(name));
    }
    return paths;
}

Result<QStringList> NewFiles::moveFolder()
{
    const QByteArray to = QFile::encodeName(QFileInfo(m_path).absoluteFilePath());
    if (std::rename(QFile::encodeName(m_folder).constData(), to.constData()) != 0)
        return notWritten(m_path, QString::fromLocal8Bit(std::strerror(errno)));
    return QStringList{m_path};
}

} // namespace dateline
