#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "domain/claim.h"
#include "domain/support.h"

#include <QString>

#include <utility>
#include <vector>

namespace dateline
{

/// Which incidents name an actor, carry a tag or rest on a source.
struct IncidentValues
{
    struct Value
    {
        QString name;
        DocumentId document{}; ///< Of a source.
        std::vector<IncidentId> incidents; ///< Ascending.
    };

    // Those with the most incidents first.
    std::vector<Value> actors;
    std::vector<Value> tags;
    std::vector<Value> sources;
};

// Of the case file at @p path, read beside whoever has it open; in any thread. Errors: those of openCase().

[[nodiscard]] Result<IncidentValues> incidentValuesIn(const QString &path);

/// Which incidents are in a province; by its name.
[[nodiscard]] Result<std::vector<IncidentValues::Value>> provincesIn(const QString &path);

/// What a speaker does for incidents: of all their words about one, the last stance counts, which gainsays most.
struct SpeakerValue
{
    QString name; ///< Whom the words name, else who published them; empty if neither is known.
    Stance stance = Stance::Reports;
    std::vector<IncidentId> incidents; ///< Ascending.
};

/// All speakers, by name and stance.
[[nodiscard]] Result<std::vector<SpeakerValue>> speakersIn(const QString &path);

/// The incidents with @p words in their title, their place's name or the words quoted for them, case ignored;
/// ascending.
[[nodiscard]] Result<std::vector<IncidentId>> incidentsWithWordsIn(const QString &path, const QString &words);

/// The documents whose words are quoted for an incident; ascending.
[[nodiscard]] Result<std::vector<DocumentId>> quotedDocumentsIn(const QString &path);

/// Case::supports().
[[nodiscard]] Result<std::vector<std::pair<IncidentId, Support>>> supportsIn(const QString &path,
                                                                             const OriginIndex &origins);

} // namespace dateline
