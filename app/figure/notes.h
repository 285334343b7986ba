#pragma once

#include "figure/figure.h"
#include "figure/noteshape.h"
#include "figure/section.h"

namespace dateline
{

/// The notes of a figure, placed on its page.
class FigureNotes
{
public:
    /// @param view of the map, whose frame is @p map in pixels of the layout, @p scale of which make one of the page.
    FigureNotes(const FigureSpec &spec, const Viewport &view, const QRectF &map, double scale, const Theme &theme);

    /// What callouts and the names of places should not cover; pixels of the map.
    [[nodiscard]] std::vector<QRectF> keepFree() const;

    /// What they had better not cover.
    [[nodiscard]] std::vector<BetterFree> betterFree() const;

    void paintOnGround(QPainter &painter) const; ///< Pixels of the map.
    void paintOnPage(QPainter &painter) const; ///< Pixels of the layout.

    /// @param withGround whether those on the ground can be told: there is one map.
    void report(FigureReport &report, bool withGround) const;

private:
    void paint(QPainter &painter, NoteOn on) const;

    const std::vector<FigureNote> &m_notes;
    std::vector<NoteShape> m_shapes; ///< By note; of those on the ground in pixels of the map.
    QPointF m_mapAt;
    double m_scale;
};

/// “12.4 km”, “310 ha”: how long or how large @p note is on the ground; empty where it does not ask or cannot be measured.
[[nodiscard]] QString measureOf(const FigureNote &note);

/// What the key says of notes that are in it: each style and text once.
[[nodiscard]] std::vector<SectionRow> noteRows(std::span<const FigureNote> notes, const Theme &theme);

/// Why a figure with @p notes cannot be written, in one sentence; empty if it can.
[[nodiscard]] QString notesProblem(std::span<const FigureNote> notes);

} // namespace dateline
