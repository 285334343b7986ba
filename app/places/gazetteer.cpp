#include "places/gazetteer.h"

#include "places/gazetteertext.h"
#include "places/namesearch.h"
#include "places/normalise.h"
#include "places/outline.h"
#include "places/placelookup.h"
#include "places/ranking.h"

#include <sqlite3.h>

#include <QFileInfo>

#include <algorithm>
#include <map>
#include <mutex>

namespace dateline
{

namespace
{} // namespace

struct Gazetteer::Data
{
    std::vector<PlaceFile> files; ///< The program's own first.
    std::mutex mutex;
    std::vector<std::unique_ptr<PlaceLookup>> idle; ///< Look-ups that no text is being read with.

    /// A look-up for one thread. One that has been used before knows most of the answers.
    [[nodiscard]] std::unique_ptr<PlaceLookup> take()
    {
        const std::scoped_lock lock(mutex);
        if (idle.empty())
            return std::make_unique<PlaceLookup>(files);
        std::unique_ptr<PlaceLookup> lookup = std::move(idle.back());
        idle.pop_back();
        return lookup;
    }

    void giveBack(std::unique_ptr<PlaceLookup> lookup)
    {
        if (lookup->isLarge())
            return;
        const std::scoped_lock lock(mutex);
        idle.push_back(std::move(lookup));
    }

    [[nodiscard]] const PlaceFile *fileOf(qint64 id) const
    {
        const auto file = std::ranges::find_if(files, [id](const PlaceFile &each) { return each.holds(id); });
        return file == files.end() ? nullptr : &*file;
    }
};

bool Place::isArea() const
{
    return kind == u"country" || kind == u"province" || kind == u"region" || kind == u"district";
}

Gazetteer::Gazetteer(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}
Gazetteer::Gazetteer(Gazetteer &&) noexcept = default;
Gazetteer &Gazetteer::operator=(Gazetteer &&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::open(const QString &path, const QString &userPath)
{
    auto data = std::make_unique<Data>();
    Result<PlaceFile> file = PlaceFile::open(path, 0);
    if (!file)
        return std::unexpected(file.error());
    data->files.push_back(std::move(*file));
    if (!userPath.isEmpty() && QFileInfo::exists(userPath)) {
        // The reader of the message can mend this one.
        Result<PlaceFile> own = PlaceFile::open(userPath, idsPerFile);
        if (!own) {
            return failure(own.error().kind,
                           GazetteerText::tr("Your own places cannot be read; delete the file “%1” and add them again")
                               .arg(userPath),
                           userPath);
        }
        data->files.push_back(std::move(*own));
    }
    return Gazetteer(std::move(data));
}

std::vector<PlaceMatch> Gazetteer::find(QStringView text, const std::optional<LonLatBox> &area) const
{
    std::unique_ptr<PlaceLookup> lookup = m_data->take();
    TextWords words(text);
    std::vector<PlaceMatch> found = Ranking(words, *lookup, isEnglish(text), area).ranked(namesIn(words, *lookup));
    m_data->giveBack(std::move(lookup));
    return found;
}

std::vector<PlaceMatch::Candidate> Gazetteer::lookUp(QStringView name, int limit, bool prefix) const
{
    const QString key = normalised(name);
    if (key.isEmpty() || limit <= 0)
        return {};
    PlaceLookup lookup(m_data->files);
    const QByteArray from = key.toUtf8();
    const QByteArray to = from + '\xff';
    struct Found
    {
        RankedPlace ranked;
        double score = 0;
        bool whole = false;
    };
    std::map<qint64, Found> found;
    for (const PlaceFile &file : m_data->files) {
        // Thousands of names begin with one letter; those that can come out on top are ranked.
        const Statement query = file.prepared(
            prefix
                ? "SELECT place, role, key FROM name JOIN place ON place.id = name.place WHERE key >= ?1 AND key < ?2 "
                  "ORDER BY key = ?1 DESC, kind = 'country' DESC, source IN ('geonames', 'world_map'), "
                  "population DESC LIMIT 500"
                : "SELECT place, role, key FROM name WHERE key = ?1 LIMIT 500");
        sqlite3_bind_text(query.get(), 1, from.constData(), int(from.size()), SQLITE_STATIC);
        sqlite3_bind_text(query.get(), 2, to.constData(), int(to.size()), SQLITE_STATIC);
        while (sqlite3_step(query.get()) == SQLITE_ROW) {
            const std::string_view role(reinterpret_cast<const char *>(sqlite3_column_text(query.get(), 1)));
            const NameRow row{.place = sqlite3_column_int64(query.get(), 0) + file.firstId,
                              .former = role == "former",
                              .preferred = role == "preferred"};
            Found &place = found[row.place];
            if (place.ranked.place.id == 0)
                place.ranked = lookup.place(row.place);
            // What is called exactly that comes before what only begins so.
            const bool whole = sqlite3_column_bytes(query.get(), 2) == from.size();
            const double score = (likelihood(place.ranked, row) + (whole ? 0.5 : 0.0)) / 1.5;
            place.score = std::max(place.score, score);
            place.whole = place.whole || whole;
        }
    }
    std::vector<PlaceMatch::Candidate> list;
    list.reserve(found.size());
    for (auto &[id, each] : found) {
        list.push_back({std::move(each.ranked.place), std::clamp(each.score, 0.0, 1.0),
                        each.whole ? GazetteerText::tr("has that name") : GazetteerText::tr("its name begins so")});
    }
    std::ranges::stable_sort(list, std::greater{}, &PlaceMatch::Candidate::score);
    // Ours come first; what the user's file has again is left out.
    std::vector<PlaceMatch::Candidate> once;
    for (PlaceMatch::Candidate &candidate : list) {
        const auto isSame = [&](const PlaceMatch::Candidate &each) { return isSamePlace(each.place, candidate.place); };
        if (once.size() < std::size_t(limit) && std::ranges::none_of(once, isSame))
            once.push_back(std::move(candidate));
    }
    return once;
}

std::optional<Geometry> Gazetteer::outlineOf(const Place &place) const
{
    const PlaceFile *file = m_data->fileOf(place.id);
    if (file == nullptr)
        return std::nullopt;
    const Statement query = file->prepared("SELECT wkb FROM outline WHERE place = ?1");
    sqlite3_bind_int64(query.get(), 1, place.id - file->firstId);
    if (sqlite3_step(query.get()) != SQLITE_ROW)
        return std::nullopt;
    return outlineFromWkb(
        {static_cast<const char *>(sqlite3_column_blob(query.get(), 0)), sqlite3_column_bytes(query.get(), 0)});
}

std::optional<Place> Gazetteer::placeWithId(qint64 id) const
{
    PlaceLookup lookup(m_data->files);
    Place place = lookup.place(id).place;
    return place.id == id ? std::optional(std::move(place)) : std::nullopt;
}

Where Gazetteer::whereOf(const Place &place, bool near) const
{
    constexpr double leastMetres = 1000;
    constexpr double nearMetres = 5000; // “near” and “in the direction of” a place reach this far beyond it
    constexpr double largestPointMetres = 10000; // a mountain range is an area, a summit a place

    Where where;
    if (place.within != 0) {
        // Only what it lies in has a position.
        if (const std::optional<Place> around = placeWithId(place.within)) {
            where = whereOf(*around, near);
            if (where.precision < LocationPrecision::District)
                where.precision = LocationPrecision::District;
        } else {
            where.precision = LocationPrecision::Country;
        }
        where.place = place.name;
        return where;
    }
    where.place = place.name;
    where.province = place.kind == u"country" ? QString() : place.province;
    where.country = place.country;
    where.geometry = pointGeometry(place.position);
    where.radiusMetres = std::max(place.radiusMetres, leastMetres) + (near ? nearMetres : 0.0);

    const bool reachesFar = place.isArea() || (place.kind != u"settlement" && place.radiusMetres > largestPointMetres);
    if (!reachesFar) {
        where.precision = LocationPrecision::Near;
        return where;
    }
    where.precision = place.kind == u"country" ? LocationPrecision::Country
        : place.kind == u"province"            ? LocationPrecision::Province
                                               : LocationPrecision::District;
    if (std::optional<Geometry> outline = outlineOf(place)) {
        where.geometry = std::move(*outline);
        where.radiusMetres = 0;
    }
    return where;
}

} // namespace dateline
