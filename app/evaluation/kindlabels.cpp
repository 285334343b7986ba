#include "evaluation/kindlabels.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

struct SubKindCode
{
    QStringView code;
    SubKind subKind;
};

// CASE 2021, task 2; some files shorten “violence”.
constexpr std::array subKindCodes{
    SubKindCode{u"GOV_REGAINS_TERIT", SubKind::GovernmentRegainsTerritory},
    SubKindCode{u"NON_STATE_ACTOR_OVERTAKES_TER", SubKind::NonStateActorOvertakesTerritory},
    SubKindCode{u"ARMED_CLASH", SubKind::ArmedClash},
    SubKindCode{u"CHEM_WEAP", SubKind::ChemicalWeapon},
    SubKindCode{u"AIR_STRIKE", SubKind::AirDroneStrike},
    SubKindCode{u"SUIC_BOMB", SubKind::SuicideBomb},
    SubKindCode{u"ART_MISS_ATTACK", SubKind::ShellingArtilleryMissile},
    SubKindCode{u"REM_EXPLOS", SubKind::RemoteExplosive},
    SubKindCode{u"GRENADE", SubKind::Grenade},
    SubKindCode{u"SEX_VIOL", SubKind::SexualViolence},
    SubKindCode{u"ATTACK", SubKind::Attack},
    SubKindCode{u"ABDUCT_DISSAP", SubKind::Abduction},
    SubKindCode{u"PEACE_PROTEST", SubKind::PeacefulProtest},
    SubKindCode{u"PROTEST_WITH_INTER", SubKind::ProtestWithIntervention},
    SubKindCode{u"FORCE_AGAINST_PROTEST", SubKind::ExcessiveForce},
    SubKindCode{u"VIOL_DEMONSTR", SubKind::ViolentDemonstration},
    SubKindCode{u"MOB_VIOL", SubKind::MobViolence},
    SubKindCode{u"MOB_VIOLENCE", SubKind::MobViolence},
    SubKindCode{u"AGREEMENT", SubKind::Agreement},
    SubKindCode{u"ARREST", SubKind::Arrests},
    SubKindCode{u"CHANGE_TO_GROUP_ACT", SubKind::ChangeToGroup},
    SubKindCode{u"DISR_WEAP", SubKind::DisruptedWeaponsUse},
    SubKindCode{u"HQ_ESTABLISHED", SubKind::HeadquartersEstablished},
    SubKindCode{u"PROPERTY_DISTRUCT", SubKind::Looting},
    SubKindCode{u"NON_VIOL_TERRIT_TRANSFER", SubKind::NonViolentTransfer},
    SubKindCode{u"OTHER", SubKind::Other},
};

struct KindCode
{
    QStringView code;
    Kind kind;
};

constexpr std::array kindCodes{
    KindCode{u"BAT", Kind::Battles},
    KindCode{u"EXP", Kind::Explosions},
    KindCode{u"VAC", Kind::ViolenceAgainstCivilians},
    KindCode{u"PRO", Kind::Protests},
    KindCode{u"RIO", Kind::Riots},
    KindCode{u"SDEV", Kind::StrategicDevelopments},
};

struct PloverKind
{
    QStringView event;
    QStringView mode; ///< The mode begins with this.
    Kind kind;
};

// Words of saying, meeting, giving and threatening are left out: ACLED codes what happens on the ground. So are modes
// that ACLED parts by who suffers or what follows, such as expulsions, curfews and withdrawals.
constexpr std::array ploverKinds{
    PloverKind{u"PROTEST", u"riot", Kind::Riots},
    PloverKind{u"PROTEST", u"demo", Kind::Protests},
    PloverKind{u"PROTEST", u"strike", Kind::Protests},
    PloverKind{u"PROTEST", u"obstruct", Kind::Protests},
    PloverKind{u"ASSAULT", u"explosives", Kind::Explosions},
    PloverKind{u"ASSAULT", u"suicide-attack", Kind::Explosions},
    PloverKind{u"ASSAULT", u"sexual", Kind::ViolenceAgainstCivilians},
    PloverKind{u"ASSAULT", u"torture", Kind::ViolenceAgainstCivilians},
    PloverKind{u"ASSAULT", u"beat", Kind::ViolenceAgainstCivilians},
    PloverKind{u"ASSAULT", u"assassinate", Kind::ViolenceAgainstCivilians},
    PloverKind{u"ASSAULT", u"primitive", Kind::ViolenceAgainstCivilians},
    PloverKind{u"FIGHT", u"firearms", Kind::Battles},
    PloverKind{u"FIGHT", u"explosives", Kind::Explosions},
    PloverKind{u"COERCE", u"arrest", Kind::StrategicDevelopments},
    PloverKind{u"COERCE", u"confiscate", Kind::StrategicDevelopments},
    PloverKind{u"COERCE", u"destroy", Kind::StrategicDevelopments},
    PloverKind{u"MOBILIZE", u"troops", Kind::StrategicDevelopments},
    PloverKind{u"MOBILIZE", u"weapons", Kind::StrategicDevelopments},
};

} // namespace

std::optional<LabelledKind> kindFromLabel(QStringView label)
{
    const QStringView word = label.trimmed();
    if (const std::optional<SubKind> subKind = subKindFromTerm(word))
        return LabelledKind{kindOf(*subKind), subKind};
    if (const std::optional<Kind> kind = kindFromTerm(word))
        return LabelledKind{*kind, {}};
    const auto same = [word](QStringView code) { return code.compare(word, Qt::CaseInsensitive) == 0; };
    if (const auto code = std::ranges::find_if(subKindCodes, same, &SubKindCode::code); code != subKindCodes.end())
        return LabelledKind{kindOf(code->subKind), code->subKind};
    if (const auto code = std::ranges::find_if(kindCodes, same, &KindCode::code); code != kindCodes.end())
        return LabelledKind{code->kind, {}};
    return std::nullopt;
}

std::optional<Kind> kindFromPlover(QStringView event, QStringView mode)
{
    const auto row = std::ranges::find_if(
        ploverKinds, [&](const PloverKind &each) { return each.event == event && mode.startsWith(each.mode); });
    return row == ploverKinds.end() ? std::nullopt : std::optional(row->kind);
}

} // namespace dateline
