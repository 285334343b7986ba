#pragma once

#include "domain/incidentsource.h"
#include "tables/csv.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <string>

namespace dateline
{

/// Writes @p count rows of the shape of an ACLED export (31 columns, notes of 200 letters) as CSV; always the same ones.
void writeAcledShape(QFile &file, int count);

/// The rows of such a file as incidents: what an importer does with every cell, in short.
class AcledRows final : public IncidentSource
{
public:
    explicit AcledRows(QFile &file)
        : m_reader(file, ',')
    {
        static_cast<void>(m_reader.next()); // The names of the columns.
        for (std::size_t i = 0; i < m_terms.size(); ++i)
            m_terms[i] = termOf(static_cast<SubKind>(i)).toStdString();
    }

    std::optional<Result<IncidentRow>> next() override;

private:
    std::optional<SubKind> subKindFrom(std::string_view term) const
    {
        const auto found = std::ranges::find(m_terms, term);
        return found == m_terms.end() ? std::nullopt : std::optional(static_cast<SubKind>(found - m_terms.begin()));
    }
    std::span<const std::string_view> listOf(std::string_view first, std::string_view second)
    {
        m_actors = {first, second};
        return m_actors;
    }
    std::string_view attributesFrom(std::span<const std::string_view> cell);

    CsvReader m_reader;
    std::string m_title;
    std::string m_attributes;
    std::array<std::string_view, 2> m_actors;
    std::array<std::string, subKindCount> m_terms;
    LossRow m_loss;
};

} // namespace dateline
