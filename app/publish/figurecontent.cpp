#include "publish/figurecontent.h"

#include "casefile/incidentvalues.h"
#include "figure/content.h"
#include "publish/figurelayers.h"
#include "publish/publishtext.h"

#include <algorithm>
#include <limits>
#include <set>

namespace dateline
{

namespace
{

constexpr std::size_t mostSources = 60; ///< Named by a figure of squares: more than fit.

Result<void> tellSupports(const Case &file, IncidentTable &table)
{
    const Result<std::vector<Sourced>> documents = file.sourced();
    if (!documents)
        return std::unexpected(documents.error());
    const Result<std::vector<std::pair<IncidentId, Support>>> supports =
        file.supports(OriginIndex(originsOf(*documents)));
    if (!supports)
        return std::unexpected(supports.error());
    table.setSupports(*supports);
    return {};
}

/// The incidents of those @p values that @p isWanted, ascending.
template<typename IsWanted>
std::vector<IncidentId> incidentsOf(const std::vector<IncidentValues::Value> &values, const IsWanted &isWanted)
{
    std::set<IncidentId> incidents;
    for (const IncidentValues::Value &value : values) {
        if (isWanted(value))
            incidents.insert(value.incidents.begin(), value.incidents.end());
    }
    return {incidents.begin(), incidents.end()};
}

/// Tells @p table which incidents match what the case is to be asked for.
Result<void> tellMatches(const Case &file, IncidentTable &table, const IncidentFilter &filter)
{
    if (limits(filter, FilterPart::Actor) || limits(filter, FilterPart::Tag) || limits(filter, FilterPart::Source)) {
        const Result<IncidentValues> values = incidentValuesIn(file.path());
        if (!values)
            return std::unexpected(values.error());
        const auto isNamedIn = [](const auto &names) {
            return [&names](const IncidentValues::Value &value) { return std::ranges::contains(names, value.name); };
        };
        if (limits(filter, FilterPart::Actor))
            table.setMatches(FilterPart::Actor, incidentsOf(values->actors, isNamedIn(filter.actors)));
        if (limits(filter, FilterPart::Tag))
            table.setMatches(FilterPart::Tag, incidentsOf(values->tags, isNamedIn(filter.tags)));
        if (limits(filter, FilterPart::Source)) {
            table.setMatches(FilterPart::Source, incidentsOf(values->sources, [&](const IncidentValues::Value &value) {
                                 return std::ranges::contains(filter.sources, value.document);
                             }));
        }
    }
    if (limits(filter, FilterPart::Words)) {
        const Result<std::vector<IncidentId>> ids = incidentsWithWordsIn(file.path(), filter.words);
        if (!ids)
            return std::unexpected(ids.error());
        table.setMatches(FilterPart::Words, *ids);
    }
    return {};
}

/// The rows whose incidents a figure must know: those that it tells one by one, and those whose places it must not
/// name.
std::vector<IncidentId> incidentsToRead(const IncidentTable &table, bool asSquares, const std::vector<IncidentId> &only)
{
    std::vector<IncidentId> ids;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const IncidentId id{table.columns().id[row]};
        const bool isTold = !asSquares && table.shows(row) && (only.empty() || std::ranges::binary_search(only, id));
        if (isTold || table.columns().has(row, IncidentColumns::Sensitive))
            ids.push_back(id);
    }
    return ids;
}

/// Documents without what a figure does not need of them.
Result<std::vector<Document>> documentsOf(const Case &file, const std::vector<DocumentId> &ids)
{
    std::vector<Document> documents;
    documents.reserve(ids.size());
    for (const DocumentId id : ids) {
        Result<Document> document = file.document(id);
        if (!document)
            return std::unexpected(document.error());
        document->bytes.clear(); // They may be large.
        documents.push_back(std::move(*document));
    }
    return documents;
}

Result<FigureContent> contentOfEach(const Case &file, const IncidentTable &table, const std::vector<IncidentId> &only,
                                    std::shared_ptr<const BaseMap> baseMap)
{
    std::vector<IncidentEvidence> rows;
    std::set<DocumentId> ids;
    for (const IncidentId id : incidentsToRead(table, false, only)) {
        Result<Incident> incident = file.incident(id);
        if (!incident)
            return std::unexpected(incident.error());
        const Result<std::vector<Evidence>> evidence = file.evidence(id);
        if (!evidence)
            return std::unexpected(evidence.error());
        IncidentEvidence &row = rows.emplace_back(std::move(*incident), decltype(IncidentEvidence::claims){});
        for (const Evidence &words : *evidence) {
            row.claims.emplace_back(words.claim, words.quote);
            ids.insert(words.quote.document);
        }
    }
    std::ranges::stable_sort(rows, {}, [](const IncidentEvidence &row) {
        const std::optional<When> &when = row.incident.when;
        return std::pair(!when, when ? when->span.begin : UtcMinute{});
    });
    const Result<std::vector<Document>> documents = documentsOf(file, {ids.begin(), ids.end()});
    if (!documents)
        return std::unexpected(documents.error());
    FigureContent content = figureContent(rows, *documents, std::move(baseMap));
    for (SceneIncident &row : content.incidents) {
        const std::optional<std::uint32_t> at = table.rowOf(row.incident.id);
        row.filtered = at && !table.shows(*at);
    }
    return content;
}

/// The documents that the incidents which @p table shows rest on.
Result<std::vector<DocumentId>> sourcesOf(const Case &file, const IncidentTable &table)
{
    if (table.countShown().count == table.size()) // A hundredth of the work.
        return quotedDocumentsIn(file.path());
    const Result<IncidentValues> values = incidentValuesIn(file.path());
    if (!values)
        return std::unexpected(values.error());
    std::vector<DocumentId> sources;
    for (const IncidentValues::Value &source : values->sources) {
        const bool isShown = std::ranges::any_of(source.incidents, [&table](IncidentId id) {
            const std::optional<std::uint32_t> row = table.rowOf(id);
            return row && table.shows(*row);
        });
        if (isShown)
            sources.push_back(source.document);
    }
    std::ranges::sort(sources);
    return sources;
}

/// The incidents by what the panels of squares go by, where the table does not tell it.
Result<std::vector<NamedIncidents>> namedFor(const QString &path, GroupBy by)
{
    std::vector<NamedIncidents> named;
    const auto take = [&named](std::vector<IncidentValues::Value> &values) {
        for (IncidentValues::Value &value : values)
            named.push_back({std::move(value.name), Stance::Reports, std::move(value.incidents)});
    };
    if (by == GroupBy::Province) {
        Result<std::vector<IncidentValues::Value>> provinces = provincesIn(path);
        if (!provinces)
            return std::unexpected(provinces.error());
        take(*provinces);
    } else if (by == GroupBy::Party) {
        Result<IncidentValues> values = incidentValuesIn(path);
        if (!values)
            return std::unexpected(values.error());
        take(values->actors);
    } else if (by == GroupBy::Speaker) {
        Result<std::vector<SpeakerValue>> speakers = speakersIn(path);
        if (!speakers)
            return std::unexpected(speakers.error());
        for (SpeakerValue &speaker : *speakers)
            named.push_back({std::move(speaker.name), speaker.stance, std::move(speaker.incidents)});
    }
    return named;
}

/// @p table without what none of the panels of @p spec shows, where these go by when incidents were known.
Result<std::shared_ptr<const IncidentTable>>
tableForPanels(const Case &file, std::shared_ptr<const IncidentTable> table, const FigureSpec &spec)
{
    if (spec.panels != GroupBy::Known || spec.instants.empty())
        return table;
    auto own = std::make_shared<IncidentTable>(*table);
    IncidentFilter filter = spec.filter;
    filter.knownEnd = std::min(filter.knownEnd.value_or(UtcMinute::max()), spec.instants.back());
    own->setFilter(filter);
    if (own->knownAt().empty()) {
        if (const Result<void> told = tellSupports(file, *own); !told)
            return std::unexpected(told.error());
    }
    return own;
}

Result<FigureContent> contentOfSquares(const Case &file, const IncidentTable &table,
                                       std::shared_ptr<const BaseMap> baseMap)
{
    std::vector<IncidentEvidence> secret;
    for (const IncidentId id : incidentsToRead(table, true, {})) {
        Result<Incident> incident = file.incident(id);
        if (!incident)
            return std::unexpected(incident.error());
        secret.push_back({std::move(*incident), {}});
    }
    const Result<std::vector<DocumentId>> sources = sourcesOf(file, table);
    if (!sources)
        return std::unexpected(sources.error());
    const std::size_t named = std::min(sources->size(), mostSources);
    const Result<std::vector<Document>> documents =
        documentsOf(file, {sources->begin(), sources->begin() + static_cast<std::ptrdiff_t>(named)});
    if (!documents)
        return std::unexpected(documents.error());
    FigureContent content = figureContent(secret, *documents, std::move(baseMap));
    for (SceneIncident &row : content.incidents)
        row.filtered = true;
    content.asSquares = true;
    content.otherSources = static_cast<int>(sources->size() - named);
    return content;
}

} // namespace

Result<IncidentTable> tableOf(const Case &file, const IncidentFilter &filter)
{
    Result<IncidentColumns> columns = file.columns();
    if (!columns)
        return std::unexpected(columns.error());
    IncidentTable table(std::move(*columns));
    table.setFilter(filter);
    if (limits(filter, FilterPart::KnownAt) || limits(filter, FilterPart::Origins)) {
        if (const Result<void> told = tellSupports(file, table); !told)
            return std::unexpected(told.error());
    }
    if (const Result<void> told = tellMatches(file, table, filter); !told)
        return std::unexpected(told.error());
    return table;
}

Result<FigureContent> figureContentOf(const Case &file, std::shared_ptr<const IncidentTable> table,
                                      const FigureSpec &spec, std::shared_ptr<const BaseMap> baseMap)
{
    Result<CaseStamp> stamp = file.stamp();
    if (!stamp)
        return std::unexpected(stamp.error());
    Result<std::shared_ptr<const IncidentTable>> limited = tableForPanels(file, std::move(table), spec);
    if (!limited)
        return std::unexpected(limited.error());
    table = std::move(*limited);
    const std::uint32_t shown = std::min(table->countShown().count,
                                         spec.only.empty() ? std::numeric_limits<std::uint32_t>::max()
                                                           : static_cast<std::uint32_t>(spec.only.size()));
    if (spec.marks == FigureMarks::Each && shown > mostEach) {
        return failure(Error::Kind::Unsupported,
                       PublishText::tr("A figure can show at most %1 incidents each for itself, and the filter shows "
                                       "%2: narrow the filter, or count them in squares")
                           .arg(mostEach)
                           .arg(shown));
    }
    const bool asSquares =
        spec.marks == FigureMarks::Squares || (spec.marks == FigureMarks::Automatic && shown > mostEachUnasked);
    Result<FigureContent> content = asSquares ? contentOfSquares(file, *table, std::move(baseMap))
                                              : contentOfEach(file, *table, spec.only, std::move(baseMap));
    if (content && asSquares && spec.panels) {
        Result<std::vector<NamedIncidents>> named = namedFor(file.path(), *spec.panels);
        if (!named)
            return std::unexpected(named.error());
        content->named = std::move(*named);
    }
    if (content) {
        Result<std::vector<FigureLayer>> layers = figureLayersOf(file);
        if (!layers)
            return std::unexpected(layers.error());
        content->layers = std::move(*layers);
        content->madeFrom = std::move(*stamp);
        content->dataCredits = dataCreditsIn(file.info().notes);
        content->table = std::move(table);
    }
    return content;
}

Result<FigureContent> figureContentOf(const Case &file, const FigureSpec &spec, std::shared_ptr<const BaseMap> baseMap)
{
    Result<IncidentTable> table = tableOf(file, spec.filter);
    if (!table)
        return std::unexpected(table.error());
    return figureContentOf(file, std::make_shared<const IncidentTable>(std::move(*table)), spec, std::move(baseMap));
}

} // namespace dateline
