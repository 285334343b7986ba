#include "casefile/kindmarks.h"

#include <array>

namespace dateline
{

namespace
{

struct Mark
{
    std::uint32_t colour;
    const char *symbol; ///< SVG, in a square from −1.8 to 1.8.
};

constexpr std::array<Mark, kindCount> kindMarks{{
    {0x0072b2,
     R"svg(<path d="M-.24-1.15h.48v2.3h-.48z" transform="rotate(45)"/>)svg"
     R"svg(<path d="M-.24-1.15h.48v2.3h-.48z" transform="rotate(-45)"/>)svg"},
    {0xcb4c0a,
     R"svg(<path d="M0-1.3L.161-.388 .672-.672 .388-.161 1.3 0 .388.161 .672.672 .161.388 0 1.3-.161.388)svg"
     R"svg(-.672.672-.388.161-1.3 0-.388-.161-.672-.672-.161-.388z"/>)svg"},
    {0xa8467f, R"svg(<circle cy="-.62" r=".44"/><path d="M-.85 1C-.85.1-.45 0 0 0S.85.1.85 1z"/>)svg"},
    {0x2f86bd,
     R"svg(<path d="M-1.1-.32h.65L.75-.95v1.7L-.45.22h-.65z"/><path d="M-.8.36h.48l.2.64h-.48z"/>)svg"
     R"svg(<path d="M.92-.38h.26v.6H.92z"/>)svg"},
    {0xb07400,
     R"svg(<path d="M.1-1.25C.25-.55.95-.25.9.4.87.9.45 1.15 0 1.15S-.87.9-.9.4C-.92.05-.7-.25-.48-.45)svg"
     R"svg(-.42-.2-.35-.1-.22-.02-.25-.5-.12-.95.1-1.25z"/>)svg"},
    {0x008560, R"svg(<path d="M-.75-1.1h.3v2.25h-.3z"/><path d="M-.3-1L1-.45-.3.1z"/>)svg"},
    {0x5f6670, R"svg(<circle cx="-.86" r=".28"/><circle r=".28"/><circle cx=".86" r=".28"/>)svg"},
}};

const Mark &markOf(Kind kind)
{
    return kindMarks.at(static_cast<std::size_t>(kind));
}

QByteArray colourText(Kind kind)
{
    return '#' + QByteArray::number(markColour(kind), 16).rightJustified(6, '0');
}

QByteArray svgAround(const QByteArray &content)
{
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1.8 -1.8 3.6 3.6">)" + content + "</svg>";
}

} // namespace

std::uint32_t markColour(Kind kind)
{
    return markOf(kind).colour;
}

QByteArray discSvg(Kind kind)
{
    return svgAround("<circle r=\"1.677\" fill=\"" + colourText(kind)
                     + R"(" stroke="#fff" stroke-width=".245"/><g fill="#fff">)" + markOf(kind).symbol + "</g>");
}

QByteArray ringSvg(Kind kind)
{
    return svgAround(
        R"(<circle r="1.636" fill="#fff" stroke="#d99a1c" stroke-width=".327" stroke-dasharray=".622 .36"/><g fill=")"
        + colourText(kind) + "\" transform=\"scale(.92)\">" + markOf(kind).symbol + "</g>");
}

} // namespace dateline
