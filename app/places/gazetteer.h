#pragma once

#include "base/result.h"
#include "domain/proposal.h"
#include "domain/quote.h"

#include <QString>

#include <memory>
#include <vector>

namespace dateline
{

/// A row of the gazetteer.
struct Place
{
    qint64 id = 0;
    QString name; ///< As the gazetteer prefers it.
    QString kind; ///< “settlement”, “region”, “province”, “country”, “water”, “river”, “mountain”, “pass” …
    LonLat position;
    double radiusMetres = 0; ///< How far from position it reaches; 0 if not known.
    QString province;
    QString country; ///< ISO 3166-1 alpha-2.
    QString timeZone; ///< IANA name; may be empty.
    qint64 population = 0; ///< 0 if not known.
    /// For a place that only the text names: the gazetteer's place that it lies in, whose position stands for it; −1 if
    /// the text tells none. 0 for all others.
    qint64 within = 0;

    /// True for what has other places in it.
    [[nodiscard]] bool isArea() const;
};

/// A name found in a text, with the places that it may mean, best first.
struct PlaceMatch
{
    struct Candidate
    {
        Place place;
        double score = 0; ///< 0…1.
        QString reason; ///< “the only place of that name”, “largest of 3 of that name”, “in Armenia, as the text says”.
    };

    TextSpan span; ///< In UTF-16 units of the text.
    std::vector<Candidate> candidates; ///< At least one.
};

/// Names of places and what they mean, read from gazetteer.sqlite.
///
/// Reading is safe from several threads at once after open.
class Gazetteer
{
public:
    /// Opens the gazetteer file at @p path, and the user's own at @p userPath if there is one; NotFound or Malformed.
    [[nodiscard]] static Result<Gazetteer> open(const QString &path, const QString &userPath = {});

    Gazetteer(Gazetteer &&) noexcept;
    Gazetteer &operator=(Gazetteer &&) noexcept;
    ~Gazetteer();

    /// Every place name in @p text: longest match, in order, not overlapping, ranked in the context of the whole text.
    ///
    /// @param area what the reader is interested in: of several places of one name, one inside it is likelier.
    [[nodiscard]] std::vector<PlaceMatch> find(QStringView text, const std::optional<LonLatBox> &area = {}) const;

    /// The places called @p name in any language, best first; at most @p limit.
    ///
    /// With @p prefix also the places whose name begins with it, for search as one types.
    [[nodiscard]] std::vector<PlaceMatch::Candidate> lookUp(QStringView name, int limit = 20,
                                                            bool prefix = false) const;

    [[nodiscard]] std::optional<Place> placeWithId(qint64 id) const;

    /// The place's outline; none if the gazetteer has only a position.
    [[nodiscard]] std::optional<Geometry> outlineOf(const Place &place) const;

    /// The place as a location with its precision: settlements near with a radius, regions as areas with an outline or
    /// radius. @p near: the words say “near” or “in the direction of”, which a settlement's radius then reflects.
    [[nodiscard]] Where whereOf(const Place &place, bool near) const;

private:
    struct Data;
    explicit Gazetteer(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace dateline
