#include "map/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline
{

namespace
{

Theme madeLight()
{
    Theme theme;
    theme.page = QColor(0xfb, 0xfa, 0xf8);
    theme.panel = QColor(0xff, 0xff, 0xff);
    theme.ink = QColor(0x1b, 0x20, 0x27);
    theme.mutedInk = QColor(0x5c, 0x63, 0x6d);
    theme.hairline = QColor(0xdc, 0xda, 0xd5);
    theme.accent = QColor(0x24, 0x63, 0xd6);
    theme.onAccent = QColor(0xff, 0xff, 0xff);
    theme.selection = QColor(0xe6, 0xee, 0xfc);
    theme.good = QColor(0x1f, 0x73, 0x4a);
    theme.warning = QColor(0x8a, 0x5a, 0x00);
    theme.quoteMark = QColor(0xff, 0xe9, 0xa8);

    theme.land = QColor(0xf7, 0xf4, 0xed);
    theme.water = QColor(0xcd, 0xdf, 0xea);
    theme.waterLine = QColor(0x7f, 0xac, 0xcd);
    theme.coast = QColor(0x9d, 0xbb, 0xcf);
    theme.countryBorder = QColor(0x8f, 0x8b, 0x86);
    theme.provinceBorder = QColor(0xcf, 0xc9, 0xbd);
    theme.disputedBorder = QColor(0xb3, 0x26, 0x2b);
    theme.placeInk = QColor(0x41, 0x46, 0x4d);
    theme.placeHalo = QColor(0xfb, 0xf9, 0xf4);
    theme.area = QColor(0xd9, 0x9a, 0x1c);
    theme.areaInk = QColor(0x86, 0x58, 0x00);
    return theme;
}

Theme madeDark()
{
    Theme theme;
    theme.dark = true;
    theme.page = QColor(0x16, 0x19, 0x1d);
    theme.panel = QColor(0x1f, 0x23, 0x28);
    theme.ink = QColor(0xea, 0xec, 0xef);
    theme.mutedInk = QColor(0xa3, 0xab, 0xb5);
    theme.hairline = QColor(0x37, 0x3c, 0x43);
    theme.accent = QColor(0x7d, 0xac, 0xff);
    theme.onAccent = QColor(0x0d, 0x18, 0x2b);
    theme.selection = QColor(0x26, 0x35, 0x4f);
    theme.good = QColor(0x6c, 0xc7, 0x98);
    theme.warning = QColor(0xe9, 0xb7, 0x55);
    theme.quoteMark = QColor(0x5c, 0x4b, 0x16);

    theme.land = QColor(0x26, 0x2a, 0x2f);
    theme.water = QColor(0x17, 0x1f, 0x29);
    theme.waterLine = QColor(0x3d, 0x5d, 0x78);
    theme.coast = QColor(0x41, 0x58, 0x6c);
    theme.countryBorder = QColor(0x80, 0x86, 0x8d);
    theme.provinceBorder = QColor(0x45, 0x49, 0x4f);
    theme.disputedBorder = QColor(0xe0, 0x68, 0x65);
    theme.placeInk = QColor(0xc9, 0xce, 0xd4);
    theme.placeHalo = QColor(0x1d, 0x21, 0x26);
    theme.area = QColor(0xe0, 0xa5, 0x3a);
    theme.areaInk = QColor(0xec, 0xbb, 0x62);
    return theme;
}

// Okabe and Ito's hues, darkened where a white symbol on them would not stand out.
constexpr std::array<QRgb, kindCount> kindColours{
    0xff0072b2, // Battles: blue
    0xffcb4c0a, // Explosions: vermillion
    0xffa8467f, // Violence against civilians: reddish purple
    0xff2f86bd, // Protests: sky blue
    0xffb07400, // Riots: orange
    0xff008560, // Strategic developments: bluish green
    0xff5f6670, // Not stated: grey
};

// Of notes, from red to purple, on pale land and on dark.
constexpr std::array noteColours{std::pair(0xffb3261eU, 0xffff8a80U), std::pair(0xffa34f00U, 0xffffb066U),
                                 std::pair(0xffd9a800U, 0xffffe066U), std::pair(0xff1c7042U, 0xff7bd79aU),
                                 std::pair(0xff0b5fa5U, 0xff8ab8ffU), std::pair(0xff7b3a94U, 0xffd3a2f0U)};

double luminance(QColor colour)
{
    const auto linear = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(static_cast<double>(colour.redF())) + 0.7152 * linear(static_cast<double>(colour.greenF()))
        + 0.0722 * linear(static_cast<double>(colour.blueF()));
}

/// The grey that is as light as @p colour.
QColor greyOf(QColor colour)
{
    const double linear = luminance(colour);
    const double value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
    QColor grey;
    grey.setRgbF(static_cast<float>(value), static_cast<float>(value), static_cast<float>(value), colour.alphaF());
    return grey;
}

Theme madeGrey()
{
    Theme theme = madeLight();
    theme.grey = true;
    for (QColor *colour : {&theme.page,           &theme.panel,          &theme.ink,       &theme.mutedInk,
                           &theme.hairline,       &theme.accent,         &theme.onAccent,  &theme.selection,
                           &theme.good,           &theme.warning,        &theme.quoteMark, &theme.land,
                           &theme.water,          &theme.waterLine,      &theme.coast,     &theme.countryBorder,
                           &theme.provinceBorder, &theme.disputedBorder, &theme.placeInk,  &theme.placeHalo,
                           &theme.area,           &theme.areaInk})
        *colour = greyOf(*colour);
    return theme;
}

} // namespace

const Theme &greyTheme()
{
    static const Theme theme = madeGrey();
    return theme;
}

const Theme &lightTheme()
{
    static const Theme theme = madeLight();
    return theme;
}

const Theme &darkTheme()
{
    static const Theme theme = madeDark();
    return theme;
}

QFont interfaceFont(int sizePx, bool bold)
{
    QFont font(QString::fromLatin1(interfaceFamily));
    font.setPixelSize(sizePx);
    font.setBold(bold);
    // Whole-pixel advances differ between screen and page; a box measured here must hold there too.
    font.setHintingPreference(QFont::PreferNoHinting);
    // A name stays searchable, letter by letter, in an exported PDF.
    font.setFeature(QFont::Tag("liga"), 0);
    return font;
}

double contrast(QColor a, QColor b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor classColour(std::size_t index, std::size_t count, const Theme &theme)
{
    const QColor few = QColor::fromRgb(theme.dark ? 0x5a3a52 : 0xe9c9b8);
    const QColor many = QColor::fromRgb(theme.dark ? 0xffdca8 : 0x6a1236);
    const auto part = count < 2 ? 1.0F : static_cast<float>(index) / static_cast<float>(count - 1);
    const auto mixed = [part](float a, float b) { return a + (b - a) * part; };
    const QColor colour = QColor::fromRgbF(mixed(few.redF(), many.redF()), mixed(few.greenF(), many.greenF()),
                                           mixed(few.blueF(), many.blueF()), 0.85F);
    return theme.grey ? greyOf(colour) : colour;
}

QColor colourOf(Kind kind, const Theme &theme)
{
    const QColor colour = QColor::fromRgb(kindColours.at(static_cast<std::size_t>(kind)));
    return theme.grey ? greyOf(colour) : colour;
}

QColor colourOf(NoteColour colour, const Theme &theme)
{
    if (colour == NoteColour::Ink || colour == NoteColour::Grey)
        return colour == NoteColour::Ink ? theme.ink : theme.mutedInk;
    const auto [onPale, onDark] =
        noteColours.at(static_cast<std::size_t>(colour) - static_cast<std::size_t>(NoteColour::Red));
    const QColor made = QColor::fromRgb(theme.dark ? onDark : onPale);
    return theme.grey ? greyOf(made) : made;
}

} // namespace dateline
