#include "casefile/loadedrows.h"

#include "casefile/celltexts.h"
#include "casefile/geometryblob.h"
#include "casefile/pointblob.h"
#include "casefile/rows.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace dateline
{

namespace
{

/// The place of the column @p name.
std::size_t placeOf(const Table &table, std::string_view name)
{
    const auto found = std::ranges::find(table.columns, name, &Column::name);
    Q_ASSERT(found != table.columns.end());
    return static_cast<std::size_t>(found - table.columns.begin());
}

/// The places of the incident's columns.
struct IncidentPlaces
{
    static std::size_t at(std::string_view name) { return placeOf(incidentTable, name); }

    std::size_t geom = at("geom"), title = at("title"), kind = at("kind"), subKind = at("sub_kind"),
                timeBegin = at("time_begin"), timeEnd = at("time_end"), timePrecision = at("time_precision"),
                timeZone = at("time_zone"), timeAsWritten = at("time_as_written"), placeName = at("place_name"),
                province = at("province"), country = at("country"), locationPrecision = at("location_precision"),
                radius = at("radius_m"), placeAsWritten = at("place_as_written"), actors = at("actors"),
                losses = at("losses"), status = at("status"), credibility = at("credibility"), tags = at("tags"),
                notes = at("notes"), graphic = at("graphic"), sensitive = at("sensitive"),
                dataSetId = at("data_set_id"), attributes = at("attributes");
};

struct QuotePlaces
{
    static std::size_t at(std::string_view name) { return placeOf(quoteTable, name); }

    std::size_t document = at("document_id"), begin = at("begin_position"), end = at("end_position"),
                exact = at("exact"), prefix = at("prefix"), suffix = at("suffix"), speaker = at("speaker");
};

struct ClaimPlaces
{
    static std::size_t at(std::string_view name) { return placeOf(claimTable, name); }

    std::size_t incident = at("incident_id"), quote = at("quote_id"), stance = at("stance");
};

/// What of a row the incident's column @p name holds; none for what no row of a data set brings to an incident.
std::optional<RowField> fieldOfColumn(std::string_view name)
{
    static const std::map<std::string_view, RowField> fields{
        {"title", RowField::Title},          {"kind", RowField::Kind},
        {"sub_kind", RowField::Kind},        {"actors", RowField::Actors},
        {"time_begin", RowField::Time},      {"time_end", RowField::Time},
        {"time_precision", RowField::Time},  {"time_zone", RowField::Time},
        {"time_as_written", RowField::Time}, {"geom", RowField::Place},
        {"place_name", RowField::Place},     {"province", RowField::Place},
        {"country", RowField::Place},        {"location_precision", RowField::Place},
        {"radius_m", RowField::Place},       {"place_as_written", RowField::Place},
        {"losses", RowField::Losses},        {"tags", RowField::Tags},
        {"notes", RowField::Notes},          {"attributes", RowField::Attributes}};
    const auto found = fields.find(name);
    return found == fields.end() ? std::nullopt : std::optional(found->second);
}

QJsonValue jsonOf(const CellValue &cell)
{
    const QByteArrayView bytes(cell.bytes.data(), static_cast<qsizetype>(cell.bytes.size()));
    switch (cell.type) {
    case Statement::Type::Integer: return qint64{cell.integer};
    case Statement::Type::Real: return cell.real;
    case Statement::Type::Text: return QString::fromUtf8(bytes);
    case Statement::Type::Blob: return QString::fromLatin1(bytes.toByteArray().toHex());
    case Statement::Type::Null: return QJsonValue::Null;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

LoadedRows::LoadedRows()
    : incidents(incidentTable)
    , quotes(quoteTable)
    , claims(claimTable)
{
}

void LoadedRows::clear()
{
    incidents.clear();
    quotes.clear();
    claims.clear();
    updates.clear();
    documents.clear();
}

RowMaker::RowMaker(const FirstIds &first, std::unordered_set<std::int64_t> documents)
    : m_documents(std::move(documents))
    , m_rows(std::make_unique<LoadedRows>())
    , m_next(first)
{
}

std::optional<Error> RowMaker::refusalOf(const IncidentRow &row) const
{
    const auto refused = [&row](const QString &sentence) {
        return Error{Error::Kind::Malformed, sentence.arg(row.number),
                     QString::fromUtf8(row.dataSetId.data(), static_cast<qsizetype>(row.dataSetId.size()))};
    };
    if (row.precision
        && ((row.point && !isStorable(*row.point)) || (row.geometry && !isStorable(*row.geometry))
            || !(row.radiusMetres >= 0) || !std::isfinite(row.radiusMetres))) {
        return refused(tr("The place of row %1 is not on the earth: set a longitude from −180 to 180 and a latitude "
                          "from −90 to 90"));
    }
    if (row.time && row.time->end <= row.time->begin)
        return refused(tr("Row %1 ends before it begins: correct its time"));
    if (row.time && !(isStorable(row.time->begin) && isStorable(row.time->end)))
        return refused(tr("The time of row %1 is not between the years 1 and 9999: correct it"));
    if (row.credibility < 0 || row.credibility > 6)
        return refused(tr("The credibility of row %1 is not from 1 to 6: correct it"));
    for (const QuoteRow &quote : row.quotes) {
        if (numberOf(quote.document) >= 0 && !m_documents.contains(numberOf(quote.document)))
            return refused(tr("Row %1 names a source that is not in the case: read that first"));
        if (!isUtf8(quote.exact) || !isUtf8(quote.prefix) || !isUtf8(quote.suffix) || !isUtf8(quote.speaker))
            return notUtf8(row);
    }
    return std::nullopt;
}

Error RowMaker::notUtf8(const IncidentRow &row)
{
    return {Error::Kind::Malformed, tr("Row %1 has letters that are not UTF-8: save the file as UTF-8").arg(row.number),
            QString()};
}

void RowMaker::setCells(const IncidentRow &row)
{
    static const IncidentPlaces at;
    std::vector<CellValue> &cells = m_cells;
    cells.assign(incidentTable.columns.size(), CellValue{});
    const auto flag = [](bool set) { return set ? cellOf(std::int64_t{1}) : CellValue{}; };
    writeList(m_actors, row.actors);
    writeLosses(m_losses, row.losses);
    writeList(m_tags, row.tags);
    cells[at.title] = textCell(plain(row.title));
    cells[at.kind] = textCell(keys().kind[row.kind]);
    if (row.subKind)
        cells[at.subKind] = textCell(keys().subKind[*row.subKind]);
    if (row.time) {
        m_begin = IsoTime(row.time->begin);
        m_end = IsoTime(row.time->end);
        cells[at.timeBegin] = textCell(m_begin.text());
        cells[at.timeEnd] = textCell(m_end.text());
        cells[at.timePrecision] = textCell(keys().timePrecision[row.time->precision]);
        cells[at.timeZone] = textOrNull(plain(row.zone));
        cells[at.timeAsWritten] = textOrNull(plain(row.timeAsWritten));
    }
    if (row.precision) {
        if (row.geometry)
            cells[at.geom] = blobCell(viewOf(m_geometry = blobFromGeometry(*row.geometry)));
        else if (row.point)
            cells[at.geom] = blobCell(viewOf(m_point = blobFromPoint(*row.point)));
        cells[at.placeName] = textOrNull(plain(row.place));
        cells[at.province] = textOrNull(plain(row.province));
        cells[at.country] = textOrNull(plain(row.country));
        cells[at.locationPrecision] = textCell(keys().locationPrecision[*row.precision]);
        cells[at.radius] = cellOf(row.radiusMetres + 0.0); // −0 is written as 0.
        cells[at.placeAsWritten] = textOrNull(plain(row.placeAsWritten));
    }
    cells[at.actors] = textOrNull(m_actors);
    cells[at.losses] = textOrNull(m_losses);
    cells[at.status] = textCell(keys().status[row.status]);
    cells[at.credibility] = cellOf(std::int64_t{row.credibility});
    cells[at.tags] = textOrNull(m_tags);
    cells[at.notes] = textOrNull(plain(row.notes));
    cells[at.graphic] = flag(row.graphic);
    cells[at.sensitive] = flag(row.sensitive);
    cells[at.dataSetId] = textOrNull(plain(row.dataSetId));
    cells[at.attributes] = textOrNull(plain(row.attributes));
}

DocumentId RowMaker::resolved(DocumentId id) const
{
    return numberOf(id) < 0 ? DocumentId{m_next.document - numberOf(id) - 1} : id;
}

void RowMaker::add(DocumentRow document)
{
    document.document.id = resolved(document.document.id);
    m_rows->documents.push_back(std::move(document));
}

void RowMaker::addQuote(const QuoteRow &quote, std::int64_t incident)
{
    static const QuotePlaces at;
    static const ClaimPlaces claimAt;
    std::vector<CellValue> &cells = m_quoteCells;
    cells.assign(quoteTable.columns.size(), CellValue{});
    m_documentsNamed = std::max(m_documentsNamed, -numberOf(quote.document));
    cells[at.document] = cellOf(numberOf(resolved(quote.document)));
    cells[at.begin] = cellOf(std::int64_t{quote.begin});
    cells[at.end] = cellOf(std::int64_t{quote.end});
    cells[at.exact] = textCell(plain(quote.exact));
    cells[at.prefix] = textOrNull(plain(quote.prefix));
    cells[at.suffix] = textOrNull(plain(quote.suffix));
    cells[at.speaker] = textOrNull(plain(quote.speaker));
    m_rows->quotes.add(cells);
    cells.assign(claimTable.columns.size(), CellValue{});
    cells[claimAt.incident] = cellOf(incident);
    cells[claimAt.quote] = cellOf(m_next.quote++);
    cells[claimAt.stance] = textCell(keys().stance[quote.stance]);
    m_rows->claims.add(cells);
    ++m_next.claim;
}

std::optional<Error> RowMaker::add(const IncidentRow &row)
{
    if (std::optional<Error> refusal = refusalOf(row))
        return refusal;
    setCells(row);
    if (row.replaces != IncidentId{})
        return addUpdate(row);
    m_rows->incidents.add(m_cells);
    // A text that is not UTF-8 would come out of the case otherwise than it went in.
    if (!isUtf8(m_rows->incidents.form(m_rows->incidents.rows() - 1))) {
        m_rows->incidents.removeLast();
        return notUtf8(row);
    }
    for (const QuoteRow &quote : row.quotes)
        addQuote(quote, m_next.incident);
    append(columns, IncidentId{m_next.incident}, row);
    if (row.precision) {
        const std::optional<LonLatBox> outline = row.geometry ? boxOf(*row.geometry) : std::nullopt;
        if (outline)
            boxes.push_back(indexedBox(m_next.incident, *outline));
        else if (row.point && !row.geometry)
            boxes.push_back(
                indexedBox(m_next.incident, {row.point->lon, row.point->lat, row.point->lon, row.point->lat}));
    }
    ++m_next.incident;
    return std::nullopt;
}

std::optional<Error> RowMaker::addUpdate(const IncidentRow &row)
{
    LoadedUpdate update{numberOf(row.replaces), {}};
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const char *name = incidentTable.columns[i].name;
        const std::optional<RowField> field = fieldOfColumn(name);
        if (!field || !row.fields.test(static_cast<std::size_t>(*field)))
            continue;
        if (m_cells[i].type == Statement::Type::Text && !isUtf8(m_cells[i].bytes))
            return notUtf8(row);
        update.columns.insert(QLatin1StringView(name), jsonOf(m_cells[i]));
    }
    m_rows->updates.push_back(std::move(update));
    for (const QuoteRow &quote : row.quotes)
        addQuote(quote, numberOf(row.replaces));
    return std::nullopt;
}

std::unique_ptr<LoadedRows> RowMaker::takeRows(std::unique_ptr<LoadedRows> spare)
{
    if (spare)
        spare->clear();
    else
        spare = std::make_unique<LoadedRows>();
    return std::exchange(m_rows, std::move(spare));
}

} // namespace dateline
