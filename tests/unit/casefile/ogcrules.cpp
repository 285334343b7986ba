#include "ogcrules.h"

namespace dateline
{

namespace
{

QByteArray differenceOf(const QByteArray &is, const QByteArray &shall)
{
    return "SELECT * FROM (" + is + " EXCEPT " + shall + ") UNION ALL SELECT * FROM (" + shall + " EXCEPT " + is + ')';
}

/// Finds how a table differs from @p columns: rows of name, type, whether null is refused, default, place in the key.
QByteArray differences(const char *table, const char *columns)
{
    const QByteArray is =
        QByteArray(R"(SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(')") + table + "')";
    const QByteArray shall = QByteArray("SELECT * FROM (VALUES ") + columns + ')';
    return differenceOf(is, shall);
}

/// Finds how the tables that belong to @p extension differ from @p tables.
QByteArray differencesOfExtension(const char *extension, const char *tables)
{
    return differenceOf(QByteArray("SELECT table_name FROM gpkg_extensions WHERE column_name IS NULL AND "
                                   "scope = 'read-write' AND extension_name = '")
                            + extension + '\'',
                        QByteArray("SELECT * FROM (VALUES ") + tables + ')');
}

QByteArray differencesOfTriggers()
{
    return differenceOf("SELECT substr(name, 21) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'incident' "
                        "AND name LIKE 'rtree_incident_geom%'",
                        "SELECT * FROM (VALUES ('insert'), ('update2'), ('update4'), ('update5'), ('update6'), "
                        "('update7'), ('delete'))");
}

/// Finds rows or too few in what @p rows selects.
QByteArray unlessCount(int count, const char *rows)
{
    return "SELECT count(*) FROM (" + QByteArray(rows) + ") HAVING count(*) <> " + QByteArray::number(count);
}

constexpr auto instantPattern = "'[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]."
                                "[0-9][0-9][0-9]Z'";

// The parts of a geometry's header: flags as a number, from its two hexadecimal digits.
constexpr auto headers = R"(SELECT id, geom, g.srs_id,
  (instr('0123456789ABCDEF', substr(hex(substr(geom, 4, 1)), 1, 1)) - 1) * 16
   + instr('0123456789ABCDEF', substr(hex(substr(geom, 4, 1)), 2, 1)) - 1 AS flags
  FROM incident, gpkg_geometry_columns g WHERE geom IS NOT NULL)";

QByteArray amongHeaders(const char *select)
{
    return "WITH header AS (" + QByteArray(headers) + ") " + select;
}

} // namespace

std::vector<OgcRule> coreRules()
{
    return {
        {"Req 2: /base/core/container/data/file_format/application_id",
         "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version "
         "WHERE application_id <> 0x47504B47 OR user_version < 10200"},
        {"Req 5: /base/core/container/data/table_data_types",
         "SELECT c.table_name, i.name, i.type FROM gpkg_contents c, pragma_table_info(c.table_name) i "
         "WHERE i.type NOT IN ('BOOLEAN', 'TINYINT', 'SMALLINT', 'MEDIUMINT', 'INT', 'INTEGER', 'FLOAT', 'DOUBLE', "
         "'REAL', 'TEXT', 'BLOB', 'DATE', 'DATETIME', 'GEOMETRY') AND i.type NOT GLOB 'TEXT([1-9]*)'"},
        {"Req 6: /base/core/container/data/file_integrity",
         "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'"},
        {"Req 7: /base/core/container/data/foreign_key_integrity", "SELECT * FROM pragma_foreign_key_check"},
        {"Req 10: /base/core/gpkg_spatial_ref_sys/data/table_def",
         differences("gpkg_spatial_ref_sys",
                     "('srs_name', 'TEXT', 1, NULL, 0), ('srs_id', 'INTEGER', 1, NULL, 1), "
                     "('organization', 'TEXT', 1, NULL, 0), ('organization_coordsys_id', 'INTEGER', 1, NULL, 0), "
                     "('definition', 'TEXT', 1, NULL, 0), ('description', 'TEXT', 0, NULL, 0)")},
        {"Req 11: /base/core/gpkg_spatial_ref_sys/data_values_default",
         unlessCount(3,
                     "SELECT 1 FROM gpkg_spatial_ref_sys WHERE (srs_id = organization_coordsys_id) AND "
                     "((srs_id IN (-1, 0) AND organization = 'NONE' AND definition = 'undefined') OR "
                     "(srs_id = 4326 AND upper(organization) = 'EPSG' AND definition LIKE 'GEOGCS[%]'))")},
        {"Req 12: /base/core/spatial_ref_sys/data_values_required",
         "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' AND "
         "(srs_id IS NULL OR srs_id NOT IN (SELECT srs_id FROM gpkg_spatial_ref_sys))"},
        {"Req 13: /base/core/contents/data/table_def",
         differences("gpkg_contents",
                     "('table_name', 'TEXT', 1, NULL, 1), ('data_type', 'TEXT', 1, NULL, 0), "
                     "('identifier', 'TEXT', 0, NULL, 0), ('description', 'TEXT', 0, '''''', 0), "
                     "('last_change', 'DATETIME', 1, 'strftime(''%Y-%m-%dT%H:%M:%fZ'',''now'')', 0), "
                     "('min_x', 'DOUBLE', 0, NULL, 0), ('min_y', 'DOUBLE', 0, NULL, 0), "
                     "('max_x', 'DOUBLE', 0, NULL, 0), ('max_y', 'DOUBLE', 0, NULL, 0), "
                     "('srs_id', 'INTEGER', 0, NULL, 0)")},
        {"Req 13: identifiers are unique",
         unlessCount(1,
                     "SELECT 1 FROM pragma_index_list('gpkg_contents') l, pragma_index_info(l.name) i "
                     "WHERE l.\"unique\" AND i.name = 'identifier'")},
        {"Req 14: /base/core/contents/data/data_values_table_name",
         "SELECT table_name FROM gpkg_contents WHERE table_name NOT IN "
         "(SELECT name FROM sqlite_schema WHERE type IN ('table', 'view'))"},
        {"Req 15: /base/core/contents/data/data_values_last_change",
         "SELECT table_name, last_change FROM gpkg_contents WHERE last_change NOT GLOB " + QByteArray(instantPattern)},
        {"Req 16: /base/core/contents/data/data_values_srs_id",
         unlessCount(1,
                     "SELECT 1 FROM pragma_foreign_key_list('gpkg_contents') WHERE \"table\" = "
                     "'gpkg_spatial_ref_sys' AND \"from\" = 'srs_id'")},
        {"Req 58: /opt/extension_mechanism/data/table_def",
         differences("gpkg_extensions",
                     "('table_name', 'TEXT', 0, NULL, 0), ('column_name', 'TEXT', 0, NULL, 0), "
                     "('extension_name', 'TEXT', 1, NULL, 0), ('definition', 'TEXT', 1, NULL, 0), "
                     "('scope', 'TEXT', 1, NULL, 0)")},
        {"Req 60: /opt/extension_mechanism/data/data_values_table_name",
         "SELECT table_name FROM gpkg_extensions WHERE table_name IS NOT NULL AND lower(table_name) NOT IN "
         "(SELECT lower(name) FROM sqlite_schema)"},
        {"Req 61: /opt/extension_mechanism/data/data_values_column_name",
         "SELECT e.table_name, e.column_name FROM gpkg_extensions e WHERE e.column_name IS NOT NULL AND "
         "e.column_name NOT IN (SELECT name FROM pragma_table_info(e.table_name))"},
        {"Req 62: /opt/extension_mechanism/data/data_values_extension_name",
         "SELECT extension_name FROM gpkg_extensions WHERE extension_name NOT IN "
         "('gpkg_schema', 'gpkg_metadata', 'gpkg_rtree_index', 'gpkg_related_tables')"},
        {"Req 63: /opt/extension_mechanism/data/data_values_definition",
         "SELECT definition FROM gpkg_extensions WHERE definition NOT LIKE 'http%'"},
        {"Req 64: /opt/extension_mechanism/data/data_values_scope",
         "SELECT scope FROM gpkg_extensions WHERE scope NOT IN ('read-write', 'write-only')"},
        {"Req 59: no extension is registered twice",
         "SELECT table_name, column_name, extension_name FROM gpkg_extensions GROUP BY 1, 2, 3 HAVING count(*) > 1"},
    };
}

std::vector<OgcRule> featureRules()
{
    return {
        {"Req 18: /opt/features/contents/data/features_row",
         unlessCount(1, "SELECT 1 FROM gpkg_contents WHERE data_type = 'features' AND table_name = 'incident'")},
        {"Req 19: /opt/features/geometry_encoding/data/blob",
         amongHeaders("SELECT id, hex(geom) FROM header WHERE hex(substr(geom, 1, 3)) <> '475000' "
                      "OR (flags >> 5 & 1) <> 0 OR (flags >> 1 & 7) > 4")},
        {"Req 20, 32: /opt/features/geometry_encoding/data/core_types_existing_sparse_data",
         amongHeaders("SELECT id, hex(geom) FROM (SELECT *, 9 + CASE flags >> 1 & 7 WHEN 0 THEN 0 WHEN 1 THEN 32 "
                      "WHEN 4 THEN 64 ELSE 48 END AS body FROM header) WHERE hex(substr(geom, body, 5)) NOT IN "
                      "('0101000000', '0102000000', '0103000000', '0104000000', '0105000000', '0106000000', "
                      "'0107000000', '0000000001', '0000000002', '0000000003', '0000000004', '0000000005', "
                      "'0000000006', '0000000007')")},
        {"Req 152: /opt/features/geometry_encoding/data/empty_geometry",
         amongHeaders("SELECT id, hex(geom) FROM header WHERE (flags >> 4 & 1) AND (flags >> 1 & 7)")},
        {"Req 33: /opt/features/vector_features/data/data_value_geometry_srs_id",
         amongHeaders("SELECT id, hex(geom) FROM header WHERE srs_id <> 4326 OR hex(substr(geom, 5, 4)) <> "
                      "CASE flags & 1 WHEN 1 THEN 'E6100000' ELSE '000010E6' END")},
        {"Req 21: /opt/features/geometry_columns/data/table_def",
         differences("gpkg_geometry_columns",
                     "('table_name', 'TEXT', 1, NULL, 1), ('column_name', 'TEXT', 1, NULL, 2), "
                     "('geometry_type_name', 'TEXT', 1, NULL, 0), ('srs_id', 'INTEGER', 1, NULL, 0), "
                     "('z', 'TINYINT', 1, NULL, 0), ('m', 'TINYINT', 1, NULL, 0)")},
        {"Req 22: /opt/features/geometry_columns/data/data_values_geometry_columns",
         "SELECT table_name FROM gpkg_contents WHERE data_type = 'features' AND table_name NOT IN "
         "(SELECT table_name FROM gpkg_geometry_columns)"},
        {"Req 23, 26: /opt/features/geometry_columns/data/data_values_table_name",
         unlessCount(2,
                     "SELECT 1 FROM pragma_foreign_key_list('gpkg_geometry_columns') WHERE "
                     "(\"table\", \"from\") IN (('gpkg_contents', 'table_name'), "
                     "('gpkg_spatial_ref_sys', 'srs_id'))")},
        {"Req 24: /opt/features/geometry_columns/data/data_values_column_name",
         "SELECT table_name, column_name FROM gpkg_geometry_columns g WHERE column_name NOT IN "
         "(SELECT name FROM pragma_table_info(g.table_name))"},
        {"Req 25, 31: /opt/features/vector_features/data/feature_table_geometry_column_type",
         "SELECT g.table_name, i.type FROM gpkg_geometry_columns g, pragma_table_info(g.table_name) i "
         "WHERE i.name = g.column_name AND (i.type <> g.geometry_type_name OR i.type <> 'GEOMETRY')"},
        {"Req 146: /opt/features/geometry_columns/data/data_values_srs_id_match",
         "SELECT g.table_name FROM gpkg_geometry_columns g JOIN gpkg_contents c USING (table_name) "
         "WHERE g.srs_id IS NOT c.srs_id"},
        {"Req 27, 28: /opt/features/geometry_columns/data/data_values_z",
         "SELECT table_name FROM gpkg_geometry_columns WHERE z NOT IN (0, 1, 2) OR m NOT IN (0, 1, 2)"},
        {"Req 29, 150: /opt/features/vector_features/data/feature_table",
         "SELECT c.table_name FROM gpkg_contents c WHERE data_type = 'features' AND NOT EXISTS "
         "(SELECT 1 FROM pragma_table_info(c.table_name) WHERE pk = 1 AND type = 'INTEGER')"},
        {"Req 30: /opt/features/vector_features/data/feature_table_one_geometry_column",
         "SELECT table_name FROM gpkg_geometry_columns GROUP BY table_name HAVING count(*) > 1"},
    };
}

std::vector<OgcRule> attributeRules()
{
    return {
        {"Req 118, 119: /opt/attributes/contents/data/attributes_row",
         "SELECT c.table_name FROM gpkg_contents c JOIN sqlite_schema s ON s.name = c.table_name AND s.type = 'table' "
         "WHERE c.data_type = 'attributes' AND NOT EXISTS "
         "(SELECT 1 FROM pragma_table_info(c.table_name) WHERE pk = 1 AND type = 'INTEGER')"},
        {"Req 151: views of attributes have a key first",
         "SELECT c.table_name FROM gpkg_contents c JOIN sqlite_schema s ON s.name = c.table_name AND s.type = 'view' "
         "WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info(c.table_name) WHERE cid = 0 AND type = 'INTEGER')"},
        {"Req 151: keys of views are unique",
         "SELECT id FROM incident_quotes GROUP BY id HAVING count(*) > 1 UNION ALL "
         "SELECT id FROM quote_documents GROUP BY id HAVING count(*) > 1 UNION ALL "
         "SELECT id FROM incident_documents GROUP BY id HAVING count(*) > 1"},
        {"Req 76: /extensions/rtree/extension_row",
         unlessCount(1,
                     "SELECT 1 FROM gpkg_extensions WHERE extension_name = 'gpkg_rtree_index' AND "
                     "table_name = 'incident' AND column_name = 'geom' AND scope = 'write-only'")},
        {"Req 77: /reg_ext/features/spatial_indexes/implementation",
         unlessCount(1,
                     "SELECT 1 FROM sqlite_schema WHERE name = 'rtree_incident_geom' AND replace(sql, '\"', '') = "
                     "'CREATE VIRTUAL TABLE rtree_incident_geom USING rtree(id, minx, maxx, miny, maxy)'")},
        {"Req 77: the triggers of version 1.4 keep the index, and no others", differencesOfTriggers()},
        {"Req 77: the index holds every place and nothing else",
         "SELECT id FROM incident WHERE geom IS NOT NULL EXCEPT SELECT id FROM rtree_incident_geom UNION ALL "
         "SELECT * FROM (SELECT id FROM rtree_incident_geom EXCEPT SELECT id FROM incident WHERE geom IS NOT NULL)"},
    };
}

std::vector<OgcRule> descriptionRules()
{
    return {
        {"Req 93: /extensions/metadata/metadata/table_def",
         differences("gpkg_metadata",
                     "('id', 'INTEGER', 1, NULL, 1), ('md_scope', 'TEXT', 1, '''dataset''', 0), "
                     "('md_standard_uri', 'TEXT', 1, NULL, 0), ('mime_type', 'TEXT', 1, '''text/xml''', 0), "
                     "('metadata', 'TEXT', 1, '''''', 0)")},
        {"Req 95: /extensions/metadata/metadata_reference/table_def",
         differences("gpkg_metadata_reference",
                     "('reference_scope', 'TEXT', 1, NULL, 0), ('table_name', 'TEXT', 0, NULL, 0), "
                     "('column_name', 'TEXT', 0, NULL, 0), ('row_id_value', 'INTEGER', 0, NULL, 0), "
                     "('timestamp', 'DATETIME', 1, 'strftime(''%Y-%m-%dT%H:%M:%fZ'',''now'')', 0), "
                     "('md_file_id', 'INTEGER', 1, NULL, 0), ('md_parent_id', 'INTEGER', 0, NULL, 0)")},
        {"Req 96, 97, 98, 99: /extensions/metadata/metadata_reference/reference_scope",
         "SELECT * FROM gpkg_metadata_reference WHERE reference_scope <> 'geopackage' OR table_name IS NOT NULL OR "
         "column_name IS NOT NULL OR row_id_value IS NOT NULL"},
        {"Req 100: /extensions/metadata/metadata_reference/timestamp",
         "SELECT timestamp FROM gpkg_metadata_reference WHERE timestamp NOT GLOB " + QByteArray(instantPattern)},
        {"Req 101, 102: /extensions/metadata/metadata_reference/md_file_id",
         "SELECT md_file_id FROM gpkg_metadata_reference WHERE md_file_id NOT IN (SELECT id FROM gpkg_metadata) OR "
         "md_parent_id IS NOT NULL"},
        {"Req 140: /extensions/metadata/extensions/data_values",
         differencesOfExtension("gpkg_metadata", "('gpkg_metadata'), ('gpkg_metadata_reference')")},
        {"the metadata is there once",
         unlessCount(1, "SELECT 1 FROM gpkg_metadata JOIN gpkg_metadata_reference ON md_file_id = id")},
        {"Req 103: /extensions/schema/data_columns/table_def",
         differences("gpkg_data_columns",
                     "('table_name', 'TEXT', 1, NULL, 1), ('column_name', 'TEXT', 1, NULL, 2), "
                     "('name', 'TEXT', 0, NULL, 0), ('title', 'TEXT', 0, NULL, 0), "
                     "('description', 'TEXT', 0, NULL, 0), ('mime_type', 'TEXT', 0, NULL, 0), "
                     "('constraint_name', 'TEXT', 0, NULL, 0)")},
        {"Req 104: /extensions/schema/data_columns/table_name",
         "SELECT DISTINCT table_name FROM gpkg_data_columns WHERE table_name NOT IN "
         "(SELECT table_name FROM gpkg_contents)"},
        {"Req 105: /extensions/schema/data_columns/column_name",
         "SELECT table_name, column_name FROM gpkg_data_columns d WHERE column_name NOT IN "
         "(SELECT name FROM pragma_table_info(d.table_name))"},
        {"Req 106: /extensions/schema/data_columns/constraint_name",
         "SELECT constraint_name FROM gpkg_data_columns WHERE constraint_name IS NOT NULL AND "
         "(constraint_name <> lower(constraint_name) OR constraint_name NOT IN "
         "(SELECT constraint_name FROM gpkg_data_column_constraints))"},
        {"Req 107: /extensions/schema/data_column_constraints/table_def",
         differences("gpkg_data_column_constraints",
                     "('constraint_name', 'TEXT', 1, NULL, 0), ('constraint_type', 'TEXT', 1, NULL, 0), "
                     "('value', 'TEXT', 0, NULL, 0), ('min', 'NUMERIC', 0, NULL, 0), "
                     "('min_is_inclusive', 'BOOLEAN', 0, NULL, 0), ('max', 'NUMERIC', 0, NULL, 0), "
                     "('max_is_inclusive', 'BOOLEAN', 0, NULL, 0), ('description', 'TEXT', 0, NULL, 0)")},
        {"Req 108, 113, 114: /extensions/schema/data_column_constraints/constraint_type",
         "SELECT * FROM gpkg_data_column_constraints WHERE constraint_type <> 'enum' OR value IS NULL OR "
         "coalesce(min, max, min_is_inclusive, max_is_inclusive) IS NOT NULL"},
        {"Req 141: /extensions/schema/extensions/data_values",
         differencesOfExtension("gpkg_schema", "('gpkg_data_columns'), ('gpkg_data_column_constraints')")},
        {"every value that a column holds is one that it may hold",
         "SELECT kind FROM incident WHERE kind NOT IN (SELECT value FROM gpkg_data_column_constraints "
         "WHERE constraint_name = 'incident_kind') UNION ALL SELECT stance FROM claim WHERE stance NOT IN "
         "(SELECT value FROM gpkg_data_column_constraints WHERE constraint_name = 'claim_stance')"},
    };
}

std::vector<OgcRule> relationRules()
{
    return {
        {"18-000 Req 1, 2, 3: /conf/table-defs/extensions-udmt",
         differencesOfExtension("gpkg_related_tables",
                                "('gpkgext_relations'), ('incident_quotes'), "
                                "('quote_documents'), ('incident_documents')")},
        {"18-000 Req 4: /conf/table-defs/ger",
         differences("gpkgext_relations",
                     "('id', 'INTEGER', 0, NULL, 1), ('base_table_name', 'TEXT', 1, NULL, 0), "
                     "('base_primary_column', 'TEXT', 1, '''id''', 0), ('related_table_name', 'TEXT', 1, NULL, 0), "
                     "('related_primary_column', 'TEXT', 1, '''id''', 0), ('relation_name', 'TEXT', 1, NULL, 0), "
                     "('mapping_table_name', 'TEXT', 1, NULL, 0)")},
        {"18-000 Req 5, 6: /conf/table-defs/ger-base-contents",
         "SELECT * FROM gpkgext_relations WHERE base_table_name NOT IN (SELECT table_name FROM gpkg_contents) OR "
         "related_table_name NOT IN (SELECT table_name FROM gpkg_contents)"},
        {"18-000 Req 7: /conf/table-defs/ger-udmt",
         "SELECT mapping_table_name FROM gpkgext_relations WHERE mapping_table_name NOT IN "
         "(SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_related_tables')"},
        {"18-000 Req 8: /conf/table-defs/ger-relname",
         "SELECT relation_name FROM gpkgext_relations WHERE relation_name <> 'attributes' OR related_table_name NOT IN "
         "(SELECT table_name FROM gpkg_contents WHERE data_type = 'attributes')"},
        // SQLite tells of no column of a view that it is never null, so that is left out here.
        {"18-000 Req 9: /conf/table-defs/udmt",
         "SELECT mapping_table_name FROM gpkgext_relations r WHERE 2 <> (SELECT count(*) FROM "
         "pragma_table_info(r.mapping_table_name) WHERE name IN ('base_id', 'related_id') AND type = 'INTEGER')"},
        {"18-000 Req 10: /conf/table-defs/udmt-base",
         "SELECT base_id FROM incident_quotes WHERE base_id IS NULL OR base_id NOT IN (SELECT id FROM incident) "
         "UNION ALL SELECT base_id FROM quote_documents WHERE base_id NOT IN (SELECT id FROM quote) "
         "UNION ALL SELECT base_id FROM incident_documents WHERE base_id NOT IN (SELECT id FROM incident)"},
        {"18-000 Req 11: /conf/table-defs/udmt-related",
         "SELECT related_id FROM incident_quotes WHERE related_id IS NULL OR related_id NOT IN (SELECT id FROM quote) "
         "UNION ALL SELECT related_id FROM quote_documents WHERE related_id NOT IN (SELECT id FROM document) "
         "UNION ALL SELECT related_id FROM incident_documents WHERE related_id NOT IN (SELECT id FROM document)"},
    };
}

} // namespace dateline
