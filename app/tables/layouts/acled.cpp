#include "tables/layouts/layouts.h"
#include "tables/rowdraft.h"

#include <array>

namespace dateline
{

namespace
{

constexpr std::array acledColumns{
    LayoutColumn{"event_id_cnty", Role::Id},
    LayoutColumn{"event_date", Role::Date, true},
    LayoutColumn{"year", Role::Dropped},
    LayoutColumn{"time_precision", Role::DatePrecision},
    LayoutColumn{"event_type", Role::Kind, true},
    LayoutColumn{"sub_event_type", Role::SubKind},
    LayoutColumn{"actor1", Role::Actors, true},
    LayoutColumn{"assoc_actor_1", Role::Actors},
    LayoutColumn{"actor2", Role::Actors},
    LayoutColumn{"assoc_actor_2", Role::Actors},
    LayoutColumn{"country", Role::Country},
    LayoutColumn{"iso", Role::CountryNumber},
    LayoutColumn{"admin1", Role::Province},
    LayoutColumn{"location", Role::Place},
    LayoutColumn{"latitude", Role::Latitude, true},
    LayoutColumn{"longitude", Role::Longitude, true},
    LayoutColumn{"geo_precision", Role::PlacePrecision},
    LayoutColumn{"source", Role::Sources},
    LayoutColumn{"notes", Role::Words},
    LayoutColumn{"fatalities", Role::Killed},
    LayoutColumn{"tags", Role::Tags},
    // Names of older releases.
    LayoutColumn{"ally_actor_1", Role::Actors},
    LayoutColumn{"ally_actor_2", Role::Actors},
    LayoutColumn{"geo_precis", Role::PlacePrecision},
    LayoutColumn{"iso3", Role::CountryNumber},
};

// 2 is a week “or similar” around the day that stands there; for 3 only the month is sure.
constexpr std::array acledTimes{TimeCode{"1", TimePrecision::Day}, TimeCode{"2", TimePrecision::Week},
                                TimeCode{"3", TimePrecision::Month}};

// 1 is a town, and the point its middle, so even that is no exact place. 2 is near a town or a part of a region, 3 a
// larger region, for which the provincial capital stands.
constexpr std::array acledPlaces{
    PlaceCode{"1", LocationPrecision::Near, 5000},
    PlaceCode{"2", LocationPrecision::District, 25000},
    PlaceCode{"3", LocationPrecision::Province, 75000},
};

// Of before 2019; since then its terms are those of Kind.
constexpr std::array acledKinds{
    KindTerm{"battle-no change of territory", Kind::Battles, SubKind::ArmedClash},
    KindTerm{"battle-government regains territory", Kind::Battles, SubKind::GovernmentRegainsTerritory},
    KindTerm{"battle-non-state actor overtakes territory", Kind::Battles, SubKind::NonStateActorOvertakesTerritory},
    KindTerm{"remote violence", Kind::Explosions, {}},
    KindTerm{"riots/protests", Kind::Protests, {}},
    KindTerm{"strategic development", Kind::StrategicDevelopments, {}},
    KindTerm{"headquarters or base established", Kind::StrategicDevelopments, SubKind::HeadquartersEstablished},
    KindTerm{"non-violent transfer of territory", Kind::StrategicDevelopments, SubKind::NonViolentTransfer},
};

constexpr std::array<std::string_view, 1> acledStamps{"timestamp"};

} // namespace

const Layout acledLayout{
    .key = QLatin1StringView("acled"),
    .name = "ACLED",
    .columns = acledColumns,
    .timeCodes = acledTimes,
    .placeCodes = acledPlaces,
    .kinds = acledKinds,
    .stamps = acledStamps,
    .citation = "Data: Armed Conflict Location & Event Data (ACLED), acleddata.com",
    .terms = "ACLED's rows are not to be passed on; see acleddata.com for its terms",
};

} // namespace dateline
