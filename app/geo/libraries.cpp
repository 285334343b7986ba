#include "geo/libraries.h"

#include <cpl_conv.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi_virtual.h>
#include <gdal.h>
#include <gdal_frmts.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <string_view>

namespace dateline
{

namespace
{

CPLHTTPResult *refuseToFetch(const char *, CSLConstList, GDALProgressFunc, void *, CPLHTTPFetchWriteFunc, void *,
                             void *)
{
    auto *result = static_cast<CPLHTTPResult *>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("Dateline does not fetch from the network");
    return result;
}

// What may be read: plain files, and memory; packed tiles are unpacked from there. All other handlers reach a network, an
// archive or another process.
void removeFileHandlers()
{
    constexpr std::array<std::string_view, 3> kept{"", "/vsimem/", "/vsigzip/"};
    char **prefixes = VSIFileManager::GetPrefixes();
    for (char **prefix = prefixes; prefix != nullptr && *prefix != nullptr; ++prefix) {
        if (std::ranges::find(kept, std::string_view(*prefix)) == kept.end())
            VSIFileManager::RemoveHandler(*prefix);
    }
    CSLDestroy(prefixes);
}

void closeOnce()
{
    // Set here, a setting goes before the same one in the environment; and no settings file is read.
    CPLSetConfigOption("GDAL_CONFIG_FILE", "");
    CPLSetConfigOption("GDAL_DRIVER_PATH", "disable");
    CPLSetConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR");
    CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
    CPLSetConfigOption("GDAL_VRT_ENABLE_PYTHON", "NO");
    CPLSetConfigOption("OGR_SQLITE_LOAD_EXTENSIONS", "");
    CPLSetConfigOption("OGR_SQLITE_ALLOW_EXTERNAL_ACCESS", "NO");
    CPLSetConfigOption("OGR_SQLITE_PRAGMA", "trusted_schema=0,cell_size_check=1");
    CPLSetConfigOption("PROJ_NETWORK", "OFF");
    CPLSetConfigOption("CPL_DEBUG", "OFF");
    CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO");
    // Not GDALAllRegister: only what is wanted exists, which is also quicker by far.
    RegisterOGRGeoPackage();
    OSRSetPROJEnableNetwork(0);
    CPLHTTPSetFetchCallback(refuseToFetch, nullptr);
    removeFileHandlers();
}

} // namespace

void closeGeoLibraries()
{
    static std::once_flag closed;
    std::call_once(closed, closeOnce);
}

void addMapFormats()
{
    static std::once_flag added;
    std::call_once(added, [] {
        closeGeoLibraries();
        RegisterOGRShape();
        RegisterOGRGeoJSON();
        RegisterOGRGeoJSONSeq();
        RegisterOGRFlatGeobuf();
        RegisterOGRLIBKML();
        RegisterOGRGPX();
        CPLSetConfigOption("LIBKML_EXTERNAL_STYLE", "NO");
        CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "200"); // Megabytes of one feature.
        CPLSetConfigOption("SHAPE_RESTORE_SHX", "NO");
        CPLSetConfigOption("OGR_ORGANIZE_POLYGONS", "DEFAULT");
    });
}

void addRasterFormats()
{
    static std::once_flag added;
    std::call_once(added, [] {
        closeGeoLibraries();
        GDALRegister_MEM();
        GDALRegister_GTiff();
        GDALRegister_JP2OpenJPEG();
        // Also what the tiles of MBTiles and GeoPackages are.
        GDALRegister_PNG();
        GDALRegister_JPEG();
        GDALRegister_WEBP();
        GDALRegister_MBTiles();
        GDALRegister_DTED();
        GDALRegister_SRTMHGT();
    });
}

void addVectorFormats()
{
    static std::once_flag added;
    std::call_once(added, [] {
        addMapFormats();
        addRasterFormats(); // MBTiles are of both kinds.
        RegisterOGRSQLite(); // What opens vector tiles opens their database with it.
        RegisterOGRMVT();
        RegisterOGRPMTiles();
    });
}

} // namespace dateline
