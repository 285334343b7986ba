#pragma once

#include <QString>

#include <proj.h>

#include <memory>

namespace dateline
{

struct ProjContextDeleter
{
    void operator()(PJ_CONTEXT *context) const { proj_context_destroy(context); }
};

struct ProjDeleter
{
    void operator()(PJ *pj) const { proj_destroy(pj); }
};

using ProjContext = std::unique_ptr<PJ_CONTEXT, ProjContextDeleter>;
using ProjObject = std::unique_ptr<PJ, ProjDeleter>;

/// A context that prints nothing and never asks the network.
[[nodiscard]] ProjContext newProjContext();

/// What the PROJ string or code @p definition names, a plane or another system; null if PROJ does not know it.
[[nodiscard]] ProjObject crsFrom(PJ_CONTEXT *context, const QString &definition);

/// True if @p crs leads from the surface of the earth to a plane in metres, without an axis to the west.
[[nodiscard]] bool isPlaneInMetres(PJ_CONTEXT *context, const PJ *crs);

/// From longitude and latitude in degrees to @p crs, east and north; null if PROJ finds no way.
[[nodiscard]] ProjObject wayTo(PJ_CONTEXT *context, const PJ *crs);

/// @p crs as a PROJ string, which a code is taken apart into; empty if there is none.
[[nodiscard]] QString projStringOf(PJ_CONTEXT *context, const PJ *crs);

} // namespace dateline
