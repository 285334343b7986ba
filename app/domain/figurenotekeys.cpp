#include "domain/figurenotekeys.h"

namespace dateline
{

namespace
{

template<std::size_t Count, typename Enum>
QString keyFrom(const std::array<QLatin1StringView, Count> &keys, Enum value)
{
    return keys.at(static_cast<std::size_t>(value));
}

} // namespace

QString keyOf(NoteKind kind)
{
    return keyFrom(noteKindKeys, kind);
}

QString keyOf(NoteColour colour)
{
    return keyFrom(noteColourKeys, colour);
}

QString keyOf(NoteDash dash)
{
    return keyFrom(noteDashKeys, dash);
}

QString keyOf(NoteFill fill)
{
    return keyFrom(noteFillKeys, fill);
}

QString keyOf(NoteFrame frame)
{
    return keyFrom(noteFrameKeys, frame);
}

QString keyOf(NoteSymbol symbol)
{
    return keyFrom(noteSymbolKeys, symbol);
}

QString keyOf(NoteSize size)
{
    return keyFrom(noteSizeKeys, size);
}

} // namespace dateline
