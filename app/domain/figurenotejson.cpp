#include "domain/figurenotejson.h"

#include "domain/notefeature.h"

#include <QJsonArray>

#include <iterator>

namespace dateline
{

using namespace Qt::StringLiterals;

namespace
{

QJsonArray pairsOf(const std::vector<NotePoint> &points)
{
    QJsonArray pairs;
    for (const NotePoint &at : points)
        pairs.append(QJsonArray{at.x, at.y});
    return pairs;
}

QJsonObject geometryOf(const FigureNote &note)
{
    QJsonArray pairs = pairsOf(note.points);
    if (note.points.size() == 1)
        return {{u"type"_s, u"Point"_s}, {u"coordinates"_s, pairs[0]}};
    if (pointsOf(note.kind).most == 2) // Corners.
        return {{u"type"_s, u"MultiPoint"_s}, {u"coordinates"_s, pairs}};
    if (!isArea(note.kind))
        return {{u"type"_s, u"LineString"_s}, {u"coordinates"_s, pairs}};
    pairs.append(pairs.first()); // A ring is closed.
    QJsonArray rings;
    rings.append(pairs);
    return {{u"type"_s, u"Polygon"_s}, {u"coordinates"_s, rings}};
}

QJsonObject featureOf(const FigureNote &note)
{
    QJsonObject properties{{u"kind"_s, keyOf(note.kind)},
                           {u"colour"_s, keyOf(note.colour)},
                           {u"width"_s, note.widthPt},
                           {u"fill"_s, keyOf(note.fill)}};
    if (!note.text.isEmpty())
        properties.insert(u"text"_s, note.text);
    for (const auto &[key, isSet] : {std::pair(u"measured"_s, note.measured), std::pair(u"inKey"_s, note.inKey)}) {
        if (isSet)
            properties.insert(key, true);
    }
    const FigureNote fresh;
    if (note.dash != fresh.dash)
        properties.insert(u"dash"_s, keyOf(note.dash));
    if (note.textPt != fresh.textPt)
        properties.insert(u"textSize"_s, note.textPt);
    if (note.rotation != fresh.rotation)
        properties.insert(u"rotation"_s, note.rotation);
    if (note.symbol != fresh.symbol)
        properties.insert(u"symbol"_s, keyOf(note.symbol));
    if (note.frame != fresh.frame)
        properties.insert(u"frame"_s, keyOf(note.frame));
    if (note.size != fresh.size)
        properties.insert(u"size"_s, keyOf(note.size));
    if (note.heightPt != fresh.heightPt)
        properties.insert(u"height"_s, note.heightPt);
    if (!note.image.isEmpty())
        properties.insert(u"image"_s, QString::fromLatin1(note.image.toBase64()));
    const bool onPage = note.on == NoteOn::Page;
    if (onPage)
        properties.insert(u"page"_s, pairsOf(note.points));
    return {{u"type"_s, u"Feature"_s},
            {u"geometry"_s, onPage ? QJsonValue() : QJsonValue(geometryOf(note))},
            {u"properties"_s, properties}};
}

} // namespace

QJsonObject objectFrom(std::span<const FigureNote> notes)
{
    QJsonArray features;
    for (const FigureNote &note : notes)
        features.append(featureOf(note));
    return {{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}};
}

NotesRead notesFrom(const QJsonObject &collection)
{
    NotesRead read;
    const bool isLone = collection[u"type"_s] == u"Feature"_s;
    const QJsonArray features = isLone ? QJsonArray{collection} : collection[u"features"_s].toArray();
    const QString crs = collection[u"crs"_s][u"properties"_s][u"name"_s].toString();
    const bool isLonLat = crs.isEmpty() || crs.endsWith("CRS84"_L1) || crs.endsWith(":4326"_L1);
    if (!isLone && collection[u"type"_s] != u"FeatureCollection"_s)
        read.refused.push_back(
            {Error::Kind::Malformed, NoteText::tr("The notes are no GeoJSON FeatureCollection"), {}});
    else if (!isLonLat)
        read.refused.push_back(
            {Error::Kind::Malformed,
             NoteText::tr("The notes are in %1; save them in longitudes and latitudes (EPSG:4326)").arg(crs.left(80)),
             {}});
    if (!read.refused.empty())
        return read;
    constexpr qsizetype most = 1000;
    if (features.size() > most) {
        read.refused.push_back(
            {Error::Kind::Malformed,
             NoteText::tr("A figure has %1 notes at most, and these are %2").arg(most).arg(features.size()),
             {}});
        return read;
    }
    for (qsizetype i = 0; i < features.size(); ++i) {
        Result<std::vector<FigureNote>> notes = notesFromFeature(features[i].toObject());
        if (notes)
            read.notes.insert(read.notes.end(), std::make_move_iterator(notes->begin()),
                              std::make_move_iterator(notes->end()));
        else
            read.refused.push_back({Error::Kind::Malformed,
                                    NoteText::tr("Note %1: %2").arg(QString::number(i + 1), notes.error().message),
                                    {}});
    }
    return read;
}

} // namespace dateline
