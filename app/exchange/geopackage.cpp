#include "casefile/geometryblob.h"
#include "exchange/exchangetext.h"
#include "exchange/exportrows.h"
#include "exchange/formats.h"
#include "exchange/jsoncells.h"

#include <algorithm>
#include <map>

namespace dateline
{

namespace
{

QString utf16(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QStringList textsFrom(std::string_view json)
{
    std::vector<std::string> texts;
    readTexts(json, texts);
    QStringList list;
    for (const std::string &text : texts)
        list.append(QString::fromStdString(text));
    return list;
}

Incident incidentFrom(const StoredIncident &row)
{
    Incident incident;
    incident.title = utf16(row.title);
    incident.kind = kindFromTerm(utf16(row.kind)).value_or(Kind::NotStated);
    incident.subKind = subKindFromTerm(utf16(row.subKind));
    const std::optional<UtcMinute> begin = utcFromIso(utf16(row.begin));
    const std::optional<UtcMinute> end = utcFromIso(utf16(row.end));
    if (begin && end) {
        incident.when =
            When{{*begin, *end, timePrecisionFromKey(utf16(row.timePrecision)).value_or(TimePrecision::Minute)},
                 utf16(row.zone),
                 utf16(row.timeAsWritten)};
    }
    if (!row.placePrecision.empty()) {
        Geometry geometry;
        if (row.point)
            geometry = pointGeometry(*row.point);
        else if (!row.shape.empty())
            geometry = geometryFromBlob(row.shape).value_or(Geometry{});
        incident.where = Where{utf16(row.place),
                               utf16(row.province),
                               utf16(row.country),
                               std::move(geometry),
                               locationPrecisionFromKey(utf16(row.placePrecision)).value_or(LocationPrecision::Near),
                               row.radiusMetres,
                               utf16(row.placeAsWritten)};
    }
    incident.actors = textsFrom(row.actors);
    std::vector<StoredLoss> losses;
    readLosses(row.losses, losses);
    for (const StoredLoss &loss : losses) {
        if (const std::optional<Loss::Kind> kind = lossKindFromKey(QString::fromStdString(loss.kind)))
            incident.losses.push_back({*kind, loss.low, loss.high, QString::fromStdString(loss.ofWhom),
                                       QString::fromStdString(loss.reportedBy), loss.best});
    }
    incident.status = statusFromKey(utf16(row.status)).value_or(Status::Reported);
    incident.credibility = row.credibility;
    incident.tags = textsFrom(row.tags);
    incident.notes = utf16(row.notes);
    incident.graphic = row.graphic;
    incident.sensitive = row.sensitive;
    incident.dataSetId = utf16(row.dataSetId);
    incident.attributes = utf16(row.attributes);
    return incident;
}

/// A new case that takes what it is given in steps of a bounded size.
class SubsetCase
{
public:
    SubsetCase(Case &made, ExportJob &job)
        : m_made(made)
        , m_job(job)
    {
        m_change.label = ExchangeText::tr("Export from another case");
    }

    void setInfo(CaseInfo info) { m_change.edits.emplace_back(std::move(info)); }

    /// A failure sticks, and finish() tells it.
    void add(const StoredIncident &row)
    {
        if (m_failure)
            return;
        const IncidentId id{--m_newest};
        Incident incident = incidentFrom(row);
        incident.id = id;
        m_change.edits.emplace_back(std::move(incident));
        for (const StoredQuote &quote : row.quotes)
            addQuote(quote, id);
        constexpr std::size_t mostEdits = 20'000;
        constexpr qsizetype mostBytes = 64LL * 1024 * 1024;
        if (m_change.edits.size() > mostEdits || m_bytes > mostBytes)
            store();
    }

    [[nodiscard]] Result<void> finish()
    {
        store();
        return m_failure ? Result<void>(std::unexpected(*m_failure)) : Result<void>();
    }

private:
    void addQuote(const StoredQuote &stored, IncidentId incident)
    {
        const std::optional<DocumentId> document = documentFor(stored.document);
        if (!document) {
            ++m_job.report.withheld;
            return;
        }
        Quote quote{QuoteId{--m_newest},  *document,
                    stored.begin,         stored.end,
                    utf16(stored.exact),  utf16(stored.prefix),
                    utf16(stored.suffix), utf16(stored.speaker)};
        m_change.edits.emplace_back(quote);
        m_change.edits.emplace_back(Claim{ClaimId{--m_newest}, incident, quote.id,
                                          stanceFromKey(utf16(stored.stance)).value_or(Stance::Reports),
                                          aboutOf(stored)});
    }

    /// What a person decided that the words answer.
    [[nodiscard]] Questions aboutOf(const StoredQuote &stored)
    {
        const Result<std::vector<Claim>> claims = m_job.file.claimsOn(stored.id);
        if (claims) {
            for (const Claim &claim : *claims) {
                if (claim.id == stored.claim)
                    return claim.about;
            }
        }
        return {};
    }

    /// The document in the new case; none if it may not go there, since it names a blurred place.
    [[nodiscard]] std::optional<DocumentId> documentFor(DocumentId original)
    {
        if (const auto known = m_documents.find(original); known != m_documents.end())
            return known->second;
        Result<Document> document = m_job.file.document(original);
        if (!document) {
            m_failure = document.error();
            return std::nullopt;
        }
        const bool isTold = m_job.rows.isTold(document->text) || m_job.rows.isTold(document->title)
            || m_job.rows.isTold(document->address) || m_job.rows.isTold(document->fileName)
            || m_job.rows.isTold(document->publisher) || m_job.rows.isTold(document->author);
        std::optional<DocumentId> &made = m_documents[original];
        if (isTold)
            return made;
        made = DocumentId{--m_newest};
        document->id = *made;
        // Others of the case may not be exported.
        document->replaces = {};
        document->origin = {};
        m_bytes += document->bytes.size() + 2 * document->text.size();
        m_new.push_back(original);
        m_change.edits.emplace_back(std::move(*document));
        return made;
    }

    void store()
    {
        if (m_failure || m_change.edits.empty())
            return;
        const Result<Changed> done = m_made.apply(m_change);
        m_change.edits.clear();
        m_bytes = 0;
        if (!done) {
            m_failure = done.error();
            return;
        }
        // Later steps name documents by the ids that they got: the highest, in the order in which they were made.
        std::vector<DocumentId> ids = done->documents;
        std::ranges::sort(ids);
        Q_ASSERT(ids.size() >= m_new.size());
        const std::size_t others = ids.size() - m_new.size();
        for (std::size_t i = 0; i < m_new.size(); ++i)
            m_documents[m_new[i]] = ids[others + i];
        m_new.clear();
    }

    Case &m_made;
    ExportJob &m_job;
    Change m_change;
    qsizetype m_bytes = 0;
    std::int64_t m_newest = 0; ///< Below 0: of what is made in this step.
    std::map<DocumentId, std::optional<DocumentId>> m_documents; ///< In the new case, by their ids in the other.
    std::vector<DocumentId> m_new; ///< Of this step, by their ids in the other case.
    std::optional<Error> m_failure;
};

} // namespace

Result<void> writeGeoPackage(ExportJob &job)
{
    const CaseInfo &info = job.rows.info();
    const Result<std::unique_ptr<Case>> made = createCase(job.path(), info.title);
    if (!made)
        return std::unexpected(made.error());
    SubsetCase subset(**made, job);
    subset.setInfo(info);
    const Result<void> read = job.rows.forEach(true, [&subset](const StoredIncident &row) { subset.add(row); });
    return read ? subset.finish() : read;
}

} // namespace dateline
