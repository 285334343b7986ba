#include "evaluation/readers.h"
#include "evaluation/spans.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dateline
{

namespace
{

/// Adds up the positions of GeoJSON coordinates, however deep they are nested.
void addUp(const QJsonArray &coordinates, LonLat &sum, qsizetype &count)
{
    if (coordinates.size() >= 2 && coordinates.at(0).isDouble()) {
        sum.lon += coordinates.at(0).toDouble();
        sum.lat += coordinates.at(1).toDouble();
        ++count;
        return;
    }
    for (const auto &each : coordinates)
        addUp(each.toArray(), sum, count);
}

/// The middle of a GeoJSON geometry; of several, which stand one after the other with “@@” between, of the first.
std::optional<LonLat> middleOf(const QString &geometry)
{
    const QJsonObject object = QJsonDocument::fromJson(geometry.section(QStringLiteral("@@"), 0, 0).toUtf8()).object();
    LonLat sum;
    qsizetype count = 0;
    addUp(object.value(QLatin1StringView("coordinates")).toArray(), sum, count);
    if (count == 0)
        return std::nullopt;
    return LonLat{sum.lon / static_cast<double>(count), sum.lat / static_cast<double>(count)};
}

LabelledText textFrom(const QJsonObject &object)
{
    LabelledText text =
        labelledText(QStringLiteral("document %1").arg(object.value(QLatin1StringView("docid")).toInt()),
                     object.value(QLatin1StringView("text")).toString());
    text.places.emplace();
    const CodePoints points(text.document.text);
    for (const auto &each : object.value(QLatin1StringView("named_entities")).toArray()) {
        const QJsonObject entity = each.toObject();
        if (entity.value(QLatin1StringView("entity_type")) != QLatin1StringView("place"))
            continue;
        LabelledPlace place{points.span(entity.value(QLatin1StringView("char_start")).toInteger(-1),
                                        entity.value(QLatin1StringView("char_end")).toInteger(-1))};
        if (!standsAt(text.document.text, place.span, entity.value(QLatin1StringView("entity_string")).toString())) {
            ++text.misfits;
            continue;
        }
        place.at = middleOf(entity.value(QLatin1StringView("geo")).toString());
        text.places->push_back(place);
    }
    return text;
}

} // namespace

bool looksLikeWotr(const CorpusFile &file)
{
    return file.bytes.contains("\"named_entities\"") && file.bytes.contains("\"char_start\"");
}

Result<Labelled> readWotr(const CorpusFile &file)
{
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(file.bytes, &error);
    if (!json.isArray())
        return malformed(file, QCoreApplication::translate("Evaluation", "it is no JSON list of documents"));
    Labelled texts;
    for (const auto &each : json.array())
        texts.push_back(textFrom(each.toObject()));
    return texts;
}

} // namespace dateline
