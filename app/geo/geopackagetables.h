#pragma once

#include <QString>
#include <QStringList>

namespace dateline
{

/// What a GeoPackage has, by the names of its tables.
struct GeoPackageTables
{
    QStringList tiles; ///< Pictures and heights.
    QStringList features;

    [[nodiscard]] QStringList all() const { return tiles + features; }
};

/// The tables of the GeoPackage at @p path; none of a file of another kind, or one that cannot be read.
[[nodiscard]] GeoPackageTables geoPackageTablesAt(const QString &path);

/// The tables of the file at @p path that are a layer each, named by FeatureStyle::layer: those of a GeoPackage that has
/// tiles and more besides. Empty for every other file, which is one layer.
[[nodiscard]] QStringList tablesApart(const QString &path);

} // namespace dateline
