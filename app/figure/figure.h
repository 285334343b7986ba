#pragma once

#include "domain/claim.h"
#include "domain/document.h"
#include "domain/figurespec.h"
#include "map/basemap.h"
#include "map/scene.h"

#include <QString>

#include <map>
#include <vector>

namespace dateline
{

/// Why words are not printed.
enum class Hidden : std::uint8_t { No, Graphic, Place };

/// Words that a figure may print for an incident, with where they come from.
struct FigureWords
{
    IncidentId incident{};
    QuoteId quote{};
    QString words;
    QString speaker;
    Stance stance = Stance::Reports;
    int source = 0; ///< Index into FigureContent::sources.
    int page = 0; ///< Of the source, from 1; 0 if it has no pages.
    Hidden hidden = Hidden::No; ///< Then words is empty.
};

/// A source as the figure lists it.
struct FigureSource
{
    QString name;
    QString publisher;
    QString address;
    std::optional<WrittenTime> published;
    QByteArray textSha256;
    bool graphic = false;
    bool withheld = false; ///< Title and address are left out: they may name a blurred place.
};

/// All that a figure is drawn from.
struct FigureContent
{
    std::vector<SceneIncident> incidents;
    std::vector<FigureWords> words; ///< By incident, the first to be printed first.
    std::vector<FigureSource> sources;
    std::shared_ptr<const BaseMap> baseMap;
    std::map<IncidentId, double> blurred; ///< Incidents told by an area on purpose, with its radius in metres.
};

/// What was drawn, for alternative text, metadata and tests.
struct FigureReport
{
    struct Callout
    {
        std::vector<IncidentId> incidents;
        int number = 0;
        QRectF box; ///< Page pixels.
        QPointF mark; ///< Page pixels: the middle of the mark that its leader leads to.
        QPointF leaderStart; ///< On the box's edge.
    };

    std::vector<Callout> callouts; ///< Of the marks that have one; the others are numbered notes beside the map.
    std::vector<QRectF> marks; ///< The square around each mark, number 1 first; page pixels.
    QRectF map; ///< The map's frame; page pixels.
    LonLatBox box; ///< Holds all that the map shows.
    QString projection; ///< A PROJ string.
    SceneCount count;
    QString title; ///< As printed.
    QString alternativeText;
    QStringList sources; ///< As listed, letters included.
    QString withheld; ///< What is left out on purpose, in sentences; empty if nothing is.
};

/// Paints the figure on @p painter, whose unit is the page pixel (spec.widthPx × spec.heightPx).
///
/// Sensitive places are blurred and graphic words left out as @p spec says; see figure/publishable.h.
FigureReport paintFigure(QPainter &painter, const FigureSpec &spec, const FigureContent &content);

/// Writes the figure to @p path as PNG, SVG or PDF by its ending; Unsupported for another ending, Unwritable if it
/// cannot be written (an existing file is replaced only when the new one is complete), Conflict if the title, subtitle
/// or credit of @p spec names a place that is to be blurred.
///
/// Beside it comes @p path + “.json”: filter, view, incidents, quotes and the hashes of their sources.
[[nodiscard]] Result<FigureReport> writeFigure(const QString &path, const FigureSpec &spec,
                                               const FigureContent &content);

} // namespace dateline
