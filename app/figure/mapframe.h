#pragma once

#include "figure/callout.h"
#include "figure/calloutlayout.h"

#include <vector>

namespace dateline
{

/// What the map of a figure shows; pixels of the map, origin at its top left.
struct MapView
{
    Viewport viewport;
    Scene scene;
    std::vector<NumberedMark> marks;
};

/// The view of @p spec in a frame of @p size, with its marks numbered.
[[nodiscard]] MapView mapViewFor(const FigureSpec &spec, const FigureContent &content, QSizeF size);

/// The map with its callouts placed; pixels of the map.
class MapFrame
{
public:
    MapFrame(const MapView &view, const std::vector<CalloutText> &texts, const BaseMap *baseMap, const Theme &theme);

    /// By mark; none where the callout found no room and is to become a note.
    [[nodiscard]] const std::vector<std::optional<CalloutPlace>> &places() const { return m_places; }
    [[nodiscard]] const std::vector<QRectF> &markSquares() const { return m_squares; }

    void paint(QPainter &painter) const;

private:
    void moveRingsApart();
    void placeScaleBar();
    void placeCallouts(const std::vector<CalloutText> &texts);
    [[nodiscard]] bool tryLevel(CalloutPlacer &placer, const std::vector<CalloutText> &texts,
                                const CalloutLevel &level);
    [[nodiscard]] std::vector<QRectF> covered() const;
    void paintLeaders(QPainter &painter) const;
    void paintScaleBar(QPainter &painter) const;

    MapView m_view;
    const BaseMap *m_baseMap;
    const Theme &m_theme;
    QRectF m_frame;
    std::vector<QRectF> m_squares; ///< Around the marks.
    ScaleBar m_scaleBar;
    QRectF m_scaleBarBox;
    std::vector<Callout> m_callouts;
    std::vector<std::optional<CalloutPlace>> m_places;
};

} // namespace dateline
