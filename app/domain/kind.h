#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <span>

namespace dateline
{

/// What kind of event a report speaks of: the six event types of ACLED's code book, or none that is stated.
enum class Kind : std::uint8_t {
    Battles,
    Explosions, ///< “Explosions/Remote violence”.
    ViolenceAgainstCivilians,
    Protests,
    Riots,
    StrategicDevelopments,
    NotStated
};
inline constexpr int kindCount = 7;

/// The 25 sub-event types of ACLED's code book, in its order; each belongs to one Kind.
enum class SubKind : std::uint8_t {
    GovernmentRegainsTerritory,
    NonStateActorOvertakesTerritory,
    ArmedClash,
    ChemicalWeapon,
    AirDroneStrike,
    SuicideBomb,
    ShellingArtilleryMissile,
    RemoteExplosive,
    Grenade,
    SexualViolence,
    Attack,
    Abduction,
    PeacefulProtest,
    ProtestWithIntervention,
    ExcessiveForce,
    ViolentDemonstration,
    MobViolence,
    Agreement,
    Arrests,
    ChangeToGroup,
    DisruptedWeaponsUse,
    HeadquartersEstablished,
    Looting,
    NonViolentTransfer,
    Other
};
inline constexpr int subKindCount = 25;

/// The kind that a sub-kind belongs to.
[[nodiscard]] Kind kindOf(SubKind subKind);

/// The published English term, as stored in cases and files: “Explosions/Remote violence”, “Armed clash”.
[[nodiscard]] QString termOf(Kind kind);
[[nodiscard]] QString termOf(SubKind subKind);

/// The kind or sub-kind that a published term names, case ignored; none if it is no such term.
[[nodiscard]] std::optional<Kind> kindFromTerm(QStringView term);
[[nodiscard]] std::optional<SubKind> subKindFromTerm(QStringView term);

} // namespace dateline
