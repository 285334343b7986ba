#include "reading/locations.h"

#include "reading/placing.h"
#include "reading/wordtable.h"

#include <algorithm>
#include <optional>

namespace dateline
{

namespace
{

using Relation = LocationWords::Relation;

const WordTable<Relation> &prepositions()
{
    static const WordTable<Relation> table{
        {u"in at inside across into throughout on within through along struck hit shelled bombed bombarded attacked "
         u"entered captured seized targeted pounded stormed raided overran",
         Relation::In},
        {u"near outside around beside off", Relation::Near},
        {u"towards toward direction", Relation::Towards},
        {u"over", Relation::About}};
    return table;
}

// What may stand between the preposition and the name.
bool isFiller(const Tokens &tokens, int i)
{
    static const WordSet set(
        u"the a an of city cities town towns village villages settlement settlements region regions "
        u"district districts province provinces municipality area areas suburb suburbs northern southern "
        u"eastern western north south east west central capital port border border- strategic nearby "
        u"residential neighbourhood neighborhood outskirts centre center north-east side its northeastern "
        u"northwestern southeastern southwestern coastal besieged occupied disputed state county parts "
        u"positions targets homes houses farms fields streets posts villages - and hospital market "
        u"school bank banks river shore mountains hills island islands territory territories");
    return set.has(tokens.word(i));
}

bool isGeographic(QStringView word)
{
    static const WordSet set(
        u"region province district oblast area airport city town village territory front sector "
        u"direction border state county valley highway road camp hospital market outskirts suburbs "
        u"streets governorate municipality enclave strip peninsula axis port refinery prison");
    return set.has(word);
}

bool isMatter(QStringView word)
{
    static const WordSet set(u"dispute conflict question issue war crisis standoff");
    return set.has(word);
}

struct Lead
{
    Relation relation = Relation::In;
    int first = 0;
};

// The preposition that governs the name at token @p i.
std::optional<Lead> leadOf(const Tokens &tokens, int i, int first)
{
    constexpr int reach = 8;
    for (int k = i - 1; k >= std::max(first, i - reach); --k) {
        const QStringView word = tokens.word(k);
        if (const Relation *relation = prepositions().find(word)) {
            int begin = k;
            if (word == u"direction" && tokens.is(k - 1, u"the") && tokens.is(k - 2, u"in"))
                begin = k - 2;
            return Lead{*relation, begin};
        }
        if (word == u"to" && tokens.is(k - 1, u"close"))
            return Lead{Relation::Near, k - 1};
        if (word == u"of") {
            // “12 km north of X”, “on the outskirts of X”: beside it.
            static const WordSet sides(
                u"north south east west northeast northwest southeast southwest outskirts vicinity "
                u"kilometres kilometers km miles");
            if (sides.has(tokens.word(k - 1)))
                return Lead{Relation::Near, k - 1};
            static const WordSet direction(u"direction");
            if (direction.has(tokens.word(k - 1)))
                continue;
        }
        if (!isFiller(tokens, k))
            return std::nullopt;
    }
    return std::nullopt;
}

bool isPossessive(const Tokens &tokens, int last)
{
    return tokens.word(last - 1).endsWith(u"'s") || (tokens.is(last, u"'") && tokens.joined(last))
        || tokens.word(last).startsWith(u"'s");
}

// “X was shelled”, “X came under fire”.
bool isStruck(const Tokens &tokens, int last)
{
    static const WordSet helpers(u"was were came has have been under again");
    static const WordSet verbs(u"shelled bombed bombarded attacked hit struck fire attack targeted captured seized");
    int at = last;
    for (int k = 0; k < 4 && helpers.has(tokens.word(at)); ++k)
        ++at;
    return at > last && verbs.has(tokens.word(at));
}

std::optional<LocationWords> locationAt(const Tokens &tokens, int i, int last, int first, const Place &place)
{
    LocationWords words{.first = i, .last = last};
    words.asWritten = tokens.span(i, last);
    const bool owner = isPossessive(tokens, last);
    if (tokens.is(last, u"time") || (owner && !isGeographic(tokens.word(last))))
        return std::nullopt;
    if (const std::optional<Distance> distance = distanceBefore(tokens, i); distance && distance->first >= first) {
        words.relation = Relation::Away;
        words.metres = distance->metres;
        words.azimuth = distance->azimuth;
        words.asWritten = tokens.span(distance->first, last);
        return words;
    }
    const std::optional<Lead> lead = leadOf(tokens, i, first);
    const bool matter = isMatter(tokens.word(last)) || isMatter(tokens.word(last + 1));
    if (matter && !isCountry(place)) {
        words.relation = Relation::About;
        return words;
    }
    if (lead) {
        words.relation = lead->relation;
        words.asWritten = tokens.span(lead->first, last);
        if (words.relation == Relation::About && !isArea(place))
            words.relation = Relation::In; // “drones over the city” are in its sky.
        return words;
    }
    if (isStruck(tokens, last))
        return words;
    if (isCountry(place))
        return std::nullopt;
    if (isGeographic(tokens.word(last)))
        return words;
    return std::nullopt;
}

// Only commas, “and”, “or” and what introduces a further name stand between the two.
bool isListed(const Tokens &tokens, int from, int until)
{
    static const WordSet joiners(u", and or & the city of town village cities towns villages as well");
    if (until - from > 5 || from >= until)
        return false;
    for (int i = from; i < until; ++i) {
        if (!joiners.has(tokens.word(i)))
            return false;
    }
    return true;
}

// “Nyala, South Darfur”: the second contains the first and is no place of its own.
bool contains(const Place &outer, const Place &inner)
{
    return isArea(outer) && !isArea(inner)
        && (outer.name == inner.province || (isCountry(outer) && outer.country == inner.country));
}

/// “between X and Y”, “the X–Y road”: the two names as one location; none if the words do not say so.
std::optional<LocationWords> lineAt(const Tokens &tokens, int first, std::span<const PlaceMatch> matches,
                                    std::size_t at)
{
    if (at + 1 >= matches.size() || matches[at + 1].candidates.empty()
        || isCountry(matches[at].candidates.front().place) || isCountry(matches[at + 1].candidates.front().place))
        return std::nullopt;
    const int begin = tokens.indexFrom(matches[at].span.begin);
    const int end = std::max(begin + 1, tokens.indexFrom(matches[at].span.end));
    const int next = tokens.indexFrom(matches[at + 1].span.begin);
    const int last = std::max(next + 1, tokens.indexFrom(matches[at + 1].span.end));
    LocationWords words{.match = at, .first = begin, .last = last};
    words.other = at + 1;
    static const WordSet ways(u"road highway motorway route railway line axis corridor");
    const bool dashed = next == end + 1 && (tokens.is(end, u"-") || tokens.is(end, u"–") || tokens.is(end, u"—"));
    if (dashed && ways.has(tokens.word(last))) {
        words.relation = Relation::Along;
        words.asWritten = tokens.span(begin, last + 1);
        ++words.last;
        return words;
    }
    int lead = begin - 1;
    while (lead > first && begin - lead < 5 && isFiller(tokens, lead))
        --lead;
    if (lead < first || !tokens.is(lead, u"between") || !tokens.is(end, u"and") || next - end > 4)
        return std::nullopt;
    for (int i = end + 1; i < next; ++i) {
        if (!isFiller(tokens, i))
            return std::nullopt;
    }
    words.relation = Relation::Between;
    words.asWritten = tokens.span(lead, last);
    return words;
}

} // namespace

std::vector<LocationWords> locationsIn(const Tokens &tokens, int first, int last, std::span<const PlaceMatch> matches)
{
    std::vector<LocationWords> found;
    const qsizetype begin = tokens.at(first).begin;
    auto at = std::ranges::lower_bound(matches, begin, {}, [](const PlaceMatch &m) { return m.span.begin; });
    for (; at != matches.end() && last > 0 && at->span.begin < tokens.at(last - 1).end; ++at) {
        if (at->candidates.empty())
            continue;
        const auto index = static_cast<std::size_t>(at - matches.begin());
        if (const std::optional<LocationWords> line = lineAt(tokens, first, matches, index);
            line && line->last <= last) {
            found.push_back(*line);
            ++at;
            continue;
        }
        const Place &place = at->candidates.front().place;
        const int i = tokens.indexFrom(at->span.begin);
        const int next = std::max(i + 1, tokens.indexFrom(at->span.end));
        auto words = locationAt(tokens, i, next, first, place);
        const bool follows = !found.empty() && isListed(tokens, found.back().last, i);
        if (follows && !(tokens.is(next, u"time"))) {
            const LocationWords &before = found.back();
            const Place &previous = matches[before.match].candidates.front().place;
            const bool own =
                words && words->asWritten.begin != tokens.at(i).begin && words->relation != before.relation;
            if (!own && !isPossessive(tokens, next) && isArea(place) == isArea(previous)
                && !contains(place, previous)) {
                words = before;
                words->first = i;
                words->last = next;
                words->asWritten.end = tokens.at(next - 1).end;
                words->listed = true;
            }
        }
        if (!words)
            continue;
        words->match = static_cast<std::size_t>(at - matches.begin());
        found.push_back(*words);
    }
    return found;
}

bool isCountry(const Place &place)
{
    return place.kind == QLatin1StringView("country");
}

bool isArea(const Place &place)
{
    static const WordSet set(
        u"country province region district state disputed area sea water lake river mountains range");
    return set.has(place.kind);
}

} // namespace dateline
