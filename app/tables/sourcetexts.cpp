#include "tables/sourcetexts.h"

#include "base/sha256.h"
#include "domain/rowsmediatype.h"
#include "tables/cells.h"
#include "tables/tablestext.h"

#include <algorithm>
#include <utility>

namespace dateline
{

namespace
{

constexpr std::size_t largestText = 64 * 1024;
constexpr std::size_t mostOpen = 48 * 1024 * 1024; // Of a file in which every row names another source.
constexpr std::string_view between = "\n\n";
constexpr qint64 neighbours = 32; // Code points of a prefix.

bool beginsLetter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

qint64 codePoints(std::string_view utf8)
{
    return std::ranges::count_if(utf8, beginsLetter);
}

std::string_view lastPoints(std::string_view utf8, qint64 count)
{
    std::size_t at = utf8.size();
    while (at > 0 && count > 0)
        count -= beginsLetter(utf8[--at]) ? 1 : 0;
    return utf8.substr(at);
}

bool isUntidy(char c)
{
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

/// “line 3” or “lines 3–17”.
QString rangeText(RowUnit unit, qint64 first, qint64 last)
{
    const bool isOne = first == last;
    const QString range = isOne ? QString::number(first) : QStringLiteral("%1–%2").arg(first).arg(last);
    switch (unit) {
    case RowUnit::Line: return (isOne ? TablesText::tr("line %1") : TablesText::tr("lines %1")).arg(range);
    case RowUnit::Row: return (isOne ? TablesText::tr("row %1") : TablesText::tr("rows %1")).arg(range);
    case RowUnit::Feature: return (isOne ? TablesText::tr("feature %1") : TablesText::tr("features %1")).arg(range);
    case RowUnit::Entry: return (isOne ? TablesText::tr("entry %1") : TablesText::tr("entries %1")).arg(range);
    }
    return range;
}

} // namespace

SourceTexts::SourceTexts(QString dataSet, QString fileName, RowUnit unit)
    : m_dataSet(std::move(dataSet))
    , m_fileName(std::move(fileName))
    , m_unit(unit)
    , m_now(utcFromDateTime(QDateTime::currentDateTimeUtc()))
{
}

/// As a document keeps text: “\n” line ends and no control characters.
std::string_view SourceTexts::tidy(std::string_view words)
{
    words = trimmed(words);
    // Counting all is quicker than looking after each letter whether to go on.
    if (std::ranges::count_if(words, isUntidy) == 0)
        return words;
    std::string &tidied = m_texts.emplace_back();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const char c = words[i];
        if (c == '\r')
            tidied.append(i + 1 < words.size() && words[i + 1] == '\n' ? "" : "\n");
        else if (!isUntidy(c))
            tidied.push_back(c);
    }
    return trimmed(tidied);
}

QuoteRow SourceTexts::add(std::string_view publisher, std::string_view words, std::string_view speaker, qint64 line)
{
    QuoteRow quote;
    const auto [entry, isNew] = m_open.try_emplace(std::string(publisher));
    Open &open = entry->second;
    if (isNew) {
        open.id = --m_lastId;
        open.firstLine = line;
    } else {
        quote.prefix = m_texts.emplace_back(std::string(lastPoints(open.text, neighbours)).append(between));
        quote.prefix = lastPoints(quote.prefix, neighbours);
        open.text.append(between);
        open.points += static_cast<qint64>(between.size());
    }
    quote.document = DocumentId{open.id};
    quote.begin = open.points;
    quote.exact = words;
    quote.speaker = speaker;
    open.text.append(words);
    open.points += codePoints(words);
    open.lastLine = line;
    quote.end = open.points;
    m_openBytes += words.size() + between.size();
    if (open.text.size() > largestText) {
        close(entry->first, std::move(open));
        m_open.erase(entry);
    } else if (m_openBytes > mostOpen) {
        closeAll();
    }
    return quote;
}

void SourceTexts::clearQuotes()
{
    m_texts.clear();
}

void SourceTexts::close(const std::string &publisher, Open open)
{
    m_openBytes -= std::min(m_openBytes, open.text.size());
    DocumentRow row;
    row.text = QByteArray(open.text.data(), static_cast<qsizetype>(open.text.size()));
    Sha256 digest;
    digest.add(open.text);
    Document &document = row.document;
    document.id = DocumentId{open.id};
    document.publisher = QString::fromStdString(publisher);
    document.author = m_dataSet == document.publisher ? QString() : m_dataSet;
    document.title = TablesText::tr("%1 in %2, %3")
                         .arg(document.publisher, m_fileName, rangeText(m_unit, open.firstLine, open.lastLine));
    document.fileName = m_fileName;
    document.mediaType = rowsMediaType;
    document.retrieved = m_now;
    document.textSha256 = digest.take();
    document.bytesSha256 = document.textSha256;
    m_ready.push_back(std::move(row));
}

void SourceTexts::closeAll()
{
    std::vector<std::pair<const std::string *, Open *>> all;
    for (auto &[publisher, open] : m_open)
        all.emplace_back(&publisher, &open);
    // In the order in which they began, not in that of the table's slots: the same file always makes the same case.
    std::ranges::sort(all, std::greater(), [](const auto &one) { return one.second->id; });
    for (const auto &[publisher, open] : all)
        close(*publisher, std::move(*open));
    m_open.clear();
    m_openBytes = 0;
}

void SourceTexts::finish()
{
    closeAll();
}

std::optional<DocumentRow> SourceTexts::take()
{
    if (m_ready.empty())
        return std::nullopt;
    DocumentRow row = std::move(m_ready.front());
    m_ready.pop_front();
    return row;
}

} // namespace dateline
