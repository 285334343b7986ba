#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <span>
#include <vector>

namespace dateline
{

/// A place that a callout had better leave free.
struct BetterFree
{
    QRectF rect;
    double cost = 0; ///< Pixels of leader that are spent rather than to cover one square pixel of it.
};

/// Where callouts may go; all in the same pixels.
struct CalloutField
{
    QRectF frame; ///< No callout leaves it.
    std::vector<QRectF> marks; ///< The square around each mark; callout i belongs to mark i.
    std::vector<QRectF> obstacles; ///< Never covered nor crossed by a leader, such as the scale bar.
    std::vector<BetterFree> betterFree; ///< Covered only where that saves a long leader, such as place names.
};

/// A placed callout and its leader.
struct CalloutPlace
{
    QRectF box;
    QPointF leaderStart; ///< On the box's edge.
    QPointF leaderEnd; ///< On the mark's edge.

    friend bool operator==(const CalloutPlace &, const CalloutPlace &) = default;
};

/// Places callouts beside their marks: short straight leaders that never cross.
///
/// What it places always keeps to the rules: no box on a mark, another box or an obstacle, none outside the frame; no
/// leader across another leader, a box, another mark or an obstacle. What cannot be placed so is left out. The same
/// field and sizes give the same places.
class CalloutPlacer
{
public:
    explicit CalloutPlacer(CalloutField field);

    /// Callout @p index stands in @p box, moved into the frame, whatever that covers; the others keep clear of it.
    void fix(std::size_t index, QRectF box);

    /// Places boxes of @p sizes, one for each mark; an empty size asks for none beside those that
    /// are fixed.
    ///
    /// @returns how many that asked for a box are left without.
    int place(std::span<const QSizeF> sizes);

    /// Gives callout @p index the size @p size where there is room beside the others; false and no change where not.
    bool resize(std::size_t index, QSizeF size);

    [[nodiscard]] const std::vector<std::optional<CalloutPlace>> &places() const { return m_places; }

private:
    struct Candidate
    {
        CalloutPlace place;
        double cost = 0;
    };

    [[nodiscard]] std::vector<Candidate> candidatesFor(std::size_t index, QSizeF size) const;
    [[nodiscard]] std::optional<Candidate> candidate(std::size_t index, QRectF box) const;
    [[nodiscard]] double costOf(const CalloutPlace &place) const;
    [[nodiscard]] bool fitsBesideAll(std::size_t index, const CalloutPlace &place) const;
    bool placeBest(std::size_t index);
    void placeByEjecting(std::vector<std::size_t> waiting);
    void improve();

    CalloutField m_field;
    std::vector<std::optional<CalloutPlace>> m_fixed;
    std::vector<std::vector<Candidate>> m_candidates; ///< By callout, cheapest first.
    std::vector<std::optional<CalloutPlace>> m_places;
    std::vector<double> m_costs;
};

/// @p rect with @p by more on each side; less if negative.
[[nodiscard]] QRectF grown(const QRectF &rect, double by);

/// True if both keep clear of each other: boxes, leaders, and each one's leader from the other's box.
[[nodiscard]] bool areApart(const CalloutPlace &a, const CalloutPlace &b);

} // namespace dateline
