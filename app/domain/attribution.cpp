#include "domain/attribution.h"

#include "domain/agencies.h"

#include <QRegularExpression>

#include <algorithm>

namespace dateline
{

namespace
{

using Strength = Attribution::Strength;

// A page's menu may stand before the dateline, and its footer after the credit.
constexpr qsizetype headLines = 15;
constexpr qsizetype footLines = 6;
constexpr qsizetype longestDateline = 90;
constexpr qsizetype longestCredit = 140;
constexpr qsizetype longestWords = 60;
constexpr qsizetype longestAfterName = 32;

QRegularExpression compiled(const char *pattern)
{
    QRegularExpression expression(QString::fromUtf8(pattern), QRegularExpression::UseUnicodePropertiesOption);
    Q_ASSERT(expression.isValid());
    expression.optimize();
    return expression;
}

bool matches(const QRegularExpression &expression, QStringView text)
{
    return expression.matchView(text).hasMatch();
}

/// An agency's name in its line.
struct Named
{
    QStringView line;
    AgencyName name;

    [[nodiscard]] QStringView before() const { return line.first(name.begin); }
    [[nodiscard]] QStringView after() const { return line.sliced(name.end); }
    [[nodiscard]] QStringView sentence() const
    {
        const qsizetype begin = sentenceBegin();
        const qsizetype end = line.indexOf(QLatin1String(". "), name.end);
        return line.sliced(begin, (end < 0 ? line.size() : end + 1) - begin);
    }
    [[nodiscard]] qsizetype sentenceBegin() const
    {
        const qsizetype stop = before().lastIndexOf(QLatin1String(". "));
        return stop < 0 ? 0 : stop + 2;
    }
};

/// “KYIV, May 3 (AFP) - …”, “МОСКВА, 3 мая. /ТАСС/. …”, “Reuters — …”, “Москва. 3 мая. ИНТЕРФАКС - …”.
bool isDateline(const Named &named)
{
    static const auto dashAfterBracket = compiled(R"(^\s*[)\]/]\s*\.?\s*[-–—:])");
    static const auto stopAfterSlash = compiled(R"(^\s*/\s*\.?\s)");
    static const auto dash = compiled(R"(^(\.\w{2,3})?\s*(--?\s|[–—:|•·]))");
    const QStringView before = named.before().trimmed();
    if (before.size() > longestDateline)
        return false;
    if (before.isEmpty() || before.endsWith(QLatin1Char('.')))
        return matches(dash, named.after());
    const QChar last = before.back();
    if (last != QLatin1Char('(') && last != QLatin1Char('[') && last != QLatin1Char('/'))
        return false;
    return before.size() == 1 || matches(dashAfterBracket, named.after())
        || (last == QLatin1Char('/') && matches(stopAfterSlash, named.after()));
}

/// “… for years. (AFP)”, “… — Reuters”: the end of a text.
bool signsTheEnd(const Named &named)
{
    static const auto opening = compiled(R"([(\[/–—]\s*$)");
    static const auto closing = compiled(R"(^\s*[)\]/]?\s*\.?\s*$)");
    return matches(opening, named.before()) && matches(closing, named.after());
}

/// “AFP/Reuters, 3 May 2022”: nothing but agencies and the words around them.
bool isNothingButCredit(QStringView line)
{
    static const auto others = compiled(
        R"((?i)\b(by|from|via|and|the|with|sources?|staff|agencies|news|agency|text|quelle|und|von|mit|par|et|avec|)"
        R"(fuente|con|y|источник|и|джерело|та|աղբյուր|և|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*)\b)");
    static const auto letter = compiled(R"(\p{L})");
    QString rest;
    qsizetype from = 0;
    for (const AgencyName &name : agenciesIn(line)) {
        rest += line.sliced(from, name.begin - from);
        from = name.end;
    }
    rest += line.sliced(from);
    return !matches(letter, rest.remove(others));
}

/// “…, Reuters reported”, “according to the Associated Press”, “со ссылкой на агентство Рейтер”, “… (dpa).”
bool isMention(const Named &named)
{
    static const auto says = compiled(
        R"((?i)^["”»’')\]]*(-\p{L}+)?(\s+news)?(\s+agency)?,?\s+(has |have |had |also |a |hat |later |earlier )*)"
        R"((reports?|reported|says?|said|writes?|wrote|quot(ed|es|ing)|cit(ed|es|ing)|adds|added|berichtete?|meldete?|)"
        R"(zufolge|rapporte|rapporté|indique|informó|informa|bildirdi|сообщ\w+|переда\w+|пишет|цитирует|повідом\w+|)"
        R"(пише|հաղորդ\w+|փոխանց\w+|գր\w+|տեղեկաց\w+)\b)");
    static const auto accordingTo = compiled(
        R"((?i)\b(according to|reported by|reports? (from|by)|via|citing|quoting|quoted by|cited by|told|says|reports|)"
        R"(reported|said|as per|laut|selon|rapporté|après|según|sagte|сообщ\w+|переда\w+|пишет|ссылкой на|ссылаясь на|)"
        R"(по данным|по информации|повідом\w+|посиланням на|посилаючись на|за даними|հաղորդ\w+|փոխանց\w+|գր\w+|)"
        R"(վկայակոչելով|نقلت|ذكرت|وفق|بحسب)[\s,:]*)"
        R"((է|an?|the|l['’]|der|die|das|news|agency|agence|agencia|агентств\w*|агенці\w*|գործակալ\w*|[\s,:])*["“„«]?\s*$)");
    static const auto opened = compiled(R"([(\[/]\s*$)");
    static const auto closed = compiled(R"(^\s*[)\]/])");
    const QStringView before = named.before().sliced(named.sentenceBegin());
    return matches(says, named.after()) || matches(accordingTo, before)
        || (matches(opened, before) && matches(closed, named.after()));
}

/// “By Jane Doe, Associated Press”, “Source: AFP”, “With reporting by Reuters”, “Reuters contributed to this report”.
bool isCreditLine(const Named &named)
{
    static const auto plain =
        compiled(R"((?i)\b(with (additional )?(reporting|material|inputs?|files|information) (by|from)|)"
                 R"(contributed (additional )?(reporting )?to this|additional reporting by|compiled from|)"
                 R"(по материалам|за матеріалами|mit material von)\b)");
    static const auto opening = compiled(
        R"((?i)^\W*(by|par|von|por|автор|sources?|quellen?|fuente|источники?|джерел[оа]|աղբյուր|copyright|avec|)"
        R"(con información de|story by)\b)");
    if (named.line.size() <= longestCredit && isNothingButCredit(named.line))
        return true;
    if (named.name.isCode)
        return false;
    if (matches(plain, named.sentence()))
        return true;
    return named.line.size() <= longestCredit && !isMention(named)
        && (matches(opening, named.line) || named.line.trimmed().startsWith(QChar(0x00A9)));
}

/// The name of @p named with the words next to it.
QString excerptOf(const Named &named)
{
    const QStringView line = named.line;
    qsizetype to = std::min(line.size(), named.name.end + longestAfterName);
    qsizetype from = std::max<qsizetype>(0, to - std::max(longestWords, to - named.name.begin));
    const auto isInWord = [line](qsizetype at) {
        return at > 0 && at < line.size() && !line[at - 1].isSpace() && !line[at].isSpace();
    };
    while (from < named.name.begin && isInWord(from))
        ++from;
    while (to > named.name.end && isInWord(to))
        --to;
    return line.sliced(from, to - from).trimmed().toString();
}

void add(std::vector<Attribution> &attributions, Attribution attribution)
{
    const auto known = std::ranges::find(attributions, attribution.agency, &Attribution::agency);
    if (known == attributions.end())
        attributions.push_back(std::move(attribution));
    else if (known->strength < attribution.strength)
        *known = std::move(attribution);
}

std::vector<QStringView> linesOf(QStringView text)
{
    std::vector<QStringView> lines;
    for (const QStringView line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (const QStringView trimmed = line.trimmed(); !trimmed.isEmpty())
            lines.push_back(trimmed);
    }
    return lines;
}

} // namespace

std::vector<Attribution> attributionsIn(QStringView text)
{
    std::vector<Attribution> attributions;
    const std::vector<QStringView> lines = linesOf(text);
    for (qsizetype i = 0; const QStringView line : lines) {
        const bool isHead = i < headLines;
        const bool isFoot = i + footLines >= static_cast<qsizetype>(lines.size());
        ++i;
        for (const AgencyName &name : agenciesIn(line)) {
            const Named named{line, name};
            if ((isHead && isDateline(named)) || (isFoot && signsTheEnd(named)) || isCreditLine(named))
                add(attributions, {name.agency, Strength::Credit, excerptOf(named)});
            else if (!name.isCode && isMention(named))
                add(attributions, {name.agency, Strength::Mention, excerptOf(named)});
        }
    }
    return attributions;
}

std::optional<Attribution> creditIn(QStringView byline)
{
    const std::vector<AgencyName> names = agenciesIn(byline);
    if (names.empty())
        return std::nullopt;
    return Attribution{names.front().agency, Strength::Credit, excerptOf({byline, names.front()})};
}

QString agencyNamed(QStringView publisher)
{
    static const auto article = compiled(R"((?i)^\s*(the\s+)?$)");
    // “Reuters via Yahoo News” is not Reuters.
    static const auto addition =
        compiled(R"((?i)^(\.\w+)*([\s,–-]+(news|agency|press|newswire|wire|russian|staff|service))*\s*$)");
    for (const AgencyName &name : agenciesIn(publisher)) {
        if (matches(article, publisher.first(name.begin)) && matches(addition, publisher.sliced(name.end)))
            return name.agency;
    }
    return {};
}

} // namespace dateline
