#pragma once

#include "base/ids.h"
#include "domain/filter.h"
#include "domain/incident.h"
#include "map/viewport.h"

#include <QPainterPath>
#include <QPointF>
#include <QString>

#include <span>
#include <vector>

namespace dateline
{

/// An incident's place as an area: a precision circle or an outline, in pixels.
struct SceneArea
{
    IncidentId incident{};
    Kind kind{};
    QPainterPath path;
    bool circle = false; ///< A circle of precision around a mark; else the incident's own area.
    bool line = false; ///< The path is open: only its outline is drawn.
    std::vector<IncidentId> others; ///< Further incidents with the very same area, which is drawn once.
};

/// The incidents that @p area belongs to, the first first.
[[nodiscard]] std::vector<IncidentId> incidentsOf(const SceneArea &area);

/// A pin, or several incidents in one spot.
struct SceneMark
{
    std::vector<IncidentId> incidents; ///< Several where they lie closer than a mark's width; in list order.
    Kind kind{}; ///< Of the first.
    QPointF at; ///< Its middle, in pixels.
    bool isArea = false; ///< Stands in the middle of an area: drawn as a ring, not as a pin.
    int sources = 0; ///< Of the first: documents that report it.
};

/// The name beside a mark.
struct SceneLabel
{
    IncidentId incident{};
    QString text;
    QRectF box; ///< Where it is drawn, in pixels; no two boxes meet.
    bool isArea = false; ///< Names an area.
};

/// Why incidents are not in the view.
struct SceneCount
{
    int total = 0;
    int shown = 0; ///< In the view.
    int filtered = 0; ///< Left out by the filter.
    int withoutPlace = 0;
    int outside = 0; ///< Beyond the view's edges.
    int withoutTime = 0; ///< Of those shown: no time is stated.
    int oneSource = 0; ///< Of those shown: rest on one document.
    int wider = 0; ///< Known only by an area that is wider than the squares in which incidents are counted.
};

/// What is drawn over the base map: plain values in pixels, painted alike by scene graph and QPainter.
struct Scene
{
    std::vector<SceneArea> areas; ///< Back to front.
    std::vector<SceneMark> marks; ///< Back to front.
    std::vector<SceneLabel> labels;
    SceneCount count;
};

/// An incident and the number of documents that report it.
struct SceneIncident
{
    Incident incident;
    int sources = 0;
    bool filtered = false; ///< Left out by a part of the filter that the incident itself does not tell of.
};

/// Whether @p filter shows @p row.
[[nodiscard]] inline bool isShown(const SceneIncident &row, const IncidentFilter &filter)
{
    return !row.filtered && filter.shows(row.incident);
}

inline constexpr double markDiameterPx = 22;
inline constexpr int sceneLabelPx = 13; ///< Size of the names beside marks, bold.

/// The scene of @p incidents in @p viewport; those that lie on one spot share a mark if @p stack is set.
[[nodiscard]] Scene makeScene(std::span<const SceneIncident> incidents, const Viewport &viewport,
                              const IncidentFilter &filter, bool stack);

/// The incidents of the marks under @p pixel, or if there are none of the areas under it; the topmost first.
[[nodiscard]] std::vector<IncidentId> incidentsAt(const Scene &scene, QPointF pixel);

} // namespace dateline
