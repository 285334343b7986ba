#pragma once

#include "exchange/exchange.h"
#include "exchange/withholding.h"

#include <string>
#include <unordered_map>

namespace dateline
{

/// A document as exports name it; what would name a blurred place is empty.
struct ExportSource
{
    DocumentId id{};
    std::string title;
    std::string publisher;
    std::string author;
    std::string address;
    std::string published; ///< “2022-09-13”, in its own zone, or “2022-09-13T12:00Z”; empty if not known.
    std::string retrieved; ///< “2022-09-13T12:00Z”.
    std::string language;
    std::string textSha256; ///< In hexadecimal.
    char grade = 0;
    bool graphic = false;

    /// “Agency: Title, 2022-09-13”.
    [[nodiscard]] std::string name() const;
};

/// The incidents that are exported, as they may leave the house.
class ExportRows
{
public:
    /// @param report is told of each incident of the first pass what became of it; must outlive this.
    [[nodiscard]] static Result<std::unique_ptr<ExportRows>> open(const Case &file, const ExportOptions &options,
                                                                  const ExportFormat &format, ExportReport &report,
                                                                  const ExportProceed &proceed);

    using Take = std::function<void(const StoredIncident &row)>;

    /// Hands over all of them by id.
    [[nodiscard]] Result<void> forEach(bool withQuotes, const Take &take);
    /// The same by day, and within it by time; undated ones last.
    [[nodiscard]] Result<void> forEachByDay(const Take &take);

    /// Valid until the next call; one that is gone has an id alone.
    [[nodiscard]] const ExportSource &source(DocumentId id);

    /// What the case says of itself.
    [[nodiscard]] const CaseInfo &info() const { return m_info; }

    [[nodiscard]] bool isTold(const QString &text) const { return m_withholding.isTold(text); }
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] bool isCancelled() const { return m_isCancelled; }

private:
    ExportRows(const ExportOptions &options, const ExportFormat &format, ExportReport &report,
               const ExportProceed &proceed);
    [[nodiscard]] Result<void> read(const std::optional<std::span<const IncidentId>> &ids, bool withQuotes,
                                    const Take &take);
    [[nodiscard]] bool isTaken(StoredIncident &row);
    void hideGraphicWords(StoredIncident &row);
    void noteDataSet(std::string_view attributes);
    void tellTerms();

    const ExportOptions &m_options;
    const ExportFormat &m_format;
    ExportReport &m_report;
    const ExportProceed &m_proceed;
    std::unique_ptr<IncidentReader> m_reader;
    Withholding m_withholding;
    CaseInfo m_info;
    std::optional<std::vector<IncidentId>> m_ids; ///< None: all.
    std::vector<IncidentId> m_byDay; ///< Of formats that go by day.
    std::unordered_map<std::int64_t, ExportSource> m_sources;
    std::vector<std::string> m_dataSets; ///< That rows come from.
    qint64 m_count = 0;
    qint64 m_done = 0; ///< In all passes.
    bool m_isFirstPass = true;
    bool m_isCancelled = false;
};

} // namespace dateline
