#pragma once

#include "domain/figurenote.h"

#include <QLatin1StringView>

#include <array>

namespace dateline
{

// What files call the parts of notes, each in the order of its enumeration.

inline constexpr std::array noteKindKeys{
    QLatin1StringView("text"),    QLatin1StringView("line"),    QLatin1StringView("arrow"),
    QLatin1StringView("ellipse"), QLatin1StringView("polygon"), QLatin1StringView("freehand"),
    QLatin1StringView("image"),   QLatin1StringView("symbol"),  QLatin1StringView("movement"),
    QLatin1StringView("front"),   QLatin1StringView("hatched")};
inline constexpr std::array noteColourKeys{
    QLatin1StringView("ink"),    QLatin1StringView("grey"),  QLatin1StringView("red"),  QLatin1StringView("orange"),
    QLatin1StringView("yellow"), QLatin1StringView("green"), QLatin1StringView("blue"), QLatin1StringView("purple")};
inline constexpr std::array noteDashKeys{QLatin1StringView("solid"), QLatin1StringView("dashed"),
                                         QLatin1StringView("dotted")};
inline constexpr std::array noteFillKeys{QLatin1StringView("none"),  QLatin1StringView("tint"),
                                         QLatin1StringView("solid"), QLatin1StringView("diagonal"),
                                         QLatin1StringView("cross"), QLatin1StringView("dots")};
inline constexpr std::array noteFrameKeys{QLatin1StringView("none"), QLatin1StringView("rectangle"),
                                          QLatin1StringView("diamond"), QLatin1StringView("square"),
                                          QLatin1StringView("clover")};
/// What APP-6 says with the frames; read as they are.
inline constexpr std::array app6FrameKeys{QLatin1StringView(""), QLatin1StringView("friend"),
                                          QLatin1StringView("hostile"), QLatin1StringView("neutral"),
                                          QLatin1StringView("unknown")};
inline constexpr std::array noteSymbolKeys{
    QLatin1StringView("none"),       QLatin1StringView("explosion"),  QLatin1StringView("fire"),
    QLatin1StringView("checkpoint"), QLatin1StringView("camp"),       QLatin1StringView("crossing"),
    QLatin1StringView("base"),       QLatin1StringView("airfield"),   QLatin1StringView("bridge"),
    QLatin1StringView("hospital"),   QLatin1StringView("shelter"),    QLatin1StringView("power"),
    QLatin1StringView("mines"),      QLatin1StringView("infantry"),   QLatin1StringView("armour"),
    QLatin1StringView("artillery"),  QLatin1StringView("airdefence"), QLatin1StringView("reconnaissance"),
    QLatin1StringView("engineers"),  QLatin1StringView("drone"),      QLatin1StringView("headquarters"),
    QLatin1StringView("supply"),     QLatin1StringView("medical"),    QLatin1StringView("naval"),
    QLatin1StringView("aviation")};
inline constexpr std::array noteSizeKeys{
    QLatin1StringView("none"),      QLatin1StringView("team"),     QLatin1StringView("squad"),
    QLatin1StringView("section"),   QLatin1StringView("platoon"),  QLatin1StringView("company"),
    QLatin1StringView("battalion"), QLatin1StringView("regiment"), QLatin1StringView("brigade"),
    QLatin1StringView("division"),  QLatin1StringView("corps"),    QLatin1StringView("army"),
    QLatin1StringView("armygroup")};

[[nodiscard]] QString keyOf(NoteKind kind);
[[nodiscard]] QString keyOf(NoteColour colour);
[[nodiscard]] QString keyOf(NoteDash dash);
[[nodiscard]] QString keyOf(NoteFill fill);
[[nodiscard]] QString keyOf(NoteFrame frame);
[[nodiscard]] QString keyOf(NoteSymbol symbol);
[[nodiscard]] QString keyOf(NoteSize size);

} // namespace dateline
