#include "places/placelookup.h"

#include <sqlite3.h>

#include <algorithm>
#include <string_view>

namespace dateline
{

namespace
{

bool isAcronym(const QString &name)
{
    const auto small = [](QChar c) { return c.isLower(); };
    return name.size() <= 6 && name.size() > 1 && std::ranges::none_of(name, small)
        && QChar::script(name[0].unicode()) <= QChar::Script_Cyrillic && name[0].isUpper();
}

} // namespace

PlaceLookup::PlaceLookup(std::span<const PlaceFile> files)
{
    for (const PlaceFile &file : files) {
        // One seek answers both questions: the rows of the key, and whether the next key goes on from it.
        m_files.push_back(
            {&file, file.prepared("SELECT key, place, role, name, language FROM name WHERE key >= ?1 ORDER BY key"),
             file.prepared("SELECT name, kind, lon, lat, radius_m, province, country, time_zone, "
                           "population, source FROM place WHERE id = ?1")});
    }
}

const NamedSo &PlaceLookup::named(const QString &key)
{
    NamedSo *&known = m_index[key];
    if (known == nullptr) {
        known = m_answers.emplace_back(std::make_unique<NamedSo>()).get();
        for (Queries &queries : m_files)
            readNames(queries, key, *known);
    }
    return *known;
}

void PlaceLookup::readNames(Queries &queries, const QString &key, NamedSo &answer) const
{
    constexpr int mostRows = 400; // More places of one name than that cannot be told apart anyway.
    sqlite3_stmt *query = queries.names.get();
    const QByteArray wanted = key.toUtf8();
    sqlite3_bind_text(query, 1, wanted.constData(), int(wanted.size()), SQLITE_STATIC);
    for (int rows = 0; sqlite3_step(query) == SQLITE_ROW; ++rows) {
        const std::string_view found(reinterpret_cast<const char *>(sqlite3_column_text(query, 0)),
                                     std::size_t(sqlite3_column_bytes(query, 0)));
        const std::string_view sought(wanted.constData(), std::size_t(wanted.size()));
        if (found != sought) {
            answer.longer = answer.longer || (found.starts_with(sought) && found[sought.size()] == ' ');
            break;
        }
        if (rows == mostRows) {
            answer.longer = true;
            break;
        }
        const QString role = textOf(query, 2);
        const QString language = textOf(query, 4);
        answer.names.push_back({.place = sqlite3_column_int64(query, 1) + queries.file->firstId,
                                .former = role == u"former",
                                .preferred = role == u"preferred",
                                .foreign = !language.isEmpty() && language != u"en",
                                .acronym = isAcronym(textOf(query, 3)),
                                .abbreviation = role == u"abbreviation"});
    }
    sqlite3_reset(query);
}

const RankedPlace &PlaceLookup::place(qint64 id)
{
    const auto [known, isNew] = m_places.try_emplace(id);
    const auto queries = std::ranges::find_if(m_files, [&](const Queries &each) { return each.file->holds(id); });
    if (!isNew || queries == m_files.end())
        return known->second;
    sqlite3_stmt *row = queries->place.get();
    sqlite3_bind_int64(row, 1, id - queries->file->firstId);
    if (sqlite3_step(row) == SQLITE_ROW) {
        RankedPlace &ranked = known->second;
        ranked.place = {.id = id,
                        .name = textOf(row, 0),
                        .kind = textOf(row, 1),
                        .position = {sqlite3_column_double(row, 2), sqlite3_column_double(row, 3)},
                        .radiusMetres = sqlite3_column_double(row, 4),
                        .province = textOf(row, 5),
                        .country = textOf(row, 6),
                        .timeZone = textOf(row, 7),
                        .population = sqlite3_column_int64(row, 8)};
        const QString source = textOf(row, 9);
        ranked.ours =
            !source.startsWith(u"geonames") && !source.startsWith(u"world_map") && queries->file->firstId == 0;
    }
    sqlite3_reset(row);
    return known->second;
}

bool PlaceLookup::isLarge() const
{
    constexpr std::size_t mostAnswers = 60'000; // About 15 MB.
    constexpr std::size_t mostPlaces = 30'000; // About 15 MB.
    return m_answers.size() > mostAnswers || m_places.size() > mostPlaces;
}

} // namespace dateline
