#pragma once

#include "domain/caseinfo.h"
#include "domain/claim.h"
#include "domain/document.h"
#include "domain/figurespec.h"
#include "figure/figurelayer.h"
#include "figure/notetrace.h"
#include "map/basemap.h"
#include "map/density.h"
#include "map/scene.h"

#include <QString>
#include <QTransform>

#include <map>
#include <set>
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
    DocumentId document{};
};

/// Incidents that are in one province, name one party, or are reported or gainsaid by one speaker.
struct NamedIncidents
{
    QString name; ///< Empty: not to be told.
    Stance stance = Stance::Reports; ///< Of a speaker.
    std::vector<IncidentId> incidents;
};

/// All that a figure is drawn from.
struct FigureContent
{
    std::vector<SceneIncident> incidents;
    std::vector<FigureWords> words; ///< By incident, the first to be printed first.
    std::vector<FigureSource> sources;
    std::shared_ptr<const BaseMap> baseMap;
    std::map<IncidentId, double> blurred; ///< Incidents told by an area on purpose, with its radius in metres.
    /// All incidents of the case and what of them the filter shows; null where `incidents` are all.
    std::shared_ptr<const IncidentTable> table;
    /// Whether what the table shows is told by squares. Then `incidents` tell just what is to be kept back.
    bool asSquares = false;
    std::vector<NamedIncidents> named; ///< Of a figure of squares whose panels go by names.
    int otherSources = 0; ///< That incidents in squares rest on, beside `sources`.
    CaseStamp madeFrom;
    std::vector<FigureLayer> layers; ///< Between base map and marks, the lowest first.
    QStringList dataCredits; ///< Sentences that the case's data sets ask for, see dataCreditsIn().
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
    std::map<IncidentId, int> numbers; ///< Of the marks, by the incidents that they stand for.
    std::vector<QRectF> marks; ///< The square around each mark, number 1 first; page pixels.
    std::vector<QRectF> furniture; ///< Around the scale bar, the north arrow and the degrees; page pixels.
    /// Around each note drawn by hand, and where it can be taken hold of; page pixels. Null and empty if it is not drawn,
    /// and on the ground where there are several maps.
    std::vector<QRectF> noteBoxes;
    std::vector<NoteTrace> noteTraces;
    QRectF map; ///< The map's frame; page pixels.
    /// From page pixels to metres of the projection's plane, in the map's frame; none where there are several maps.
    std::optional<QTransform> metres;
    LonLatBox box; ///< Holds all that the map shows.
    QString projection; ///< A PROJ string or “EPSG:n”: that of the spec, or the fitting one.
    SceneCount count;
    QString title; ///< As printed.
    QString alternativeText;
    QStringList sources; ///< As listed, letters included.
    std::vector<int> listed; ///< The same as indices into FigureContent::sources, letter a first.
    std::map<FigurePart, QRectF> parts; ///< Of the page, those that were painted; page pixels.
    std::set<FigurePart> cut; ///< For which the page has no room, or not for all that they tell.
    std::vector<QRectF> sourceBoxes; ///< Around the first of them, as far as there was room; page pixels.
    std::optional<SquareGrid> squares; ///< Counts by square, of a figure of squares.
    QString withheld; ///< What is left out on purpose, in sentences; empty if nothing is.
    QStringList warnings; ///< See figure/warnings.h.
};

/// The colours and sizes of @p spec.
[[nodiscard]] const Theme &themeOf(const FigureSpec &spec);

/// Paints the figure on @p painter, whose unit is the page pixel (spec.widthPx × spec.heightPx).
///
/// A projection that cannot be used counts as none, which fits the box; see projectionProblem().
/// Sensitive places are blurred and graphic words left out as @p spec says; see figure/publishable.h.
FigureReport paintFigure(QPainter &painter, const FigureSpec &spec, const FigureContent &content);

/// Why the projection of @p spec cannot be used for this figure, in one sentence; empty if it can.
[[nodiscard]] QString projectionProblem(const FigureSpec &spec, const FigureContent &content);

/// The same for its projection, its panels and the pictures of its notes.
[[nodiscard]] QString figureProblem(const FigureSpec &spec, const FigureContent &content);

/// Writes @p bytes to @p path; Unwritable if that fails, and then what was there before stays.
[[nodiscard]] Result<void> saveFigure(const QString &path, const QByteArray &bytes);

/// Writes the figure to @p path in the format of its ending, see figure/formats.h; Unsupported for another ending,
/// Unwritable if it cannot be written (an existing file is replaced only when the new one is complete), Conflict if a
/// text of @p spec names a place that is to be blurred, Malformed if figureProblem() tells of
/// one.
///
/// Beside it comes @p path + “.json”, from which it can be checked and made anew: see figure/sidecar.h.
[[nodiscard]] Result<FigureReport> writeFigure(const QString &path, const FigureSpec &spec,
                                               const FigureContent &content);

} // namespace dateline
