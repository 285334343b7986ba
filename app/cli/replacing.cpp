#include "cli/replacing.h"

#include "cli/clitext.h"

#include <QJsonArray>

#include <cmath>

namespace dateline
{

namespace
{

QString wordsNow(const ReplacedQuote &quote, const Document &newer)
{
    return quote.refound.span.in(newer.text).toString();
}

QJsonObject jsonOf(const ReplacedQuote &quote, const Document &newer)
{
    QJsonObject object{{QStringLiteral("id"), qint64{numberOf(quote.quote.id)}},
                       {QStringLiteral("outcome"), keyOf(quote.refound.outcome)},
                       {QStringLiteral("ambiguous"), quote.refound.ambiguous},
                       {QStringLiteral("follows"), quote.follows},
                       {QStringLiteral("words"), quote.quote.exact}};
    // A likeness is no measurement: three digits say all.
    object.insert(QStringLiteral("likeness"), std::round(quote.refound.likeness * 1000) / 1000);
    if (const Result<Quote> now = quoteFrom({}, newer.text, quote.refound.span)) {
        object.insert(QStringLiteral("wordsNow"), now->exact);
        object.insert(QStringLiteral("begin"), now->begin);
        object.insert(QStringLiteral("end"), now->end);
    }
    return object;
}

} // namespace

Result<std::vector<ReplacedQuote>> replaceDocument(Case &file, const OlderCapture &older, const Document &newer)
{
    std::vector<ReplacedQuote> quotes = planReplacement(older.quotes, newer.text);
    const Result<Changed> done = file.apply(replaceChange(older.document.id, newer, quotes, older.decided));
    if (!done)
        return std::unexpected(done.error());
    return quotes;
}

QJsonObject jsonOf(const OlderCapture &older, const std::vector<ReplacedQuote> &quotes, const Document &newer)
{
    const ReplacementCounts counts = countsOf(quotes);
    QJsonArray rows;
    for (const ReplacedQuote &quote : quotes)
        rows.append(jsonOf(quote, newer));
    return {{QStringLiteral("document"), qint64{numberOf(older.document.id)}},
            {QStringLiteral("name"), nameOf(older.document)},
            {QStringLiteral("exact"), counts.exact},
            {QStringLiteral("moved"), counts.moved},
            {QStringLiteral("changed"), counts.changed},
            {QStringLiteral("lost"), counts.lost},
            {QStringLiteral("ambiguous"), counts.ambiguous},
            {QStringLiteral("quotes"), rows}};
}

QString textOf(const std::vector<ReplacedQuote> &quotes, const Document &newer)
{
    const ReplacementCounts counts = countsOf(quotes);
    QStringList lines{
        CliText::tr("%1 quotes of the older capture: %2 exact, %3 moved, %4 changed, %5 lost, %6 ambiguous")
            .arg(counts.total())
            .arg(counts.exact)
            .arg(counts.moved)
            .arg(counts.changed)
            .arg(counts.lost)
            .arg(counts.ambiguous)};
    if (counts.following < counts.total())
        lines.append(CliText::tr("These stay on the older capture, which stays in the case:"));
    for (const ReplacedQuote &quote : quotes) {
        if (quote.follows)
            continue;
        const QString how = quote.refound.ambiguous ? CliText::tr("ambiguous") : keyOf(quote.refound.outcome);
        QString line = QStringLiteral("  %1: “%2”").arg(how, quote.quote.exact.simplified());
        if (quote.refound.outcome == Refound::Outcome::Changed)
            line += CliText::tr(" – now: “%1”").arg(wordsNow(quote, newer).simplified());
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace dateline
