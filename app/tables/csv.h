#pragma once

#include "base/result.h"

#include <QCoreApplication>
#include <QIODevice>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline
{

/// Reads records of comma-separated values (RFC 4180), of any delimiter, in a few megabytes of memory.
///
/// Cells in quotation marks may hold delimiters, line ends and doubled quotation marks. Lines end with LF, CR LF or CR.
/// A byte order mark at the beginning and wholly empty lines are passed over. What follows a closing quotation mark
/// belongs to its cell, and a quotation mark within a cell without any is a letter, as spreadsheets read them.
class CsvReader
{
    Q_DECLARE_TR_FUNCTIONS(Tables)

public:
    /// @param device open for reading; must outlive the reader.
    /// @param numbered the first cell of each record is its number, see TablePart::numbered.
    CsvReader(QIODevice &device, char delimiter, bool numbered = false);

    static constexpr std::size_t largestRecord = 16 * 1024 * 1024; ///< In bytes.
    static constexpr std::size_t mostCells = 4096;

    /// Goes to the next record, also one that refusal() refuses; false after the last, and when the file cannot be read
    /// further, which error() tells.
    [[nodiscard]] bool next();

    /// Why the record cannot be taken as it is: a quotation mark that is never closed, a record that is too long or has
    /// too many cells, letters that are no UTF-8 or a zero byte. After the first two, what follows its first line is
    /// read as if nothing had been opened.
    [[nodiscard]] const std::optional<Error> &refusal() const { return m_refusal; }

    /// The record's cells, in UTF-8; valid until next(). None of a record that is too long.
    [[nodiscard]] std::span<const std::string_view> cells() const { return m_cells; }

    /// The line that the record begins in, from 1; of a numbered one its number.
    [[nodiscard]] qint64 line() const { return m_line; }

    /// Whether the cells are a column, a value and the reason why a numbered record could not be read.
    [[nodiscard]] bool isProblem() const { return m_isProblem; }

    /// Why next() ended before the file did: Unreadable.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    enum class Outcome { Whole, Cut, Unclosed };

    struct Cell
    {
        std::size_t begin = 0;
        std::size_t size = 0;
        bool unescaped = false; ///< It lies in m_unescaped, not in m_buffer.
    };

    [[nodiscard]] bool fill();
    [[nodiscard]] Outcome parseRecord();
    [[nodiscard]] Outcome parseQuoted(std::size_t &at);
    [[nodiscard]] std::size_t endOfPlain(std::size_t at) const;
    [[nodiscard]] bool passEmptyLines();
    [[nodiscard]] bool isEndOfCell(char c) const { return c == m_delimiter || c == '\n' || c == '\r'; }
    void showCells();
    void takeNumber();
    void add(Cell cell);
    void checkLetters();
    void passFirstLine(const QString &reason);
    [[nodiscard]] static QString tooLong();

    QIODevice &m_device;
    char m_delimiter;
    bool m_isNumbered;
    bool m_isProblem = false;
    std::string m_buffer;
    std::string m_unescaped;
    std::size_t m_at = 0; ///< Where the next record begins in m_buffer.
    std::size_t m_end = 0; ///< Past the record that was parsed last.
    bool m_atEnd = false; ///< The device has no more.
    bool m_began = false;
    qint64 m_line = 0;
    qint64 m_nextLine = 1;
    qint64 m_linesInRecord = 0;
    std::vector<Cell> m_found;
    std::vector<std::string_view> m_cells;
    std::size_t m_cellCount = 0;
    std::optional<Error> m_refusal;
    std::optional<Error> m_error;
};

/// The delimiter of a file that begins with @p head: the one of comma, semicolon, tab and bar that cuts its first lines
/// into the most cells, equally many in each. A comma if none does.
[[nodiscard]] char delimiterOf(std::string_view head);

} // namespace dateline
