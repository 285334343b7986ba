#include "tables/csv.h"

#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace dateline
{

namespace
{

constexpr std::size_t chunkBytes = 1024 * 1024;
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

/// How many cells each of the first lines has; a line that @p head cuts is left out.
std::vector<std::size_t> cellCounts(std::string_view head, char delimiter)
{
    constexpr std::size_t mostLines = 20;
    std::vector<std::size_t> counts;
    std::size_t cells = 1;
    bool quoted = false;
    bool empty = true;
    for (const char c : head) {
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '\n' || c == '\r')) {
            if (!empty)
                counts.push_back(cells);
            if (counts.size() == mostLines)
                break;
            cells = 1;
            empty = true;
            continue;
        } else if (!quoted && c == delimiter) {
            ++cells;
        }
        empty = false;
    }
    if (counts.empty())
        counts.push_back(cells);
    return counts;
}

} // namespace

CsvReader::CsvReader(QIODevice &device, char delimiter, bool numbered)
    : m_device(device)
    , m_delimiter(delimiter)
    , m_isNumbered(numbered)
{
}

/// Brings more of the file in, what was read of it already goes; false at its end.
bool CsvReader::fill()
{
    if (m_atEnd)
        return false;
    m_buffer.erase(0, m_at);
    m_at = 0;
    const std::size_t held = m_buffer.size();
    qint64 got = 0;
    m_buffer.resize_and_overwrite(held + chunkBytes, [&](char *buffer, std::size_t) {
        got = m_device.read(buffer + held, static_cast<qint64>(chunkBytes));
        return held + static_cast<std::size_t>(std::max<qint64>(got, 0));
    });
    m_atEnd = got <= 0;
    if (got < 0) {
        m_error = Error{Error::Kind::Unreadable,
                        m_isNumbered ? m_device.errorString()
                                     : tr("The file could not be read further than line %1 (%2)")
                                           .arg(m_nextLine)
                                           .arg(m_device.errorString()),
                        QString()};
    }
    return !m_atEnd;
}

bool CsvReader::next()
{
    m_cells.clear();
    m_refusal.reset();
    m_isProblem = false;
    if (m_error || !passEmptyLines())
        return false;
    Outcome outcome = parseRecord();
    while (outcome != Outcome::Whole && !m_atEnd && m_buffer.size() - m_at <= largestRecord) {
        // Also where nothing more comes: what was parsed has moved.
        static_cast<void>(fill());
        outcome = parseRecord();
    }
    if (m_error)
        return false;
    m_line = m_isNumbered ? m_line + 1 : m_nextLine;
    if (outcome != Outcome::Whole) {
        passFirstLine(outcome == Outcome::Unclosed ? tr("A quotation mark is never closed: close it") : tooLong());
        return true;
    }
    m_nextLine += m_linesInRecord;
    if (m_end - m_at > largestRecord) {
        m_refusal = Error{Error::Kind::Malformed, tooLong(), QString()};
        m_at = m_end;
        return true;
    }
    checkLetters();
    showCells();
    m_at = m_end;
    return true;
}

QString CsvReader::tooLong()
{
    return tr("The record is longer than 16 MB: check the quotation marks in it");
}

/// Refuses the record and goes behind its first line, as if a quotation mark in it were a letter.
void CsvReader::passFirstLine(const QString &reason)
{
    m_refusal = Error{Error::Kind::Malformed, reason, QString()};
    const auto isLineEnd = [](char c) { return c == '\n' || c == '\r'; };
    for (;;) {
        const auto begin = m_buffer.begin() + static_cast<std::ptrdiff_t>(m_at);
        // The end passes for an empty line, which is counted. A line without one is not kept.
        m_at = static_cast<std::size_t>(std::find_if(begin, m_buffer.end(), isLineEnd) - m_buffer.begin());
        if (m_at < m_buffer.size() || !fill())
            return;
    }
}

void CsvReader::checkLetters()
{
    const std::string_view record = std::string_view(m_buffer).substr(m_at, m_end - m_at);
    if (m_cellCount > mostCells) {
        m_refusal =
            Error{Error::Kind::Malformed, tr("The record has more than %1 cells: check it").arg(mostCells), QString()};
    } else if (!QUtf8StringView(record.data(), static_cast<qsizetype>(record.size())).isValidUtf8()) {
        m_refusal = Error{Error::Kind::Malformed, tr("Letters in it are not UTF-8: save the file as UTF-8"), QString()};
    } else if (record.contains('\0')) {
        m_refusal = Error{Error::Kind::Malformed, tr("It has a zero byte, which is no letter: take it out"), QString()};
    }
}

void CsvReader::add(Cell cell)
{
    if (++m_cellCount <= mostCells)
        m_found.push_back(cell);
}

/// Goes on to the first letter of a record; false at the end of the file.
bool CsvReader::passEmptyLines()
{
    if (!m_began) {
        m_began = true;
        while (m_buffer.size() < byteOrderMark.size() && fill()) {
        }
        if (m_buffer.starts_with(byteOrderMark))
            m_at = byteOrderMark.size();
    }
    while (m_at < m_buffer.size() || fill()) {
        const char c = m_buffer[m_at];
        if (c != '\n' && c != '\r')
            return true;
        if (c == '\r' && m_at + 1 == m_buffer.size() && fill())
            continue;
        m_at += c == '\r' && m_at + 1 < m_buffer.size() && m_buffer[m_at + 1] == '\n' ? 2U : 1U;
        ++m_nextLine;
    }
    return false;
}

/// Parses the record at m_at as far as m_buffer goes. Cut: more of the file may belong to it.
CsvReader::Outcome CsvReader::parseRecord()
{
    m_found.clear();
    m_cellCount = 0;
    m_unescaped.clear();
    m_linesInRecord = 1;
    std::size_t at = m_at;
    for (;;) {
        if (at < m_buffer.size() && m_buffer[at] == '"') {
            if (parseQuoted(at) == Outcome::Unclosed)
                return Outcome::Unclosed;
        } else {
            const std::size_t end = endOfPlain(at);
            add({at, end - at, false});
            at = end;
        }
        if (at == m_buffer.size()) {
            m_end = at;
            return m_atEnd ? Outcome::Whole : Outcome::Cut;
        }
        const char c = m_buffer[at++];
        if (c == m_delimiter)
            continue;
        // Whether a line feed follows at the end of what is read cannot be told; it would pass for an empty line.
        if (c == '\r' && at == m_buffer.size() && !m_atEnd)
            return Outcome::Cut;
        if (c == '\r' && at < m_buffer.size() && m_buffer[at] == '\n')
            ++at;
        m_end = at;
        return Outcome::Whole;
    }
}

std::size_t CsvReader::endOfPlain(std::size_t at) const
{
    const char *const end = m_buffer.data() + m_buffer.size();
    const char *c = m_buffer.data() + at;
    while (c != end && !isEndOfCell(*c))
        ++c;
    return static_cast<std::size_t>(c - m_buffer.data());
}

/// Parses the cell that begins with the quotation mark at @p at, and goes behind it.
CsvReader::Outcome CsvReader::parseQuoted(std::size_t &at)
{
    std::size_t from = ++at;
    const std::size_t unescapedBegin = m_unescaped.size();
    bool unescaped = false;
    for (;;) {
        const void *mark = std::memchr(m_buffer.data() + at, '"', m_buffer.size() - at);
        if (!mark)
            return Outcome::Unclosed;
        const auto close = static_cast<std::size_t>(static_cast<const char *>(mark) - m_buffer.data());
        m_linesInRecord += std::count(m_buffer.begin() + static_cast<std::ptrdiff_t>(at),
                                      m_buffer.begin() + static_cast<std::ptrdiff_t>(close), '\n');
        at = close + 1;
        const bool doubled = at < m_buffer.size() && m_buffer[at] == '"';
        if (!doubled && !unescaped && (at == m_buffer.size() || isEndOfCell(m_buffer[at]))) {
            add({from, close - from, false});
            return Outcome::Whole;
        }
        // The first of two marks is kept, the mark that closes is not.
        m_unescaped.append(m_buffer, from, close - from + (doubled ? 1U : 0U));
        unescaped = true;
        if (doubled) {
            from = ++at;
            continue;
        }
        const std::size_t end = endOfPlain(at);
        m_unescaped.append(m_buffer, at, end - at);
        at = end;
        add({unescapedBegin, m_unescaped.size() - unescapedBegin, true});
        return Outcome::Whole;
    }
}

void CsvReader::showCells()
{
    for (const Cell &cell : m_found)
        m_cells.push_back(std::string_view(cell.unescaped ? m_unescaped : m_buffer).substr(cell.begin, cell.size));
    if (m_isNumbered && !m_cells.empty())
        takeNumber();
}

/// Takes the first cell for the number of the record.
void CsvReader::takeNumber()
{
    const std::string_view text = m_cells.front();
    qint64 number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc())
        m_line = number;
    m_isProblem = text.ends_with('!');
    m_cells.erase(m_cells.begin());
}

char delimiterOf(std::string_view head)
{
    if (head.starts_with(byteOrderMark))
        head.remove_prefix(byteOrderMark.size());
    char best = ',';
    std::size_t most = 1;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const std::vector<std::size_t> counts = cellCounts(head, delimiter);
        if (std::ranges::all_of(counts, [&counts](std::size_t count) { return count == counts.front(); })
            && counts.front() > most) {
            best = delimiter;
            most = counts.front();
        }
    }
    return best;
}

} // namespace dateline
