#include "places/placewriter.h"

#include "places/addplacestext.h"
#include "places/normalise.h"

#include <sqlite3.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

#include <algorithm>

namespace dateline
{

namespace
{

// The tables of geodata/build_gazetteer.py.
constexpr const char *schema =
    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
    "CREATE TABLE place(id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, lon REAL NOT NULL,"
    " lat REAL NOT NULL, radius_m INTEGER NOT NULL, province TEXT NOT NULL, country TEXT NOT NULL,"
    " time_zone TEXT NOT NULL, population INTEGER NOT NULL, source TEXT NOT NULL, note TEXT NOT NULL);"
    "CREATE TABLE name(place INTEGER NOT NULL REFERENCES place, name TEXT NOT NULL, language TEXT NOT NULL,"
    " role TEXT NOT NULL, key TEXT NOT NULL);"
    "CREATE TABLE outline(place INTEGER PRIMARY KEY REFERENCES place, wkb BLOB NOT NULL);"
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL);"
    "BEGIN";

void bind(sqlite3_stmt *statement, int index, std::string_view text)
{
    // A null pointer would bind NULL.
    sqlite3_bind_text(statement, index, text.empty() ? "" : text.data(), int(text.size()), SQLITE_STATIC);
}

void bind(sqlite3_stmt *statement, int index, const QByteArray &text)
{
    bind(statement, index, std::string_view(text.constData(), std::size_t(text.size())));
}

} // namespace

Result<PlaceWriter> PlaceWriter::begin(const QString &path)
{
    PlaceWriter writer;
    writer.m_path = path;
    writer.m_part = path + QStringLiteral(".part");
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile::remove(writer.m_part);
    sqlite3 *database = nullptr;
    const int status = sqlite3_open_v2(QFile::encodeName(writer.m_part).constData(), &database,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    writer.m_file.database.reset(database);
    if (status != SQLITE_OK || !writer.run(schema))
        return std::unexpected(writer.writeError());
    writer.m_place = writer.m_file.prepared("INSERT INTO place VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,'')");
    writer.m_name = writer.m_file.prepared("INSERT INTO name VALUES(?1,?2,'',?3,?4)");
    return writer;
}

PlaceWriter::~PlaceWriter()
{
    m_place.reset();
    m_name.reset();
    m_file.database.reset();
    if (!m_part.isEmpty())
        QFile::remove(m_part);
}

bool PlaceWriter::run(const char *sql)
{
    m_ok = m_ok && sqlite3_exec(m_file.database.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    return m_ok;
}

Error PlaceWriter::writeError() const
{
    return {Error::Kind::Unreadable,
            AddPlacesText::tr("“%1” cannot be written; make room on the disk and check that you may write there")
                .arg(QDir::toNativeSeparators(m_path)),
            m_path};
}

Result<qint64> PlaceWriter::copyAllBut(const QString &source)
{
    if (!QFile::exists(m_path))
        return 0;
    if (!run("COMMIT"))
        return std::unexpected(writeError());
    const Statement attach = m_file.prepared("ATTACH ?1 AS old");
    bindText(attach.get(), 1, m_path);
    const Statement counting = sqlite3_step(attach.get()) == SQLITE_DONE
        ? m_file.prepared("SELECT count(*) FROM old.place WHERE source = ?1")
        : Statement();
    qint64 gone = 0;
    if (counting) {
        bindText(counting.get(), 1, source);
        sqlite3_step(counting.get());
        gone = sqlite3_column_int64(counting.get(), 0);
    }
    for (const char *sql : {"INSERT INTO main.place SELECT * FROM old.place WHERE source <> ?1",
                            "INSERT INTO main.name SELECT n.* FROM old.name n JOIN old.place p ON p.id = n.place "
                            "WHERE p.source <> ?1"}) {
        const Statement copy = m_file.prepared(sql);
        if (!copy) {
            return failure(Error::Kind::Malformed,
                           AddPlacesText::tr("Your own places cannot be read; delete the file “%1” and add them again")
                               .arg(m_path),
                           m_path);
        }
        bindText(copy.get(), 1, source);
        m_ok = m_ok && sqlite3_step(copy.get()) == SQLITE_DONE;
    }
    const Statement last = m_file.prepared("SELECT ifnull(max(id), 0) FROM main.place");
    sqlite3_step(last.get());
    m_lastId = sqlite3_column_int64(last.get(), 0);
    // A statement that has not ended keeps the old file attached.
    sqlite3_reset(last.get());
    sqlite3_reset(counting.get());
    if (!run("DETACH old; BEGIN"))
        return std::unexpected(writeError());
    return gone;
}

void PlaceWriter::add(const PlaceRow &row, const QString &source, const ProvinceFinder &provinces)
{
    ++m_lastId;
    const QByteArray province = provinces.provinceAt(row.position, row.country);
    const QByteArray from = source.toUtf8();
    sqlite3_stmt *place = m_place.get();
    sqlite3_bind_int64(place, 1, m_lastId);
    bind(place, 2, row.name);
    bind(place, 3, row.kind);
    sqlite3_bind_double(place, 4, row.position.lon);
    sqlite3_bind_double(place, 5, row.position.lat);
    sqlite3_bind_int(place, 6, row.radiusMetres);
    if (province.isEmpty())
        bind(place, 7, row.province);
    else
        bind(place, 7, province);
    bind(place, 8, row.country);
    bind(place, 9, row.timeZone);
    sqlite3_bind_int64(place, 10, row.population);
    bind(place, 11, from);
    m_ok = sqlite3_step(place) == SQLITE_DONE && m_ok;
    sqlite3_reset(place);
    m_keys.clear();
    addName(row.name, true);
    for (const std::string_view other : row.otherNames)
        addName(other, false);
}

void PlaceWriter::addName(std::string_view name, bool preferred)
{
    QByteArray key = normalisedUtf8(name);
    if (key.isEmpty() || std::ranges::contains(m_keys, key))
        return;
    sqlite3_stmt *statement = m_name.get();
    sqlite3_bind_int64(statement, 1, m_lastId);
    bind(statement, 2, name);
    bind(statement, 3, std::string_view(preferred ? "preferred" : "alternative"));
    bind(statement, 4, key);
    m_ok = sqlite3_step(statement) == SQLITE_DONE && m_ok;
    sqlite3_reset(statement);
    m_keys.push_back(std::move(key));
}

Result<void> PlaceWriter::finish()
{
    m_place.reset();
    m_name.reset();
    Statement any = m_file.prepared("SELECT 1 FROM main.place LIMIT 1");
    const bool isEmpty = any && sqlite3_step(any.get()) == SQLITE_DONE;
    any.reset();
    const bool written = run("COMMIT; PRAGMA cache_size = -64000; CREATE INDEX name_key ON name(key)");
    m_file.database.reset();
    std::error_code failed;
    if (isEmpty)
        std::filesystem::remove(QFile::encodeName(m_path).toStdString(), failed);
    else if (written)
        std::filesystem::rename(QFile::encodeName(m_part).toStdString(), QFile::encodeName(m_path).toStdString(),
                                failed);
    if (!written || failed)
        return std::unexpected(writeError());
    if (!isEmpty)
        m_part.clear();
    return {};
}

} // namespace dateline
