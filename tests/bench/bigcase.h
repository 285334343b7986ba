#pragma once

#include "domain/document.h"
#include "domain/incidentsource.h"

#include <array>
#include <random>
#include <string>
#include <vector>

namespace dateline
{

inline constexpr int rowCount = 1'000'000;
inline constexpr int documentCount = 20'000;
inline constexpr int quotesPerIncident = 2;

inline Document documentOf(int number)
{
    // 2,000 letters of words that most documents share, and one that only ten have.
    Document document;
    document.title = QStringLiteral("Report %1").arg(number);
    document.publisher = QStringLiteral("Agency %1").arg(number % 50);
    document.retrieved = std::chrono::sys_days(std::chrono::year(2022) / 9 / 14);
    document.published = WrittenTime{document.retrieved - std::chrono::days(number % 900), TimePrecision::Day, {}};
    std::mt19937 random(static_cast<unsigned>(number));
    document.text = QStringLiteral("Document %1, place%2. ").arg(number).arg(number / 10);
    while (document.text.size() < 2000)
        document.text += QStringLiteral("word%1 ").arg(random() % 20000);
    document.bytes = document.text.toUtf8();
    document.mediaType = QStringLiteral("text/plain");
    return document;
}

/// A million incidents over the world, each with two quotes of two documents.
class BigCaseRows final : public IncidentSource
{
public:
    explicit BigCaseRows(std::vector<Document> documents)
        : m_documents(std::move(documents))
    {
        for (const Document &document : m_documents)
            m_words.push_back(document.text.first(100).toStdString());
    }
    std::optional<Result<IncidentRow>> next() override
    {
        if (m_done == rowCount)
            return std::nullopt;
        const int i = m_done++;
        IncidentRow row;
        row.number = i;
        row.title = m_title.assign("Incident ").append(std::to_string(i));
        row.subKind = static_cast<SubKind>(m_random() % subKindCount);
        row.kind = kindOf(*row.subKind);
        const UtcMinute begin =
            std::chrono::sys_days(std::chrono::year(2018) / 1 / 1) + std::chrono::minutes(m_random() % 2'500'000);
        row.time = TimeSpan{begin, begin + std::chrono::days(1), TimePrecision::Day};
        row.zone = "Asia/Yerevan";
        row.precision = static_cast<LocationPrecision>(m_random() % 5);
        row.point = LonLat{static_cast<double>(m_random() % 3'600'000) / 1e4 - 180,
                           static_cast<double>(m_random() % 1'600'000) / 1e4 - 80};
        row.radiusMetres = 5000;
        row.place = "A place";
        row.country = "AM";
        row.notes = "What an analyst noted of it, in some words.";
        for (std::size_t q = 0; q < quotesPerIncident; ++q) {
            const std::size_t document = m_random() % m_documents.size();
            const std::string_view words = m_words[document];
            const std::size_t at = m_random() % 60;
            m_quotes[q] = {.document = m_documents[document].id,
                           .begin = static_cast<qint64>(at),
                           .end = static_cast<qint64>(at + 30),
                           .exact = words.substr(at, 30),
                           .prefix = words.substr(at > 32 ? at - 32 : 0, std::min<std::size_t>(at, 32)),
                           .suffix = words.substr(at + 30, 10)};
        }
        row.quotes = m_quotes;
        return row;
    }

private:
    std::vector<Document> m_documents;
    std::vector<std::string> m_words;
    std::mt19937 m_random{7};
    int m_done = 0;
    std::string m_title;
    std::array<QuoteRow, quotesPerIncident> m_quotes;
};

} // namespace dateline
