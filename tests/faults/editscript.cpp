#include "editscript.h"

#include "domain/incidentsource.h"

#include <array>

namespace dateline
{

namespace
{

constexpr std::array words{"shelling", "Goris", "Գորիս",   "Сотк",   "ministry", "said",   "drones",  "ceasefire", "at",
                           "00:05",    "two",   "wounded", "Jermuk", "café",     "on",     "Tuesday", "გორი",      "😀",
                           "the",      "a",     "road",    "north",  "denied",   "report", "witness", "convoy"};

UtcMinute someMinute(Random &random)
{
    return utcFromIso(u"2022-09-12T20:05Z").value() + std::chrono::minutes(random.below(1'000'000));
}

/// Rows of a data set, some of which rest on words of a document.
class SomeRows : public IncidentSource
{
public:
    SomeRows(std::uint64_t count, DocumentId document)
        : m_left(count)
        , m_quote{.document = document, .begin = 0, .end = 5, .exact = "shell", .stance = Stance::Reports}
    {
    }

    std::optional<Result<IncidentRow>> next() override
    {
        if (m_left-- == 0)
            return std::nullopt;
        const auto part = static_cast<double>(m_left % 180);
        IncidentRow row{.number = static_cast<qint64>(m_left), .title = "Shelling near Goris"};
        row.precision = LocationPrecision::Near;
        row.point = LonLat{part, part / 2};
        row.radiusMetres = 5000;
        row.country = "AM";
        if (m_left % 9 == 0 && m_quote.document != DocumentId{})
            row.quotes = std::span(&m_quote, 1);
        return row;
    }

private:
    std::uint64_t m_left;
    QuoteRow m_quote;
};

} // namespace

Result<Changed> EditScript::next()
{
    switch (m_random.below(12)) {
    case 0:
    case 1: return m_case.undo();
    case 2: return m_case.redo();
    default: return m_random.oneIn(20) ? load() : m_case.apply(chosen());
    }
}

Result<Changed> EditScript::load()
{
    SomeRows rows(30 + m_random.below(170), oneOf(m_case.documents()).id);
    const Result<Loaded> loaded = m_case.load(QStringLiteral("Load a data set"), rows);
    return loaded ? Result<Changed>() : std::unexpected(loaded.error());
}

Change EditScript::chosen()
{
    Change change;
    switch (m_random.below(8)) {
    case 0:
    case 1:
    case 2: change = aboutIncidents(); break;
    case 3: change = takenIn(); break;
    case 4: change = aboutDocuments(); break;
    case 5:
    case 6: change = aboutWords(); break;
    default: change = aboutTheRest();
    }
    return change;
}

QString EditScript::text(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QString::fromUtf8(words.at(m_random.below(words.size()))) + QLatin1Char(i % 12 == 11 ? '\n' : ' ');
    return text;
}

Incident EditScript::newIncident()
{
    Incident incident;
    incident.title = text(3);
    incident.kind = static_cast<Kind>(m_random.below(kindCount));
    const UtcMinute begin = someMinute(m_random);
    incident.when = When{{begin, begin + std::chrono::minutes(1), TimePrecision::Minute}, QStringLiteral("UTC"), {}};
    if (!m_random.oneIn(5)) {
        const auto degrees = [this](std::uint64_t range) {
            return static_cast<double>(m_random.below(range * 1000)) / 1000 - static_cast<double>(range) / 2;
        };
        incident.where = Where{text(1),
                               QString(),
                               QStringLiteral("AM"),
                               pointGeometry({degrees(360), degrees(180)}),
                               LocationPrecision::Near,
                               15000.25,
                               QString()};
    }
    incident.actors = {text(2), QString()};
    incident.losses = {{Loss::Kind::Killed, 1, 9007199254740993, text(1), QString()}};
    incident.tags = {text(1)};
    incident.notes = text(static_cast<int>(m_random.below(60)));
    incident.sensitive = m_random.oneIn(4);
    return incident;
}

Change EditScript::aboutIncidents()
{
    if (m_random.oneIn(6)) {
        Change many{QStringLiteral("Add many incidents"), {}};
        for (std::uint64_t i = 0; i < 40; ++i)
            many.edits.emplace_back(newIncident());
        return many;
    }
    const IncidentId id = oneOf(m_case.incidents()).id;
    if (id == IncidentId{} || m_random.oneIn(3))
        return {QStringLiteral("Add an incident"), {newIncident()}};
    if (m_random.oneIn(4))
        return {QStringLiteral("Remove an incident"), {RemoveIncident{id}}};
    Incident corrected = newIncident();
    corrected.id = id;
    return {QStringLiteral("Correct an incident"), {corrected}};
}

Document EditScript::newDocument()
{
    Document document;
    document.title = text(5);
    document.publisher = text(1);
    document.published = WrittenTime{someMinute(m_random), TimePrecision::Day, QStringLiteral("Asia/Yerevan")};
    document.retrieved = someMinute(m_random);
    // Few are long: those need more pages than fit into one write.
    document.text = text(static_cast<int>(m_random.oneIn(8) ? 8000 + m_random.below(8000) : 20 + m_random.below(400)));
    document.bytes = document.text.toUtf8();
    if (m_random.oneIn(3))
        document.bytes = "<html>" + document.bytes + "</html>";
    document.mediaType = QStringLiteral("text/plain");
    return document;
}

Quote EditScript::quoteIn(DocumentId id, const QString &text)
{
    const qsizetype begin = std::max<qsizetype>(0, text.indexOf(QLatin1Char(' ')) + 1);
    const qsizetype line = text.indexOf(QLatin1Char('\n'), begin);
    const qsizetype end = line < 0 ? text.size() : line;
    const auto span = TextSpan{begin, std::max(begin, end)};
    return quoteFrom(id, text, span, this->text(1)).value_or(Quote{{}, id, 0, 1, text.left(1), {}, {}, {}});
}

Change EditScript::takenIn()
{
    Document document = newDocument();
    document.id = DocumentId{-1};
    Change change{QStringLiteral("Take a source in and accept what it says"), {}};
    for (int i = 1; i <= 2; ++i) {
        Quote quote = quoteIn(document.id, document.text);
        quote.id = QuoteId{-i};
        Incident incident = newIncident();
        incident.id = IncidentId{-i};
        change.edits.insert(change.edits.end(),
                            {quote, incident, Claim{{}, incident.id, quote.id, Stance::Reports},
                             Decision{document.id, QString::number(i), true}});
    }
    change.edits.emplace_back(std::move(document));
    return change;
}

Change EditScript::aboutDocuments()
{
    const DocumentId id = oneOf(m_case.documents()).id;
    if (id == DocumentId{})
        return takenIn();
    if (m_random.oneIn(4))
        return {QStringLiteral("Remove a source"), {RemoveDocument{id}}};
    Document document = m_case.document(id).value_or(newDocument());
    document.grade = static_cast<char>('A' + m_random.below(6));
    document.origin = m_random.oneIn(2) ? document.id : DocumentId{};
    if (!m_random.oneIn(3))
        return {QStringLiteral("Grade a source"), {document}};
    Document newer = newDocument();
    newer.replaces = document.id;
    return {QStringLiteral("Take a newer capture in"), {newer}};
}

Change EditScript::aboutWords()
{
    const Document document = m_case.document(oneOf(m_case.documents()).id).value_or(Document{});
    const IncidentId incident = oneOf(m_case.incidents()).id;
    if (document.id == DocumentId{} || incident == IncidentId{})
        return takenIn();
    const Quote quote = oneOf(m_case.quotesIn(document.id));
    if (quote.id == QuoteId{} || m_random.oneIn(2)) {
        Quote made = quoteIn(document.id, document.text);
        made.id = QuoteId{-1};
        return {QStringLiteral("Quote a source"), {made, Claim{{}, incident, made.id, Stance::Disputes}}};
    }
    const Claim claim = oneOf(m_case.claimsOn(quote.id));
    if (claim.id == ClaimId{} || m_random.oneIn(3))
        return {QStringLiteral("Remove a quote"), {RemoveQuote{quote.id}}};
    if (m_random.oneIn(2))
        return {QStringLiteral("Remove a claim"), {RemoveClaim{claim.id}}};
    Claim corrected = claim;
    corrected.stance = Stance::Denies;
    corrected.about.set(m_random.below(questionCount));
    return {QStringLiteral("Correct a claim"), {corrected}};
}

Change EditScript::aboutTheRest()
{
    const FigureId figure = oneOf(m_case.figures()).id;
    const LayerId layer = oneOf(m_case.layers()).id;
    const BookmarkId bookmark = oneOf(m_case.bookmarks()).id;
    const DocumentId document = oneOf(m_case.documents()).id;
    switch (m_random.below(9)) {
    case 0: return {QStringLiteral("Save a figure"), {FigureSpec{.id = figure, .title = text(3)}}};
    case 1: return {QStringLiteral("Save a figure"), {FigureSpec{.title = text(3)}}};
    case 2: return {QStringLiteral("Show a layer"), {Layer{{}, text(2), QStringLiteral("border.geojson"), {}}}};
    case 3: return {QStringLiteral("Say what the case is"), {CaseInfo{text(3), text(2), QStringLiteral("CC0"), {}}}};
    case 4:
        if (layer != LayerId{})
            return {QStringLiteral("Remove a layer"), {RemoveLayer{layer}}};
        break;
    case 5:
        if (figure != FigureId{})
            return {QStringLiteral("Remove a figure"), {RemoveFigure{figure}}};
        break;
    case 6: return {QStringLiteral("Bookmark a view"), {Bookmark{.id = bookmark, .name = text(2)}}};
    case 7:
        if (bookmark != BookmarkId{})
            return {QStringLiteral("Remove a bookmark"), {RemoveBookmark{bookmark}}};
        return {QStringLiteral("Bookmark a view"), {Bookmark{.name = text(2), .filter = {.sources = {document}}}}};
    default:
        if (document != DocumentId{})
            return {QStringLiteral("Reject a proposal"), {Decision{document, text(2), false}}};
    }
    return {QStringLiteral("Show a layer"), {Layer{layer, text(2), QStringLiteral("rivers.geojson"), {}}}};
}

} // namespace dateline
