#include "somewhere.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

struct Row
{
    const char *name;
    const char *kind;
    const char *country;
    const char *zone;
};

constexpr std::array rows{
    Row{"Goris", "settlement", "AM", "Asia/Yerevan"},
    Row{"Sotk", "settlement", "AM", "Asia/Yerevan"},
    Row{"Armenia", "country", "AM", ""},
    Row{"Azerbaijan", "country", "AZ", ""},
    Row{"Moscow", "settlement", "RU", "Europe/Moscow"},
    Row{"Freetown", "settlement", "SL", "Africa/Freetown"},
    Row{"Sierra Leone", "country", "SL", ""},
    Row{"Guinea", "country", "GN", ""},
    Row{"Kabala", "settlement", "SL", "Africa/Freetown"},
    Row{"Koindu", "settlement", "SL", "Africa/Freetown"},
    Row{"Kambia", "settlement", "SL", "Africa/Freetown"},
    Row{"KHARTOUM", "settlement", "SD", "Africa/Khartoum"},
    Row{"Omdurman", "settlement", "SD", "Africa/Khartoum"},
    Row{"El Geneina", "settlement", "SD", "Africa/Khartoum"},
    Row{"Nyala", "settlement", "SD", "Africa/Khartoum"},
    Row{"Sagaing", "province", "MM", "Asia/Yangon"},
    Row{"Kharkiv", "settlement", "UA", "Europe/Kyiv"},
    Row{"Kupiansk", "settlement", "UA", "Europe/Kyiv"},
    Row{"Bakhmut", "settlement", "UA", "Europe/Kyiv"},
    Row{"Ukraine", "country", "UA", ""},
    Row{"Kyiv", "settlement", "UA", "Europe/Kyiv"},
    Row{"Russia", "country", "RU", ""},
    Row{"Israel", "country", "IL", ""},
    Row{"Gaza", "region", "PS", "Asia/Gaza"},
    Row{"Deir al-Balah", "settlement", "PS", "Asia/Gaza"},
    Row{"Sderot", "settlement", "IL", "Asia/Jerusalem"},
    Row{"Solhan", "settlement", "BF", "Africa/Ouagadougou"},
    Row{"Burkina Faso", "country", "BF", ""},
    Row{"Mali", "country", "ML", ""},
    Row{"Menaka", "settlement", "ML", "Africa/Bamako"},
    Row{"Ouagadougou", "settlement", "BF", "Africa/Ouagadougou"},
    Row{"Dori", "settlement", "BF", "Africa/Ouagadougou"},
    Row{"Tibu", "settlement", "CO", "America/Bogota"},
    Row{"Arauca", "settlement", "CO", "America/Bogota"},
    Row{"Havana", "settlement", "CU", "America/Havana"},
    Row{"Cali", "settlement", "CO", "America/Bogota"},
};

Where whereOf(const Place &place, bool near)
{
    Where where;
    where.place = place.name;
    where.country = place.country;
    where.geometry = pointGeometry(place.position);
    where.precision = place.kind == QLatin1StringView("country") ? LocationPrecision::Country
        : place.kind == QLatin1StringView("settlement")          ? LocationPrecision::Near
                                                                 : LocationPrecision::Province;
    where.radiusMetres = near ? 10'000 : 3'000;
    return where;
}

} // namespace

std::vector<PlaceMatch> placesIn(const QString &text)
{
    std::vector<PlaceMatch> found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row &row = rows[i];
        const QString name = QString::fromUtf8(row.name);
        for (qsizetype at = 0; (at = text.indexOf(name, at)) >= 0; at += name.size()) {
            const qsizetype end = at + name.size();
            if (end < text.size() && text[end].isLetter())
                continue;
            Place place;
            place.id = static_cast<qint64>(i) + 1;
            place.name = name;
            place.kind = QString::fromUtf8(row.kind);
            place.country = QString::fromUtf8(row.country);
            place.timeZone = QString::fromUtf8(row.zone);
            found.push_back({{at, end}, {{place, 1.0, QStringLiteral("the only place of that name")}}});
        }
    }
    std::ranges::sort(found, {}, [](const PlaceMatch &match) { return match.span.begin; });
    return found;
}

Reading readWithSomePlaces(const Document &document)
{
    return readText(document, placesIn(document.text), whereOf);
}

} // namespace dateline
