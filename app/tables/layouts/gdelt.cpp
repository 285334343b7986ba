#include "tables/cells.h"
#include "tables/layouts/layouts.h"
#include "tables/rowdraft.h"
#include "tables/tablestext.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

// Files have no header. Version 1.0 has no ADM2 columns.
constexpr std::array gdeltColumns{
    LayoutColumn{"globaleventid", Role::Id, true},
    LayoutColumn{"sqldate", Role::Date, true},
    LayoutColumn{"monthyear", Role::Dropped},
    LayoutColumn{"year", Role::Dropped},
    LayoutColumn{"fractiondate", Role::Dropped},
    LayoutColumn{"actor1code"},
    LayoutColumn{"actor1name", Role::Actors},
    LayoutColumn{"actor1countrycode"},
    LayoutColumn{"actor1knowngroupcode"},
    LayoutColumn{"actor1ethniccode"},
    LayoutColumn{"actor1religion1code"},
    LayoutColumn{"actor1religion2code"},
    LayoutColumn{"actor1type1code"},
    LayoutColumn{"actor1type2code"},
    LayoutColumn{"actor1type3code"},
    LayoutColumn{"actor2code"},
    LayoutColumn{"actor2name", Role::Actors},
    LayoutColumn{"actor2countrycode"},
    LayoutColumn{"actor2knowngroupcode"},
    LayoutColumn{"actor2ethniccode"},
    LayoutColumn{"actor2religion1code"},
    LayoutColumn{"actor2religion2code"},
    LayoutColumn{"actor2type1code"},
    LayoutColumn{"actor2type2code"},
    LayoutColumn{"actor2type3code"},
    LayoutColumn{"isrootevent"},
    LayoutColumn{"eventcode", Role::Rest, true},
    LayoutColumn{"eventbasecode"},
    LayoutColumn{"eventrootcode"},
    LayoutColumn{"quadclass"},
    LayoutColumn{"goldsteinscale"},
    LayoutColumn{"nummentions"},
    LayoutColumn{"numsources"},
    LayoutColumn{"numarticles"},
    LayoutColumn{"avgtone"},
    LayoutColumn{"actor1geo_type"},
    LayoutColumn{"actor1geo_fullname"},
    LayoutColumn{"actor1geo_countrycode"},
    LayoutColumn{"actor1geo_adm1code"},
    LayoutColumn{"actor1geo_adm2code"},
    LayoutColumn{"actor1geo_lat"},
    LayoutColumn{"actor1geo_long"},
    LayoutColumn{"actor1geo_featureid"},
    LayoutColumn{"actor2geo_type"},
    LayoutColumn{"actor2geo_fullname"},
    LayoutColumn{"actor2geo_countrycode"},
    LayoutColumn{"actor2geo_adm1code"},
    LayoutColumn{"actor2geo_adm2code"},
    LayoutColumn{"actor2geo_lat"},
    LayoutColumn{"actor2geo_long"},
    LayoutColumn{"actor2geo_featureid"},
    LayoutColumn{"actiongeo_type", Role::PlacePrecision},
    LayoutColumn{"actiongeo_fullname", Role::Place},
    LayoutColumn{"actiongeo_countrycode"},
    LayoutColumn{"actiongeo_adm1code"},
    LayoutColumn{"actiongeo_adm2code"},
    LayoutColumn{"actiongeo_lat", Role::Latitude, true},
    LayoutColumn{"actiongeo_long", Role::Longitude, true},
    LayoutColumn{"actiongeo_featureid"},
    LayoutColumn{"dateadded"},
    LayoutColumn{"sourceurl", Role::Words},
};
constexpr std::size_t gdeltHeadless = 61;
static_assert(gdeltColumns.size() == gdeltHeadless);

constexpr std::size_t gdeltOneHeadless = 58;
constexpr auto gdeltOneColumns = [] {
    std::array<LayoutColumn, gdeltOneHeadless> columns;
    std::ranges::copy_if(gdeltColumns, columns.begin(),
                         [](const LayoutColumn &column) { return !column.name.ends_with("adm2code"); });
    return columns;
}();

enum GdeltExtra : std::size_t { GdeltCode, GdeltGeoType };
constexpr std::array<std::string_view, 2> gdeltExtras{"eventcode", "actiongeo_type"};

// 1 a country, 2 a state of the USA, 3 a city there, 4 a city elsewhere, 5 a state elsewhere, 0 nothing.
constexpr std::array gdeltPlaces{
    PlaceCode{"0", LocationPrecision::Country, 300000},  PlaceCode{"1", LocationPrecision::Country, 300000},
    PlaceCode{"2", LocationPrecision::Province, 200000}, PlaceCode{"3", LocationPrecision::Near, 5000},
    PlaceCode{"4", LocationPrecision::Near, 5000},       PlaceCode{"5", LocationPrecision::Province, 75000},
};

/// What the codes of CAMEO that begin so mean; the longest counts.
struct Cameo
{
    std::string_view begin;
    const char *words;
    Kind kind = Kind::StrategicDevelopments;
    std::optional<SubKind> subKind = SubKind::Other;
};

constexpr std::array cameoCodes{
    Cameo{"01", "Public statement"},
    Cameo{"02", "Appeal"},
    Cameo{"03", "Intent to cooperate"},
    Cameo{"04", "Consultation"},
    Cameo{"05", "Diplomatic cooperation"},
    Cameo{"057", "Formal agreement", Kind::StrategicDevelopments, SubKind::Agreement},
    Cameo{"06", "Material cooperation"},
    Cameo{"07", "Aid"},
    Cameo{"08", "Yielding"},
    Cameo{"09", "Investigation"},
    Cameo{"10", "Demand"},
    Cameo{"11", "Disapproval"},
    Cameo{"12", "Rejection"},
    Cameo{"13", "Threat"},
    Cameo{"14", "Protest", Kind::Protests, {}},
    Cameo{"145", "Violent protest", Kind::Riots, SubKind::ViolentDemonstration},
    Cameo{"15", "Show of force"},
    Cameo{"16", "Reduced relations"},
    Cameo{"17", "Coercion"},
    Cameo{"171", "Seizure or damage of property", Kind::StrategicDevelopments, SubKind::Looting},
    Cameo{"173", "Arrest", Kind::StrategicDevelopments, SubKind::Arrests},
    Cameo{"175", "Violent repression", Kind::ViolenceAgainstCivilians, {}},
    Cameo{"18", "Assault", Kind::ViolenceAgainstCivilians, SubKind::Attack},
    Cameo{"181", "Abduction", Kind::ViolenceAgainstCivilians, SubKind::Abduction},
    Cameo{"1821", "Sexual assault", Kind::ViolenceAgainstCivilians, SubKind::SexualViolence},
    Cameo{"183", "Bombing", Kind::Explosions, SubKind::RemoteExplosive},
    Cameo{"1831", "Suicide bombing", Kind::Explosions, SubKind::SuicideBomb},
    Cameo{"19", "Fighting", Kind::Battles, {}},
    Cameo{"191", "Blockade"},
    Cameo{"192", "Occupation of territory", Kind::Battles, {}},
    Cameo{"193", "Fighting with small arms", Kind::Battles, SubKind::ArmedClash},
    Cameo{"194", "Fighting with artillery and tanks", Kind::Explosions, SubKind::ShellingArtilleryMissile},
    Cameo{"195", "Aerial attack", Kind::Explosions, SubKind::AirDroneStrike},
    Cameo{"196", "Violation of a ceasefire", Kind::Battles, {}},
    Cameo{"20", "Mass violence", Kind::ViolenceAgainstCivilians, {}},
    Cameo{"2041", "Chemical, biological or radiological attack", Kind::Explosions, SubKind::ChemicalWeapon},
};

const Cameo *meaningOf(std::string_view code)
{
    const Cameo *meaning = nullptr;
    for (const Cameo &one : cameoCodes) {
        if (code.starts_with(one.begin) && (!meaning || one.begin.size() > meaning->begin.size()))
            meaning = &one;
    }
    return meaning;
}

void completeGdelt(RowDraft &draft)
{
    const Cameo *meaning = meaningOf(draft.extra(GdeltCode));
    if (!meaning) {
        draft.refuseExtra(GdeltCode, TablesText::tr("This is no CAMEO code: keep its leading zero"));
        return;
    }
    draft.row.kind = meaning->kind;
    draft.row.subKind = meaning->subKind;
    draft.title = meaning->words;
    // “Goris, Syunik', Armenia”.
    const std::string_view full = draft.row.place;
    if (!full.empty()) {
        draft.title.append(", ").append(full);
        draft.row.country = draft.countryCode(trimmed(full.substr(full.find_last_of(',') + 1)));
    }
    if (draft.extra(GdeltGeoType) == "0" || (full.empty() && !draft.row.point))
        draft.row.precision.reset(); // No place is stated.
    if (const std::string_view publisher = publisherOf(draft.words); !publisher.empty())
        draft.sources.push_back({publisher, draft.words, {}});
}

constexpr Layout gdeltLayoutWith(QLatin1StringView key, const char *name, std::span<const LayoutColumn> columns)
{
    return {
        .key = key,
        .name = name,
        .columns = columns,
        .headless = columns.size(),
        .extras = gdeltExtras,
        .placeCodes = gdeltPlaces,
        .otherPlace = {{}, LocationPrecision::Country, 300000},
        .complete = completeGdelt,
        .citation = "Data: The GDELT Project, gdeltproject.org",
        .terms = "GDELT asks to be named with a link to gdeltproject.org",
    };
}

} // namespace

const Layout gdeltLayout = gdeltLayoutWith(QLatin1StringView("gdelt"), "GDELT 2.0", gdeltColumns);
const Layout gdeltOneLayout = gdeltLayoutWith(QLatin1StringView("gdelt1"), "GDELT 1.0", gdeltOneColumns);

} // namespace dateline
