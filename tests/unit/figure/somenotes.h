#pragma once

#include "domain/figurenote.h"

#include <QString>

namespace dateline
{

// Notes that somebody may have drawn over someincidents.h.

inline FigureNote someNote(NoteKind kind, std::vector<NotePoint> points, const QString &text = {})
{
    FigureNote note = freshNote(kind);
    note.points = std::move(points);
    note.text = text;
    return note;
}

/// One or two of each kind but pictures, over some 400 km, and a text on the page.
inline std::vector<FigureNote> someNotes()
{
    std::vector<FigureNote> notes;
    FigureNote hatched =
        someNote(NoteKind::Hatched, {{46.9, 40.7}, {47.7, 40.75}, {47.9, 40.2}, {47.2, 39.95}, {46.8, 40.3}},
                 QStringLiteral("Closed to traffic"));
    hatched.inKey = true;
    notes.push_back(hatched);
    FigureNote measuredArea = someNote(NoteKind::Polygon, {{43.9, 40.1}, {44.7, 40.2}, {44.6, 39.7}, {44.0, 39.6}},
                                       QStringLiteral("Search area"));
    measuredArea.measured = true;
    measuredArea.fill = NoteFill::Tint;
    measuredArea.colour = NoteColour::Blue;
    notes.push_back(measuredArea);
    FigureNote ellipse = someNote(NoteKind::Ellipse, {{45.2, 40.95}, {45.8, 40.65}}, QStringLiteral("Camp area"));
    ellipse.colour = NoteColour::Orange;
    ellipse.dash = NoteDash::Dashed;
    ellipse.fill = NoteFill::Dots;
    notes.push_back(ellipse);
    notes.push_back(someNote(NoteKind::FrontLine,
                             {{45.6, 40.5}, {46.0, 40.25}, {46.3, 40.05}, {46.35, 39.7}, {46.7, 39.4}, {46.7, 39.0}}));
    FigureNote movement = someNote(NoteKind::Movement, {{44.2, 39.2}, {45.0, 39.1}, {45.5, 39.35}, {45.8, 39.75}},
                                   QStringLiteral("Reinforcements, as the ministry said"));
    notes.push_back(movement);
    FigureNote line = someNote(NoteKind::Line, {{46.34, 39.51}, {47.6, 39.1}});
    line.measured = true;
    line.colour = NoteColour::Green;
    notes.push_back(line);
    FigureNote arrow =
        someNote(NoteKind::Arrow, {{47.5, 38.95}, {47.0, 38.85}, {46.75, 38.7}}, QStringLiteral("To the border"));
    notes.push_back(arrow);
    FigureNote river =
        someNote(NoteKind::Freehand, {{44.9, 40.6}, {45.0, 40.45}, {44.95, 40.3}, {45.1, 40.2}, {45.05, 40.0}});
    river.dash = NoteDash::Dotted;
    river.widthPt = 2.5;
    river.colour = NoteColour::Purple;
    notes.push_back(river);
    FigureNote bridge = someNote(NoteKind::Symbol, {{45.95, 38.75}}, QStringLiteral("Bridge destroyed"));
    bridge.symbol = NoteSymbol::Bridge;
    notes.push_back(bridge);
    FigureNote unit = someNote(NoteKind::Symbol, {{44.1, 38.95}});
    unit.symbol = NoteSymbol::Infantry;
    unit.frame = NoteFrame::Rectangle;
    unit.size = NoteSize::Battalion;
    unit.colour = NoteColour::Blue;
    notes.push_back(unit);
    FigureNote boxed = someNote(NoteKind::Text, {{44.6, 40.95}}, QStringLiteral("Road open\nsince noon"));
    boxed.fill = NoteFill::Tint;
    boxed.colour = NoteColour::Red;
    notes.push_back(boxed);
    FigureNote onPage = someNote(NoteKind::Text, {{0.87, 0.03}}, QStringLiteral("Draft, not for print"));
    onPage.on = NoteOn::Page;
    onPage.colour = NoteColour::Red;
    onPage.rotation = -4;
    notes.push_back(onPage);
    return notes;
}

} // namespace dateline
