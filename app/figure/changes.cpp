#include "figure/changes.h"

#include "domain/figurespecjson.h"
#include "figure/changetexts.h"
#include "figure/figuretext.h"
#include "figure/mapchanges.h"
#include "figure/publishable.h"
#include "figure/sidecar.h"

#include <QJsonArray>

#include <algorithm>
#include <map>
#include <set>

namespace dateline
{

namespace
{

using ObjectsById = std::map<qint64, QJsonObject>;

ObjectsById byId(const QJsonValue &array, QLatin1StringView key)
{
    ObjectsById objects;
    for (const QJsonValue value : array.toArray())
        objects.emplace(value[key].toInteger(), value.toObject());
    return objects;
}

/// Collects what has changed, incident by incident.
class Comparison
{
public:
    /// @param inCase all incidents of the case, or those that are looked at.
    Comparison(const QJsonObject &then, const QJsonObject &now, const FigureContent &inCase)
        : m_then(then)
        , m_now(now)
        , m_case(inCase)
    {
    }

    QStringList run()
    {
        const ObjectsById now = byId(m_now[u"incidents"], idKey);
        std::set<qint64> known;
        for (const QJsonValue value : m_then[u"incidents"].toArray()) {
            const QJsonObject then = value.toObject();
            const qint64 id = then[u"id"].toInteger();
            known.insert(id);
            if (const auto found = now.find(id); found != now.end())
                compare(then, found->second);
            else if (isInCase(IncidentId{id}))
                say(FigureText::tr("%1 is in the case, but the figure’s filter no longer shows it")
                        .arg(incidentText(then)));
            else
                say(FigureText::tr("%1 is no longer in the case").arg(incidentText(then)));
        }
        for (const QJsonValue value : m_now[u"incidents"].toArray()) {
            if (!known.contains(value[u"id"].toInteger()))
                say(FigureText::tr("%1, %2, is not on the figure, and its filter would show it now")
                        .arg(incidentText(value.toObject()), timeText(value[u"when"])));
        }
        compareSources();
        return std::move(m_changes);
    }

private:
    static constexpr auto idKey = QLatin1StringView("id");

    void say(const QString &sentence) { m_changes.append(sentence); }

    [[nodiscard]] bool isInCase(IncidentId id) const
    {
        return m_case.table
            ? m_case.table->rowOf(id).has_value()
            : std::ranges::contains(m_case.incidents, id, [](const SceneIncident &row) { return row.incident.id; });
    }

    void compare(const QJsonObject &then, const QJsonObject &now)
    {
        const QString name = incidentText(then);
        const bool isSecret = now.contains(u"blurredToMetres") && !then.contains(u"blurredToMetres");
        if (isSecret) {
            say(FigureText::tr("%1 is marked as sensitive now: the figure tells more of its place than it should")
                    .arg(name));
        } else {
            if (then[u"title"] != now[u"title"])
                say(FigureText::tr("%1 is titled “%2” now").arg(name, now[u"title"].toString()));
            comparePlaces(name, then[u"where"], now[u"where"]);
        }
        if (then[u"kind"] != now[u"kind"])
            say(FigureText::tr("%1 is of the kind “%2” now, and of the kind “%3” on the figure")
                    .arg(name, now[u"kind"].toString(), then[u"kind"].toString()));
        if (then[u"when"] != now[u"when"])
            say(FigureText::tr("%1 is dated %2 now, and %3 on the figure")
                    .arg(name, timeText(now[u"when"]), timeText(then[u"when"])));
        compareWords(name, then[u"words"], now[u"words"], isSecret);
    }

    void comparePlaces(const QString &name, const QJsonValue &then, const QJsonValue &now)
    {
        if (then == now)
            return;
        const QString moved = distanceText(then, now);
        if (then.isObject() != now.isObject() || then[u"place"] != now[u"place"])
            say(FigureText::tr("%1 is placed at %2 now, and at %3 on the figure")
                    .arg(name, placeText(now), placeText(then)));
        else if (moved.isEmpty())
            say(FigureText::tr("How precisely the place of %1 is known has changed").arg(name));
        else
            say(FigureText::tr("%1 was moved by %2").arg(name, moved));
    }

    void compareWords(const QString &name, const QJsonValue &then, const QJsonValue &now, bool isSecret)
    {
        constexpr auto quoteKey = QLatin1StringView("quote");
        const ObjectsById nowById = byId(now, quoteKey);
        const ObjectsById thenById = byId(then, quoteKey);
        for (const QJsonValue value : then.toArray()) {
            const QJsonObject was = value.toObject();
            const auto found = nowById.find(was[quoteKey].toInteger());
            if (found == nowById.end())
                say(FigureText::tr("Words quoted for %1 are no longer tied to it: %2").arg(name, wordsText(was)));
            else if (!isSecret)
                compareQuote(name, was, found->second);
        }
        for (const QJsonValue value : now.toArray()) {
            if (!thenById.contains(value[quoteKey].toInteger()))
                say(FigureText::tr("Words that the figure does not have are tied to %1 now: %2")
                        .arg(name, wordsText(value)));
        }
    }

    void compareQuote(const QString &name, const QJsonObject &then, const QJsonObject &now)
    {
        if (then[u"hidden"] != now[u"hidden"]) {
            say(now.contains(u"hidden")
                    ? FigureText::tr("Words quoted for %1 are to be left out now, and the figure has them: %2")
                          .arg(name, wordsText(then))
                    : FigureText::tr("Words of %1 that the figure leaves out may be printed now").arg(name));
        } else if (then[u"words"] != now[u"words"]) {
            say(FigureText::tr("Words quoted for %1 are %2 now, and %3 on the figure")
                    .arg(name, wordsText(now), wordsText(then)));
        }
        if (then[u"speaker"] != now[u"speaker"])
            say(FigureText::tr("Words quoted for %1 are said by “%2” now, and by “%3” on the figure")
                    .arg(name, now[u"speaker"].toString(), then[u"speaker"].toString()));
        if (then[u"stance"] != now[u"stance"])
            say(FigureText::tr("What words quoted for %1 do for it is “%2” now, and “%3” on the figure")
                    .arg(name, now[u"stance"].toString(), then[u"stance"].toString()));
    }

    void compareSources()
    {
        constexpr auto documentKey = QLatin1StringView("document");
        const ObjectsById now = byId(m_now[u"sources"], documentKey);
        for (const QJsonValue value : m_then[u"sources"].toArray()) {
            const QJsonObject then = value.toObject();
            const QString publisher = then[u"publisher"].toString();
            const QString title = then[u"name"].toString();
            const QString called = title.isEmpty() ? publisher : u'“' + title + u'”';
            const QString name = FigureText::tr("source [%1] %2").arg(then[u"letter"].toString(), called).trimmed();
            const auto found = now.find(then[documentKey].toInteger());
            if (found == now.end()) {
                say(FigureText::tr("Nothing on the figure rests on %1 any more").arg(name));
                continue;
            }
            if (then[u"textSha256"] != found->second[u"textSha256"])
                say(FigureText::tr(
                        "The text of %1 is not the one that was quoted: its SHA-256 is %2 now, and %3 on the "
                        "figure")
                        .arg(name, found->second[u"textSha256"].toString().left(8),
                             then[u"textSha256"].toString().left(8)));
            if (then[u"withheld"] != found->second[u"withheld"])
                continue;
            for (const auto key : {u"name", u"publisher", u"address", u"published"}) {
                if (then[key] != found->second[key])
                    say(FigureText::tr("What the case says of %1 has changed: “%2” now, and “%3” on the figure")
                            .arg(name, found->second[key].toString(), then[key].toString()));
            }
        }
    }

    const QJsonObject &m_then;
    const QJsonObject &m_now;
    const FigureContent &m_case;
    QStringList m_changes;
};

} // namespace

QStringList changesSince(const QJsonObject &sidecar, const FigureContent &now)
{
    return changesSince(sidecar, figureSpecFrom(sidecar[u"spec"].toObject()), now);
}

QStringList changesSince(const QJsonObject &sidecar, const FigureSpec &spec, const FigureContent &now)
{
    const Publishable safe = publishable(spec, now);
    const QJsonObject anew = sidecarOf(safe.spec, safe.content, {});
    return changedSquares(sidecar, safe) + Comparison(sidecar, anew, now).run() + changedPanels(sidecar, anew);
}

} // namespace dateline
