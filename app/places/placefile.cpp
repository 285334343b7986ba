#include "places/placefile.h"

#include <sqlite3.h>

#include <QHashFunctions>

#include <algorithm>

namespace dateline
{

namespace
{

QString text(sqlite3_stmt *statement, int column)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(statement, column));
}

void bind(sqlite3_stmt *statement, int index, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(statement, index, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
}

bool isAcronym(const QString &name)
{
    const auto small = [](QChar c) { return c.isLower(); };
    return name.size() <= 6 && name.size() > 1 && std::ranges::none_of(name, small)
        && QChar::script(name[0].unicode()) <= QChar::Script_Cyrillic && name[0].isUpper();
}

} // namespace

void CloseDatabase::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

void FinalizeStatement::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Statement PlaceFile::prepared(const char *sql) const
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database.get(), sql, -1, &statement, nullptr);
    return Statement(statement);
}

bool PlaceFile::mayBeginName(const QString &word) const
{
    std::call_once(m_firstWordsRead, [this] {
        const Statement all = prepared("SELECT key FROM name ORDER BY key");
        QString last;
        while (sqlite3_step(all.get()) == SQLITE_ROW) {
            QString first = text(all.get(), 0);
            const qsizetype space = first.indexOf(u' ');
            first.truncate(space < 0 ? first.size() : space);
            if (first != last) {
                m_firstWords.insert(qHash(first, 0));
                last = first;
            }
        }
    });
    return m_firstWords.contains(qHash(word, 0));
}

NamesByFirstWord PlaceFile::namesBeginningWith(const QString &word) const
{
    // “word” itself and all that begins with “word ”: “!” follows the space in UTF-8.
    const Statement query =
        prepared("SELECT key, place, role, name, language FROM name WHERE key = ?1 "
                 "UNION ALL SELECT key, place, role, name, language FROM name WHERE key > ?2 AND key < ?3");
    bind(query.get(), 1, word);
    bind(query.get(), 2, word + u' ');
    bind(query.get(), 3, word + u'!');
    NamesByFirstWord names;
    while (sqlite3_step(query.get()) == SQLITE_ROW) {
        const QString key = text(query.get(), 0);
        const QString role = text(query.get(), 2);
        names.mostWords = std::max(names.mostWords, int(key.count(u' ')) + 1);
        const QString language = text(query.get(), 4);
        names.byKey[key].push_back({.place = sqlite3_column_int64(query.get(), 1),
                                    .former = role == u"former",
                                    .preferred = role == u"preferred",
                                    .foreign = !language.isEmpty() && language != u"en",
                                    .acronym = isAcronym(text(query.get(), 3))});
    }
    return names;
}

std::optional<RankedPlace> PlaceFile::placeById(qint64 id) const
{
    const Statement query = prepared("SELECT name, kind, lon, lat, radius_m, province, country, time_zone, population, "
                                     "source FROM place WHERE id = ?1");
    sqlite3_bind_int64(query.get(), 1, id);
    if (sqlite3_step(query.get()) != SQLITE_ROW) {
        return std::nullopt;
    }
    sqlite3_stmt *row = query.get();
    RankedPlace ranked;
    ranked.place = {.id = id,
                    .name = text(row, 0),
                    .kind = text(row, 1),
                    .position = {sqlite3_column_double(row, 2), sqlite3_column_double(row, 3)},
                    .radiusMetres = sqlite3_column_double(row, 4),
                    .province = text(row, 5),
                    .country = text(row, 6),
                    .timeZone = text(row, 7),
                    .population = sqlite3_column_int64(row, 8)};
    const QString source = text(row, 9);
    ranked.ours = !source.startsWith(u"geonames") && !source.startsWith(u"world_map");
    return ranked;
}

} // namespace dateline
