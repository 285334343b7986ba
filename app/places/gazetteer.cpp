#include "places/gazetteer.h"

#include "places/namesearch.h"
#include "places/normalise.h"
#include "places/placefile.h"
#include "places/ranking.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <cstring>
#include <map>

namespace dateline
{

namespace
{

QString say(const char *text)
{
    return QCoreApplication::translate("Gazetteer", text);
}

/// Reads WKB; every read is checked, so that a damaged outline gives none instead of a crash.
class WkbReader
{
public:
    WkbReader(const char *data, qsizetype size)
        : m_data(data)
        , m_left(size)
    {
    }

    std::optional<Geometry> multiPolygon()
    {
        Geometry geometry{Geometry::Type::Polygon, {}};
        const std::uint32_t polygons = header(6);
        for (std::uint32_t polygon = 0; polygon < polygons && m_ok; ++polygon) {
            const std::uint32_t rings = header(3);
            for (std::uint32_t ring = 0; ring < rings && m_ok; ++ring) {
                readRing(geometry);
            }
        }
        return m_ok && !geometry.parts.empty() ? std::optional(std::move(geometry)) : std::nullopt;
    }

private:
    /// How many parts follow, if the next shape is little-endian and of @p type.
    std::uint32_t header(std::uint32_t type)
    {
        const auto order = read<std::uint8_t>();
        const auto found = read<std::uint32_t>();
        m_ok = m_ok && order == 1 && found == type;
        return read<std::uint32_t>();
    }

    void readRing(Geometry &geometry)
    {
        const auto count = read<std::uint32_t>();
        constexpr qsizetype pointSize = 2 * sizeof(double);
        if (!m_ok || m_left / pointSize < qsizetype(count)) {
            m_ok = false;
            return;
        }
        std::vector<LonLat> &ring = geometry.parts.emplace_back();
        ring.reserve(count);
        for (std::uint32_t point = 0; point < count; ++point) {
            const auto lon = read<double>();
            const auto lat = read<double>();
            ring.push_back({lon, lat});
        }
    }

    template<typename T>
    T read()
    {
        T value{};
        if (m_left < qsizetype(sizeof(T))) {
            m_ok = false;
            return value;
        }
        std::memcpy(&value, m_data, sizeof(T));
        m_data += sizeof(T);
        m_left -= qsizetype(sizeof(T));
        return value;
    }

    const char *m_data;
    qsizetype m_left;
    bool m_ok = true;
};

} // namespace

struct Gazetteer::Data : PlaceFile
{};

Gazetteer::Gazetteer(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{
}
Gazetteer::Gazetteer(Gazetteer &&) noexcept = default;
Gazetteer &Gazetteer::operator=(Gazetteer &&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::open(const QString &path)
{
    if (!QFileInfo::exists(path)) {
        return failure(Error::Kind::NotFound,
                       say("The list of places is missing; install the program again, or build it again"), path);
    }
    auto data = std::make_unique<Data>();
    sqlite3 *database = nullptr;
    // Immutable: no locks, no journal, so that it opens on read-only media and in several processes at once.
    const QByteArray uri = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toEncoded() + "?immutable=1";
    const int status = sqlite3_open_v2(uri.constData(), &database,
                                       SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX, nullptr);
    data->database.reset(database);
    const Statement probe = status == SQLITE_OK
        ? data->prepared("SELECT p.time_zone, n.key, o.wkb FROM place p, name n, outline o LIMIT 1")
        : Statement();
    if (!probe || sqlite3_step(probe.get()) != SQLITE_ROW) {
        return failure(Error::Kind::Malformed,
                       say("The list of places cannot be read; install the program again, or build it again"), path);
    }
    return Gazetteer(std::move(data));
}

std::vector<PlaceMatch> Gazetteer::find(QStringView text) const
{
    return Ranking(*m_data, isEnglish(text)).ranked(namesIn(*m_data, text));
}

std::vector<PlaceMatch::Candidate> Gazetteer::lookUp(QStringView name, int limit, bool prefix) const
{
    const QString key = normalised(name);
    if (key.isEmpty() || limit <= 0) {
        return {};
    }
    // Thousands of names begin with one letter; those that can come out on top are ranked.
    const Statement query = m_data->prepared(
        prefix ? "SELECT place, role, key FROM name JOIN place ON place.id = name.place WHERE key >= ?1 AND key < ?2 "
                 "ORDER BY key = ?1 DESC, kind = 'country' DESC, source IN ('geonames', 'world_map'), population DESC "
                 "LIMIT 500"
               : "SELECT place, role, key FROM name WHERE key = ?1");
    const QByteArray from = key.toUtf8();
    const QByteArray to = from + '\xff';
    sqlite3_bind_text(query.get(), 1, from.constData(), int(from.size()), SQLITE_STATIC);
    sqlite3_bind_text(query.get(), 2, to.constData(), int(to.size()), SQLITE_STATIC);
    struct Found
    {
        RankedPlace ranked;
        double score = 0;
        bool whole = false;
    };
    std::map<qint64, Found> found;
    while (sqlite3_step(query.get()) == SQLITE_ROW) {
        const std::string_view role(reinterpret_cast<const char *>(sqlite3_column_text(query.get(), 1)));
        const NameRow row{.place = sqlite3_column_int64(query.get(), 0),
                          .former = role == "former",
                          .preferred = role == "preferred"};
        const auto [place, isNew] = found.try_emplace(row.place);
        if (isNew) {
            place->second.ranked = m_data->placeById(row.place).value_or(RankedPlace{});
        }
        // What is called exactly that comes before what only begins so.
        const bool whole = sqlite3_column_bytes(query.get(), 2) == from.size();
        const double score = (likelihood(place->second.ranked, row) + (whole ? 0.5 : 0.0)) / 1.5;
        place->second.score = std::max(place->second.score, score);
        place->second.whole = place->second.whole || whole;
    }
    std::vector<PlaceMatch::Candidate> list;
    list.reserve(found.size());
    for (auto &[id, each] : found) {
        list.push_back({std::move(each.ranked.place), std::clamp(each.score, 0.0, 1.0),
                        each.whole ? say("has that name") : say("its name begins so")});
    }
    std::ranges::stable_sort(list, std::greater{}, &PlaceMatch::Candidate::score);
    list.resize(std::min(list.size(), size_t(limit)));
    return list;
}

std::optional<Geometry> Gazetteer::outlineOf(const Place &place) const
{
    const Statement query = m_data->prepared("SELECT wkb FROM outline WHERE place = ?1");
    sqlite3_bind_int64(query.get(), 1, place.id);
    if (sqlite3_step(query.get()) != SQLITE_ROW) {
        return std::nullopt;
    }
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(query.get(), 0));
    return WkbReader(bytes, sqlite3_column_bytes(query.get(), 0)).multiPolygon();
}

Where Gazetteer::whereOf(const Place &place, bool near) const
{
    constexpr double leastMetres = 1000;
    constexpr double nearMetres = 5000; // “near” and “in the direction of” a place reach this far beyond it
    constexpr double largestPointMetres = 10000; // a mountain range is an area, a summit a place

    Where where;
    where.place = place.name;
    where.province = place.kind == u"country" ? QString() : place.province;
    where.country = place.country;
    where.geometry = pointGeometry(place.position);
    where.radiusMetres = std::max(place.radiusMetres, leastMetres) + (near ? nearMetres : 0.0);

    const bool isArea = place.kind == u"country" || place.kind == u"province" || place.kind == u"region"
        || place.kind == u"district" || (place.kind != u"settlement" && place.radiusMetres > largestPointMetres);
    if (!isArea) {
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
