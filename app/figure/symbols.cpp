#include "figure/symbols.h"

#include "figure/figuretext.h"

#include <QPainterPathStroker>

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

/// How a symbol is drawn: from -10, -10 at the top left to 10, 10, in the letters of SVG paths (M, L, Q, C, Z) and “O” for
/// an ellipse: its middle and its radii.
struct SymbolRow
{
    const char *filled; ///< By the even-odd rule.
    const char *stroked;
    bool isWhole = false; ///< Stretched to the whole of its frame, whose edge cuts it.
};

// In the order of NoteSymbol.
constexpr std::array symbolRows{
    SymbolRow{"", ""},
    SymbolRow{
        "M0.0 -10.0 L1.9 -4.5 L5.2 -5.2 L4.0 -1.6 L9.6 0.0 L4.5 1.9 L5.5 5.5 L1.6 4.0 L0.0 10.0 L-1.9 4.5 L-5.1 5.1 L-4.0 1.6 L-9.4 0.0 L-4.5 -1.9 L-5.7 -5.7 L-1.6 -4.0 Z",
        ""},
    SymbolRow{"M1 -10 Q7 -4 6.8 3 Q6 10 0 10 Q-6 10 -6.8 3 Q-6.8 -1 -3.6 -4.5 Q-3 -1 -1 -1.5 Q1.5 -5 1 -10 Z "
              "M0.4 8 Q3.4 7.4 3.2 4.4 Q3 2 0.8 0.6 Q0.6 3 -1.2 3.4 Q-3 4 -2.8 5.8 Q-2.4 7.8 0.4 8 Z",
              ""},
    SymbolRow{"M-10 -5 L10 -5 L10 -0.6 L-10 -0.6 Z M-5.5 -5 L-2.5 -5 L-4.7 -0.6 L-7.7 -0.6 Z "
              "M0.5 -5 L3.5 -5 L1.3 -0.6 L-1.7 -0.6 Z M6.5 -5 L9.5 -5 L7.3 -0.6 L4.3 -0.6 Z",
              "M-7 -8 L-7 9 M7 -8 L7 9"},
    SymbolRow{"M0 -7 L10 9 L3.4 9 L0 2.5 L-3.4 9 L-10 9 Z", "M-2 -9.4 L0 -6 L2 -9.4"},
    SymbolRow{"", "M-9 -4 L8 -4 M4 -8 L8.4 -4 L4 0 M9 4 L-8 4 M-4 0 L-8.4 4 L-4 8"},
    SymbolRow{"M-9 9 L-9 -7 L-5 -7 L-5 -3.5 L-2 -3.5 L-2 -7 L2 -7 L2 -3.5 L5 -3.5 L5 -7 L9 -7 L9 9 L2.6 9 L2.6 3.5 "
              "L-2.6 3.5 L-2.6 9 Z",
              ""},
    SymbolRow{"M0 -10 Q1.7 -9 1.7 -6 L1.7 -3 L10 2.6 L10 4.8 L1.7 2.2 L1.2 6.6 L4 8.7 L4 10 L0 9 L-4 10 L-4 8.7 "
              "L-1.2 6.6 L-1.7 2.2 L-10 4.8 L-10 2.6 L-1.7 -3 L-1.7 -6 Q-1.7 -9 0 -10 Z",
              ""},
    SymbolRow{"M-10 -4 L10 -4 L10 7 L7 7 C7 -1.5 -7 -1.5 -7 7 L-10 7 Z",
              "M-10 -7.5 L10 -7.5 M-7 -7 L-7 -4 M0 -7 L0 -4 M7 -7 L7 -4"},
    SymbolRow{"M-9 -9 L9 -9 L9 9 L-9 9 Z M-2.3 -6.6 L2.3 -6.6 L2.3 -2.3 L6.6 -2.3 L6.6 2.3 L2.3 2.3 L2.3 6.6 L-2.3 6.6 "
              "L-2.3 2.3 L-6.6 2.3 L-6.6 -2.3 L-2.3 -2.3 Z",
              ""},
    SymbolRow{"O 0 -0.6 2.2 2.2 M-3.6 9.5 L-3.6 5.4 Q-3.6 2.6 0 2.6 Q3.6 2.6 3.6 5.4 L3.6 9.5 Z",
              "M-9.5 0.5 L0 -8 L9.5 0.5"},
    SymbolRow{"M2.4 -10 L-6 2 L-1 2 L-3 10 L6 -3 L1 -3 L5.4 -10 Z", ""},
    SymbolRow{"O 0 2 6 6", "M0 -4 L0 -8.5 M-4 -2 L-7.5 -5.5 M4 -2 L7.5 -5.5 M-6 2 L-9.5 2 M6 2 L9.5 2"},
    SymbolRow{"", "M-10 -10 L10 10 M-10 10 L10 -10", true},
    SymbolRow{"", "M-4 -4 L4 -4 C9.4 -4 9.4 4 4 4 L-4 4 C-9.4 4 -9.4 -4 -4 -4 Z"},
    SymbolRow{"O 0 0 3.2 3.2", ""},
    SymbolRow{"", "M-10 10 C-6 -4 6 -4 10 10", true},
    SymbolRow{"", "M-10 10 L10 -10", true},
    SymbolRow{"", "M-7 4 L-7 -3.5 L7 -3.5 L7 4 M0 -3.5 L0 4"},
    SymbolRow{"M-9 -3.4 L0 0.6 L9 -3.4 L9 -0.6 L0 4.8 L-9 -0.6 Z", ""},
    SymbolRow{"", ""}, // Headquarters: a staff under the frame.
    SymbolRow{"", "M-10 5 L10 5", true},
    SymbolRow{"", "M0 -10 L0 10 M-10 0 L10 0", true},
    SymbolRow{"", "O 0 -5.6 1.9 1.9 M0 -3.7 L0 8 M-4 -1 L4 -1 M-7 3 C-6 7 -3 8 0 8 C3 8 6 7 7 3"},
    SymbolRow{"M-8 -4 L0 0 L-8 4 Z M8 -4 L8 4 L0 0 Z", ""},
};
static_assert(symbolRows.size() == static_cast<std::size_t>(NoteSymbol::Aviation) + 1);

/// What stands over a frame, in the order of NoteSize: dots, bars or crosses.
struct SizeRow
{
    char sign;
    int count;
};
constexpr std::array sizeRows{SizeRow{' ', 0}, SizeRow{'o', 1}, SizeRow{'.', 1}, SizeRow{'.', 2}, SizeRow{'.', 3},
                              SizeRow{'|', 1}, SizeRow{'|', 2}, SizeRow{'|', 3}, SizeRow{'x', 1}, SizeRow{'x', 2},
                              SizeRow{'x', 3}, SizeRow{'x', 4}, SizeRow{'x', 5}};
static_assert(sizeRows.size() == static_cast<std::size_t>(NoteSize::ArmyGroup) + 1);

/// Reads the table's own notation.
QPainterPath pathFrom(const char *text, QPointF scale = {1, 1})
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    QString spaced = QString::fromLatin1(text);
    for (const char *letter : {"M", "L", "Q", "C", "Z", "O"})
        spaced.replace(QLatin1StringView(letter), QStringLiteral(" %1 ").arg(QLatin1StringView(letter)));
    const QStringList words = spaced.simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size();) {
        const QChar letter = words[i++].front();
        const auto point = [&] {
            const double x = words.value(i++).toDouble();
            return QPointF(x * scale.x(), words.value(i++).toDouble() * scale.y());
        };
        if (letter == u'Z') {
            path.closeSubpath();
            continue;
        }
        const QPointF first = point();
        if (letter == u'M') {
            path.moveTo(first);
        } else if (letter == u'L') {
            path.lineTo(first);
        } else if (letter == u'Q') {
            path.quadTo(first, point());
        } else if (letter == u'C') {
            const QPointF second = point();
            path.cubicTo(first, second, point());
        } else {
            const QPointF radii = point();
            path.addEllipse(first, radii.x(), radii.y());
        }
    }
    return path;
}

QPainterPath strokedFrom(const QPainterPath &lines)
{
    QPainterPathStroker stroker;
    stroker.setWidth(symbolStroke);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    return stroker.createStroke(lines).simplified();
}

QPainterPath framePath(NoteFrame frame)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    switch (frame) {
    case NoteFrame::None: break;
    case NoteFrame::Rectangle: path.addRect(-15, -10, 30, 20); break;
    case NoteFrame::Diamond: return pathFrom("M0 -14.4 L14.4 0 L0 14.4 L-14.4 0 Z");
    case NoteFrame::Square: path.addRect(-11, -11, 22, 22); break;
    case NoteFrame::Clover:
        for (const QPointF middle : {QPointF(7, 0), QPointF(0, 7), QPointF(-7, 0), QPointF(0, -7)})
            path.addEllipse(middle, 7, 7);
        path.addRect(-7, -7, 14, 14);
        return path.simplified();
    }
    return path;
}

QPainterPath sizePath(NoteSize size, double bottom)
{
    constexpr double apart = 4.6;
    const auto [shape, count] = sizeRows.at(static_cast<std::size_t>(size));
    QPainterPath dots;
    QPainterPath lines;
    for (int i = 0; i < count; ++i) {
        const QPointF at((i - (count - 1) / 2.0) * apart, bottom - 4.5);
        const QPointF half(1.9, 2.3);
        if (shape == '.') {
            dots.addEllipse(at, 1.5, 1.5);
        } else if (shape == 'o') {
            lines.addEllipse(at, 2, 2);
            lines.moveTo(at + QPointF(-3, 3));
            lines.lineTo(at + QPointF(3, -3));
        } else {
            lines.moveTo(at - (shape == '|' ? QPointF(0, half.y()) : half));
            lines.lineTo(at + (shape == '|' ? QPointF(0, half.y()) : half));
        }
        if (shape == 'x') {
            lines.moveTo(at + QPointF(-half.x(), half.y()));
            lines.lineTo(at + QPointF(half.x(), -half.y()));
        }
    }
    dots.addPath(strokedFrom(lines));
    return dots;
}

} // namespace

SymbolShape symbolShape(NoteSymbol symbol, NoteFrame frame, NoteSize size)
{
    const SymbolRow &row = symbolRows.at(static_cast<std::size_t>(symbol));
    SymbolShape shape;
    shape.frame = framePath(frame);
    const bool isFramed = frame != NoteFrame::None;
    const QRectF bounds = isFramed ? shape.frame.boundingRect() : QRectF(-10, -10, 20, 20);
    const QPointF scale = row.isWhole ? QPointF(bounds.right(), bounds.bottom()) / 10 : QPointF(1, 1);
    QPainterPath drawn = strokedFrom(pathFrom(row.stroked, scale));
    drawn.addPath(pathFrom(row.filled, scale));
    shape.ink = isFramed ? drawn.intersected(shape.frame) : drawn;
    if (symbol == NoteSymbol::Headquarters) {
        QPainterPath staff;
        const double low = frame == NoteFrame::Diamond || frame == NoteFrame::Clover ? 0 : bounds.bottom();
        staff.moveTo(bounds.left(), isFramed ? low : -10);
        staff.lineTo(bounds.left(), bounds.bottom() + 12);
        shape.ink.addPath(strokedFrom(staff));
    }
    if (isFramed)
        shape.ink.addPath(sizePath(size, bounds.top()));
    return shape;
}

QString nameOf(NoteSymbol symbol)
{
    const std::array names{
        FigureText::tr("No symbol"),  FigureText::tr("Explosion"),   FigureText::tr("Fire"),
        FigureText::tr("Checkpoint"), FigureText::tr("Camp"),        FigureText::tr("Crossing"),
        FigureText::tr("Base"),       FigureText::tr("Airfield"),    FigureText::tr("Bridge"),
        FigureText::tr("Hospital"),   FigureText::tr("Shelter"),     FigureText::tr("Power plant"),
        FigureText::tr("Mines"),      FigureText::tr("Infantry"),    FigureText::tr("Armour"),
        FigureText::tr("Artillery"),  FigureText::tr("Air defence"), FigureText::tr("Reconnaissance"),
        FigureText::tr("Engineers"),  FigureText::tr("Drones"),      FigureText::tr("Headquarters"),
        FigureText::tr("Supply"),     FigureText::tr("Medical"),     FigureText::tr("Naval"),
        FigureText::tr("Aviation")};
    static_assert(std::tuple_size_v<decltype(names)> == symbolRows.size());
    return names.at(static_cast<std::size_t>(symbol));
}

QString nameOf(NoteFrame frame)
{
    switch (frame) {
    case NoteFrame::None: break;
    case NoteFrame::Rectangle: return FigureText::tr("Rectangle");
    case NoteFrame::Diamond: return FigureText::tr("Diamond");
    case NoteFrame::Square: return FigureText::tr("Square");
    case NoteFrame::Clover: return FigureText::tr("Clover leaf");
    }
    return FigureText::tr("No frame");
}

QString nameOf(NoteSize size)
{
    const std::array names{FigureText::tr("No size"),   FigureText::tr("Team"),     FigureText::tr("Squad"),
                           FigureText::tr("Section"),   FigureText::tr("Platoon"),  FigureText::tr("Company"),
                           FigureText::tr("Battalion"), FigureText::tr("Regiment"), FigureText::tr("Brigade"),
                           FigureText::tr("Division"),  FigureText::tr("Corps"),    FigureText::tr("Army"),
                           FigureText::tr("Army group")};
    static_assert(std::tuple_size_v<decltype(names)> == sizeRows.size());
    return names.at(static_cast<std::size_t>(size));
}

} // namespace dateline
