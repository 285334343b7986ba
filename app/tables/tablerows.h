#pragma once

#include "tables/countrycodes.h"
#include "tables/failurelog.h"
#include "tables/rowdraft.h"
#include "tables/seenids.h"
#include "tables/sourcetexts.h"
#include "tables/tablefile.h"

#include <QByteArray>

#include <atomic>
#include <functional>
#include <vector>

namespace dateline
{

/// The rows of a TableFile as incidents, with the words that they rest on.
///
/// Of an own layout (Layout::isOwn), the apostrophe goes that kept a cell from being a formula, and attributes stay as
/// they were.
class TableRows final : public IncidentSource
{
public:
    /// @param withSources words become documents, quoted by the incidents; else they are notes of the incidents.
    /// @param edits what is stored in the same step.
    TableRows(TableFile &file, FailureLog &failures, bool withSources, std::vector<Edit> edits = {});

    /// Rows with these ids are passed over.
    void passOver(std::span<const QByteArray> ids);

    /// Told each row that is right, with the sources that it names and their words; it may set what of it an incident of
    /// the case takes. False passes it over. @p quotes are those that the row will bring: bit 0 is the first of them,
    /// and the last bit all from the 64th on.
    using Choose = std::function<bool(IncidentRow &row, std::span<const RowSource> sources, std::uint64_t &quotes)>;
    void setChoose(Choose choose) { m_choose = std::move(choose); }

    /// The id in the record that next() was at, also where it was refused; empty if it has none.
    [[nodiscard]] std::string_view recordId() const;
    /// Numbers its documents from behind @p last, which is 0 or below; they end at lastDocument().
    void setLastDocument(std::int64_t last) { m_texts.setLastId(last); }
    [[nodiscard]] std::int64_t lastDocument() const { return m_texts.lastId(); }

    [[nodiscard]] std::optional<Result<IncidentRow>> next() override;
    [[nodiscard]] std::optional<DocumentRow> takeDocument() override { return m_texts.take(); }
    [[nodiscard]] std::vector<Edit> edits() override { return m_edits; }

    // From any thread.
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }
    [[nodiscard]] qint64 failed() const { return m_failed; }
    [[nodiscard]] qint64 passed() const { return m_passed; }

private:
    struct Attribute
    {
        std::size_t column = 0;
        std::string begin; ///< The column's name as JSON, with comma and colon.
    };

    [[nodiscard]] std::optional<Result<void>> readNext();
    [[nodiscard]] std::optional<RowProblem> read(std::span<const std::string_view> cells);
    [[nodiscard]] Error refuse(RowProblem problem, std::span<const std::string_view> cells);
    [[nodiscard]] bool nextRecord();
    [[nodiscard]] std::span<const std::string_view> defused(std::span<const std::string_view> cells);
    [[nodiscard]] bool isEmptyRow(std::span<const std::string_view> cells) const;
    void writeAttributes(std::span<const std::string_view> cells);
    void findSaid();
    [[nodiscard]] bool choose();
    void quote(std::uint64_t chosen);

    TableFile &m_file;
    FailureLog &m_failures;
    bool m_withSources;
    std::vector<Edit> m_edits;
    CountryCodes m_countries;
    RowDraft m_draft;
    std::size_t m_idColumn = 0; ///< Past the end if there is none.
    SeenIds m_seen;
    SeenIds m_known; ///< In the case before.
    QByteArray m_dataSet;
    SourceTexts m_texts;
    std::vector<Attribute> m_rest; ///< What is kept as it is.
    std::vector<Attribute> m_counts; ///< What is kept as it is where a loss of low and high does not hold it.
    std::string m_attributesBegin;
    std::string m_attributes;
    std::vector<RowSource> m_said; ///< Who says what of the row.
    std::vector<QuoteRow> m_quotes;
    Choose m_choose;
    std::vector<std::string_view> m_cells; ///< Of a row of an own layout.
    bool m_ended = false;
    std::atomic<qint64> m_bytesRead = 0;
    std::atomic<qint64> m_failed = 0;
    std::atomic<qint64> m_passed = 0;
};

} // namespace dateline
