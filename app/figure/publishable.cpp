#include "figure/publishable.h"

#include "domain/secretnames.h"
#include "figure/figuretext.h"
#include "geo/geodesy.h"
#include "map/blur.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <ranges>
#include <set>

namespace dateline
{

namespace
{

bool isBlurred(const FigureSpec &spec, const SceneIncident &row)
{
    return spec.blurMetres > 0 && row.incident.sensitive && row.incident.where;
}

/// The names of the places to blur, but for those where another incident openly lies.
SecretNames secretNames(const FigureSpec &spec, const FigureContent &content)
{
    SecretNames names;
    for (const SceneIncident &row : content.incidents) {
        if (!row.incident.where)
            continue;
        if (isBlurred(spec, row))
            names.keepBack(*row.incident.where);
        else
            names.tellOpenly(row.incident.where->place);
    }
    names.finish();
    return names;
}

bool isGraphic(const FigureWords &words, const std::set<IncidentId> &graphic, const FigureContent &content)
{
    return graphic.contains(words.incident) || content.sources[static_cast<std::size_t>(words.source)].graphic;
}

std::set<IncidentId> graphicIncidents(const FigureContent &content)
{
    std::set<IncidentId> graphic;
    for (const SceneIncident &row : content.incidents) {
        if (row.incident.graphic)
            graphic.insert(row.incident.id);
    }
    return graphic;
}

QString kilometres(double metres)
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    return english.toString(std::round(metres / 10) / 100, 'f', QLocale::FloatingPointShortest);
}

class Withholder
{
public:
    Withholder(const FigureSpec &spec, const FigureContent &content)
        : m_safe{spec, content}
        , m_secret(secretNames(spec, content))
    {
    }

    Publishable take()
    {
        for (SceneIncident &row : m_safe.content.incidents) {
            if (isBlurred(m_safe.spec, row))
                blur(row);
        }
        for (SceneIncident &row : m_safe.content.incidents) {
            if (!m_secret.namedIn(row.incident.title).isEmpty())
                row.incident.title = plainTitle(row.incident);
        }
        hideParties();
        hideWords();
        for (std::size_t source = 0; source < m_safe.content.sources.size(); ++source)
            hideSource(m_safe.content.sources[source], static_cast<int>(source));
        CaseStamp &stamp = m_safe.content.madeFrom;
        for (QString *text : {&stamp.file, &stamp.title, &stamp.licence}) {
            if (!m_secret.namedIn(*text).isEmpty())
                text->clear();
        }
        m_safe.content.dataCredits.removeIf([this](const QString &text) { return !m_secret.namedIn(text).isEmpty(); });
        for (FigureLayer &layer : m_safe.content.layers) {
            for (QString *text : {&layer.title, &layer.source, &layer.credit, &layer.problem}) {
                if (!m_secret.namedIn(*text).isEmpty())
                    text->clear();
            }
        }
        hideArea();
        return std::move(m_safe);
    }

private:
    // Decided by the blurred place: the exact one must not show in whether a map was widened.
    static bool meets(const LonLatBox &box, const Where &area)
    {
        const LonLat centre = *anchorOf(area);
        const std::vector<LonLat> edge = geodesicCircle(centre, area.radiusMetres, 12);
        return std::ranges::any_of(std::array{-360.0, 0.0, 360.0}, [&](double turn) {
            LonLatBox reach{centre.lon + turn, centre.lat, centre.lon + turn, centre.lat};
            for (const LonLat at : edge)
                reach = reach.including({centre.lon + turn + std::remainder(at.lon - centre.lon, 360), at.lat});
            return reach.west <= box.east && reach.east >= box.west && reach.south <= box.north
                && reach.north >= box.south;
        });
    }

    static QString plainTitle(const Incident &incident)
    {
        const QString kind = incident.subKind ? termOf(*incident.subKind) : termOf(incident.kind);
        return incident.where ? FigureText::tr("%1, %2").arg(kind, incident.where->place) : kind;
    }

    void blur(SceneIncident &row)
    {
        Incident &incident = row.incident;
        const std::optional<LonLat> anchor = anchorOf(*incident.where);
        std::optional<LonLatBox> &box = m_safe.spec.box;
        incident.where = blurred(*incident.where, m_safe.spec.blurMetres);
        incident.title = plainTitle(incident);
        incident.sensitive = false; // What is left of it may be shown.
        incident.notes.clear();
        incident.attributes.clear();
        m_safe.content.blurred[incident.id] = incident.where->radiusMetres;
        if (anchor && box && meets(*box, *incident.where))
            box = widenedToGrid(*box, blurCellFor(*anchor, m_safe.spec.blurMetres));
    }

    // A shape that was drawn around a place tells where it is. What it keeps is told one by one instead.
    void hideArea()
    {
        FigureSpec &spec = m_safe.spec;
        if (m_safe.content.blurred.empty() || !spec.filter.area)
            return;
        if (spec.only.empty() && !m_safe.content.asSquares) {
            for (const SceneIncident &row : m_safe.content.incidents) {
                if (isShown(row, spec.filter))
                    spec.only.push_back(row.incident.id);
            }
            std::ranges::sort(spec.only);
        }
        spec.filter.area.reset();
    }

    void hideParties()
    {
        for (SceneIncident &row : m_safe.content.incidents)
            row.incident.actors.removeIf([this](const QString &actor) { return !m_secret.namedIn(actor).isEmpty(); });
        for (NamedIncidents &named : m_safe.content.named) {
            if (!m_secret.namedIn(named.name).isEmpty())
                named.name.clear();
        }
    }

    void hideWords()
    {
        FigureContent &content = m_safe.content;
        std::set<QuoteId> shared; // A blurred incident's words give it away under another incident too.
        for (const FigureWords &words : content.words) {
            if (content.blurred.contains(words.incident))
                shared.insert(words.quote);
        }
        const std::set<IncidentId> graphic = graphicIncidents(content);
        for (FigureWords &words : content.words) {
            if (shared.contains(words.quote) || !m_secret.namedIn(words.words).isEmpty())
                hide(words, Hidden::Place);
            else if (!m_safe.spec.graphicWords && isGraphic(words, graphic, content))
                hide(words, Hidden::Graphic);
            if (!m_secret.namedIn(words.speaker).isEmpty())
                words.speaker.clear();
        }
    }

    static void hide(FigureWords &words, Hidden why)
    {
        if (words.hidden == Hidden::No)
            words.hidden = why;
        words.words.clear();
    }

    void hideSource(FigureSource &source, int index) const
    {
        const FigureContent &content = m_safe.content;
        const bool used = std::ranges::contains(content.words, index, &FigureWords::source);
        const bool usedOpenly = std::ranges::any_of(content.words, [&](const FigureWords &words) {
            return words.source == index && !content.blurred.contains(words.incident);
        });
        const bool tells = !m_secret.namedIn(source.name).isEmpty() || !m_secret.namedIn(source.address).isEmpty();
        source.withheld = source.withheld || tells || (used && !usedOpenly);
        if (source.withheld) {
            source.name.clear();
            source.address.clear();
        }
        if (!m_secret.namedIn(source.publisher).isEmpty())
            source.publisher.clear();
    }

    Publishable m_safe;
    SecretNames m_secret;
};

} // namespace

bool keepsBack(const FigureSpec &spec, const FigureContent &content)
{
    if (std::ranges::any_of(content.incidents, [&](const SceneIncident &row) { return isBlurred(spec, row); }))
        return true;
    if (spec.graphicWords)
        return false;
    const std::set<IncidentId> graphic = graphicIncidents(content);
    return std::ranges::any_of(content.words, [&](const FigureWords &words) {
        return words.hidden == Hidden::No && isGraphic(words, graphic, content);
    });
}

Publishable publishable(const FigureSpec &spec, const FigureContent &content)
{
    Publishable safe = keepsBack(spec, content) ? Withholder(spec, content).take() : Publishable{spec, content};
    if (!spec.only.empty()) {
        for (SceneIncident &row : safe.content.incidents)
            row.filtered = row.filtered || !std::ranges::binary_search(spec.only, row.incident.id);
    }
    return safe;
}

QString blurredPlaceIn(const QString &text, const FigureSpec &spec, const FigureContent &content)
{
    return secretNames(spec, content).namedIn(text);
}

Result<void> namesNothingBlurred(const FigureSpec &spec, const FigureContent &content)
{
    QStringList texts{spec.title, spec.subtitle, spec.credit, spec.alternativeText, spec.filter.words};
    std::ranges::transform(spec.notes, std::back_inserter(texts), &FigureNote::text);
    const SecretNames secret = secretNames(spec, content);
    for (const QString &text : std::as_const(texts)) {
        if (const QString place = secret.namedIn(text); !place.isEmpty()) {
            return failure(Error::Kind::Conflict,
                           FigureText::tr("“%1” names %2, which this figure is to blur; change it or do not blur")
                               .arg(text, place),
                           text);
        }
    }
    return {};
}

QString blurText(const FigureContent &content)
{
    if (content.blurred.empty())
        return {};
    const auto [least, most] = std::ranges::minmax(content.blurred | std::views::values);
    const QString range = least < most ? kilometres(least) + QChar(0x2013) + kilometres(most) : kilometres(most);
    return FigureText::tr("blurred to %1 km").arg(range);
}

QString withheldSentence(const FigureContent &content)
{
    QStringList sentences;
    if (const std::size_t places = content.blurred.size(); places == 1)
        sentences.append(FigureText::tr("1 place is %1.").arg(blurText(content)));
    else if (places > 1)
        sentences.append(FigureText::tr("%1 places are %2.").arg(QString::number(places), blurText(content)));
    const auto hidden =
        std::ranges::count_if(content.words, [](const FigureWords &words) { return words.hidden != Hidden::No; });
    if (hidden == 1)
        sentences.append(FigureText::tr("The words of 1 quote are left out."));
    else if (hidden > 1)
        sentences.append(FigureText::tr("The words of %1 quotes are left out.").arg(hidden));
    return sentences.join(u' ');
}

} // namespace dateline
