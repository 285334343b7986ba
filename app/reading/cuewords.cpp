#include "reading/cuewords.h"

#include "reading/wordtable.h"

namespace dateline
{

namespace
{

const Cue *cueFrom(Word word)
{
    static const WordTable<Cue> table{
        {u"said says say stated states claimed claims claim announced announces reported reports report estimated "
         u"estimates estimate suggested suggests suggest indicated indicates indicate alleged alleges allege insisted "
         u"insists acknowledged acknowledges admitted admits warned warns accused accuses accuse blamed blames told "
         u"tells added adds notes noted believes believe thinks",
         {Stance::Reports, true}},
        {u"tell note stressed stresses emphasised emphasized emphasises emphasizes underlined "
         u"underlines declared declares wrote writes tweeted posted posts read reads explained explains recalled "
         u"recalls argued argues maintained maintains testified testifies vowed vows replied replies answered answers "
         u"continued continues asked asks urged urges pledged pledges promised promises informed informs concluded "
         u"concludes observed observes remarked remarks commented comments quipped joked jokes shouted shouts cried "
         u"cries whispered whispers laughed laughs sighed sighs called calls described describes hailed hails praised "
         u"praises condemned condemns denounced denounces criticised criticized criticises criticizes speaks spoke "
         u"believed thought expects expected hopes hoped fears feared predicted predicts proposed proposes "
         u"complained complains conceded concedes contended contends countered counters cautioned cautions "
         u"demanded demands exclaimed boasted swore learned repeated repeats reiterated reiterates revealed reveals "
         u"disclosed discloses responded responds agreed agrees agree went goes ordered orders recounted recounts "
         u"asserted asserts assured assures decided ruled disagreed disagrees appealed appeals affirmed affirms",
         {Stance::Reports, false}},
        {u"confirmed confirms confirm", {Stance::Confirms, true}},
        {u"disputed disputes dispute", {Stance::Disputes, true}},
        {u"denied denies deny dismissed dismisses rejected rejects reject", {Stance::Denies, true}},
    };
    return table.find(word);
}

bool isPassive(const Tokens &tokens, int cue)
{
    static const WordSet helpers(u"also reportedly again widely initially first now");
    static const WordSet set(u"was were been being is are be to");
    int before = cue - 1;
    if (helpers.has(tokens.word(before)))
        --before;
    // “went on to say” is a cue as good as “said”.
    return set.has(tokens.word(before)) && !(tokens.is(before, u"to") && tokens.is(before - 1, u"on"));
}

// “Local media reports suggest”, “the claims of”: nouns that look like verbs.
bool isNoun(const Tokens &tokens, int i)
{
    static const WordSet doubtful(u"report reports claim claims note notes estimate estimates answer answers demand "
                                  u"demands comment comments order orders post posts call calls appeal appeals fears "
                                  u"hopes promise promises pledge pledges dispute states");
    if (!doubtful.has(tokens.word(i)))
        return false;
    static const WordSet determiners(u"the a an this that these those its his her their our some any no many all media "
                                     u"news press united");
    const bool led = determiners.has(tokens.word(i - 1));
    const bool media = tokens.is(i - 1, u"media");
    return (led && !media) || tokens.is(i + 1, u"of") || tokens.is(i + 1, u"from") || cueFrom(tokens.word(i + 1));
}

} // namespace

std::optional<Cue> cueAt(const Tokens &tokens, int i)
{
    if (!tokens.isWord(i) || tokens.at(i).capital)
        return std::nullopt;
    const Cue *cue = cueFrom(tokens.word(i));
    if (!cue || isPassive(tokens, i) || isNoun(tokens, i))
        return std::nullopt;
    // “went on”, “goes on” only with its particle.
    const bool went = tokens.is(i, u"went") || tokens.is(i, u"goes");
    return went && !tokens.is(i + 1, u"on") ? std::nullopt : std::optional(*cue);
}

bool isAccordingTo(const Tokens &tokens, int i)
{
    return tokens.is(i, u"according") && tokens.is(i + 1, u"to");
}

} // namespace dateline
