#include "places/wordroles.h"

#include <QHash>
#include <QStringList>

#include <array>
#include <vector>

namespace dateline
{

namespace
{

struct Row
{
    WordRole role;
    const char16_t *words;
};

struct KindRow
{
    const char16_t *kind;
    const char16_t *words;
};

// General knowledge of English and of names, never of one text; in Arabic, where no capital tells, “city” names Medina. A word may stand in several rows.
constexpr auto rows = std::to_array<Row>(
    {{WordRole::HardlyPlace,
      u"coast island islands a about after agency all along also although am among an and another any april arab "
      u"are army as at august avenue bank be because before best between big black both but by can center "
      u"central chief church city civil company congress council court date december defence defense der die do "
      u"during each earlier east eastern el en ever every february federal few fleet for force foreign friday "
      u"from general god good grand great gulf he her here high him his house how human i if imperial in "
      u"international is islamic it its january july june king la las last late le les local los low man many "
      u"march may mayor men minister ministry monday most mr much my national near never new news no north "
      u"northern not november now october of officials on one only or other our out over parliament party peace "
      u"police post president press prime prince queen read road roman royal same san santa sao saturday see "
      u"senate september she since so some south southern st state street such sunday than that the their then "
      u"there these they this those thursday time to today tomorrow tuesday two un und under une union "
      u"university until up village war was we wednesday were west western what when where which while white who "
      u"why will with world yesterday you your centre flu health home public department times star sun everyone "
      u"anyone nobody several three five ten own open free first second next yes sir madam dear re ft "
      u"مدینه المدینه"},
     {WordRole::DoubtfulPlace,
      u"ada alert alliance angle aurora bad ball bar barn base bath battle bay beach bear bell bend berg bor "
      u"boulder buffalo bury carlisle center college concord cork corner crown date deal delta derby dover eagle "
      u"enterprise eye fair forest fort gap grant green grove guide hall ham heath hill home hope hurricane "
      u"independence island jam justice lake lens liberty logan love male marina market marshall media midway "
      u"mission mobile moss mount nan nice normal novi oak orange overland oxford page paradise park parole "
      u"pearl pine ping plan pole port price progress prospect reading republic rifle river rock rose rugby rush "
      u"sale salt sandy security shaw split spring star stone strand sulphur summit sun superior sur surprise "
      u"swan talent tank temple thorn tower trail troy union unity university valley van victory vista wall "
      u"walnut ware warren water wells winner wood lyon bright rich young long brown gray grey "
      u"white black rainbow sunset sunrise summer winter autumn christmas easter era ideal energy globe orient "
      u"pacific atlantic sandwich worth best better born cross field fields flowers friend gates grace glory "
      u"honor honour joy kings lady line mark mills miles moon moody mercury mirror bishop banner battery "
      u"buckeye bowling buckle camp casino castle chance cave ranch"},
     {WordRole::AlsoPerson,
      u"adam adams aleksandrov alexander alexandria ali allen alma anderson anna ararat arnold arthur austin "
      u"baldwin boris bryan bush carolina carter chad charlotte clinton constantine dallas david davis diego "
      u"donald douglas elizabeth fillmore florence francisco franklin frederick george gordon gregory hamilton "
      u"hammond hannah hannibal harris hassan helena henry ho hollande houston hussein ilham israel jackson "
      u"james johnston jordan jose joseph juan karim kent khan lawrence lennox lincoln london louis luis madison "
      u"mao maria marion martin mary merkel miguel mohammed monroe montgomery moore morrison morton murray "
      u"nelson newton nikolaev nixon norman obama omar osman pablo paris pedro peter reagan roman roosevelt roth "
      u"salman samara santiago scholz sergio seymour sharon sheridan sherman sofia springer stanley stanton "
      u"suleyman sultan sydney taylor tyler victoria vladimir washington wayne wellington william wilson wright "
      u"evans shelby howard clayton paul molina lopez garcia "
      u"martinez gonzalez rodriguez perez sanchez santos silva costa lima castro guerrero torres flores rivera "
      u"ramos salvador carlos rafael mateo burton butler campbell carson chase clark cleveland cole collins "
      u"cooper crawford cruz curtis dayton denver dixon duncan dunn edwards elliott fisher ford foster fox "
      u"freeman fuller gardner garfield gibson grant graham greene hancock harding hardy harrison hart hayes "
      u"henderson hill holland holmes hooker hopkins howe hudson hughes hunter irving jefferson jenkins johnson "
      u"jones keller kelly kennedy kerry kirk knox lamar lane lara lawson lee lewis livingston lloyd logan long "
      u"lowell lyons macon mansfield marshall mason mccook meade miles miller milton mitchell morgan morris "
      u"moses norton orlando owen palmer parker patrick perry phillips pierce polk pope porter powell price "
      u"quincy raleigh randolph reed reynolds rice richmond roberts robinson rogers ross russell ryan scott "
      u"simpson smith spencer stephens sterling stewart stone stuart sullivan sumner thompson thornton tucker "
      u"turner vance vernon walker wallace ward warren watson webster wells wesley weston wheeler whitman "
      u"winston woodward york young barry benton berry blair boone bradley brady brandon brooks bruce burke "
      u"byron calhoun cameron carlisle clifford colin craig dale dana darwin dean dexter drew dwight elgin ellis "
      u"emerson erie everett ferdinand fletcher forrest forster gary gilbert glen grover hayward heber helen "
      u"herbert homer hope horace hugo ira irvin jasper jay jerome joy keith kenton kerman kingston kyle leander "
      u"leslie lester lisa lucas luther lyndon malcolm marcus martha melvin mercer mina monte murphy nancy "
      u"nathan ned norma oliver otis pasco paula philip preston ralph ramon rex rita rochelle rodney rosa ruth "
      u"sandra sara seth sidney simon stella stephen terrell theodore thomas troy valentin vera victor vincent "
      u"virginia walter wilbur willard zahir hamid rahman salim mansour saleh nasser mahdi tariq mir mirza malik "
      u"aziz ahmad ahmed mustafa mehmet yusuf ismail ibrahim ivan petrov ivanov kirov lenin stalin gagarin "
      u"pushkin chekhov"},
     {WordRole::GivenName,
      u"aaron adam adrian agnes ahmad ahmed aidan alan albert alberto aleksandr alex alexander alexei alfred ali "
      u"alice amanda amir amy ana anatoly andre andrea andreas andrei andrew andy angela ann anna anne annie "
      u"anthony antonio arthur artur barack barbara benjamin bernard betty bill bob boris brian bruce carl "
      u"carlos carol caroline catherine charles chas chris christian christine christopher claire colin dan "
      u"daniel dave david deborah denis dennis diana diego dmitry don donald dorothy doug douglas ed eduardo "
      u"edward elena elizabeth ellen emily emma eric ernest ethan eugene evelyn farid fatima felix fernando "
      u"fidel frank fred frederick gary geo george gerald gerard gordon grace graham greg gregory hans harold "
      u"harry hassan heather heinrich helen henry herbert hillary howard hugh hugo ian igor ilham irina isaac "
      u"ivan jack jacob jacques jake james jamie jan jane janet jas jason jean jeff jeffrey jennifer jeremy "
      u"jerry jesse jessica jim jimmy joan joe joel john johnny jonathan jorge jos jose joseph josh joshua juan "
      u"judith julia julian julie karen karl kate katherine keith kelly ken kenneth kevin kim kofi larry laura "
      u"lauren lawrence leonard leonid lisa louis louise luis luke lynn marc marco margaret maria marie mario "
      u"mark martha martin mary matthew max maxim megan mehmet michael michel miguel mike mikhail mohamed "
      u"mohammad mohammed muhammad mustafa nancy natalia nathan neil nicholas nick nicolas nicole nikol nikolai "
      u"oleg oliver olivia omar oscar pamela patricia patrick paul paula pavel pedro peter phil philip philippe "
      u"pierre rachel ralph ramzan raul ray raymond rebecca recep ricardo richard rick robert roberto robin "
      u"roger ronald rosa ross roy russell ruth ryan sam samuel sandra sara sarah scott sean serge sergei sergey "
      u"serj sharon simon sofia sophie stanley stefan stephanie stephen steve steven stuart susan tayyip ted "
      u"teresa terry theodore thomas tim timothy tom tony victor victoria viktor vincent vladimir volodymyr "
      u"walter wayne wendy william winston wm xavier yasser yulia yuri yury zachary"},
     {WordRole::PlacesFollow,
      u"in near from at towards toward around of outside inside into to through via between over в из под "
      u"около города à bei nach aus across throughout along off opposite beyond outskirts nearby reached "
      u"reaching leaving left entered entering captured shelled struck hit seized bombed besieged у на по до от "
      u"з із зі під біля над за von zu vers depuis dans hacia desde yakınında"},
     {WordRole::PlacesFollowSurely, u"in near outside inside around throughout across в под около у під біля поблизу"},
     {WordRole::PeopleFollow,
      u"president minister mr mrs ms dr general colonel major captain sergeant spokesman spokeswoman "
      u"spokesperson secretary ambassador chancellor senator king queen prince sheikh professor commander "
      u"lieutenant leader journalist correspondent lawmaker activist analyst sir lord lady dame madam governor "
      u"gov sen rep congressman congresswoman deputy mp gen col maj brig capt lt sgt cpl pvt adm rev reverend "
      u"bishop archbishop pope saint father sister brother prof judge justice attorney chairman chairwoman "
      u"director spokesmen author singer actor actress star player coach pastor imam ayatollah mullah shaykh "
      u"emir sultan tsar emperor premier chief officer detective inspector constable private mayor adjutant "
      u"lawyer envoy special researcher scientist student teacher veterinarian manager agent sheriff founder"},
     {WordRole::BodyHead,
      u"department ministry agency times post daily news star herald tribune gazette journal telegraph guardian "
      u"globe observer mirror express chronicle examiner inquirer university college school schools institute "
      u"hospital centers centres centre center council committee commission congress senate parliament assembly "
      u"court courts police army navy force forces guard broadcasting corporation corp bank banks airlines "
      u"airways company co group inc ltd party union league cup olympic olympics paralympics games festival zoo "
      u"exchange club society foundation federation association organization organisation office bureau board "
      u"service services authority administration affairs act treaty convention conference summit forum "
      u"institution laboratory laboratories museum library theatre theater radio television tv press magazine "
      u"review cartel airport station railway railroad stadium church cathedral mosque hotel street avenue road "
      u"square bridge tower park fire rescue regiment brigade division battalion corps expedition democrats "
      u"republicans patriots coalition alliance front movement project program programme initiative accord "
      u"accords agreement protocol declaration virus fever open grand prix marathon fried chicken blue red mint "
      u"works island's"},
     {WordRole::BodyOf,
      u"university college institute ministry minister's department bank church bishop archbishop act museum "
      u"academy school society library bible duke duchess earl court senate parliament assembly congress "
      u"association federation federations league journal board chamber order knights treaty siege protocol "
      u"declaration council bureau office voice"},
     {WordRole::PersonalTitle,
      u"president governor gov senator sen rep representative minister premier mayor prime king queen prince "
      u"princess pm chancellor ambassador secretary foreign defence defense interior attorney chief general "
      u"police's congressman congresswoman"},
     {WordRole::Calendar,
      u"january february march april may june july august september october november december jan feb mar apr "
      u"jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday"},
     {WordRole::Direction,
      u"north south east west northern southern eastern western central upper lower northeast northwest "
      u"southeast southwest northeastern northwestern southeastern southwestern north-east inner outer mid "
      u"greater"},
     {WordRole::KindAfter,
      u"district province region rayon raion oblast governorate county parish department prefecture state "
      u"territory municipality commune canton division river rivers valley creek canyon delta lake reservoir sea "
      u"ocean bay gulf strait inlet harbor harbour mount mountain mountains hills heights ridge peak range pass "
      u"gap ford ferry city town village township settlement island islands peninsula archipelago desert plateau "
      u"corridor airport airfield highway forest landing crossing bridge springs basin coast marz krai borough "
      u"suburb subdistrict vilayet ilçesi ili rayonu"},
     {WordRole::KindBefore, u"lake mount mt fort ft camp port cape river rio mountain island point"},
     {WordRole::KindOf,
      u"city town village settlement district province region state county municipality island islands gulf bay "
      u"strait straits sea port suburb territory valley department governorate township capital hamlet commune "
      u"neighbourhood neighborhood emirate isle cape republic kingdom villages towns cities"},
     {WordRole::MilitaryUnit,
      u"infantry cavalry volunteers volunteer regiment artillery militia brigade division battalion battery "
      u"corps army navy troops rifles guards dragoons sharpshooters vols regulars column home'guard"},
     {WordRole::Speech,
      u"said says told added stated reported claimed warned asked replied explained tells adds noted wrote "
      u"declared argued announced"},
     {WordRole::NameParticle,
      u"el al bin ibn bint abu abd ul ud van von de del da di du la le den der dos san ter mac jr sr ii iii iv"},
     {WordRole::NoName,
      u"the a an and or but of in on at by for from to with he she it they we you i his her its their our my "
      u"this that these those there then when while where who what which why how if as so not no yes all any "
      u"some many most more both each after before since until about over under between during also however "
      u"meanwhile although though because according here now today tomorrow yesterday one two three four five "
      u"six seven eight nine ten english french spanish russian arabic chinese german latin hebrew persian "
      u"turkish armenian ukrainian parliament congress senate government christ christian christianity islam "
      u"muslim jewish jesus god heaven hell internet twitter facebook telegram google windows covid aids hiv un "
      u"nato eu us fbi cia usda cdc fda bbc cnn reuters ap afp dna rna ph.d mr mrs ms dr please ok spring summer "
      u"autumn fall winter christmas ramadan easter war peace hospital school university college court phase "
      u"part section article chapter figure table appendix order orders general special headquarters numbers "
      u"report respectfully obedient servant sir captain colonel lieutenant major"},
     {WordRole::Disease,
      u"virus viruses fever flu influenza disease syndrome ebolavirus coronavirus strain variant encephalitis"},
     {WordRole::Demonym,
      u"dutch french greek welsh swiss czech thai turk kurd uzbek kazakh tatar arab iraqi israeli pakistani saudi yemeni "
      u"omani kuwaiti emirati somali bengali nepali philippine argentine chechen afghan serb croat slovak slovene pole "
      u"dane swede finn filipino malagasy monegasque"},
     {WordRole::Ordinal,
      u"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
      u"fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth 1st 2d 2nd 3d 3rd 4th "
      u"5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th 18th 19th 20th"}});

const std::vector<KindRow> &kindRows()
{
    static const std::vector<KindRow> all{
        {u"settlement",
         u"city town village township settlement hamlet suburb borough commune landing crossing springs "
         u"neighbourhood neighborhood capital port villages towns cities"},
        {u"province",
         u"province oblast governorate county parish department prefecture state territory canton division krai "
         u"marz emirate republic kingdom"},
        {u"district", u"district rayon raion municipality region subdistrict ilçesi ili rayonu"},
        {u"river", u"river rivers creek ford ferry rio"},
        {u"water", u"lake reservoir sea ocean bay gulf strait straits inlet harbor harbour"},
        {u"mountain", u"mount mt mountain mountains hills heights ridge peak range"},
        {u"pass", u"pass gap canyon"},
        {u"region",
         u"island islands peninsula archipelago desert plateau corridor valley delta basin coast forest isle cape "
         u"point"},
        {u"military", u"fort ft camp"},
        {u"other", u"airport airfield bridge"},
        {u"road", u"highway"}};
    return all;
}

QHash<QString, WordRoles> rolesByWord()
{
    QHash<QString, WordRoles> found;
    for (const Row &row : rows) {
        for (const QString &word : QString::fromUtf16(row.words).split(u' ', Qt::SkipEmptyParts))
            found[word] |= row.role;
    }
    return found;
}

QHash<QString, QString> kindByWord()
{
    QHash<QString, QString> found;
    for (const KindRow &row : kindRows()) {
        for (const QString &word : QString::fromUtf16(row.words).split(u' ', Qt::SkipEmptyParts))
            found.insert(word, QString::fromUtf16(row.kind));
    }
    return found;
}

} // namespace

WordRoles rolesOf(const QString &key)
{
    static const QHash<QString, WordRoles> all = rolesByWord();
    return all.value(key);
}

QString kindToldBy(const QString &key)
{
    static const QHash<QString, QString> all = kindByWord();
    return all.value(key);
}

} // namespace dateline
