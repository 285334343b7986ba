#include "casefixture.h"

namespace dateline
{

namespace
{

constexpr LonLat goris{46.339, 39.511};

Document report()
{
    Document document;
    document.id = DocumentId{-1};
    document.title = QStringLiteral("Shelling on the border");
    document.publisher = QStringLiteral("Test Wire");
    document.published = WrittenTime{*utcFromIso(u"2022-09-13T00:00Z"), TimePrecision::Day, QStringLiteral("UTC")};
    document.text = reportText();
    document.bytes = document.text.toUtf8();
    document.textSha256 = sha256Of(document.text);
    document.bytesSha256 = sha256Of(document.bytes);
    document.mediaType = QStringLiteral("text/plain");
    return document;
}

Quote quoteOf(const QString &words, std::int64_t id)
{
    const QString text = reportText();
    const qsizetype begin = text.indexOf(words);
    Quote quote = *quoteFrom(DocumentId{-1}, text, {begin, begin + words.size()}, QStringLiteral("Defence ministry"));
    quote.id = QuoteId{id};
    return quote;
}

Incident shelling()
{
    Incident incident;
    incident.id = IncidentId{-1};
    incident.title = QStringLiteral("Shelling towards Goris");
    incident.kind = Kind::Explosions;
    incident.when = When{{*utcFromIso(u"2022-09-12T20:05Z"), *utcFromIso(u"2022-09-12T20:06Z"), TimePrecision::Minute},
                         QStringLiteral("UTC+04:00"),
                         QStringLiteral("At 00:05 on Tuesday")};
    incident.where = Where{.place = QStringLiteral("Goris"),
                           .province = QStringLiteral("Syunik"),
                           .country = QStringLiteral("AM"),
                           .geometry = pointGeometry(goris),
                           .precision = LocationPrecision::Near,
                           .radiusMetres = 10'000,
                           .asWritten = {}};
    return incident;
}

} // namespace

QString reportText()
{
    return QStringLiteral("Fighting was reported overnight.\n\n"
                          "“At 00:05 on Tuesday shells fell towards Goris,” the defence ministry said.\n"
                          "It added that “drones were used as well”.\n");
}

Result<void> makeTestCase(const QString &path)
{
    const Result<std::unique_ptr<Case>> made = createCase(path, QStringLiteral("Test case"));
    if (!made)
        return std::unexpected(made.error());
    Incident agreement;
    agreement.id = IncidentId{-2};
    agreement.title = QStringLiteral("Ceasefire talks");
    agreement.kind = Kind::StrategicDevelopments;
    Change change{QStringLiteral("Make the test case"), {}};
    change.edits = {report(),
                    quoteOf(QStringLiteral("At 00:05 on Tuesday shells fell towards Goris,"), -1),
                    quoteOf(QStringLiteral("drones were used as well"), -2),
                    shelling(),
                    agreement,
                    Claim{ClaimId{}, IncidentId{-1}, QuoteId{-1}, Stance::Reports},
                    Claim{ClaimId{}, IncidentId{-1}, QuoteId{-2}, Stance::Adds}};
    const Result<Changed> applied = (*made)->apply(change);
    return applied ? Result<void>() : std::unexpected(applied.error());
}

} // namespace dateline
