#pragma once

namespace dateline
{

/// Closes GDAL and PROJ before their first use: one driver to read with until others are
/// added, no network, no sidecar files, no settings from outside.
///
/// Runs once per process, from any thread; every use of GDAL in this module begins with it.
void closeGeoLibraries();

/// Adds what reads map files that others made. For a process of its own with little memory and no network only.
void addMapFormats();

/// Adds what reads pictures that lie over the map: GeoTIFF, JPEG 2000, MBTiles and tiles of GeoPackages.
void addRasterFormats();

/// Adds what reads features that lie over the map, also vector tiles. They are read by this process, as often as the view
/// moves: what is opened is held to sizes that are read in time.
void addVectorFormats();

} // namespace dateline
