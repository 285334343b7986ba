#pragma once

#include "figure/content.h"

#include <random>

namespace dateline
{

// Incidents that nobody reported, for figures of any number of them.

inline const QString someWords = QStringLiteral(
    "The army launched intensive shelling, with artillery and large-calibre firearms, against positions in the "
    "direction of the cities of Goris, Sotk, and Jermuk. The ministry said that the fighting went on until the morning, "
    "and that it would report the losses later.");

inline std::vector<Document> someDocuments()
{
    std::vector<Document> documents(3);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        Document &document = documents[i];
        document.id = DocumentId{static_cast<std::int64_t>(i) + 1};
        document.title = QStringLiteral("Statement %1").arg(i + 1);
        document.publisher = i == 0 ? QStringLiteral("A ministry") : QStringLiteral("A news agency");
        document.address = QStringLiteral("https://example.org/%1").arg(i + 1);
        document.text = someWords;
        document.textSha256 = sha256Of(document.text);
    }
    return documents;
}

/// Number @p number of them: from 1 on, a minute, a kind and words of its own.
inline IncidentEvidence someIncident(int number, LonLat position)
{
    IncidentEvidence row;
    Incident &incident = row.incident;
    incident.id = IncidentId{number};
    incident.title = QStringLiteral("Shelling %1").arg(number);
    incident.kind = static_cast<Kind>(number % kindCount);
    const UtcMinute begin = *utcFromIso(u"2022-09-12T20:05Z") + std::chrono::minutes(17 * number);
    incident.when =
        When{{begin, begin + std::chrono::minutes(1), TimePrecision::Minute}, QStringLiteral("UTC+04:00"), {}};
    incident.where = Where{QStringLiteral("Place %1").arg(number),
                           QStringLiteral("Province %1").arg(number % 4),
                           QStringLiteral("AM"),
                           pointGeometry(position),
                           LocationPrecision::Near,
                           5000,
                           {}};
    Quote quote;
    quote.id = QuoteId{number};
    quote.document = DocumentId{number % 3 + 1};
    quote.exact = QStringLiteral("Report %1: ").arg(number) + someWords.left(60 + 37 * number % 200);
    quote.speaker = QStringLiteral("The defence ministry");
    row.claims.emplace_back(Claim{ClaimId{number}, incident.id, quote.id, Stance::Reports}, quote);
    return row;
}

/// @p count of them over some 400 km, or most of them around two places.
inline FigureContent someContent(int count, unsigned seed, bool clustered,
                                 std::shared_ptr<const BaseMap> baseMap = nullptr)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lon(44, 48);
    std::uniform_real_distribution<double> lat(38.8, 41);
    std::normal_distribution<double> near(0, 0.12);
    std::vector<IncidentEvidence> rows;
    for (int i = 1; i <= count; ++i) {
        const LonLat town = i % 2 == 0 ? LonLat{46.34, 39.51} : LonLat{45.86, 40.2};
        const bool isNear = clustered && i % 5 != 0;
        rows.push_back(someIncident(
            i, isNear ? LonLat{town.lon + near(random), town.lat + near(random)} : LonLat{lon(random), lat(random)}));
    }
    const std::vector<Document> documents = someDocuments();
    return figureContent(rows, documents, std::move(baseMap));
}

} // namespace dateline
