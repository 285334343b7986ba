#include "reading/kindwords.h"

#include "reading/wordtable.h"

#include <QHash>
#include <QString>

#include <array>

namespace dateline
{

namespace
{

struct Row
{
    QStringView words; ///< Parted by spaces; “_” is a space inside a phrase.
    KindWord value;
};

using enum SubKind;
using enum KindWord::Role;

// Weight 3 is plain by itself, 2 usually is, 1 needs company.
constexpr std::array rows{
    Row{u"shelling shelled bombardment bombarded shellfire artillery_fire mortar_fire rocket_fire artillery_strike "
        u"artillery_strikes artillery_attack cross-border_fire",
        {ShellingArtilleryMissile, 3, Event, "Shelling"}},
    Row{u"shells pounded pounding", {ShellingArtilleryMissile, 2, Event, "Shelling"}},
    Row{u"missile_strike missile_strikes missile_attack missile_attacks",
        {ShellingArtilleryMissile, 3, Event, "Missile strike"}},
    Row{u"rocket_attack rocket_attacks rocket_barrage", {ShellingArtilleryMissile, 3, Event, "Rocket attack"}},
    Row{u"artillery mortar mortars howitzer howitzers", {ShellingArtilleryMissile, 1.5, Weapon, "Shelling"}},
    Row{u"missile missiles", {ShellingArtilleryMissile, 1.5, Weapon, "Missile strike"}},
    Row{u"rocket rockets", {ShellingArtilleryMissile, 1.5, Weapon, "Rocket attack"}},
    Row{u"airstrike airstrikes air_strike air_strikes air_raid air_raids aerial_bombardment aerial_bombing air_attack "
        u"air_attacks bombing_raid",
        {AirDroneStrike, 3, Event, "Air strike"}},
    Row{u"drone_strike drone_strikes drone_attack drone_attacks", {AirDroneStrike, 3, Event, "Drone strike"}},
    Row{u"drone drones uav uavs", {AirDroneStrike, 1, Weapon, "Drone strike"}},
    Row{u"jet jets warplane warplanes helicopter helicopters aircraft bomber bombers bombs",
        {AirDroneStrike, 1, Weapon, "Air strike"}},
    Row{u"suicide_bomber suicide_bombing suicide_attack suicide_bombers", {SuicideBomb, 4, Event, "Suicide bombing"}},
    Row{u"chemical_attack chemical_weapons chlorine sarin", {ChemicalWeapon, 2, Event, "Chemical attack"}},
    Row{u"landmine landmines ied ieds roadside_bomb roadside_bombs improvised_explosive explosive_device car_bomb "
        u"car_bombing",
        {RemoteExplosive, 3, Event, "Bomb attack"}},
    Row{u"explosion explosions exploded detonated blast blasts bombing bomb", {RemoteExplosive, 2, Event, "Explosion"}},
    Row{u"grenade grenades", {Grenade, 2, Event, "Grenade attack"}},
    Row{u"clash clashes clashed skirmish skirmishes firefight gun_battle gunfight exchange_of_fire exchanged_fire",
        {ArmedClash, 3, Event, "Clashes"}},
    Row{u"fighting battles battle hostilities fought ambush ambushed ambushes gunfire shootout",
        {ArmedClash, 2, Event, "Fighting"}},
    Row{u"repelled offensive stormed opened_fire", {ArmedClash, 2, Event, "Fighting"}},
    Row{u"attack attacks attacked assault assaults raid raided incursion", {ArmedClash, 1.5, Generic, "Attack"}},
    Row{u"recaptured retook regained liberated", {GovernmentRegainsTerritory, 2.5, Event, "Territory retaken"}},
    Row{u"captured seized overran took_control", {NonStateActorOvertakesTerritory, 1.5, Event, "Territory taken"}},
    Row{u"rape raped sexual_violence sexually_assaulted", {SexualViolence, 3, Event, "Sexual violence"}},
    Row{u"massacre massacred executed beheaded lynched assassinated murdered",
        {Attack, 3, Event, "Killing of civilians"}},
    Row{u"killed killing shot_dead died dead", {Attack, 0.5, Generic, "Killing"}},
    Row{u"abducted abduction abductions kidnapped kidnapping kidnappings hostages hostage forcibly_disappeared",
        {Abduction, 3, Event, "Abduction"}},
    Row{u"protest protests protested protesters demonstration demonstrations demonstrated demonstrators rally rallied "
        u"sit-in marched",
        {PeacefulProtest, 2.5, Event, "Protest"}},
    Row{u"tear_gas water_cannon dispersed_protesters dispersed_demonstrators",
        {ProtestWithIntervention, 3.5, Event, "Protest broken up"}},
    Row{u"riot riots rioted rioters rioting", {ViolentDemonstration, 3, Event, "Riot"}},
    Row{u"mob mobs vigilantes", {MobViolence, 2, Event, "Mob violence"}},
    Row{u"arrested arrests detained detentions", {Arrests, 2, Event, "Arrests"}},
    Row{u"looted looting looters looter ransacked torched", {Looting, 3, Event, "Looting"}},
    Row{u"defused intercepted weapons_cache arms_cache shot_down", {DisruptedWeaponsUse, 2, Event, "Weapons stopped"}},
    Row{u"withdrew withdrawal pulled_out handed_over", {NonViolentTransfer, 1.5, Event, "Withdrawal"}},
    Row{u"fired launched hit struck striking strike strikes struck using used use targeted targeting opened shot "
        u"dropped firing fire",
        {Other, 0, Use, ""}},
};

const QHash<QString, KindWord> &table()
{
    static const QHash<QString, KindWord> made = [] {
        QHash<QString, KindWord> hash;
        for (const Row &row : rows) {
            for (const QStringView word : row.words.split(u' ', Qt::SkipEmptyParts))
                hash.insert(word.toString().replace(u'_', u' '), row.value);
        }
        return hash;
    }();
    return made;
}

} // namespace

const KindWord *kindWordFrom(QStringView words)
{
    const auto found = table().constFind(words.toString());
    return found == table().cend() ? nullptr : &found.value();
}

bool beginsKindPhrase(QStringView word)
{
    static const QHash<QString, bool> first = [] {
        QHash<QString, bool> hash;
        for (auto row = table().cbegin(); row != table().cend(); ++row) {
            if (const qsizetype space = row.key().indexOf(u' '); space > 0)
                hash.insert(row.key().left(space), true);
        }
        return hash;
    }();
    return first.contains(word.toString());
}

} // namespace dateline
