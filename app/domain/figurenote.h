#pragma once

#include "base/lonlat.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace dateline
{

/// What a note drawn by hand is.
enum class NoteKind : std::uint8_t {
    Text,
    Line,
    Arrow,
    Ellipse, ///< In the box between two corners.
    Polygon,
    Freehand,
    Image,
    Symbol,
    Movement, ///< A broad arrow along a curve through its points.
    FrontLine, ///< With teeth, or ticks if it has no fill, on the left of the way that it is drawn.
    Hatched ///< An area.
};

/// What a note keeps to.
enum class NoteOn : std::uint8_t {
    Ground, ///< Its points are longitudes and latitudes: it moves with the map.
    Page ///< Its points are shares of the page's width and height: 0, 0 is the top left.
};

/// The colours of notes; how they look is the theme's.
enum class NoteColour : std::uint8_t { Ink, Grey, Red, Orange, Yellow, Green, Blue, Purple };

enum class NoteDash : std::uint8_t { Solid, Dashed, Dotted };

/// What is inside of a closed note; behind a text, a box.
enum class NoteFill : std::uint8_t { None, Tint, Solid, Diagonal, Cross, Dots };

/// The frame around a unit's symbol, with what it says in NATO's APP-6.
enum class NoteFrame : std::uint8_t {
    None, ///< A plain symbol.
    Rectangle, ///< Friend.
    Diamond, ///< Hostile.
    Square, ///< Neutral.
    Clover ///< Unknown.
};

/// What a symbol shows: nothing but its frame, a plain thing, or from Infantry on an icon that APP-6 has in frames.
enum class NoteSymbol : std::uint8_t {
    Empty,
    Explosion,
    Fire,
    Checkpoint,
    Camp,
    Crossing,
    Base,
    Airfield,
    Bridge,
    Hospital,
    Shelter,
    PowerPlant,
    Mines,
    Infantry,
    Armour,
    Artillery,
    AirDefence,
    Reconnaissance,
    Engineers,
    Drone,
    Headquarters,
    Supply,
    Medical,
    Naval,
    Aviation
};

/// How large a unit is: the sign over its frame.
enum class NoteSize : std::uint8_t {
    None,
    Team,
    Squad,
    Section,
    Platoon,
    Company,
    Battalion,
    Regiment,
    Brigade,
    Division,
    Corps,
    Army,
    ArmyGroup
};

inline constexpr double leastNoteText = 7; ///< Points.

struct NotePoint
{
    double x = 0; ///< Longitude in degrees, or the share of the page's width.
    double y = 0; ///< Latitude in degrees, or the share of the page's height, downwards.

    friend bool operator==(const NotePoint &, const NotePoint &) = default;
};

/// A note drawn by hand on a figure. It stands for no incident, and nothing reports it.
struct FigureNote
{
    NoteKind kind = NoteKind::Text;
    NoteOn on = NoteOn::Ground;
    std::vector<NotePoint> points; ///< As many as the kind has, see pointsOf(); of a polygon each corner once.
    QString text; ///< Said on it, or in the key.
    bool measured = false; ///< Says how long or how large it is on the ground.
    bool inKey = false; ///< The key says its text in place of the map.

    NoteColour colour = NoteColour::Ink;
    double widthPt = 1.5; ///< Of the stroke in points, 0.25…24; of a movement at its head's beginning.
    NoteDash dash = NoteDash::Solid;
    NoteFill fill = NoteFill::None;
    double textPt = 9; ///< 7…72.
    double rotation = 0; ///< Degrees clockwise around its middle; of texts, images, ellipses and symbols.

    NoteSymbol symbol = NoteSymbol::Empty;
    NoteFrame frame = NoteFrame::None;
    NoteSize size = NoteSize::None;
    double heightPt = 20; ///< Of a symbol, or of an image at one point; 6…400.

    QByteArray image; ///< PNG or JPEG, as figure/noteimage.h makes it.

    friend bool operator==(const FigureNote &, const FigureNote &) = default;
};

struct NotePoints
{
    std::size_t least = 1;
    std::size_t most = 1;
};
[[nodiscard]] NotePoints pointsOf(NoteKind kind); ///< How many notes of a kind have.

/// Whether notes of @p kind are closed: the last point leads to the first.
[[nodiscard]] bool isArea(NoteKind kind);
/// A new note of @p kind with the style that suits it.
[[nodiscard]] FigureNote freshNote(NoteKind kind);

} // namespace dateline
