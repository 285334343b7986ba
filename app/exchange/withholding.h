#pragma once

#include "casefile/incidentreader.h"
#include "domain/incidentcolumns.h"
#include "domain/secretnames.h"

#include <set>
#include <string>
#include <vector>

namespace dateline
{

/// Keeps back what may not leave the house, row by row, as figures do (figure/publishable.h).
///
/// A sensitive incident keeps its kind and time; its place is blurred (map/blur.h), its title replaced, its words, notes
/// and data set left out. What names its place is left out elsewhere too, unless another incident that is exported
/// openly lies there.
class Withholding
{
public:
    /// @param shown the incidents that are exported; none: all.
    /// @param blurMetres 0: nothing is kept back.
    [[nodiscard]] static Result<Withholding> of(IncidentReader &reader, const IncidentColumns &columns,
                                                const std::optional<std::span<const IncidentId>> &shown,
                                                double blurMetres);

    /// What became of a row.
    struct Kept
    {
        bool isBlurred = false;
        qint64 quotes = 0; ///< How many were taken out.
    };
    /// Changes @p row; its new texts live until the next call.
    Kept apply(StoredIncident &row);

    /// Whether nothing that is written may hold @p text, since it names a place that is blurred.
    [[nodiscard]] bool isTold(const QString &text) const { return !m_names.namedIn(text).isEmpty(); }

private:
    void blur(StoredIncident &row);
    void hideNames(StoredIncident &row);
    void hideTexts(std::string_view &json, std::string &store);
    void hideLosses(std::string_view &json);
    [[nodiscard]] bool isTold(std::string_view text) const { return isTold(QString::fromUtf8(text)); }
    [[nodiscard]] std::string_view plainTitle(const StoredIncident &row);

    bool m_isActive = false;
    double m_blurMetres = 0;
    SecretNames m_names;
    std::set<QuoteId> m_shared; ///< A blurred incident's words give it away under another incident too.
    std::string m_title;
    std::string m_place;
    std::string m_country;
    std::string m_actors;
    std::string m_tags;
    std::string m_losses;
    std::vector<std::string> m_list;
};

} // namespace dateline
