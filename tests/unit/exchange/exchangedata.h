#pragma once

#include "domain/incident.h"

#include <QString>

namespace dateline
{

using namespace Qt::StringLiterals;

inline UtcMinute minuteAt(const char *iso)
{
    return utcFromIso(QString::fromLatin1(iso)).value();
}

/// At Goris, to the minute, with something in every field.
inline Incident shelling()
{
    Incident incident;
    incident.title = u"Shelling of Goris, \"heavy\""_s;
    incident.kind = Kind::Explosions;
    incident.subKind = SubKind::ShellingArtilleryMissile;
    incident.when = When{{minuteAt("2022-09-12T20:05Z"), minuteAt("2022-09-12T20:06Z"), TimePrecision::Minute},
                         u"Asia/Yerevan"_s,
                         u"five past midnight"_s};
    incident.where =
        Where{u"Goris"_s, u"Syunik"_s,       u"AM"_s, pointGeometry({46.3403127, 39.5111}), LocationPrecision::Near,
              6500,       u"towards Goris"_s};
    incident.actors = {u"Forces of A"_s, u"Forces; of B"_s};
    incident.losses = {{Loss::Kind::Killed, 49, 105, u"service personnel"_s, u"the ministry"_s}};
    incident.status = Status::Corroborated;
    incident.credibility = 2;
    incident.tags = {u"night"_s, u"=1+1"_s};
    incident.notes = u"Seen twice,\nnot \"thrice\"."_s;
    incident.dataSetId = u"ARM1"_s;
    incident.attributes = u"{\"data_set\":\"ACLED\",\"region\":\"Caucasus\"}"_s;
    return incident;
}

/// A line over the antimeridian.
inline Incident crossing()
{
    Incident incident;
    incident.title = u"A convoy"_s;
    incident.kind = Kind::StrategicDevelopments;
    incident.when = When{{minuteAt("2022-09-13T00:00Z"), minuteAt("2022-09-14T00:00Z"), TimePrecision::Day}, {}, {}};
    incident.where = Where{u"A strait"_s,
                           {},
                           u"RU"_s,
                           Geometry{Geometry::Type::Line, {{{179, 65}, {-179, 66}}}},
                           LocationPrecision::District,
                           0,
                           {}};
    return incident;
}

/// An area drawn clockwise, with a hole, that a spreadsheet would run.
inline Incident area()
{
    Incident incident;
    incident.title = u"=HYPERLINK(\"https://example.org\")"_s;
    incident.kind = Kind::Battles;
    incident.when = When{{minuteAt("2022-09-14T00:00Z"), minuteAt("2022-09-15T00:00Z"), TimePrecision::Day}, {}, {}};
    const Geometry shape{Geometry::Type::Polygon,
                         {{{44, 40}, {44, 41}, {45, 41}, {45, 40}, {44, 40}},
                          {{44.2, 40.2}, {44.8, 40.2}, {44.8, 40.8}, {44.2, 40.8}, {44.2, 40.2}}}};
    incident.where = Where{u"A valley"_s, {}, u"AM"_s, shape, LocationPrecision::Province, 0, {}};
    incident.notes = u"-5 degrees"_s;
    incident.actors = {u"'@forces"_s};
    return incident;
}

} // namespace dateline
