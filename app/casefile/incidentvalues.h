#pragma once

#include "base/ids.h"
#include "base/result.h"
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

/// The incidents with @p words in their title, their place's name or the words quoted for them, case ignored; ascending.
[[nodiscard]] Result<std::vector<IncidentId>> incidentsWithWordsIn(const QString &path, const QString &words);

/// The documents whose words are quoted for an incident; ascending.
[[nodiscard]] Result<std::vector<DocumentId>> quotedDocumentsIn(const QString &path);

/// Case::supports().
[[nodiscard]] Result<std::vector<std::pair<IncidentId, Support>>> supportsIn(const QString &path,
                                                                             const OriginIndex &origins);

} // namespace dateline
