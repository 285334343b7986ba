#include "casefile/incidentvalues.h"

#include "casefile/documentorigins.h"
#include "casefile/readbeside.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace dateline
{

namespace
{

using Value = IncidentValues::Value;

std::vector<Value> byFrequency(std::vector<Value> values)
{
    std::ranges::stable_sort(values, std::ranges::greater(), [](const Value &value) { return value.incidents.size(); });
    return values;
}

/// Of a column with a JSON array of names.
std::vector<Value> namesIn(Database &database, const std::string &column)
{
    std::map<QString, std::vector<IncidentId>> incidents;
    Statement row =
        database.query("SELECT n.value, i.id FROM incident i, json_each(i." + column + ") n WHERE i." + column
                       + " <> '[]' AND json_valid(i." + column + ") AND n.value <> '' ORDER BY i.id");
    while (row.next()) {
        std::vector<IncidentId> &ids = incidents[row.text(0)];
        if (ids.empty() || ids.back() != IncidentId{row.integer(1)})
            ids.push_back(IncidentId{row.integer(1)});
    }
    std::vector<Value> values;
    values.reserve(incidents.size());
    for (auto &[name, ids] : incidents)
        values.push_back({name, {}, std::move(ids)});
    return byFrequency(std::move(values));
}

std::vector<Value> sourcesIn(Database &database)
{
    std::vector<Value> values;
    std::unordered_map<std::int64_t, std::size_t> valueOf;
    for (Statement row = database.query("SELECT id, name FROM document ORDER BY id"); row.next();) {
        valueOf.emplace(row.integer(0), values.size());
        values.push_back({row.text(1), DocumentId{row.integer(0)}, {}});
    }
    Statement row = database.query("SELECT c.incident_id, q.document_id FROM claim c JOIN quote q ON q.id = c.quote_id "
                                   "ORDER BY c.incident_id");
    while (row.next()) {
        const auto value = valueOf.find(row.integer(1));
        if (value == valueOf.end())
            continue;
        std::vector<IncidentId> &ids = values[value->second].incidents;
        if (ids.empty() || ids.back() != IncidentId{row.integer(0)})
            ids.push_back(IncidentId{row.integer(0)});
    }
    std::erase_if(values, [](const Value &one) { return one.incidents.empty(); });
    return byFrequency(std::move(values));
}

std::vector<Value> provincesOf(Database &database)
{
    std::vector<Value> values;
    Statement row =
        database.query("SELECT province, id FROM incident WHERE province IS NOT NULL AND province <> '' ORDER BY 1, 2");
    while (row.next()) {
        if (values.empty() || values.back().name != row.text(0))
            values.push_back({row.text(0), {}, {}});
        values.back().incidents.push_back(IncidentId{row.integer(1)});
    }
    return values;
}

std::vector<SpeakerValue> speakersOf(Database &database)
{
    std::map<std::pair<QString, IncidentId>, Stance> stances;
    Statement row = database.query(
        "SELECT coalesce(nullif(q.speaker, ''), d.publisher, ''), c.incident_id, c.stance FROM claim c JOIN quote q ON "
        "q.id = c.quote_id JOIN document d ON d.id = q.document_id");
    while (row.next()) {
        const Stance stance = stanceFromKey(row.text(2)).value_or(Stance::Reports);
        const auto [known, isNew] = stances.try_emplace({row.text(0), IncidentId{row.integer(1)}}, stance);
        known->second = std::max(known->second, stance);
    }
    std::map<std::pair<QString, Stance>, SpeakerValue> speakers;
    for (const auto &[key, stance] : stances) {
        SpeakerValue &speaker = speakers[{key.first, stance}];
        speaker.name = key.first;
        speaker.stance = stance;
        speaker.incidents.push_back(key.second);
    }
    std::vector<SpeakerValue> values;
    values.reserve(speakers.size());
    for (auto &[key, speaker] : speakers)
        values.push_back(std::move(speaker));
    return values;
}

std::vector<IncidentId> withWords(Database &database, const QString &words)
{
    // Looked at here, since SQLite ignores the case of ASCII letters only.
    std::vector<IncidentId> ids;
    for (Statement row = database.query("SELECT id, title, place_name FROM incident"); row.next();) {
        if (row.text(1).contains(words, Qt::CaseInsensitive) || row.text(2).contains(words, Qt::CaseInsensitive))
            ids.push_back(IncidentId{row.integer(0)});
    }
    for (Statement row = database.query("SELECT c.incident_id, q.exact FROM claim c JOIN quote q ON q.id = c.quote_id");
         row.next();) {
        if (row.text(1).contains(words, Qt::CaseInsensitive))
            ids.push_back(IncidentId{row.integer(0)});
    }
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

} // namespace

Result<IncidentValues> incidentValuesIn(const QString &path)
{
    return readBeside(path, [](Database &database) {
        return IncidentValues{namesIn(database, "actors"), namesIn(database, "tags"), sourcesIn(database)};
    });
}

Result<std::vector<IncidentValues::Value>> provincesIn(const QString &path)
{
    return readBeside(path, [](Database &database) { return provincesOf(database); });
}

Result<std::vector<SpeakerValue>> speakersIn(const QString &path)
{
    return readBeside(path, [](Database &database) { return speakersOf(database); });
}

Result<std::vector<IncidentId>> incidentsWithWordsIn(const QString &path, const QString &words)
{
    return readBeside(path, [&words](Database &database) { return withWords(database, words); });
}

Result<std::vector<DocumentId>> quotedDocumentsIn(const QString &path)
{
    return readBeside(path, [](Database &database) {
        std::vector<DocumentId> documents;
        Statement row = database.query("SELECT id FROM document WHERE EXISTS (SELECT 1 FROM quote JOIN claim ON "
                                       "claim.quote_id = quote.id WHERE quote.document_id = document.id) ORDER BY id");
        while (row.next())
            documents.push_back(DocumentId{row.integer(0)});
        return documents;
    });
}

Result<std::vector<std::pair<IncidentId, Support>>> supportsIn(const QString &path, const OriginIndex &origins)
{
    return readBeside(path, [&origins](Database &database) { return supportsOf(database, origins); });
}

} // namespace dateline
