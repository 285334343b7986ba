#pragma once

#include "domain/incidentsource.h"

#include <string>
#include <vector>

namespace dateline
{

/// Hands out rows that a test made, and errors in their places.
class RowSource final : public IncidentSource
{
public:
    explicit RowSource(std::vector<Result<IncidentRow>> rows)
        : m_rows(std::move(rows))
    {
    }
    std::optional<Result<IncidentRow>> next() override
    {
        return m_next < m_rows.size() ? std::optional(m_rows[m_next++]) : std::nullopt;
    }

private:
    std::vector<Result<IncidentRow>> m_rows;
    std::size_t m_next = 0;
};

/// @p count incidents over the whole world, of every kind, dated and not, with and without a place.
class ManyRows final : public IncidentSource
{
public:
    explicit ManyRows(qint64 count, DocumentId document = {})
        : m_count(count)
    {
        m_quote.document = document;
        m_quote.exact = "words";
    }
    std::optional<Result<IncidentRow>> next() override
    {
        if (m_done == m_count)
            return std::nullopt;
        const qint64 i = m_done++;
        m_title = "Incident " + std::to_string(i);
        m_id = "ID" + std::to_string(i);
        IncidentRow row;
        row.number = i + 1;
        row.title = m_title;
        row.dataSetId = m_id;
        row.subKind = static_cast<SubKind>(i % subKindCount);
        row.kind = kindOf(*row.subKind);
        const UtcMinute begin = std::chrono::sys_days(std::chrono::year(2020) / 1 / 1) + std::chrono::minutes(i * 7);
        if (i % 10 != 0)
            row.time = TimeSpan{begin, begin + std::chrono::minutes(60), TimePrecision::Hour};
        if (i % 2 == 0)
            row.zone = "Asia/Yerevan";
        if (i % 7 != 0) {
            row.precision = static_cast<LocationPrecision>(i % 5);
            row.place = "Գորիս";
            if (i % 11 != 0)
                row.point =
                    LonLat{static_cast<double>(i * 37 % 3600) / 10 - 180, static_cast<double>(i * 17 % 1800) / 10 - 90};
            row.radiusMetres = static_cast<double>(i % 5) * 1000.25;
        }
        if (i % 3 == 0)
            row.losses = m_losses;
        row.actors = m_actors;
        row.notes = "Line one\nline “two”";
        row.graphic = i % 13 == 0;
        row.sensitive = i % 17 == 0;
        row.credibility = static_cast<int>(i % 7);
        row.status = static_cast<Status>(i % 4);
        row.attributes = R"({"region":"Caucasus"})";
        if (m_quote.document != DocumentId{}) {
            m_quote.begin = i;
            m_quote.end = i + 5;
            row.quotes = {&m_quote, 1};
        }
        return row;
    }

private:
    qint64 m_count;
    qint64 m_done = 0;
    std::string m_title;
    std::string m_id;
    QuoteRow m_quote;
    std::vector<LossRow> m_losses{{Loss::Kind::Killed, 3, 4, "service \"personnel\"", "N. P."}};
    std::vector<std::string_view> m_actors{"Armed forces of A", "“B”, with, commas"};
};

} // namespace dateline
