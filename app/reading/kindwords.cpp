#include "reading/kindwords.h"

#include <array>

namespace dateline
{

namespace
{

using enum SubKind;
using enum KindWord::Role;
using Row = PhraseTable<KindWord>::Row;

// Weight 3 is plain by itself, 2 usually is, 1 needs company. The words follow the definitions of ACLED's code book.
constexpr std::array rows{
    Row{u"shelling shelled shellings bombardment bombarded bombarding shellfire artillery_fire mortar_fire tank_fire "
        u"rocket_fire artillery_strike artillery_strikes artillery_attack artillery_attacks mortar_attack mortar_attacks "
        u"mortar_shells mortar_shell artillery_shells artillery_shell tank_shells cross-border_fire cross_border_fire "
        u"artillery_bombardment artillery_duels",
        {ShellingArtilleryMissile, 3, Event, "Shelling"}},
    Row{u"shells shell pounded pounding barrage", {ShellingArtilleryMissile, 2, Event, "Shelling"}},
    Row{u"missile_strike missile_strikes missile_attack missile_attacks ballistic_missile ballistic_missiles "
        u"cruise_missile cruise_missiles",
        {ShellingArtilleryMissile, 3, Event, "Missile strike"}},
    Row{u"rocket_attack rocket_attacks rocket_barrage rocket_launcher rocket_launchers grad_rockets",
        {ShellingArtilleryMissile, 3, Event, "Rocket attack"}},
    Row{u"artillery mortar mortars howitzer howitzers cannons tank_rounds",
        {ShellingArtilleryMissile, 1.5, Weapon, "Shelling"}},
    Row{u"missile missiles", {ShellingArtilleryMissile, 1.5, Weapon, "Missile strike"}},
    Row{u"rocket rockets katyusha", {ShellingArtilleryMissile, 1.5, Weapon, "Rocket attack"}},
    Row{u"airstrike airstrikes air_strike air_strikes air_raid air_raids aerial_bombardment aerial_bombing aerial_attack "
        u"aerial_attacks air_attack air_attacks bombing_raid bombing_raids air_bombardment barrel_bombs barrel_bomb "
        u"warplanes_bombed warplanes_struck helicopter_gunships helicopter_gunship air_force_bombed bombs_dropped "
        u"glide_bombs guided_bombs",
        {AirDroneStrike, 3.5, Event, "Air strike"}},
    Row{u"drone_strike drone_strikes drone_attack drone_attacks predator_attacks",
        {AirDroneStrike, 3.5, Event, "Drone strike"}},
    Row{u"drone drones uav uavs quadcopter", {AirDroneStrike, 1.5, Weapon, "Drone strike"}},
    Row{u"jet jets warplane warplanes helicopter helicopters aircraft bomber bombers planes fighter_jets "
        u"fighter_jet air_force",
        {AirDroneStrike, 1.5, Weapon, "Air strike"}},
    Row{u"suicide_bomber suicide_bombing suicide_bombings suicide_attack suicide_attacks suicide_bombers suicide_vest "
        u"suicide_car_bomb suicide_car_bombing blew_himself_up blew_herself_up blew_themselves_up explosive_vest",
        {SuicideBomb, 5, Event, "Suicide bombing"}},
    Row{u"chemical_attack chemical_attacks chemical_weapons chemical_weapon chlorine sarin mustard_gas nerve_agent "
        u"toxic_gas poison_gas irritant_gas white_phosphorus",
        {ChemicalWeapon, 4, Event, "Chemical attack"}},
    Row{u"landmine landmines land_mine land_mines mine_explosion minefield anti-tank_mine anti-personnel_mine ied ieds "
        u"roadside_bomb roadside_bombs roadside_bombing improvised_explosive explosive_device explosive_devices car_bomb "
        u"car_bombs car_bombing car_bombings bomb_attack bomb_attacks bomb_explosion bomb_blast booby_trap booby_trapped "
        u"unexploded_ordnance remote_controlled_bomb",
        {RemoteExplosive, 3, Event, "Bomb attack"}},
    Row{u"blew_up blown_up blowing_up explosion explosions exploded explodes detonated detonates blast blasts bombing bombings bomb mine mines bombed",
        {RemoteExplosive, 2, Event, "Explosion"}},
    Row{u"bombs", {RemoteExplosive, 1.5, Weapon, "Bombing"}},
    Row{u"grenade grenades hand_grenade hand_grenades", {Grenade, 3, Event, "Grenade attack"}},
    Row{u"clash clashes clashed clashing skirmish skirmishes firefight firefights gun_battle gun_battles gunbattle "
        u"gunbattles gunfight exchange_of_fire exchange_of_gunfire exchanged_fire exchanged_gunfire heavy_fighting "
        u"street_fighting fierce_fighting",
        {ArmedClash, 3, Event, "Clashes"}},
    Row{u"fighting battles battle battled hostilities fought ambush ambushed ambushes gunfire shootout shoot-out "
        u"small_arms_fire machine_gun_fire",
        {ArmedClash, 2, Event, "Fighting"}},
    Row{u"repelled repulsed offensive stormed opened_fire engaged_the invasion invaded counteroffensive",
        {ArmedClash, 2, Event, "Fighting"}},
    Row{u"attack attacks attacked attacking assault assaults raid raids raided incursion",
        {ArmedClash, 1.5, Generic, "Attack"}},
    Row{u"recaptured retook retaken recapture regained regains regained_control liberated re-captured reclaimed "
        u"recaptures retakes",
        {GovernmentRegainsTerritory, 3.5, Event, "Territory retaken"}},
    Row{u"captured captures seized seizes overran overrun took_control taken_control take_control took_over takes_control "
        u"gained_control fell_to conquered fully_controls",
        {NonStateActorOvertakesTerritory, 2.5, Taking, "Territory taken"}},
    Row{u"rape raped rapes raping sexual_violence sexually_assaulted sexually_abused sexual_assault gang_rape gang-raped "
        u"molested",
        {SexualViolence, 5, Event, "Sexual violence"}},
    Row{u"massacre massacred executed execution executions beheaded decapitated assassinated assassination murdered murder "
        u"tortured torture beat_up beaten stabbed hacked_to_death machetes shot_dead shot_and_killed gunned_down beat "
        u"opened_fire_on_civilians ethnic_cleansing",
        {Attack, 2.5, Event, "Killing of civilians"}},
    Row{u"killed killing kill shot died dead slain", {Attack, 0.75, Generic, "Killing"}},
    Row{u"wounded", {Attack, 0.75, Generic, "People wounded"}},
    Row{u"abducted abduction abductions abduct kidnapped kidnapping kidnappings kidnap hostages hostage "
        u"forcibly_disappeared forced_disappearance disappearance took_away taken_away held_captive ransom",
        {Abduction, 3.5, Event, "Abduction"}},
    Row{u"protest protests protested protesters protestors protesting protester demonstration demonstrations demonstrated "
        u"demonstrators demonstrator rally rallied rallies sit-in sit_in march marched marchers hunger_strike "
        u"hunger_strikes general_strike on_strike went_on_strike walked_off stopped_work picket picketed vigil "
        u"blocked_roads blocked_the_road blocked_a_road blocked_streets blocked_traffic roadblock boycotted strikers "
        u"took_to_the_streets gathered_outside gathered_in_protest gathered_in_front gathered_to_demand human_chain blockaded staged_a_strike",
        {PeacefulProtest, 2.5, Event, "Protest"}},
    Row{u"tear_gas teargas water_cannon water_cannons rubber_bullets batons pepper_spray dispersed disperse dispersing "
        u"broke_up stun_grenades baton_charge live_fire live_ammunition live_rounds",
        {ProtestWithIntervention, 1.5, Breakup, "Protest broken up"}},
    Row{u"riot_police", {ProtestWithIntervention, 0.5, Breakup, "Protest broken up"}},
    Row{u"riot riots rioted rioters rioting", {ViolentDemonstration, 3.5, Event, "Riot"}},
    Row{u"stones stone-throwing rocks_at petrol_bombs molotov burning_tyres burned_tyres burnt_tyres burned_tires "
        u"burning_tires tyres tires barricades pelted hurled vandalised vandalized clashed_with_police "
        u"clashes_with_police clashed_with_security smashed_windows threw_stones throwing_stones turned_violent",
        {ViolentDemonstration, 1.5, Unrest, "Riot"}},
    Row{u"set_fire_to sets_fire_to setting_fire_to", {ViolentDemonstration, 2.5, Unrest, "Arson"}},
    Row{u"blocked", {PeacefulProtest, 1.5, Generic, "Blockade"}},
    Row{u"mob mobs vigilante vigilantes lynched lynching lynch communal_clashes communal_violence angry_crowd "
        u"scuffle brawl villagers_clashed clashes_between_villagers rival_supporters mob_justice beaten_to_death "
        u"sticks_and_stones",
        {MobViolence, 3.5, Event, "Mob violence"}},
    Row{u"arrested arrests arrest detained detentions detain detains rounded_up apprehended taken_into_custody "
        u"were_arrested custody",
        {Arrests, 2, Event, "Arrests"}},
    Row{u"looted looting looters looter ransacked torched plundered burned_down burnt_down burned_houses set_ablaze arson "
        u"demolished demolition bulldozed bulldozers stole stolen destroyed_property houses_burned were_burned set_on_fire set_alight "
        u"cattle_rustling confiscated blew_up_power",
        {Looting, 2.5, Event, "Looting"}},
    Row{u"defused intercepted weapons_cache arms_cache weapon_cache weapons_caches shot_down seized_weapons "
        u"confiscated_weapons found_weapons discovered_weapons safely_detonated neutralised_explosive disarmed foiled "
        u"thwarted explosives_found seized_explosives demining cache_of_weapons",
        {DisruptedWeaponsUse, 3.5, Event, "Weapons stopped"}},
    Row{u"withdrew withdrawal withdrawn withdraw pulled_out handed_over evacuated_the without_resistance without_a_fight "
        u"without_fighting vacated abandoned_their ceded retreated_from",
        {NonViolentTransfer, 2.5, Event, "Withdrawal"}},
    Row{u"merged merger splinter new_group newly_formed defected defection defections mobilised mobilized reservists "
        u"reinforcements deployed deployment redeployed on_alert joined_forces strengthened_its disbanded demobilised "
        u"demobilized surrendered laid_down pledged_allegiance recruited recruitment troop_movement massed amassed "
        u"conscription military_exercises announced_the_formation announced_the_creation trained",
        {ChangeToGroup, 2.25, Event, "Change of a group"}},
    Row{u"established_a_base set_up_a_base new_base set_up_a_camp established_a_camp military_base_established "
        u"established_a_military built_a_base opened_a_base established_headquarters set_up_headquarters "
        u"established_a_headquarters established_a_checkpoint set_up_a_checkpoint set_up_checkpoints established_positions "
        u"established_a_new set_up_a_new set_up_camp set_up_a_military established_an_outpost training_camp",
        {HeadquartersEstablished, 3, Event, "Base set up"}},
    Row{u"coup curfew state_of_emergency mass_grave mass_graves declared_war sanctions internet_shutdown expelled "
        u"military_operation deported border_closed closed_the_border",
        {Other, 1.5, Event, "Development"}},
    Row{u"fired launched hit struck striking strike strikes using used use targeted targeting opened dropped drops firing fire hits strikes fell landed came_down slammed "
        u"carried_out",
        {Other, 0, Use, ""}},
};

} // namespace

const PhraseTable<KindWord> &kindWords()
{
    static const PhraseTable<KindWord> table(rows);
    return table;
}

const People *peopleFrom(Word word)
{
    using enum People;
    static const WordTable<People> table{
        {u"army soldiers soldier troops military servicemen serviceman border-guards guards marines navy forces regime "
         u"paratroopers commandos peacekeepers gendarmes battalion brigade regiment convoy outpost garrison",
         State},
        {u"police policemen policeman officers officer gendarmerie", Police},
        {u"rebels rebel militants militant gunmen gunman insurgents insurgent fighters fighter militia militias militiamen "
         u"guerrillas guerrilla guerillas jihadists jihadist terrorists terrorist separatists bandits cartel gang isis "
         u"isil taliban al-qaeda shabaab hamas hezbollah hezbollah's islamists mujahideen",
         Armed},
        {u"civilian civilians villager villagers resident residents worshippers farmers farmer herders herder pastoralists "
         u"students student pupils schoolchildren journalists journalist children child women woman girl girls boy boys "
         u"man men people person hospital school market church mosque workers worker passengers pedestrians village "
         u"villages driver drivers trader traders family families teacher teachers doctor doctors nurse nurses chief "
         u"councillor councilor mayor politician activist activists lawyer judge priest pastor imam refugees refugee "
         u"migrants prisoner prisoners detainee detainees businessman youth youths youngsters victims volunteers leader "
         u"candidate missionary missionaries fishermen miners shopkeeper minister governor deputy official",
         Civilian},
        {u"protesters protestors protester demonstrators demonstrator marchers strikers rioters crowd crowds",
         Protester},
    };
    return table.find(word);
}

bool isTerritory(Word word)
{
    static const WordSet set(
        u"town towns village villages city cities base bases district districts camp camps position positions area areas "
        u"hill hills control territory territories airport post posts checkpoint settlement settlements province region "
        u"stronghold capital crossing bridge outpost outposts headquarters barracks mountain heights neighbourhood "
        u"neighborhood island");
    return set.has(word);
}

} // namespace dateline
