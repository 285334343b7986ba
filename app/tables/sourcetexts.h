#pragma once

#include "domain/incidentsource.h"
#include "tables/tablepart.h"

#include <QString>

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dateline
{

/// The words of a data set's rows as documents, one after the other under the source that each row names.
///
/// A source's documents have some tens of kilobytes each, so that one opens at once and a million rows make a few
/// thousand of them; a document for each row would be a list that nobody reads.
class SourceTexts
{
public:
    /// @param dataSet who wrote the words. @param fileName where they stand. @param unit what its rows are called.
    SourceTexts(QString dataSet, QString fileName, RowUnit unit);

    /// Adds @p words of the row in @p line, as tidy() has them, to what is kept of @p publisher.
    ///
    /// @returns them as a quote, whose texts live until clearQuotes().
    [[nodiscard]] QuoteRow add(std::string_view publisher, std::string_view words, std::string_view speaker,
                               qint64 line);
    /// @p words as a document keeps them; they live until clearQuotes().
    [[nodiscard]] std::string_view tidy(std::string_view words);
    /// The number of the last document that words were put into; the next ones are below it.
    [[nodiscard]] std::int64_t lastId() const { return m_lastId; }
    void setLastId(std::int64_t last) { m_lastId = last; }
    /// Called when a row's quotes are no longer needed.
    void clearQuotes();

    /// No more words will come: all documents can be taken.
    void finish();
    [[nodiscard]] std::optional<DocumentRow> take();

private:
    struct Open
    {
        std::int64_t id = 0;
        std::string text;
        qint64 points = 0; ///< Code points of text.
        qint64 firstLine = 0;
        qint64 lastLine = 0;
    };
    void close(const std::string &publisher, Open open);
    void closeAll();

    QString m_dataSet;
    QString m_fileName;
    RowUnit m_unit;
    UtcMinute m_now;
    std::unordered_map<std::string, Open> m_open; ///< By publisher.
    std::size_t m_openBytes = 0;
    std::int64_t m_lastId = 0;
    std::deque<DocumentRow> m_ready;
    std::deque<std::string> m_texts; ///< Prefixes and tidied words of the row's quotes.
};

} // namespace dateline
