#pragma once

#include <QtClassHelperMacros>

#include <cpl_error.h>

namespace dateline
{

/// GDAL writes its messages to stderr otherwise; ours say what to do.
class QuietErrors
{
public:
    QuietErrors() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~QuietErrors() { CPLPopErrorHandler(); }
    Q_DISABLE_COPY_MOVE(QuietErrors)
};

} // namespace dateline
