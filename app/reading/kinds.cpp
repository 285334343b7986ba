#include "reading/kinds.h"

#include "reading/kindwords.h"
#include "reading/wordtable.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

struct Hit
{
    const KindWord *word = nullptr;
    int token = 0;
    int next = 0;
};

// The longest phrase at a token, up to three words, hyphens as spaces.
Hit hitAt(const Tokens &tokens, int i, int last)
{
    Hit hit{nullptr, i, i + 1};
    if (!tokens.isWord(i))
        return hit;
    hit.word = kindWordFrom(tokens.word(i));
    if (!beginsKindPhrase(tokens.word(i)))
        return hit;
    QString phrase = tokens.word(i).toString();
    int at = i + 1;
    for (int words = 1; words < 3 && at < last; ++words, ++at) {
        if (tokens.is(at, u"-"))
            ++at;
        phrase += u' ' + tokens.word(at).toString();
        if (const KindWord *word = kindWordFrom(phrase))
            hit = {word, i, at + 1};
    }
    return hit;
}

bool isCivilian(QStringView word)
{
    static const WordSet set(
        u"civilian civilians villager villagers resident residents worshippers farmers farmer herders "
        u"students student schoolchildren journalists journalist children women hospital school "
        u"market church mosque workers passengers pedestrians village villages");
    return set.has(word);
}

// “ceasefire … broken”, “a truce … agreed”: an agreement needs both its noun and what became of it.
std::optional<EventWords> agreementIn(const Tokens &tokens, int first, int last)
{
    struct Fate
    {
        bool broken;
    };
    static const WordSet truces(u"ceasefire cease-fire truce armistice");
    static const WordSet pacts(u"agreement deal accord pact treaty");
    static const WordTable<Fate> fates{
        {u"reached brokered agreed signed announced declared concluded negotiated established began begun effect force "
         u"struck implemented",
         {false}},
        {u"broken violated collapsed breached violations violation violating breaching shattered unravelled unraveled "
         u"breach broke",
         {true}}};
    constexpr int reach = 14;
    for (int i = first; i < last; ++i) {
        const bool split = tokens.is(i, u"cease") && tokens.is(i + 1, u"-") && tokens.is(i + 2, u"fire");
        if (!split && !truces.has(tokens.word(i)) && !pacts.has(tokens.word(i)))
            continue;
        bool truce = split || truces.has(tokens.word(i));
        for (int k = std::max(first, i - reach); k < std::min(last, i + reach); ++k) {
            const Fate *fate = fates.find(tokens.word(k));
            if (!fate || isHeldOff(tokens, first, k, last) || (k < i && isHeldOff(tokens, k, i, i)))
                continue;
            // “an agreement reached … on a ceasefire” is about the ceasefire.
            for (int t = i; t < std::min(last, i + reach); ++t)
                truce = truce || truces.has(tokens.word(t));
            EventWords event{
                .subKind = fate->broken ? SubKind::Other : SubKind::Agreement, .trigger = i, .weight = 3.5};
            event.fate = k;
            event.title = truce ? QStringLiteral("Ceasefire") : QStringLiteral("Agreement");
            return event;
        }
    }
    return std::nullopt;
}

// What comes behind “after” or “amid” is told as known already.
bool isAside(QStringView word)
{
    static const WordSet set(u"after following amid since despite before accused");
    return set.has(word);
}

bool isExercise(const Tokens &tokens, int first, int last)
{
    static const WordSet set(
        u"exercise exercises drill drills anniversary commemorate commemorated film novel simulated");
    for (int i = first; i < last; ++i) {
        if (set.has(tokens.word(i)))
            return true;
    }
    return false;
}

} // namespace

bool isHeldOff(const Tokens &tokens, int first, int trigger, int last)
{
    static const WordSet marks(
        u"not no never without refrain refraining stop halt halted prevent avoid refuse refused would "
        u"could may might should must will if unless urged demanded calls threatened threaten threats "
        u"warned fears fear feared risk possible potential planned planning preparing trying neither "
        u"nor cannot won't wouldn't didn't don't hasn't haven't wasn't weren't failed against end "
        u"prevented averted stopped cease ceased pledged vowed hope hopes allow shall ready "
        u"future any denied denies deny rejected dismissed");
    static const WordSet walls(u", ; : after that because while when who which where as killing");
    constexpr int reach = 7;
    for (int i = trigger - 1; i >= std::max(first, trigger - reach); --i) {
        if (walls.has(tokens.word(i)))
            break;
        if (tokens.is(i, u"may") && tokens.at(i).capital)
            continue;
        if (marks.has(tokens.word(i))
            || (tokens.is(i, u"called") && (tokens.is(i + 1, u"on") || tokens.is(i + 1, u"for"))))
            return true;
        if (tokens.is(i, u"to") && i == trigger - 1)
            return true; // “to attack”: a purpose.
    }
    // “strikes will continue”
    static const WordSet ahead(u"will would could may might should cannot");
    for (int i = trigger + 1; i < std::min(last, trigger + 3); ++i) {
        if (ahead.has(tokens.word(i)) && !tokens.at(i).capital)
            return true;
    }
    return false;
}

std::optional<EventWords> eventIn(const Tokens &tokens, int first, int last)
{
    if (auto agreement = agreementIn(tokens, first, last))
        return agreement;
    if (isExercise(tokens, first, last))
        return std::nullopt;
    struct Sum
    {
        double weight = 0;
        double heaviest = 0;
        int trigger = 0;
        const char *title = "";
        bool named = false;
    };
    std::array<Sum, subKindCount> sums{};
    std::vector<int> weapons;
    bool used = false;
    bool civilians = false;
    bool continuing = false;
    double factor = 1;
    static const WordSet going(u"continue continues continuing keep keeps ongoing continued still");
    for (int i = first; i < last;) {
        civilians = civilians || isCivilian(tokens.word(i));
        continuing = continuing || going.has(tokens.word(i));
        if (isAside(tokens.word(i)))
            factor = 0.5;
        const Hit hit = hitAt(tokens, i, last);
        i = hit.next;
        if (!hit.word || (tokens.at(hit.token).capital && hit.token != first && hit.word->role != KindWord::Role::Event)
            || isHeldOff(tokens, first, hit.token, last))
            continue;
        if (hit.word->role == KindWord::Role::Use) {
            used = true;
            continue;
        }
        if (hit.word->role == KindWord::Role::Weapon)
            weapons.push_back(hit.token);
        Sum &sum = sums.at(static_cast<std::size_t>(hit.word->subKind));
        const double weight = hit.word->weight * factor;
        sum.weight += weight;
        sum.named = sum.named || hit.word->role == KindWord::Role::Event;
        if (weight > sum.heaviest) {
            sum.heaviest = weight;
            sum.trigger = hit.token;
            sum.title = hit.word->title;
        }
    }
    if (used && !weapons.empty()) {
        for (Sum &sum : sums)
            sum.weight += sum.weight > 0 ? 1 : 0;
    }
    Sum &attack = sums.at(static_cast<std::size_t>(SubKind::Attack));
    Sum &clash = sums.at(static_cast<std::size_t>(SubKind::ArmedClash));
    if (civilians && clash.weight > 0 && !clash.named) {
        // An attack on people who do not fight is no battle.
        attack.weight += clash.weight + 1;
        attack.trigger = clash.trigger;
        attack.title = clash.title;
        clash = {};
    } else if (civilians && attack.weight > 0) {
        attack.weight += 1.5;
    }
    const auto best = std::ranges::max_element(sums, {}, &Sum::weight);
    constexpr double enough = 1.5;
    const bool weaponsOnly = !best->named && !used && !weapons.empty();
    if (best->weight < enough || weaponsOnly)
        return std::nullopt;
    EventWords event{.subKind = static_cast<SubKind>(best - sums.begin()), .trigger = best->trigger};
    event.weight = best->weight;
    event.title = QString::fromLatin1(best->title);
    event.continuing = continuing;
    event.generic = !best->named && weapons.empty();
    event.weapons = std::move(weapons);
    return event;
}

} // namespace dateline
