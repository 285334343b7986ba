#include "reading/kindsums.h"

#include "reading/wordtable.h"

#include <algorithm>

namespace dateline
{

using Role = KindWord::Role;

void KindSums::addPeople(People people, int token)
{
    m_people.at(static_cast<std::size_t>(people)) = token;
}

void KindSums::addWord(const KindWord &word, int token, int next, double factor)
{
    static const WordSet deadly(u"killed killing shot dead died opened slain live wounded");
    m_deadly = m_deadly || deadly.has(m_tokens.word(token));
    switch (word.role) {
    case Role::Use: m_used = true; return;
    case Role::Breakup: m_breakup += word.weight; break;
    case Role::Unrest: m_unrest += word.weight; break;
    case Role::Weapon: m_weapons.push_back(token); break;
    case Role::Taking:
        if (!takesPlace(next)) {
            // “About 60 men were seized”: people who do not fight.
            if (has(People::Civilian) && !has(People::State) && !has(People::Armed))
                take(word, SubKind::Abduction, token, factor);
            return;
        }
        take(word, takerOf(token), token, factor);
        return;
    case Role::Event:
    case Role::Generic: break;
    }
    take(word, word.subKind, token, factor);
}

void KindSums::take(const KindWord &word, SubKind subKind, int token, double factor)
{
    Sum &sum = of(subKind);
    const double weight = word.weight * factor;
    sum.weight += weight;
    sum.named = sum.named || word.role == Role::Event || word.role == Role::Taking;
    if (weight > sum.heaviest) {
        sum.heaviest = weight;
        sum.trigger = token;
        sum.title = word.title;
    }
}

// “captured the town”, “took control of”, “fell to the rebels”; “captured three soldiers” takes no place.
bool KindSums::takesPlace(int next) const
{
    constexpr int reach = 6;
    static const WordSet ends(u", . ; soldiers fighters weapons ammunition vehicles tanks men people");
    if (m_tokens.is(next - 1, u"control") || m_tokens.is(next - 1, u"to"))
        return true;
    for (int i = next; i < std::min(m_last, next + reach) && !ends.has(m_tokens.word(i)); ++i) {
        if (isTerritory(m_tokens.word(i)) || (i == next && m_tokens.at(i).capital))
            return true;
    }
    return isTerritory(m_tokens.word(next - 2)) || (next - 3 >= m_first && isTerritory(m_tokens.word(next - 3)));
}

// A state's forces regain, others overtake: whoever stands nearest before the verb, or behind “by” and “to”.
SubKind KindSums::takerOf(int token) const
{
    constexpr int reach = 8;
    for (int i = token + 1; i < std::min(m_last, token + reach); ++i) {
        if (!m_tokens.is(i, u"by") && !m_tokens.is(i, u"to"))
            continue;
        for (int k = i + 1; k < std::min(m_last, i + 5); ++k) {
            if (const People *people = peopleFrom(m_tokens.word(k)); people && *people == People::State)
                return SubKind::GovernmentRegainsTerritory;
            if (m_tokens.is(k, u"government"))
                return SubKind::GovernmentRegainsTerritory;
        }
    }
    static const WordSet state(u"government state army military troops soldiers police");
    const int armed = lastOf(People::Armed);
    for (int i = token - 1; i >= m_first && i > armed; --i) {
        if (state.has(m_tokens.word(i)))
            return SubKind::GovernmentRegainsTerritory;
    }
    return SubKind::NonStateActorOvertakesTerritory;
}

void KindSums::move(SubKind from, SubKind to, double more)
{
    Sum &source = of(from);
    Sum &target = of(to);
    if (source.heaviest > target.heaviest) {
        target.heaviest = source.heaviest;
        target.trigger = source.trigger;
        target.title = source.title;
    }
    target.weight += source.weight + more;
    target.named = target.named || source.named;
    source = {};
}

// What becomes of a protest: a riot by what protesters do, an intervention or excessive force by what is done to them.
void KindSums::judgeProtest()
{
    using enum SubKind;
    const bool protest = of(PeacefulProtest).weight >= 2 || (has(People::Protester) && m_breakup >= 1);
    if (!protest)
        return;
    const bool forces = has(People::Police) || has(People::State);
    if (m_unrest > 0 || of(ViolentDemonstration).weight >= 3) {
        move(PeacefulProtest, ViolentDemonstration, 1);
        call(ViolentDemonstration, "Riot");
        of(ProtestWithIntervention) = {};
        of(ArmedClash) = {};
    } else if (forces && m_deadly) {
        move(PeacefulProtest, ExcessiveForce, 2);
        call(ExcessiveForce, "Force against protesters");
        of(ProtestWithIntervention) = {};
        of(ArmedClash) = {};
        of(Attack) = {};
    } else if (m_breakup > 0 || of(Arrests).weight > 0) {
        move(PeacefulProtest, ProtestWithIntervention, 2);
        call(ProtestWithIntervention, "Protest broken up");
        of(Arrests) = {};
    }
}

// An attack on people who do not fight is no battle; one on soldiers or by both sides is.
void KindSums::judgeVictims()
{
    using enum SubKind;
    Sum &attack = of(Attack);
    Sum &clash = of(ArmedClash);
    const bool civilians = has(People::Civilian);
    // Whom a missile or bomb killed does not make it another kind.
    const bool remote = std::ranges::any_of(m_sums, [this](const Sum &sum) {
        return sum.weight >= 2 && kindOf(static_cast<SubKind>(&sum - m_sums.data())) == Kind::Explosions;
    });
    if (remote)
        return;
    // “A crowd attacked the headquarters.”
    if (has(People::Protester) && clash.weight > 0 && !clash.named && of(PeacefulProtest).weight == 0)
        move(ArmedClash, MobViolence, 1);
    if (civilians && clash.weight > 0 && !clash.named) {
        move(ArmedClash, Attack, 1);
    } else if (civilians && attack.weight > 0) {
        attack.weight += 1.5;
    } else if (attack.weight > 0 && !attack.named && has(People::State) && has(People::Armed)) {
        move(Attack, ArmedClash, 1);
    }
}

std::optional<EventWords> KindSums::event()
{
    if (m_used && !m_weapons.empty()) {
        for (std::size_t i = 0; i < m_sums.size(); ++i) {
            if (kindOf(static_cast<SubKind>(i)) == Kind::Explosions && m_sums[i].weight > 0)
                m_sums[i].weight += 1;
        }
    }
    judgeProtest();
    // Who burns or throws stones where nobody protests destroys.
    if (m_unrest > 0 && of(SubKind::ViolentDemonstration).weight <= m_unrest && !has(People::Protester)
        && of(SubKind::PeacefulProtest).weight == 0)
        move(SubKind::ViolentDemonstration, SubKind::Looting, 0);
    judgeVictims();
    const auto best = std::ranges::max_element(m_sums, {}, &Sum::weight);
    constexpr double enough = 1.5;
    const bool weaponsOnly = !best->named && !m_used && !m_weapons.empty();
    if (best->weight < enough || weaponsOnly)
        return std::nullopt;
    EventWords event{.subKind = static_cast<SubKind>(best - m_sums.begin()), .trigger = best->trigger};
    event.weight = best->weight;
    event.title = QString::fromLatin1(best->title);
    event.generic = !best->named && m_weapons.empty();
    event.weapons = std::move(m_weapons);
    return event;
}

} // namespace dateline
