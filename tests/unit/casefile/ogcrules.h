#pragma once

#include <QByteArray>

#include <vector>

namespace dateline
{

/// One requirement of the OGC GeoPackage standard (12-128r19, version 1.4) or of its Related Tables Extension (18-000).
struct OgcRule
{
    QByteArray name; ///< “Req 14: /base/core/contents/data/data_values_table_name”, as in its abstract test suite.
    QByteArray breaches; ///< SQL that finds what breaks it; no row if nothing does.
};

[[nodiscard]] std::vector<OgcRule> coreRules();
[[nodiscard]] std::vector<OgcRule> featureRules();
[[nodiscard]] std::vector<OgcRule> attributeRules(); ///< And the spatial index.
[[nodiscard]] std::vector<OgcRule> descriptionRules(); ///< Metadata and schema.
[[nodiscard]] std::vector<OgcRule> relationRules();

} // namespace dateline
