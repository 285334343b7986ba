#pragma once

#include "base/result.h"
#include "domain/change.h"

#include <QDateTime>
#include <QJsonObject>

#include <functional>
#include <vector>

namespace dateline
{

/// A claim with the words behind it, as the inspector shows it.
struct Evidence
{
    Claim claim;
    Quote quote;
    QString documentName;
    std::optional<WrittenTime> documentPublished;
    bool matches = false; ///< The quote's words stand in the document's text at its position.
    QString publisher; ///< The document's.
    bool documentGraphic = false; ///< The whole document is marked as graphic.
    UtcMinute documentRetrieved{}; ///< Tells captures of one source apart.
    DocumentId replacedBy{}; ///< The newer capture of the document; 0 if this is the newest.
    int page = 0; ///< The document's page that the words stand on, from 1; 0 if it has none or they do not match.

    friend bool operator==(const Evidence &, const Evidence &) = default;
};

/// A document without its text and bytes, for lists.
struct DocumentSummary
{
    DocumentId id{};
    QString name;
    QString publisher;
    std::optional<WrittenTime> published;
    char grade = 0; ///< 'A' to 'F'; 0 if not graded.
    bool graphic = false;
    UtcMinute retrieved{};
    DocumentId replaces{}; ///< The older capture of the same source; 0 if there is none.
    DocumentId replacedBy{}; ///< The newer one; 0 if this is the newest.
    bool ofRows = false; ///< The words of a table's rows, which are incidents already.
};

/// A place where searched words stand.
struct SearchHit
{
    DocumentId document{};
    QString documentName;
    TextSpan span; ///< In UTF-16 units of the document's text.
    QString excerpt; ///< One line around it.
};

/// One step of a case's history.
struct HistoryStep
{
    std::int64_t step = 0;
    QString action; ///< “do”, “undo” or “redo”.
    std::int64_t target = 0; ///< The step that was undone or redone; 0 for “do”.
    QDateTime time; ///< UTC.
    QString author;
    QString label;
    std::int64_t rows = 0; ///< How many rows it changed.
};

/// What a step did to one row, or to many rows that were made at once.
struct HistoryRow
{
    QString table; ///< “incident”, “quote” …
    std::int64_t id = 0;
    std::int64_t lastId = 0; ///< Above id where rows id to lastId were made at once.
    QJsonObject before; ///< Column → value; empty if it was made.
    QJsonObject after; ///< Empty if it was removed.
};

/// What became of the rows of a load.
struct Loaded
{
    static constexpr std::size_t mostErrors = 100;

    qsizetype accepted = 0; ///< Rows that were made incidents.
    qsizetype updated = 0; ///< Rows that incidents of the case took something of.
    qsizetype removed = 0; ///< Incidents of the case that went.
    qsizetype documents = 0; ///< That came in with them.
    qsizetype refusedRows = 0;
    std::vector<Error> refused; ///< Why, of the first of them; at most mostErrors.
    IncidentId first{}; ///< The incidents that were made have the ids from this one to last.
    IncidentId last{};
    Changed changed; ///< What else the step touched, among it the incidents that it updated or removed.
    bool cancelled = false; ///< Then nothing was stored.
};

/// How a case's file is laid out, and whence.
struct CaseFormat
{
    int schema = 0; ///< The layout's number.
    QString program; ///< The version of Dateline that gave it this layout.
    QDateTime created; ///< UTC.
};

/// Told how many rows are written so far; false ends the work, and nothing is stored.
using Proceed = std::function<bool(qsizetype rows)>;

} // namespace dateline
