#include "figure/squares.h"

#include "figure/captions.h"
#include "figure/figuretext.h"
#include "figure/squaretally.h"
#include "map/classes.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace dateline
{

namespace
{

constexpr double widestPx = 16;
constexpr double squareGap = 0.03; // Of a square's side, at each edge.
constexpr int mostClasses = 6;
constexpr double equatorMetres = 40'075'016.686;

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
}

/// Metres on the ground along a unit of IncidentColumns::x at @p lat.
double unitMetresAt(double lat)
{
    return std::ldexp(equatorMetres, -32) * std::max(0.01, std::cos(radians(lat)));
}

double middleLatitudeOf(const Viewport &view)
{
    const QSizeF size = view.sizePx();
    return view.lonLatFromPixel({size.width() / 2, size.height() / 2}).value_or(LonLat{}).lat;
}

/// The least shift at which a square blurs every sensitive incident that @p table shows to @p metres.
int shiftToBlur(const IncidentTable &table, double metres)
{
    const IncidentColumns &columns = table.columns();
    int shift = 0;
    for (std::size_t row = 0; row < table.size() && metres > 0; ++row) {
        if (!table.shows(row) || !columns.has(row, IncidentColumns::Sensitive))
            continue;
        const double lat = lonLatFromFixed({columns.x[row], columns.y[row]}).lat;
        shift = std::max(shift, static_cast<int>(std::ceil(std::log2(2 * metres / unitMetresAt(lat)))));
    }
    return std::min(shift, 31);
}

class Maker
{
public:
    Maker(const IncidentTable &table, const Viewport &view, const FigureSpec &spec)
        : m_table(table)
        , m_view(view)
    {
        const double unit = unitMetresAt(middleLatitudeOf(view));
        const QSizeF size = view.sizePx();
        const double unitsPerPixel = view.metresPerPixelAt({size.width() / 2, size.height() / 2}) / unit;
        int shift = std::clamp(static_cast<int>(std::floor(std::log2(widestPx * unitsPerPixel))), 0, 31);
        shift = std::max(shift, shiftToBlur(table, spec.blurMetres));
        m_sidePx = std::ldexp(1.0, shift) / unitsPerPixel;
        m_made.sideMetres = std::ldexp(unit, shift);
        m_made.grid = squaresIn(table, FixedView(view.box()), shift, true);
        m_isOnMap.resize(m_made.grid.counts.size());
    }

    FigureSquares make(const Theme &theme)
    {
        outline();
        Tally tally(m_table, m_made.grid, m_isOnMap);
        for (std::size_t row = 0; row < m_table.size(); ++row)
            tally.add(row);
        tally.tellOf(m_made);
        const FigureSquares *const all = &m_made;
        m_made.scale = sharedScale({&all, 1}, theme);
        return std::move(m_made);
    }

private:
    [[nodiscard]] LonLat cornerAt(double column, double row) const
    {
        const SquareGrid &grid = m_made.grid;
        const double side = std::ldexp(1.0, grid.shift);
        const auto x = static_cast<std::uint64_t>(grid.west + column * side);
        const auto y = static_cast<std::uint64_t>(grid.north + row * side);
        constexpr std::uint64_t last = ~0U; // The far edge of the world, not the near one; eastward, a grid may go on.
        return lonLatFromFixed({static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(std::min(y, last))});
    }

    void outline()
    {
        const SquareGrid &grid = m_made.grid;
        const int pieces = 1 + static_cast<int>(m_sidePx / 24);
        const std::size_t corners = 4 * static_cast<std::size_t>(pieces);
        std::vector<LonLat> edge;
        std::vector<std::size_t> filled;
        for (std::size_t at = 0; at < grid.counts.size(); ++at) {
            if (grid.counts[at] == 0)
                continue;
            filled.push_back(at);
            const std::size_t whole = at / static_cast<std::size_t>(grid.across); // Rows above.
            const double row = static_cast<double>(whole) + squareGap;
            const double column = static_cast<double>(at % static_cast<std::size_t>(grid.across)) + squareGap;
            constexpr double side = 1 - 2 * squareGap;
            for (std::size_t i = 0; i < corners; ++i) {
                const double along = side * static_cast<double>(i % static_cast<std::size_t>(pieces)) / pieces;
                switch (i / static_cast<std::size_t>(pieces)) {
                case 0: edge.push_back(cornerAt(column + along, row)); break;
                case 1: edge.push_back(cornerAt(column + side, row + along)); break;
                case 2: edge.push_back(cornerAt(column + side - along, row + side)); break;
                default: edge.push_back(cornerAt(column, row + side - along)); break;
                }
            }
        }
        std::vector<QPointF> pixels;
        m_view.pixelsFromLonLats(edge, pixels);
        for (std::size_t i = 0; i < filled.size(); ++i)
            add(filled[i], {pixels.data() + i * corners, corners});
    }

    void add(std::size_t at, std::span<const QPointF> edge)
    {
        QPolygonF outline;
        for (const QPointF point : edge) {
            if (!std::isfinite(point.x()) || !std::isfinite(point.y()))
                return;
            outline.append(point);
        }
        QRectF bounds = outline.boundingRect();
        // Where the projection cuts the earth, an edge may run across the whole map.
        if (bounds.width() > 8 * m_sidePx) {
            bounds = QRectF(edge.front(), QSizeF(m_sidePx, m_sidePx));
            outline = QPolygonF(bounds);
        }
        if (!bounds.intersects(QRectF({0, 0}, m_view.sizePx())))
            return;
        m_isOnMap[at] = 1;
        m_made.squares.push_back({std::move(outline), m_made.grid.counts[at], at});
    }

    const IncidentTable &m_table;
    const Viewport &m_view;
    FigureSquares m_made;
    std::vector<std::uint8_t> m_isOnMap; ///< By square.
    double m_sidePx = 0;
};

QString sideText(const FigureSquares &squares)
{
    const double metres = squares.sideMetres;
    const bool inMetres = metres < 1000;
    const double value = inMetres ? metres : metres / 1000;
    const double unit = std::pow(10, std::floor(std::log10(std::max(value, 1.0))) - 1); // Two digits.
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QString rounded = english.toString(std::round(value / unit) * unit, 'f', unit < 1 ? 1 : 0);
    return inMetres ? FigureText::tr("%1 m").arg(rounded) : FigureText::tr("%1 km").arg(rounded);
}

} // namespace

FigureSquares squaresFor(const IncidentTable &table, const Viewport &view, const FigureSpec &spec, const Theme &theme)
{
    return Maker(table, view, spec).make(theme);
}

ClassScale sharedScale(std::span<const FigureSquares *const> maps, const Theme &theme)
{
    std::vector<double> counts;
    for (const FigureSquares *map : maps) {
        for (const FigureSquares::Square &square : map->squares)
            counts.push_back(square.count);
    }
    return {classBreaks(counts, mostClasses), ClassScale::Values::Whole, theme};
}

void paintSquares(QPainter &painter, const FigureSquares &squares)
{
    painter.setPen(Qt::NoPen);
    for (const FigureSquares::Square &square : squares.squares) {
        if (const std::optional<std::size_t> index = squares.scale.classOf(square.count)) {
            painter.setBrush(squares.scale.colour(*index));
            painter.drawPolygon(square.outline);
        }
    }
    painter.setBrush(Qt::NoBrush);
}

Section squaresSection(const FigureSquares &squares, const QString &withheld, std::vector<SectionRow> more,
                       double width, const Theme &theme)
{
    std::vector<SectionRow> rows;
    const QStringList texts = squares.scale.texts();
    rows.reserve(static_cast<std::size_t>(texts.size()) + 1);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        rows.push_back({{{texts[i], sansFont(textSize), theme.ink}},
                        [colour = squares.scale.colour(static_cast<std::size_t>(i))](QPainter &painter, QPointF at) {
                            painter.fillRect(QRectF(at - QPointF(8, 8), QSizeF(16, 16)), colour);
                        }});
    }
    std::ranges::move(more, std::back_inserter(rows));
    const QStringList counts{countSentence(squares.count), withheld};
    rows.push_back({{{counts.join(u' ').trimmed(), sansFont(textSize), theme.mutedInk}}, {}});
    return {FigureText::tr("Incidents in a square of about %1").arg(sideText(squares)), std::move(rows),
            FigureText::tr("and %1 more"), width, theme};
}

QString titleFor(const FigureSquares &squares)
{
    if (squares.count.shown == 0)
        return FigureText::tr("No incident on this map");
    const QString counted = FigureText::tr("%1 reported incidents").arg(countText(squares.count.shown));
    return squares.days.isEmpty() ? counted : counted + QStringLiteral(", ") + squares.days;
}

QString subtitleFor(const FigureSquares &squares)
{
    QStringList sentences;
    if (!squares.days.isEmpty())
        sentences.append(FigureText::tr("Incidents dated %1.").arg(squares.days));
    if (squares.count.shown > 0)
        sentences.append(FigureText::tr("Colour tells how many incidents are reported in each square."));
    return sentences.join(u' ');
}

QString alternativeTextFor(const QString &title, const FigureSquares &squares, const QString &withheld)
{
    QStringList sentences{FigureText::tr("Map: %1.").arg(title)};
    const auto most = std::ranges::max_element(squares.squares, {}, &FigureSquares::Square::count);
    if (most != squares.squares.end()) {
        sentences.append(FigureText::tr("It counts incidents in squares of about %1; the fullest holds %2.")
                             .arg(sideText(squares), countText(most->count)));
        std::vector<std::pair<std::uint32_t, Kind>> kinds;
        for (int kind = 0; kind < kindCount; ++kind) {
            if (const std::uint32_t count = squares.kinds.at(static_cast<std::size_t>(kind)); count > 0)
                kinds.emplace_back(count, static_cast<Kind>(kind));
        }
        std::ranges::stable_sort(kinds, std::ranges::greater(), &std::pair<std::uint32_t, Kind>::first);
        QStringList names;
        for (const auto &[count, kind] : kinds)
            names.append(FigureText::tr("%1 (%2)").arg(termOf(kind), countText(count)));
        sentences.append(FigureText::tr("What: %1.").arg(joined(names)));
    }
    sentences.append(countSentence(squares.count));
    if (!withheld.isEmpty())
        sentences.append(withheld);
    return sentences.join(u' ');
}

} // namespace dateline
