#include "reading/kinds.h"

#include "reading/calendar.h"
#include "reading/kindsums.h"
#include "reading/wordtable.h"

#include <algorithm>

namespace dateline
{

namespace
{

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
        {u"reached brokered agreed agree signed sign signs announced declared concluded negotiated established began begun "
         u"effect force struck implemented approved accepted ratified",
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
        u"warned fears fear feared risk possible potential planned planning prepared preparing trying neither "
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
        if (tokens.is(i, u"to") && i == trigger - 1 && !tokens.word(trigger).endsWith(QLatin1StringView("ing")))
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
    KindSums sums(tokens, first, last);
    static const WordSet going(u"continue continues continuing keep keeps ongoing continued still");
    bool continuing = false;
    double factor = 1;
    for (int i = first; i < last;) {
        const Word word = tokens.word(i);
        continuing = continuing || going.has(word);
        if (isAside(word))
            factor = 0.5;
        if (const People *people = peopleFrom(word))
            sums.addPeople(*people, i);
        const auto match = tokens.isWord(i) ? kindWords().match(tokens, i, last) : PhraseTable<KindWord>::Match{};
        if (!match.value) {
            ++i;
            continue;
        }
        // Names of weapons and the like in capitals are names; “March” is a month.
        const bool name = tokens.at(i).capital && i != first
            && (match.value->role != KindWord::Role::Event || monthNameAt(tokens, i) != 0);
        if (!name && !isHeldOff(tokens, first, i, last))
            sums.addWord(*match.value, i, match.next, factor);
        i = match.next;
    }
    std::optional<EventWords> event = sums.event();
    if (event)
        event->continuing = continuing;
    return event;
}

} // namespace dateline
