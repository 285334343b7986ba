#include "exchange/withholding.h"

#include "casefile/celltexts.h"
#include "casefile/geometryblob.h"
#include "exchange/jsoncells.h"
#include "map/blur.h"

#include <algorithm>
#include <unordered_set>

namespace dateline
{

namespace
{

Where whereOf(const StoredIncident &row)
{
    Where where;
    where.place = QString::fromUtf8(row.place);
    where.province = QString::fromUtf8(row.province);
    where.country = QString::fromUtf8(row.country);
    if (row.point)
        where.geometry = pointGeometry(*row.point);
    else if (!row.shape.empty())
        where.geometry = geometryFromBlob(row.shape).value_or(Geometry{});
    where.precision = locationPrecisionFromKey(QString::fromUtf8(row.placePrecision)).value_or(LocationPrecision::Near);
    where.radiusMetres = row.radiusMetres;
    where.asWritten = QString::fromUtf8(row.placeAsWritten);
    return where;
}

bool isToBlur(const StoredIncident &row)
{
    return row.sensitive && !row.placePrecision.empty();
}

} // namespace

Result<Withholding> Withholding::of(IncidentReader &reader, const IncidentColumns &columns,
                                    const std::optional<std::span<const IncidentId>> &shown, double blurMetres)
{
    Withholding withholding;
    std::vector<IncidentId> sensitive;
    for (std::size_t row = 0; row < columns.size() && blurMetres > 0; ++row) {
        if (columns.has(row, IncidentColumns::Sensitive))
            sensitive.push_back(IncidentId{columns.id[row]});
    }
    if (sensitive.empty())
        return withholding;
    withholding.m_isActive = true;
    withholding.m_blurMetres = blurMetres;
    const Result<void> secret = reader.forEach(sensitive, true, [&](const StoredIncident &row) {
        if (isToBlur(row)) {
            withholding.m_names.keepBack(whereOf(row));
            for (const StoredQuote &quote : row.quotes)
                withholding.m_shared.insert(quote.id);
        }
        return true;
    });
    if (!secret)
        return std::unexpected(secret.error());
    std::unordered_set<std::string> open;
    const Result<void> told = reader.forEach(shown, false, [&](const StoredIncident &row) {
        if (!row.placePrecision.empty() && !isToBlur(row))
            open.emplace(row.place);
        return true;
    });
    if (!told)
        return std::unexpected(told.error());
    for (const std::string &place : open)
        withholding.m_names.tellOpenly(QString::fromStdString(place));
    withholding.m_names.finish();
    return withholding;
}

Withholding::Kept Withholding::apply(StoredIncident &row)
{
    Kept kept;
    if (!m_isActive)
        return kept;
    kept.isBlurred = isToBlur(row);
    if (kept.isBlurred)
        blur(row);
    hideNames(row);
    const auto isHidden = [&](const StoredQuote &quote) {
        return kept.isBlurred || m_shared.contains(quote.id) || isTold(quote.exact) || isTold(quote.prefix)
            || isTold(quote.suffix);
    };
    const auto hidden = std::ranges::remove_if(row.quotes, isHidden);
    kept.quotes = static_cast<qint64>(hidden.size());
    row.quotes = row.quotes.first(row.quotes.size() - hidden.size());
    for (StoredQuote &quote : row.quotes) {
        if (isTold(quote.speaker))
            quote.speaker = {};
    }
    return kept;
}

void Withholding::blur(StoredIncident &row)
{
    const Where where = blurred(whereOf(row), m_blurMetres);
    m_place = where.place.toStdString();
    m_country = where.country.toStdString();
    row.place = m_place;
    row.province = {};
    row.country = m_country;
    row.placeAsWritten = {};
    row.shape = {};
    row.point = anchorOf(where);
    row.placePrecision = keys().locationPrecision[where.precision];
    row.radiusMetres = where.radiusMetres;
    row.title = plainTitle(row);
    row.sensitive = false; // What is left of it may be shown.
    row.notes = {};
    row.dataSetId = {};
    row.attributes = {};
}

void Withholding::hideNames(StoredIncident &row)
{
    if (isTold(row.title))
        row.title = plainTitle(row);
    for (std::string_view *text : {&row.timeAsWritten, &row.placeAsWritten, &row.notes, &row.attributes}) {
        if (isTold(*text))
            *text = {};
    }
    hideTexts(row.actors, m_actors);
    hideTexts(row.tags, m_tags);
    hideLosses(row.losses);
}

void Withholding::hideTexts(std::string_view &json, std::string &store)
{
    if (json.empty())
        return;
    readTexts(json, m_list); // Decoded: a name may be written in escapes.
    std::erase_if(m_list, [this](const std::string &text) { return isTold(std::string_view(text)); });
    store.clear();
    appendTexts(store, m_list);
    json = store;
}

void Withholding::hideLosses(std::string_view &json)
{
    if (json.empty())
        return;
    std::vector<StoredLoss> losses;
    readLosses(json, losses);
    for (StoredLoss &loss : losses) {
        for (std::string *text : {&loss.ofWhom, &loss.reportedBy}) {
            if (isTold(std::string_view(*text)))
                text->clear();
        }
    }
    m_losses.clear();
    appendLosses(m_losses, losses);
    json = m_losses;
}

std::string_view Withholding::plainTitle(const StoredIncident &row)
{
    m_title.assign(row.subKind.empty() ? row.kind : row.subKind);
    if (!row.place.empty())
        m_title.append(", ").append(row.place);
    return m_title;
}

} // namespace dateline
