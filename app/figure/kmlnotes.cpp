#include "figure/kmlnotes.h"

#include "figure/figure.h"
#include "figure/figuretext.h"
#include "figure/kmlshape.h"
#include "figure/markup.h"
#include "figure/notestold.h"
#include "map/theme.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline
{

namespace
{

/// The ellipse in the box between two corners.
std::vector<LonLat> ellipseIn(LonLat a, LonLat b)
{
    constexpr int corners = 72;
    std::vector<LonLat> ring;
    ring.reserve(corners + 1);
    for (int i = 0; i <= corners; ++i) {
        const double angle = 2 * std::numbers::pi * (i % corners) / corners;
        ring.push_back({(a.lon + b.lon) / 2 + (b.lon - a.lon) / 2 * std::cos(angle),
                        (a.lat + b.lat) / 2 + (b.lat - a.lat) / 2 * std::sin(angle)});
    }
    return ring;
}

Geometry shapeOf(const FigureNote &note)
{
    std::vector<LonLat> way;
    for (const NotePoint &point : note.points)
        way.push_back({point.x, point.y});
    if (note.kind == NoteKind::Ellipse && way.size() == 2)
        return {Geometry::Type::Polygon, {ellipseIn(way.front(), way.back())}};
    if (isArea(note.kind) && way.size() > 2) {
        way.push_back(way.front());
        return {Geometry::Type::Polygon, {std::move(way)}};
    }
    return {way.size() == 1 ? Geometry::Type::Point : Geometry::Type::Line, {std::move(way)}};
}

void writeNote(Markup &kml, const FigureNote &note, const Theme &theme)
{
    const QColor colour = colourOf(note.colour, theme);
    kml.start("Placemark");
    kml.element("name", note.text.isEmpty() ? nameOf(note.kind) : note.text.simplified());
    kml.element("description", noteLine(note));
    kml.start("Style");
    const int fill = note.fill == NoteFill::None ? 0 : 70;
    for (const auto &[name, alpha] : {std::pair("IconStyle", 255), {"LineStyle", 255}, {"PolyStyle", fill}}) {
        kml.start(name);
        kml.element("color", kmlColour(colour, alpha));
        if (QLatin1StringView(name) == QLatin1StringView("LineStyle"))
            kml.element("width", QString::number(note.widthPt));
        kml.end();
    }
    kml.end();
    writeShape(kml.xml(), {.geometry = shapeOf(note), .precision = LocationPrecision::Exact}, false);
    kml.end();
}

} // namespace

void writeNotes(Markup &kml, const FigureSpec &spec)
{
    const auto isOnGround = [](const FigureNote &note) { return note.on == NoteOn::Ground && !note.points.empty(); };
    if (!std::ranges::any_of(spec.notes, isOnGround))
        return;
    kml.start("Folder");
    kml.element("name", FigureText::tr("Drawn by hand"));
    kml.element("description", handDrawnSentence(spec.notes));
    for (const FigureNote &note : spec.notes) {
        if (isOnGround(note))
            writeNote(kml, note, themeOf(spec));
    }
    kml.end();
}

} // namespace dateline
