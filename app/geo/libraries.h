#pragma once

namespace dateline
{

/// Closes GDAL and PROJ before their first use: one driver to read with, no network, no sidecar files, no settings from outside.
///
/// Runs once per process, from any thread; every use of GDAL in this module begins with it.
void closeGeoLibraries();

/// Adds what reads map files that others made. For a process of its own with little memory and no network only.
void addMapFormats();

} // namespace dateline
