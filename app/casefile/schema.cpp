#include "casefile/schema.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace dateline
{

namespace
{

constexpr std::array documentColumns{
    Column{"name", "TEXT NOT NULL", "What to call it in a list"},
    Column{"title", "TEXT", "Title, as published"},
    Column{"publisher", "TEXT", "Who published it"},
    Column{"author", "TEXT", "Who wrote it"},
    Column{"address", "TEXT", "Where it was published"},
    Column{"published", "DATETIME", "When it was published, UTC"},
    Column{"published_precision", "TEXT", "How closely that is known: minute, hour, day …"},
    Column{"published_zone", "TEXT", "The time zone it was written in"},
    Column{"retrieved", "DATETIME NOT NULL", "When it was taken into a case, UTC"},
    Column{"language", "TEXT", "BCP 47 language tag"},
    Column{"text_sha256", "TEXT NOT NULL REFERENCES document_text(sha256) DEFERRABLE INITIALLY DEFERRED",
           "SHA-256 of its text in UTF-8; the text is in document_text"},
    Column{"bytes_sha256", "TEXT NOT NULL",
           "SHA-256 of the original file; its bytes are in document_bytes, or are the text's own"},
    Column{"media_type", "TEXT", "Media type of the original file"},
    Column{"file_name", "TEXT", "Name of the original file"},
    Column{"grade", "TEXT", "Reliability of the source, A to F"},
    Column{"graphic", "BOOLEAN", "Whether its words are hidden until asked for"},
    Column{"replaces", "INTEGER REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED",
           "The older capture of the same source"},
    Column{"origin", "INTEGER REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED",
           "Whose story it repeats, as a person decided; its own id for a story of its own"},
    Column{"modified", "DATETIME", "When it was changed after its publication, UTC"},
    Column{"modified_precision", "TEXT", "How closely that is known: minute, hour, day …"},
    Column{"modified_zone", "TEXT", "The time zone it was written in"},
};
constexpr std::array quoteColumns{
    Column{"document_id", "INTEGER NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED",
           "The document that holds the words"},
    Column{"begin_position", "INTEGER NOT NULL", "First Unicode code point in the document's text, from 0"},
    Column{"end_position", "INTEGER NOT NULL", "Past the last Unicode code point"},
    Column{"exact", "TEXT NOT NULL", "The words"},
    Column{"prefix", "TEXT", "Up to 32 code points before"},
    Column{"suffix", "TEXT", "Up to 32 code points after"},
    Column{"speaker", "TEXT", "Who says it, as the document names them"},
};
constexpr std::array incidentColumns{
    Column{"geom", "GEOMETRY", "Where: a point, a line or an area, WGS 84"},
    Column{"title", "TEXT NOT NULL", "What happened"},
    Column{"kind", "TEXT NOT NULL", "Event type, ACLED's term"},
    Column{"sub_kind", "TEXT", "Sub-event type, ACLED's term"},
    Column{"time_begin", "DATETIME", "First minute of when it is said to have happened, UTC"},
    Column{"time_end", "DATETIME", "The minute after the last, UTC"},
    Column{"time_precision", "TEXT", "How closely the time is known: minute, hour, day …"},
    Column{"time_zone", "TEXT", "The zone of local time"},
    Column{"time_as_written", "TEXT", "The words of the time"},
    Column{"place_name", "TEXT", "The place's name"},
    Column{"province", "TEXT", "Province"},
    Column{"country", "TEXT", "ISO 3166-1 alpha-2 code"},
    Column{"location_precision", "TEXT", "exact, near, district, province or country; none if no place is stated"},
    Column{"radius_m", "REAL", "How far from the point it may be, metres"},
    Column{"place_as_written", "TEXT", "The words of the place"},
    Column{"actors", "TEXT", "Who took part: JSON array of names"},
    Column{"losses", "TEXT", "Reported losses: JSON array of kind, low, high, ofWhom, reportedBy"},
    Column{"status", "TEXT NOT NULL", "reported, corroborated, disputed or refuted"},
    Column{"credibility", "INTEGER NOT NULL", "Admiralty credibility 1 to 6; 0 if not graded"},
    Column{"tags", "TEXT", "JSON array"},
    Column{"notes", "TEXT", "The analyst's notes"},
    Column{"graphic", "BOOLEAN", "Whether its words are hidden until asked for"},
    Column{"sensitive", "BOOLEAN", "Whether exports blur its place"},
    Column{"data_set_id", "TEXT", "Its row's id in the data set that it came from"},
    Column{"attributes", "TEXT", "What that data set says besides, JSON object"},
};
constexpr std::array claimColumns{
    Column{"incident_id", "INTEGER NOT NULL REFERENCES incident(id) DEFERRABLE INITIALLY DEFERRED", "The incident"},
    Column{"quote_id", "INTEGER NOT NULL REFERENCES quote(id) DEFERRABLE INITIALLY DEFERRED", "The words about it"},
    Column{"stance", "TEXT NOT NULL", "reports, confirms, adds, disputes or denies"},
    Column{"about", "TEXT", "What the words answer, as a person decided: JSON array of what, who, where, when, losses"},
};
constexpr std::array figureColumns{
    Column{"title", "TEXT", "Title"},
    Column{"spec", "TEXT NOT NULL", "All that is needed to draw it again, JSON"},
};
constexpr std::array layerColumns{
    Column{"title", "TEXT NOT NULL", "Title"},
    Column{"source", "TEXT NOT NULL", "The file, relative to this one's folder where it can be"},
    Column{"style", "TEXT", "Order, opacity, colours, JSON"},
};
constexpr std::array bookmarkColumns{
    Column{"name", "TEXT NOT NULL", "What the person called it"},
    Column{"centre_lon", "REAL NOT NULL", "Longitude of the map's middle, degrees, WGS 84"},
    Column{"centre_lat", "REAL NOT NULL", "Latitude of the map's middle, degrees, WGS 84"},
    Column{"zoom", "REAL NOT NULL", "At 0 the world is 256 pixels wide, at every level twice as wide as before"},
    Column{"view", "TEXT NOT NULL", "How the map shows many incidents: clusters, points or density"},
    Column{"filter", "TEXT NOT NULL", "Which incidents are shown, JSON; an empty object shows them all"},
};
constexpr std::array caseInfoColumns{
    Column{"title", "TEXT NOT NULL", "What the case is called"},
    Column{"author", "TEXT", "Who made it"},
    Column{"licence", "TEXT", "On what terms it may be passed on"},
    Column{"notes", "TEXT", "What else its readers should know"},
};
constexpr std::array decisionColumns{
    Column{"document_id", "INTEGER NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED",
           "The document that was read"},
    Column{"proposal_key", "TEXT NOT NULL", "What was proposed"},
    Column{"accepted", "BOOLEAN NOT NULL", "Whether it was accepted"},
};
constexpr std::array historyColumns{
    Column{"step", "INTEGER NOT NULL", "Rows of one step were changed together"},
    Column{"action", "TEXT NOT NULL", "do, undo or redo"},
    Column{"target", "INTEGER", "The step that was undone or redone"},
    Column{"time", "DATETIME NOT NULL", "When, UTC"},
    Column{"author", "TEXT NOT NULL", "Who"},
    Column{"label", "TEXT NOT NULL", "What the person did"},
    Column{"table_name", "TEXT NOT NULL", "The table of the row"},
    Column{"row_id", "INTEGER NOT NULL", "Its id"},
    Column{"before", "TEXT", "The row before as JSON, geometry in hexadecimal; none if it was made"},
    Column{"after", "TEXT", "The row after; none if it was removed"},
    Column{
        "sha256", "TEXT NOT NULL",
        "SHA-256 of the JSON array [sha256 of the row before this one or empty text, id, step, action, target, "
        "time, author, label, table_name, row_id, before, after], and last_row_id where there is one, compact, UTF-8"},
    Column{"last_row_id", "INTEGER",
           "Where rows row_id to last_row_id were made at once: the last; then after has their count and SHA-256"},
};
constexpr std::array mergedHistoryColumns{
    Column{"merge_step", "INTEGER NOT NULL", "The step of history that took these rows in"},
    Column{"local_id", "INTEGER", "The id that the row has in this case; none if it did not come in"},
    Column{"original_id", "INTEGER NOT NULL", "The id of this row in the history that it comes from"},
    Column{"step", "INTEGER NOT NULL", "As in history, and so are the next columns"},
    Column{"action", "TEXT NOT NULL", "do, undo or redo"},
    Column{"target", "INTEGER", "The step that was undone or redone"},
    Column{"time", "DATETIME NOT NULL", "When, UTC"},
    Column{"author", "TEXT NOT NULL", "Who"},
    Column{"label", "TEXT NOT NULL", "What the person did"},
    Column{"table_name", "TEXT NOT NULL", "The table of the row"},
    Column{"row_id", "INTEGER NOT NULL", "Its id in the case that it comes from"},
    Column{"before", "TEXT", "The row before"},
    Column{"after", "TEXT", "The row after"},
    Column{"sha256", "TEXT NOT NULL", "As computed there"},
    Column{"last_row_id", "INTEGER", "The last of many rows made at once"},
};
constexpr std::array documentTextColumns{
    Column{"sha256", "TEXT NOT NULL UNIQUE", "SHA-256 of the text in UTF-8"},
    // Before the text: SQLite walks through all of a long row to what lies behind.
    Column{"fingerprint", "BLOB", "Tells whose story it is: a sample of its runs of words, and the agencies it names"},
    Column{"text", "TEXT NOT NULL", "The text that quotes count in; never changed or removed"},
};
constexpr std::array documentBytesColumns{
    Column{"sha256", "TEXT NOT NULL UNIQUE", "SHA-256 of the bytes"},
    Column{"bytes", "BLOB NOT NULL", "The original file; never changed or removed"},
};

constexpr std::array<const Table *, 13> tables{
    &documentTable,      &quoteTable,        &incidentTable,     &claimTable,    &figureTable,
    &decisionTable,      &layerTable,        &bookmarkTable,     &caseInfoTable, &historyTable,
    &mergedHistoryTable, &documentTextTable, &documentBytesTable};

} // namespace

const Table documentTable{"document", "Sources, as they were taken in", documentColumns};
const Table quoteTable{"quote", "Words of documents, found again by position and by themselves", quoteColumns};
const Table incidentTable{"incident", "Reported incidents", incidentColumns};
const Table claimTable{"claim", "Which words speak for or against which incident", claimColumns};
const Table figureTable{"figure", "Saved figures", figureColumns};
const Table decisionTable{"decision", "What was decided on what the program proposed", decisionColumns};
const Table layerTable{"layer", "Files shown over the map", layerColumns};
const Table bookmarkTable{"bookmark", "Views of the map with what is shown, to come back to", bookmarkColumns};
const Table caseInfoTable{"case_info", "What the case says of itself", caseInfoColumns};
const Table mergedHistoryTable{"merged_history", "Histories of the cases that were merged into this one",
                               mergedHistoryColumns};
const Table historyTable{"history", "All that was ever done to this case; each row's hash covers the one before",
                         historyColumns};
const Table documentTextTable{"document_text", "Texts of the documents", documentTextColumns};
const Table documentBytesTable{"document_bytes", "Original files of the documents", documentBytesColumns};

bool Table::hasGeometry() const
{
    return std::strcmp(columns.front().type, "GEOMETRY") == 0;
}

std::span<const Table *const> editableTables()
{
    return std::span(tables).first<9>();
}

const Table *editableTableNamed(std::string_view name)
{
    const auto editable = editableTables();
    const auto found = std::ranges::find(editable, name, &Table::name);
    return found == editable.end() ? nullptr : *found;
}

std::span<const Table *const> allTables()
{
    return tables;
}

QByteArray columnList(const Table &table)
{
    QByteArray list;
    for (const Column &column : table.columns)
        list += (list.isEmpty() ? QByteArray() : QByteArray(", ")) + column.name;
    return list;
}

} // namespace dateline
