#include "exchange/exportrows.h"

#include "base/zone.h"
#include "exchange/exchangetext.h"
#include "publish/figurecontent.h"
#include "tables/layout.h"

#include <QElapsedTimer>

#include <algorithm>

namespace dateline
{

namespace
{

/// Which incidents of @p table are exported; none: all of them.
std::optional<std::vector<IncidentId>> idsShown(const IncidentTable &table, const std::vector<IncidentId> &only)
{
    if (only.empty() && table.countShown().count == table.size())
        return std::nullopt;
    std::vector<IncidentId> ids;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const IncidentId id{table.columns().id[row]};
        if (table.shows(row) && (only.empty() || std::ranges::binary_search(only, id)))
            ids.push_back(id);
    }
    return ids;
}

std::string textOf(const std::optional<WrittenTime> &time)
{
    if (!time)
        return {};
    if (time->precision < TimePrecision::Day)
        return isoFromUtc(time->instant).toStdString();
    const QDate day = dateTimeFromUtc(time->instant).toTimeZone(zoneOrUtc(time->zone)).date();
    switch (time->precision) {
    case TimePrecision::Month: return day.toString(QStringLiteral("yyyy-MM")).toStdString();
    case TimePrecision::Year: return day.toString(QStringLiteral("yyyy")).toStdString();
    default: return day.toString(Qt::ISODate).toStdString();
    }
}

} // namespace

std::string ExportSource::name() const
{
    std::string name = publisher;
    for (const auto &[mark, text] :
         {std::pair<std::string_view, const std::string &>(": ", title), {", ", published}}) {
        if (!text.empty())
            name.append(name.empty() ? "" : mark).append(text);
    }
    return name;
}

ExportRows::ExportRows(const ExportOptions &options, const ExportFormat &format, ExportReport &report,
                       const ExportProceed &proceed)
    : m_options(options)
    , m_format(format)
    , m_report(report)
    , m_proceed(proceed)
{
}

Result<std::unique_ptr<ExportRows>> ExportRows::open(const Case &file, const ExportOptions &options,
                                                     const ExportFormat &format, ExportReport &report,
                                                     const ExportProceed &proceed)
{
    Result<IncidentTable> table = tableOf(file, options.filter);
    if (!table)
        return std::unexpected(table.error());
    Result<std::unique_ptr<IncidentReader>> reader = IncidentReader::open(file.path());
    if (!reader)
        return std::unexpected(reader.error());
    std::unique_ptr<ExportRows> rows(new ExportRows(options, format, report, proceed));
    rows->m_reader = std::move(*reader);
    rows->m_ids = idsShown(*table, options.only);
    rows->m_count = static_cast<qint64>(rows->m_ids ? rows->m_ids->size() : table->size());
    report.filtered = static_cast<qint64>(table->size()) - rows->m_count;
    report.missing = std::ranges::count_if(options.only, [&table](IncidentId id) { return !table->rowOf(id); });
    Result<Withholding> withholding =
        Withholding::of(*rows->m_reader, table->columns(), rows->m_ids, options.blurMetres);
    if (!withholding)
        return std::unexpected(withholding.error());
    rows->m_withholding = std::move(*withholding);
    rows->m_info = file.info();
    for (QString *text : {&rows->m_info.title, &rows->m_info.author, &rows->m_info.licence, &rows->m_info.notes}) {
        if (rows->isTold(*text))
            text->clear();
    }
    if (format.byDay) {
        for (const std::uint32_t row : orderByDay(table->columns())) {
            const IncidentId id{table->columns().id[row]};
            if (!rows->m_ids || std::ranges::binary_search(*rows->m_ids, id))
                rows->m_byDay.push_back(id);
        }
    }
    return rows;
}

Result<void> ExportRows::forEach(bool withQuotes, const Take &take)
{
    return read(m_ids, withQuotes, take);
}

Result<void> ExportRows::forEachByDay(const Take &take)
{
    return read(m_byDay, true, take);
}

Result<void> ExportRows::read(const std::optional<std::span<const IncidentId>> &ids, bool withQuotes, const Take &take)
{
    QElapsedTimer sinceTold;
    sinceTold.start();
    const Result<void> done = m_reader->forEach(ids, withQuotes, [&](StoredIncident &row) {
        constexpr qint64 between = 1024; // rows: a clock is dear
        constexpr qint64 betweenMs = 100;
        if (m_proceed && ++m_done % between == 0 && (m_done == between || sinceTold.hasExpired(betweenMs))) {
            sinceTold.restart();
            m_isCancelled = !m_proceed({m_done, m_count * m_format.passes});
        }
        if (!m_isCancelled && isTaken(row))
            take(row);
        return !m_isCancelled;
    });
    if (m_isFirstPass)
        tellTerms();
    m_isFirstPass = false;
    return done;
}

/// Makes @p row what may be written of it; false if the format cannot hold it.
bool ExportRows::isTaken(StoredIncident &row)
{
    const bool isSensitive = row.sensitive && !row.placePrecision.empty();
    const bool isUnplaced = m_format.needsPlace && !(m_format.needsPoint ? row.point.has_value() : row.isPlaced());
    const bool isUndated = m_format.needsTime && row.begin.empty();
    if (m_isFirstPass) {
        m_report.unplaced += isUnplaced ? 1 : 0;
        m_report.undated += isUndated && !isUnplaced ? 1 : 0;
    }
    if (isUnplaced || isUndated)
        return false;
    if (m_isFirstPass) // Before its data set is left out.
        noteDataSet(row.attributes);
    const Withholding::Kept kept = m_withholding.apply(row);
    if (m_isFirstPass) {
        ++m_report.written;
        m_report.blurred += kept.isBlurred ? 1 : 0;
        m_report.exact += isSensitive && !kept.isBlurred ? 1 : 0;
        m_report.withheld += kept.quotes;
    }
    if (!m_options.graphicWords && !m_format.hidesGraphic)
        hideGraphicWords(row);
    return true;
}

void ExportRows::hideGraphicWords(StoredIncident &row)
{
    for (StoredQuote &quote : row.quotes) {
        if (!row.graphic && !source(quote.document).graphic)
            continue;
        quote.exact = quote.prefix = quote.suffix = {};
        m_report.withheld += m_isFirstPass ? 1 : 0;
    }
}

/// Notes which data set a row comes from, as an import writes it there.
void ExportRows::noteDataSet(std::string_view attributes)
{
    constexpr std::string_view mark = "\"data_set\":\"";
    const std::size_t at = attributes.find(mark);
    if (at == std::string_view::npos)
        return;
    const std::string_view name =
        attributes.substr(at + mark.size(), attributes.find('"', at + mark.size()) - at - mark.size());
    if (m_dataSets.empty() || m_dataSets.back() != name) {
        std::erase(m_dataSets, name); // The last one stands last: most rows are of the same.
        m_dataSets.emplace_back(name);
    }
}

void ExportRows::tellTerms()
{
    std::ranges::sort(m_dataSets);
    for (const Layout *layout : layouts()) {
        if (layout->terms[0] == '\0' || !std::ranges::binary_search(m_dataSets, std::string(layout->name)))
            continue;
        const QString terms = QString::fromUtf8(layout->terms);
        if (!m_report.notes.contains(terms))
            m_report.notes.append(terms);
    }
}

const ExportSource &ExportRows::source(DocumentId id)
{
    constexpr std::size_t most = 50'000; // A case may have millions.
    const auto known = m_sources.find(numberOf(id));
    if (known != m_sources.end())
        return known->second;
    if (m_sources.size() >= most)
        m_sources.clear();
    ExportSource &source = m_sources[numberOf(id)];
    source.id = id;
    const Result<Document> document = m_reader->document(id);
    if (!document)
        return source;
    const bool isSecret = isTold(document->title) || isTold(document->address) || isTold(document->fileName);
    const auto told = [this](const QString &text) { return isTold(text) ? std::string() : text.toStdString(); };
    source.title = isSecret ? std::string() : document->title.toStdString();
    source.address = isSecret ? std::string() : document->address.toStdString();
    source.publisher = told(document->publisher);
    source.author = told(document->author);
    source.published = textOf(document->published);
    source.retrieved = isoFromUtc(document->retrieved).toStdString();
    source.language = document->language.toStdString();
    source.grade = document->grade;
    source.graphic = document->graphic;
    if (!isSecret)
        source.textSha256 = document->textSha256.toHex().toStdString();
    return source;
}

} // namespace dateline
