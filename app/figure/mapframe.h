#pragma once

#include "figure/callout.h"
#include "figure/calloutlayout.h"
#include "figure/graticule.h"
#include "figure/mapfurniture.h"
#include "figure/notes.h"
#include "figure/squares.h"

#include <vector>

namespace dateline
{

/// What the map of a figure shows; pixels of the map, origin at its top left.
struct MapView
{
    Viewport viewport;
    Scene scene;
    std::vector<NumberedMark> marks;
    std::optional<FigureSquares> squares; ///< Instead of marks.
    QPainterPath edge; ///< Of the area that the filter keeps; empty if it keeps any.
    std::span<const FigureLayer> layers{}; ///< Of the content that it is of.
};

/// What @p spec shows of the earth in a frame of @p size.
[[nodiscard]] LonLatBox boxFor(const FigureSpec &spec, const FigureContent &content, QSizeF size);

/// The projection of @p spec for a map of @p box; Malformed if its text names none, or one that does not show the
/// middle of @p box.
[[nodiscard]] Result<Projection> projectionFor(const FigureSpec &spec, const LonLatBox &box);

/// The view of @p spec in a frame of @p size, with its marks numbered; in the fitting projection where it has none
/// that can be used.
[[nodiscard]] MapView mapViewFor(const FigureSpec &spec, const FigureContent &content, QSizeF size);

/// The map with its callouts placed; pixels of the map.
class MapFrame
{
public:
    /// @param texts of the marks, by mark; none: no mark gets a callout.
    /// @param parts of the page that a person has placed on the map; kept clear where a person has not placed callouts.
    MapFrame(const MapView &view, const std::vector<CalloutText> &texts, const FigureNotes &notes,
             const BaseMap *baseMap, const FigureSpec &spec, std::vector<QRectF> parts, const Theme &theme);

    /// By mark; none where the callout found no room and is to become a note.
    [[nodiscard]] const std::vector<std::optional<CalloutPlace>> &places() const { return m_places; }
    [[nodiscard]] const std::vector<QRectF> &markSquares() const { return m_squares; }
    /// Around the scale bar, the north arrow and the degrees at the edges.
    [[nodiscard]] const std::vector<QRectF> &furniture() const { return m_furniture; }

    void paint(QPainter &painter) const;

private:
    void moveRingsApart();
    void placeFurniture(const FigureSpec &spec);
    void placeCallouts(const std::vector<CalloutText> &texts, const std::vector<PlacedCallout> &placed);
    [[nodiscard]] bool placeIn(CalloutField field, const std::vector<CalloutText> &texts);
    [[nodiscard]] bool tryLevel(CalloutPlacer &placer, const std::vector<CalloutText> &texts,
                                const CalloutLevel &level);
    [[nodiscard]] std::vector<QRectF> taken() const;
    [[nodiscard]] std::vector<QRectF> covered() const;
    void paintLeaders(QPainter &painter) const;

    MapView m_view;
    const FigureNotes &m_notes;
    const BaseMap *m_baseMap;
    const Theme &m_theme;
    QRectF m_frame;
    std::vector<QRectF> m_squares; ///< Around the marks.
    std::vector<QRectF> m_parts; ///< Of the page, on the map.
    std::vector<std::optional<PlacedCallout>> m_byHand; ///< By mark.
    PlacedScaleBar m_scaleBar;
    std::optional<NorthArrow> m_northArrow;
    std::vector<GraticuleLine> m_graticule;
    std::vector<GraticuleLabel> m_degrees;
    std::vector<QRectF> m_furniture;
    std::vector<Callout> m_callouts;
    std::vector<std::optional<CalloutPlace>> m_places;
};

} // namespace dateline
