#pragma once

#include <cpl_error.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <string_view>

namespace dateline
{

/// While there is one, GDAL writes nothing to stderr: our own messages say what to do.
class GdalSilence
{
public:
    GdalSilence() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~GdalSilence() { CPLPopErrorHandler(); }
    GdalSilence(const GdalSilence &) = delete;
    GdalSilence &operator=(const GdalSilence &) = delete;
};

/// What is in a GeoPackage's @p blob; null if it is damaged.
[[nodiscard]] std::unique_ptr<OGRGeometry> ogrFromBlob(std::string_view blob);

} // namespace dateline
