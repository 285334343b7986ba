#pragma once

#include "casefile/incidentreader.h"
#include "domain/incidentsource.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline
{

/// The fields of an incident that a data set's row brings, as bytes that are equal where these say the same, whether
/// they come from a case, from a row or from the history.
class ReleaseState
{
public:
    void read(const StoredIncident &incident);
    void read(const IncidentRow &row);
    void read(const Incident &incident);

    [[nodiscard]] std::string_view of(RowField field) const { return m_fields[static_cast<std::size_t>(field)]; }
    /// Of all fields.
    [[nodiscard]] std::uint64_t hash() const;

private:
    [[nodiscard]] std::string &clear(RowField field);

    std::array<std::string, RowFields().size()> m_fields;
    std::string m_json;
};

/// A number for words of a source; those of an incident are added up, so that their order makes no difference.
[[nodiscard]] std::uint64_t hashOfWords(std::string_view publisher, std::string_view words);

/// The data set that @p attributes of an incident name; empty if they name none.
[[nodiscard]] std::string dataSetIn(std::string_view attributes);

/// The names of the attributes that differ, but for those in @p passedOver; the order of a list's parts does not count.
[[nodiscard]] QStringList differingAttributes(std::string_view ours, std::string_view theirs,
                                              std::span<const std::string_view> passedOver);

} // namespace dateline
