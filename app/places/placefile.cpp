#include "places/placefile.h"

#include "places/gazetteertext.h"

#include <sqlite3.h>

#include <QFileInfo>
#include <QUrl>

namespace dateline
{

namespace
{} // namespace

void CloseDatabase::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

void FinalizeStatement::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<PlaceFile> PlaceFile::open(const QString &path, qint64 firstId)
{
    if (!QFileInfo::exists(path)) {
        return failure(Error::Kind::NotFound,
                       GazetteerText::tr("The list of places is missing; install the program again, or build it again"),
                       path);
    }
    PlaceFile file;
    file.firstId = firstId;
    sqlite3 *database = nullptr;
    // Immutable: no locks, no journal, so that it opens on read-only media and in several processes at once.
    const QByteArray uri = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toEncoded() + "?immutable=1";
    const int status = sqlite3_open_v2(uri.constData(), &database,
                                       SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX, nullptr);
    file.database.reset(database);
    const Statement probe = status == SQLITE_OK
        ? file.prepared("SELECT p.time_zone, n.key, (SELECT wkb FROM outline LIMIT 1) FROM place p, name n LIMIT 1")
        : Statement();
    if (!probe || sqlite3_step(probe.get()) != SQLITE_ROW) {
        return failure(
            Error::Kind::Malformed,
            GazetteerText::tr("The list of places cannot be read; install the program again, or build it again"), path);
    }
    return file;
}

Statement PlaceFile::prepared(const char *sql) const
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database.get(), sql, -1, &statement, nullptr);
    return Statement(statement);
}

bool PlaceFile::holds(qint64 id) const
{
    return id >= firstId && id < firstId + idsPerFile;
}

QString textOf(sqlite3_stmt *statement, int column)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(statement, column));
}

void bindText(sqlite3_stmt *statement, int index, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(statement, index, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
}

} // namespace dateline
