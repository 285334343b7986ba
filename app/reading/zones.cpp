#include "reading/zones.h"

#include "reading/wordtable.h"

namespace dateline
{

namespace
{

// What stands before “time”: cities and countries with one zone, and the usual adjectives.
const WordTable<const char *> &namedZones()
{
    static const WordTable<const char *> table{
        {u"moscow russian", "Europe/Moscow"},
        {u"kyiv kiev ukrainian ukraine", "Europe/Kyiv"},
        {u"yerevan armenian armenia", "Asia/Yerevan"},
        {u"baku azerbaijani azerbaijan", "Asia/Baku"},
        {u"tbilisi georgian", "Asia/Tbilisi"},
        {u"ankara istanbul turkish turkey", "Europe/Istanbul"},
        {u"tehran iranian iran", "Asia/Tehran"},
        {u"baghdad iraqi iraq", "Asia/Baghdad"},
        {u"damascus syrian syria", "Asia/Damascus"},
        {u"beirut lebanese lebanon", "Asia/Beirut"},
        {u"jerusalem israeli israel", "Asia/Jerusalem"},
        {u"gaza palestinian", "Asia/Gaza"},
        {u"cairo egyptian egypt", "Africa/Cairo"},
        {u"khartoum sudanese sudan", "Africa/Khartoum"},
        {u"nairobi kenyan kenya", "Africa/Nairobi"},
        {u"ethiopian ethiopia", "Africa/Addis_Ababa"},
        {u"bamako malian mali", "Africa/Bamako"},
        {u"nigerian nigeria lagos", "Africa/Lagos"},
        {u"kabul afghan afghanistan", "Asia/Kabul"},
        {u"islamabad pakistani pakistan", "Asia/Karachi"},
        {u"delhi indian india", "Asia/Kolkata"},
        {u"yangon myanmar burmese", "Asia/Yangon"},
        {u"bangkok thai thailand", "Asia/Bangkok"},
        {u"manila philippine", "Asia/Manila"},
        {u"beijing chinese china", "Asia/Shanghai"},
        {u"tokyo japanese japan", "Asia/Tokyo"},
        {u"seoul korean korea", "Asia/Seoul"},
        {u"bogota colombian colombia", "America/Bogota"},
        {u"caracas venezuelan venezuela", "America/Caracas"},
        {u"eastern washington", "America/New_York"},
        {u"pacific", "America/Los_Angeles"},
        {u"london british", "Europe/London"},
        {u"paris french france", "Europe/Paris"},
        {u"berlin german germany", "Europe/Berlin"},
        {u"warsaw polish poland", "Europe/Warsaw"},
        {u"sanaa yemeni yemen", "Asia/Aden"},
        {u"riyadh saudi", "Asia/Riyadh"},
        {u"brussels belgian", "Europe/Brussels"},
        {u"honolulu hawaii", "Pacific/Honolulu"},
        {u"sydney", "Australia/Sydney"},
        {u"nepali nepal kathmandu", "Asia/Kathmandu"},
        {u"bangladesh bangladeshi dhaka", "Asia/Dhaka"},
        {u"vietnamese vietnam hanoi", "Asia/Ho_Chi_Minh"},
        {u"somali mogadishu", "Africa/Mogadishu"},
        {u"libyan tripoli", "Africa/Tripoli"},
        {u"niger niamey", "Africa/Niamey"},
        {u"qatari doha", "Asia/Qatar"},
        {u"dubai emirati", "Asia/Dubai"},
        {u"greek athens", "Europe/Athens"},
        {u"romanian bucharest", "Europe/Bucharest"},
        {u"minsk belarusian", "Europe/Minsk"},
        {u"mexican", "America/Mexico_City"},
        {u"haitian", "America/Port-au-Prince"},
        {u"peruvian lima", "America/Lima"},
        {u"jordanian amman", "Asia/Amman"},
    };
    return table;
}

// Abbreviations with one plain meaning in the news; CST and AST have several and stay out. IST see zonedFrom().
const WordTable<int> &abbreviations()
{
    static const WordTable<int> table{
        {u"gmt utc z", 0}, {u"cet bst wat", 60}, {u"cest eet", 120}, {u"eest msk idt trt", 180},
        {u"est", -300},    {u"edt", -240},       {u"pst", -480},     {u"pdt", -420},
        {u"eat", 180},     {u"cat sast", 120},   {u"pkt", 300},      {u"jst kst", 540},
        {u"irst", 210},    {u"aft", 270},        {u"azt", 240},      {u"npt", 345},
        {u"ict wib", 420}, {u"hkt", 480},        {u"aest", 600},     {u"hst", -600}};
    return table;
}

QTimeZone zoneFromMinutes(int minutes)
{
    return minutes == 0 ? QTimeZone::utc() : QTimeZone::fromSecondsAheadOfUtc(minutes * 60);
}

// “+3”, “+04:00”, “-0500” behind GMT or UTC.
std::optional<ZoneWords> offsetAt(const Tokens &tokens, int i)
{
    const bool east = tokens.is(i, u"+");
    if ((!east && !tokens.is(i, u"-") && !tokens.is(i, u"\u2212")) || !tokens.joined(i + 1))
        return std::nullopt;
    const int digits = tokens.digits(i + 1);
    int minutes = tokens.number(i + 1);
    if (digits == 0 || digits == 3 || digits > 4)
        return std::nullopt;
    int next = i + 2;
    minutes = digits == 4 ? minutes / 100 * 60 + minutes % 100 : minutes * 60;
    if (digits <= 2 && tokens.is(next, u":") && tokens.digits(next + 1) == 2 && tokens.joined(next + 1)) {
        minutes += tokens.number(next + 1);
        next += 2;
    }
    if (minutes > 14 * 60)
        return std::nullopt;
    return ZoneWords{next, zoneFromMinutes(east ? minutes : -minutes)};
}

} // namespace

std::optional<ZoneWords> zoneAt(const Tokens &tokens, int i)
{
    const QStringView word = tokens.word(i);
    if (tokens.is(i + 1, u"time")) {
        if (word == u"local")
            return ZoneWords{i + 2, std::nullopt};
        const char *const *name = namedZones().find(word);
        if (name && tokens.at(i).capital)
            return ZoneWords{i + 2, QTimeZone(*name)};
    }
    if (word == u"local" && !tokens.isWord(i + 1))
        return ZoneWords{i + 1, std::nullopt};
    // Without “UTC” before it only “+04:00” and “+0400” are offsets; “2022-09” is a date.
    const bool whole = tokens.digits(i + 1) == 4 || (tokens.digits(i + 1) == 2 && tokens.is(i + 2, u":"));
    if (const auto offset = offsetAt(tokens, i); offset && whole)
        return offset;
    if (word == u"ist" && tokens.written(i) == u"IST")
        return ZoneWords{i + 1, QTimeZone("Asia/Kolkata")};
    const int *minutes = abbreviations().find(word);
    // In the text they are capitals; “est” and “cat” are words.
    if (!minutes || !tokens.isWord(i) || tokens.written(i).back().isLower())
        return std::nullopt;
    if (*minutes == 0) {
        if (const auto offset = offsetAt(tokens, i + 1); offset && (tokens.joined(i + 1) || tokens.joined(i + 2)))
            return offset;
    }
    return ZoneWords{i + 1, zoneFromMinutes(*minutes)};
}

} // namespace dateline
