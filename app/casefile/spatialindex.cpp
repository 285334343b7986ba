#include "casefile/spatialindex.h"

#include "casefile/database.h"
#include "casefile/geometryblob.h"
#include "casefile/packedrtree.h"
#include "casefile/pointblob.h"

#include <cmath>
#include <limits>

namespace dateline
{

namespace
{

// The names and the conditions are those of the standard (1.4, Annex F.3): a program that knows one knows all.
constexpr auto indexSql = R"sql(
CREATE VIRTUAL TABLE rtree_incident_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER rtree_incident_geom_insert AFTER INSERT ON incident
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_incident_geom VALUES (
    NEW.id, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_incident_geom_update2 AFTER UPDATE OF geom ON incident
  WHEN OLD.id = NEW.id AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_incident_geom WHERE id = OLD.id;
END;
CREATE TRIGGER rtree_incident_geom_update4 AFTER UPDATE ON incident
  WHEN OLD.id != NEW.id AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_incident_geom WHERE id IN (OLD.id, NEW.id);
END;
CREATE TRIGGER rtree_incident_geom_update5 AFTER UPDATE ON incident
  WHEN OLD.id != NEW.id AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_incident_geom WHERE id = OLD.id;
  INSERT OR REPLACE INTO rtree_incident_geom VALUES (
    NEW.id, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_incident_geom_update6 AFTER UPDATE OF geom ON incident
  WHEN OLD.id = NEW.id AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
    AND (OLD.geom NOTNULL AND NOT ST_IsEmpty(OLD.geom))
BEGIN
  UPDATE rtree_incident_geom SET minx = ST_MinX(NEW.geom), maxx = ST_MaxX(NEW.geom), miny = ST_MinY(NEW.geom),
    maxy = ST_MaxY(NEW.geom) WHERE id = NEW.id;
END;
CREATE TRIGGER rtree_incident_geom_update7 AFTER UPDATE OF geom ON incident
  WHEN OLD.id = NEW.id AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
    AND (OLD.geom ISNULL OR ST_IsEmpty(OLD.geom))
BEGIN
  INSERT INTO rtree_incident_geom VALUES (
    NEW.id, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_incident_geom_delete AFTER DELETE ON incident WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_incident_geom WHERE id = OLD.id;
END;
INSERT INTO gpkg_extensions VALUES('incident', 'geom', 'gpkg_rtree_index',
  'http://www.geopackage.org/spec140/#extension_rtree', 'write-only');
)sql";

// Below this, entering boxes one by one is quicker than packing the index anew.
constexpr std::size_t fewBoxes = 512;

float roundedDown(double value)
{
    const auto near = static_cast<float>(value);
    return static_cast<double>(near) > value ? std::nextafter(near, -std::numeric_limits<float>::infinity()) : near;
}

float roundedUp(double value)
{
    const auto near = static_cast<float>(value);
    return static_cast<double>(near) < value ? std::nextafter(near, std::numeric_limits<float>::infinity()) : near;
}

bool paysToPack(Database &database, std::size_t changes)
{
    return changes > fewBoxes && static_cast<std::int64_t>(changes) > spatialIndexSize(database).value_or(0) / 16;
}

void enter(Database &database, const IndexedBox &box)
{
    database.run("INSERT OR REPLACE INTO rtree_incident_geom VALUES(?, ?, ?, ?, ?)", box.id, double{box.west},
                 double{box.east}, double{box.south}, double{box.north});
}

std::optional<IndexedBox> boxOfIncident(Database &database, std::int64_t id)
{
    Statement row = database.query("SELECT geom FROM incident WHERE id = ?", id);
    const std::optional<LonLatBox> box = row.next() ? boxOfBlob(row.bytes(0)) : std::nullopt;
    return box ? std::optional(indexedBox(id, *box)) : std::nullopt;
}

/// What the index has of the incident.
std::optional<IndexedBox> indexedBoxOf(Database &database, std::int64_t id)
{
    Statement row = database.query("SELECT minx, maxx, miny, maxy FROM rtree_incident_geom WHERE id = ?", id);
    if (!row.next())
        return std::nullopt;
    const auto side = [&row](int column) { return static_cast<float>(row.real(column)); };
    return IndexedBox{id, side(0), side(1), side(2), side(3)};
}

} // namespace

IndexedBox indexedBox(std::int64_t id, const LonLatBox &box)
{
    return {id, roundedDown(box.west), roundedUp(box.east), roundedDown(box.south), roundedUp(box.north)};
}

std::optional<LonLatBox> boxOfBlob(std::string_view blob)
{
    // Without building a Geometry, where it can be.
    if (const std::optional<LonLat> point = pointFromBlob(blob)) {
        if (std::isnan(point->lon) || std::isnan(point->lat))
            return std::nullopt; // This is how an empty point is written.
        return LonLatBox{point->lon, point->lat, point->lon, point->lat};
    }
    const std::optional<Geometry> geometry = geometryFromBlob(blob);
    return geometry ? boxOf(*geometry) : std::nullopt;
}

void createSpatialIndex(Database &database)
{
    database.runScript(indexSql);
}

std::optional<std::int64_t> spatialIndexSize(Database &database)
{
    if (!database.query("SELECT 1 FROM sqlite_schema WHERE name = 'rtree_incident_geom'").next())
        return std::nullopt;
    Statement row = database.query("SELECT count(*) FROM rtree_incident_geom_rowid");
    return row.next() ? row.integer(0) : 0;
}

void refreshSpatialIndex(Database &database, std::span<const IncidentId> changed)
{
    // Most edits leave incidents where they are, and asking the index takes a tenth of entering them anew.
    std::vector<std::pair<std::int64_t, std::optional<IndexedBox>>> moved;
    for (const IncidentId id : changed) {
        const std::optional<IndexedBox> box = boxOfIncident(database, numberOf(id));
        if (box != indexedBoxOf(database, numberOf(id)))
            moved.emplace_back(numberOf(id), box);
    }
    if (paysToPack(database, moved.size())) {
        rebuildSpatialIndex(database);
        return;
    }
    for (const auto &[id, box] : moved) {
        if (box)
            enter(database, *box);
        else
            database.run("DELETE FROM rtree_incident_geom WHERE id = ?", id);
    }
}

void addToSpatialIndex(Database &database, std::vector<IndexedBox> boxes)
{
    if (!paysToPack(database, boxes.size())) {
        for (const IndexedBox &box : boxes)
            enter(database, box);
        return;
    }
    for (Statement row = database.query("SELECT id, minx, maxx, miny, maxy FROM rtree_incident_geom"); row.next();) {
        boxes.push_back({row.integer(0), static_cast<float>(row.real(1)), static_cast<float>(row.real(2)),
                         static_cast<float>(row.real(3)), static_cast<float>(row.real(4))});
    }
    writePackedRtree(database, boxes);
}

void rebuildSpatialIndex(Database &database)
{
    std::vector<IndexedBox> boxes;
    for (Statement row = database.query("SELECT id, geom FROM incident WHERE geom IS NOT NULL"); row.next();) {
        if (const std::optional<LonLatBox> box = boxOfBlob(row.bytes(1)))
            boxes.push_back(indexedBox(row.integer(0), *box));
    }
    writePackedRtree(database, boxes);
}

} // namespace dateline
