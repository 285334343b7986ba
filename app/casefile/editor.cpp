#include "casefile/editor.h"

#include "casefile/database.h"
#include "casefile/rows.h"
#include "casefile/step.h"
#include "domain/fingerprint.h"

#include <cmath>
#include <unordered_map>

namespace dateline
{

namespace
{

template<typename Id>
class NewIds
{
public:
    /// The row that @p id stands for; @p id itself if it stands for none.
    [[nodiscard]] Id resolved(Id id) const
    {
        const auto found = m_rows.find(numberOf(id));
        return found == m_rows.end() ? id : Id{found->second};
    }
    /// Notes what @p id stands for; false if it stands for a row already.
    [[nodiscard]] bool add(Id id, std::int64_t row) { return m_rows.emplace(numberOf(id), row).second; }

private:
    std::unordered_map<std::int64_t, std::int64_t> m_rows;
};

/// Texts and bytes are kept once, by their hash, and for ever: the history can bring a removed document back without
/// holding its text a second time.
///
/// @returns the row of the text, if it was not there.
template<typename FingerprintOf>
std::optional<std::int64_t> storeText(Database &database, const Document &document, const QByteArray &text,
                                      FingerprintOf fingerprint)
{
    const QString textHash = QString::fromLatin1(document.textSha256.toHex());
    if (database.query("SELECT 1 FROM document_text WHERE sha256 = ?", textHash).next())
        return std::nullopt;
    database.run("INSERT INTO document_text(sha256, text, fingerprint) VALUES(?, CAST(? AS TEXT), ?)", textHash, text,
                 fingerprint());
    return database.lastRowId();
}

void storeBytes(Database &database, const Document &document)
{
    if (document.bytesSha256 != document.textSha256) {
        database.run("INSERT INTO document_bytes(sha256, bytes) VALUES(?, ?) ON CONFLICT DO NOTHING",
                     QString::fromLatin1(document.bytesSha256.toHex()), document.bytes);
    }
}

class Editor
{
    Q_DECLARE_TR_FUNCTIONS(Case)

public:
    Editor(Database &database, Step &step)
        : m_database(database)
        , m_step(step)
    {
    }

    void run(const Change &change)
    {
        // Rows that other edits name by an id below 0 come first, whatever the order of the edits.
        runIf<Document>(change);
        runIf<Incident>(change);
        runIf<Quote>(change);
        for (const Edit &edit : change.edits) {
            if (!standsForNewRow(edit))
                std::visit([this](const auto &value) { apply(value); }, edit);
        }
    }

private:
    template<typename Row>
    void runIf(const Change &change)
    {
        for (const Edit &edit : change.edits) {
            if (std::holds_alternative<Row>(edit) && standsForNewRow(edit))
                apply(std::get<Row>(edit));
        }
    }

    static bool standsForNewRow(const Edit &edit)
    {
        return std::visit(
            []<typename Row>(const Row &row) {
                if constexpr (std::is_same_v<Row, Document> || std::is_same_v<Row, Incident>
                              || std::is_same_v<Row, Quote>)
                    return numberOf(row.id) < 0;
                else
                    return false;
            },
            edit);
    }

    void fail(const QString &sentence) { m_database.fail({Error::Kind::Malformed, sentence, QString()}); }

    template<typename Id>
    void put(const Table &table, NewIds<Id> &ids, Id id, const QJsonObject &row)
    {
        if (numberOf(id) > 0) {
            m_step.replace(table, numberOf(id), row);
            return;
        }
        note(ids, id, m_step.put(table, std::nullopt, row));
    }

    template<typename Id>
    void note(NewIds<Id> &ids, Id id, std::int64_t row)
    {
        if (numberOf(id) < 0 && !ids.add(id, row))
            fail(tr("Two new rows of this step have the same number %1: nothing of it was stored").arg(numberOf(id)));
    }

    void apply(const Document &document)
    {
        const QByteArray text = document.text.toUtf8();
        Document stored = document;
        stored.textSha256 = sha256Of(text);
        stored.bytesSha256 = sha256Of(document.bytes);
        const auto differs = [](const QByteArray &given, const QByteArray &real) {
            return !given.isEmpty() && given != real;
        };
        if (differs(document.textSha256, stored.textSha256) || differs(document.bytesSha256, stored.bytesSha256)) {
            fail(tr("“%1” does not match its own SHA-256: read it again").arg(nameOf(document)));
            return;
        }
        const auto isUnstorable = [](const std::optional<WrittenTime> &time) {
            return time && !isStorable(time->instant);
        };
        if (!isStorable(document.retrieved) || isUnstorable(document.published) || isUnstorable(document.modified)) {
            fail(tr("The date of “%1” is not between the years 1 and 9999: correct it").arg(nameOf(document)));
            return;
        }
        if (numberOf(document.id) > 0 && !keepsText(stored)) {
            m_database.fail({Error::Kind::Conflict,
                             tr("The text of “%1” cannot be changed: take the new text in as a document of its own")
                                 .arg(nameOf(document)),
                             nameOf(document)});
            return;
        }
        stored.replaces = m_documents.resolved(document.replaces);
        stored.origin = m_documents.resolved(document.origin);
        if (const auto row =
                storeText(m_database, stored, text, [&] { return bytesFrom(fingerprintOf(document.text)); }))
            m_database.run("INSERT INTO document_search(rowid, text) VALUES(?, CAST(? AS TEXT))", *row, text);
        storeBytes(m_database, stored);
        put(documentTable, m_documents, document.id, rowFrom(stored));
    }

    [[nodiscard]] bool keepsText(const Document &document)
    {
        Statement row =
            m_database.query("SELECT text_sha256, bytes_sha256 FROM document WHERE id = ?", numberOf(document.id));
        return !row.next()
            || (QByteArray::fromHex(row.text(0).toLatin1()) == document.textSha256
                && QByteArray::fromHex(row.text(1).toLatin1()) == document.bytesSha256);
    }

    void apply(const Quote &quote)
    {
        Quote stored = quote;
        stored.document = m_documents.resolved(quote.document);
        m_step.require(documentTable, numberOf(stored.document));
        if (numberOf(quote.id) <= 0) {
            Statement same = m_database.query(
                "SELECT id FROM quote WHERE document_id = ? AND begin_position = ? AND end_position = ? "
                "AND ifnull(speaker, '') = ?",
                numberOf(stored.document), std::int64_t{quote.begin}, std::int64_t{quote.end}, quote.speaker);
            if (same.next()) {
                m_step.touchQuote(same.integer(0));
                note(m_quotes, quote.id, same.integer(0));
                return;
            }
        }
        put(quoteTable, m_quotes, quote.id, rowFrom(stored));
    }

    void apply(const Incident &incident)
    {
        if (incident.where
            && (!isStorable(incident.where->geometry) || !(incident.where->radiusMetres >= 0)
                || !std::isfinite(incident.where->radiusMetres))) {
            fail(tr("The place of “%1” is not on the earth: set a longitude from −180 to 180 and a latitude from −90 "
                    "to 90")
                     .arg(incident.title));
            return;
        }
        if (incident.when && incident.when->span.end <= incident.when->span.begin) {
            fail(tr("“%1” ends before it begins: correct its time").arg(incident.title));
            return;
        }
        if (incident.when && !(isStorable(incident.when->span.begin) && isStorable(incident.when->span.end))) {
            fail(tr("The time of “%1” is not between the years 1 and 9999: correct it").arg(incident.title));
            return;
        }
        put(incidentTable, m_incidents, incident.id, rowFrom(incident));
    }

    void apply(const Claim &claim)
    {
        Claim stored = claim;
        stored.incident = m_incidents.resolved(claim.incident);
        stored.quote = m_quotes.resolved(claim.quote);
        m_step.require(incidentTable, numberOf(stored.incident));
        m_step.require(quoteTable, numberOf(stored.quote));
        put(claimTable, m_claims, claim.id, rowFrom(stored));
    }

    void apply(const FigureSpec &figure) { put(figureTable, m_figures, figure.id, rowFrom(figure)); }

    void apply(const Decision &decision)
    {
        Decision stored = decision;
        stored.document = m_documents.resolved(decision.document);
        m_step.require(documentTable, numberOf(stored.document));
        m_step.put(decisionTable, decisionRow(stored.document, stored.proposalKey), rowFrom(stored));
    }

    void apply(const Layer &layer) { put(layerTable, m_layers, layer.id, rowFrom(layer)); }
    void apply(const Bookmark &bookmark)
    {
        if (!isStorable(bookmark.centre) || !std::isfinite(bookmark.zoom)) {
            fail(tr("The bookmark “%1” is not on the earth: set a longitude from −180 to 180 and a latitude from −90 "
                    "to 90")
                     .arg(bookmark.name));
            return;
        }
        put(bookmarkTable, m_bookmarks, bookmark.id, rowFrom(bookmark));
    }
    void apply(const CaseInfo &info) { m_step.put(caseInfoTable, 1, rowFrom(info)); }

    [[nodiscard]] std::optional<std::int64_t> decisionRow(DocumentId document, const QString &key)
    {
        Statement row = m_database.query("SELECT id FROM decision WHERE document_id = ? AND proposal_key = ?",
                                         numberOf(document), key);
        return row.next() ? std::optional(row.integer(0)) : std::nullopt;
    }

    void apply(const RemoveDocument &edit) { remove(documentTable, m_documents.resolved(edit.id)); }
    void apply(const RemoveIncident &edit) { remove(incidentTable, m_incidents.resolved(edit.id)); }
    void apply(const RemoveQuote &edit) { remove(quoteTable, m_quotes.resolved(edit.id)); }
    void apply(const RemoveClaim &edit) { remove(claimTable, m_claims.resolved(edit.id)); }
    void apply(const RemoveFigure &edit) { remove(figureTable, m_figures.resolved(edit.id)); }
    void apply(const RemoveLayer &edit) { remove(layerTable, m_layers.resolved(edit.id)); }
    void apply(const RemoveBookmark &edit) { remove(bookmarkTable, m_bookmarks.resolved(edit.id)); }
    void apply(const RemoveDecision &edit)
    {
        const std::int64_t row = decisionRow(m_documents.resolved(edit.document), edit.proposalKey).value_or(0);
        m_step.remove(decisionTable, row);
    }

    template<typename Id>
    void remove(const Table &table, Id id)
    {
        m_step.remove(table, numberOf(id));
    }

    Database &m_database;
    Step &m_step;
    NewIds<DocumentId> m_documents;
    NewIds<QuoteId> m_quotes;
    NewIds<IncidentId> m_incidents;
    NewIds<ClaimId> m_claims;
    NewIds<FigureId> m_figures;
    NewIds<LayerId> m_layers;
    NewIds<BookmarkId> m_bookmarks;
};

} // namespace

void applyEdits(Database &database, Step &step, const Change &change)
{
    Editor(database, step).run(change);
}

void putDocument(Database &database, Step &step, const DocumentRow &document)
{
    static_cast<void>(storeText(database, document.document, document.text, [] { return bytesFrom(Fingerprint()); }));
    step.put(documentTable, numberOf(document.document.id), rowFrom(document.document));
}

} // namespace dateline
