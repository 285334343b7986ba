// Makes the case that tests/qgis/check.py opens in QGIS: makecase FILE

#include "casefile/case.h"

#include <cstdio>

using namespace dateline;

namespace
{

constexpr double west = 44;
constexpr double south = 39;

Document report(qint64 id, const char *publisher)
{
    Document document;
    document.id = DocumentId{id};
    document.title = QStringLiteral("Report %1").arg(-id);
    document.publisher = QString::fromUtf8(publisher);
    document.retrieved = utcFromIso(u"2022-09-14T08:15Z").value();
    document.text = QStringLiteral("Shelling was heard at dawn. It went on until noon, report %1 said.").arg(-id);
    document.bytes = document.text.toUtf8();
    document.mediaType = QStringLiteral("text/plain");
    return document;
}

Incident incident(const QString &title, Kind kind, Geometry geometry, LocationPrecision precision, double radius)
{
    Incident incident;
    incident.title = title;
    incident.kind = kind;
    incident.when =
        When{{utcFromIso(u"2022-09-12T20:05Z").value(), utcFromIso(u"2022-09-12T21:05Z").value(), TimePrecision::Hour},
             {},
             {}};
    incident.where = Where{title, {}, QStringLiteral("AM"), std::move(geometry), precision, radius, {}};
    return incident;
}

/// A row of one pin of each kind, and above it a near place, a coarse one, a line and an area.
std::vector<Edit> marks()
{
    std::vector<Edit> edits;
    for (int i = 0; i < kindCount; ++i) {
        const Kind kind = static_cast<Kind>(i);
        edits.push_back(incident(termOf(kind), kind, pointGeometry({west + i, south}), LocationPrecision::Exact, 0));
    }
    const std::vector<LonLat> area{{west + 4, south + 1},
                                   {west + 5, south + 1},
                                   {west + 5, south + 2},
                                   {west + 4, south + 2},
                                   {west + 4, south + 1}};
    edits.push_back(incident(QStringLiteral("Near"), Kind::Explosions, pointGeometry({west, south + 1.5}),
                             LocationPrecision::Near, 30'000));
    edits.push_back(incident(QStringLiteral("District"), Kind::Battles, pointGeometry({west + 1.5, south + 1.5}),
                             LocationPrecision::District, 40'000));
    edits.push_back(incident(QStringLiteral("Line"), Kind::Protests,
                             {Geometry::Type::Line, {{{west + 2.5, south + 1}, {west + 3.5, south + 2}}}},
                             LocationPrecision::Near, 0));
    edits.push_back(incident(QStringLiteral("Area"), Kind::Riots, {Geometry::Type::Polygon, {area}},
                             LocationPrecision::Province, 0));
    Incident nowhere =
        incident(QStringLiteral("Nowhere"), Kind::StrategicDevelopments, {}, LocationPrecision::Exact, 0);
    nowhere.where.reset();
    edits.push_back(nowhere);
    return edits;
}

/// Two claims on one incident, from two documents.
std::vector<Edit> claims()
{
    Incident both = incident(QStringLiteral("Two sources"), Kind::Battles, pointGeometry({west + 5, south + 3}),
                             LocationPrecision::Exact, 0);
    both.id = IncidentId{-1};
    std::vector<Edit> edits{report(-1, "Daily & Weekly"), report(-2, "Новости"), both};
    for (const qint64 number : {-1, -2}) {
        const Document document = report(number, "");
        Quote quote = quoteFrom(document.id, document.text, {0, 28}).value();
        quote.id = QuoteId{number};
        edits.push_back(quote);
        edits.push_back(Claim{{}, both.id, quote.id, number == -1 ? Stance::Reports : Stance::Confirms});
    }
    return edits;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const Result<std::unique_ptr<Case>> made = createCase(QString::fromLocal8Bit(argv[1]), QStringLiteral("A case"));
    Result<Changed> changed = made ? Result<Changed>(Changed{}) : std::unexpected(made.error());
    const std::vector<Change> changes{
        {QStringLiteral("Tell"),
         {CaseInfo{QStringLiteral("A case"), QStringLiteral("An author"), QStringLiteral("CC BY 4.0"), {}}}},
        {QStringLiteral("Mark"), marks()},
        {QStringLiteral("Claim"), claims()}};
    for (const Change &change : changes) {
        if (changed)
            changed = (*made)->apply(change);
    }
    if (!changed)
        std::fprintf(stderr, "%s\n", qPrintable(changed.error().message));
    return changed ? 0 : 1;
}
