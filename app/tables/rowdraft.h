#pragma once

#include "domain/incidentsource.h"
#include "tables/cells.h"
#include "tables/layout.h"

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline
{

class CountryCodes;
class MappedPositions;

/// Why a row does not come in.
struct RowProblem
{
    QString column; ///< Its name; empty if it is the row as a whole.
    QString value; ///< What stands there; long ones are cut.
    QString reason; ///< One sentence without a full stop.
};

/// Whether a row with @p cells has too few or too many for a table with so many @p columns.
[[nodiscard]] std::optional<RowProblem> widthProblem(std::span<const std::string_view> cells, std::size_t columns);

/// A source that a row names, and the words that it rests on there.
struct RowSource
{
    std::string_view publisher;
    std::string_view words;
    std::string_view speaker;
    Stance stance = Stance::Reports;
};

/// A row on its way from cells to an incident. Made once and used for all rows; texts are views of the cells.
class RowDraft
{
public:
    RowDraft(const ColumnPlan &plan, CountryCodes &countries);
    ~RowDraft();

    /// Reads @p cells, one for each column of the plan; what is wrong with them, if anything is.
    [[nodiscard]] std::optional<RowProblem> read(std::span<const std::string_view> cells);

    // For Layout::complete(), which comes after what the roles say.
    IncidentRow row; ///< Its lists are set from those below at the end.
    std::vector<std::string_view> actors;
    std::vector<std::string_view> tags;
    std::vector<LossRow> losses;
    std::vector<RowSource> sources; ///< Without any, the words are those of the data set.
    std::string title; ///< Empty: made from the kind and the place.
    std::string_view words;

    /// @p text in UTF-8, until the next row.
    [[nodiscard]] std::string_view keep(const QString &text) { return m_kept.emplace_back(text.toStdString()); }
    /// The first cell of @p role that is not empty, trimmed.
    [[nodiscard]] std::string_view cell(Role role) const;
    /// The cell of the layout's extra column number @p index, trimmed; empty if the file has none.
    [[nodiscard]] std::string_view extra(std::size_t index) const;
    /// Refuses the row for its extra column number @p index.
    void refuseExtra(std::size_t index, const QString &reason);
    /// A title that is a day and nothing else is when it was, unless the row tells; true if it was so.
    bool takeTimeFromTitle();
    /// Uses the beginning of the words as title.
    void takeTitleFromWords();
    [[nodiscard]] std::string_view countryCode(std::string_view name);

private:
    struct Found
    {
        std::size_t column = 0;
        std::string_view text;
    };
    [[nodiscard]] std::optional<Found> find(Role role) const;
    void refuse(std::size_t column, const QString &reason);
    void readKind();
    void readTime();
    [[nodiscard]] std::optional<CellDate> readDate(const Found &text);
    void readEnd(std::chrono::sys_days day, TimePrecision precision, bool isCoded);
    void readPlace();
    void readPosition();
    void readMappedKind(std::string_view word);
    void readMappedPosition();
    void takeMappedPrecision();
    void shiftToUtc();
    [[nodiscard]] std::optional<CellDate> dateIn(std::string_view text) const;
    [[nodiscard]] bool fitsMoreOrders(std::string_view text) const;
    void readLatLon(const Found &text);
    void readDegrees(const Found &latitude, std::string_view latitudeText, const Found &longitude,
                     std::string_view longitudeText);
    void readShape(const Found &text);
    [[nodiscard]] bool refuseOffEarth(LonLat at, std::size_t latitudeColumn, std::size_t longitudeColumn);
    void readPrecision();
    void readLosses();
    [[nodiscard]] std::optional<qint64> readCount(Role role);
    void readNames();
    void readSources();
    void finishTitle();

    const ColumnPlan &m_plan;
    CountryCodes &m_countries;
    std::array<std::vector<std::size_t>, roleCount> m_columns; ///< Of each role.
    std::span<const std::string_view> m_cells;
    std::vector<std::string_view> m_names;
    std::deque<std::string> m_kept;
    Geometry m_shape; ///< What row.geometry points to.
    std::unique_ptr<MappedPositions> m_positions; ///< Where the plan has a mapping.
    double m_positionError = 0; ///< Of a mapped position.
    bool m_isZoned = false; ///< The row's time tells its zone.
    std::optional<RowProblem> m_problem;
};

/// @p row with texts of its own.
[[nodiscard]] Incident incidentFrom(const IncidentRow &row);

} // namespace dateline
