#include "tables/readers/annotations.h"

#include "tables/readers/jsoncells.h"
#include "tables/tablestext.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>

namespace dateline
{

namespace
{

using namespace Qt::StringLiterals;

/// A value that may be alone or in a list.
QJsonArray listFrom(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    return value.isNull() || value.isUndefined() ? QJsonArray() : QJsonArray{value};
}

/// “id”, which is “@id” in older files.
QJsonValue own(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return value.isUndefined() ? object.value(u'@' + QString(name)) : value;
}

bool isOfType(const QJsonObject &object, QLatin1StringView type)
{
    for (const QJsonValue one : listFrom(own(object, "type"_L1))) {
        const QString name = one.toString();
        if (name == type || name.endsWith(u':' + QString(type)) || name.endsWith(u'#' + QString(type)))
            return true;
    }
    return false;
}

QString textOrId(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return value.isObject() ? own(object, "id"_L1).toString(object.value("name"_L1).toString()) : value.toString();
}

void addLine(std::string &cell, const QString &line)
{
    if (!line.isEmpty())
        cell.append(cell.empty() ? "" : "\n").append(line.toStdString());
}

enum Column : std::size_t {
    Id,
    Exact,
    Prefix,
    Suffix,
    Start,
    End,
    Source,
    Place,
    Shape,
    Tags,
    Comments,
    IdentifiedAs,
    Creator,
    Created,
    ColumnCount
};
constexpr std::array<const char *, ColumnCount> columnNames{
    "annotation_id", "exact",    "prefix", "suffix",   "start",         "end",     "source",
    "place",         "wkt_geom", "tags",   "comments", "identified_as", "creator", "created"};

/// Takes the selectors of a target, and those that narrow them down.
void takeSelector(const QJsonObject &selector, Cells &cells, int depth)
{
    constexpr int deepest = 8;
    if (isOfType(selector, "TextQuoteSelector"_L1) && cells[Exact].empty()) {
        cells[Exact] = cellFromJson(selector.value("exact"_L1));
        cells[Prefix] = cellFromJson(selector.value("prefix"_L1));
        cells[Suffix] = cellFromJson(selector.value("suffix"_L1));
    } else if (isOfType(selector, "TextPositionSelector"_L1) && cells[Start].empty()) {
        cells[Start] = cellFromJson(selector.value("start"_L1));
        cells[End] = cellFromJson(selector.value("end"_L1));
    }
    if (depth < deepest) {
        for (const QJsonValue next : listFrom(selector.value("refinedBy"_L1)))
            takeSelector(next.toObject(), cells, depth + 1);
    }
}

void takeTarget(const QJsonValue &value, Cells &cells)
{
    const QJsonObject target = value.toObject();
    const QString source = value.isString() ? value.toString() : textOrId(target.value("source"_L1));
    addLine(cells[Source], source.isEmpty() ? own(target, "id"_L1).toString() : source);
    for (const QJsonValue selector : listFrom(target.value("selector"_L1)))
        takeSelector(selector.toObject(), cells, 0);
}

/// The point of a GeoJSON geometry, which some programs put into bodies.
void takeGeometry(const QJsonObject &geometry, Cells &cells)
{
    const QJsonArray at = geometry.value("coordinates"_L1).toArray();
    if (geometry.value("type"_L1) != "Point"_L1 || at.size() < 2 || !cells[Shape].empty())
        return;
    cells[Shape] = "POINT (" + cellFromJson(at[0]) + ' ' + cellFromJson(at[1]) + ')';
}

void takeBody(const QJsonValue &value, Cells &cells)
{
    const QJsonObject body = value.toObject();
    const QString purpose = QString::fromStdString(cellFromJson(body.value("purpose"_L1)));
    const QString text =
        value.isString() ? value.toString() : QString::fromStdString(cellFromJson(body.value("value"_L1)));
    takeGeometry(body.value("geometry"_L1).toObject(), cells);
    if (purpose == u"tagging" || isOfType(body, "Tag"_L1))
        addLine(cells[Tags], text);
    else if (purpose == u"geotagging" || isOfType(body, "Feature"_L1))
        addLine(
            cells[Place],
            body.value("properties"_L1).toObject().value("title"_L1).toString(body.value("name"_L1).toString(text)));
    else if (purpose == u"identifying" || purpose == u"classifying" || purpose == u"linking" || value.isString())
        addLine(cells[IdentifiedAs], text.isEmpty() ? textOrId(body.value("source"_L1)) : text);
    else if (!text.isEmpty() && (isOfType(body, "TextualBody"_L1) || body.contains("value"_L1)))
        addLine(purpose == u"transcribing" && cells[Exact].empty() ? cells[Exact] : cells[Comments], text);
    else
        addLine(cells[IdentifiedAs], own(body, "id"_L1).toString(textOrId(body.value("source"_L1))));
}

Cells cellsOf(const QJsonObject &annotation)
{
    Cells cells(ColumnCount);
    cells[Id] = own(annotation, "id"_L1).toString().toStdString();
    for (const QJsonValue target : listFrom(annotation.value("target"_L1)))
        takeTarget(target, cells);
    for (const QJsonValue body : listFrom(annotation.value("body"_L1)))
        takeBody(body, cells);
    addLine(cells[Comments], annotation.value("bodyValue"_L1).toString());
    cells[Creator] = textOrId(annotation.value("creator"_L1)).toStdString();
    cells[Created] = cellFromJson(annotation.value("created"_L1));
    return cells;
}

/// The list of annotations in @p document; empty if there is none.
QJsonArray annotationListIn(const QJsonDocument &document)
{
    const QJsonObject root = document.object();
    QJsonArray list = document.array();
    if (isOfType(root, "Annotation"_L1))
        list = {root};
    else if (root.value("items"_L1).isArray())
        list = root.value("items"_L1).toArray();
    else if (root.value("@graph"_L1).isArray())
        list = root.value("@graph"_L1).toArray();
    else if (root.value("first"_L1).isObject())
        list = root.value("first"_L1).toObject().value("items"_L1).toArray();
    for (const QJsonValue entry : list) {
        if (isOfType(entry.toObject(), "Annotation"_L1))
            return list;
    }
    return {};
}

} // namespace

std::optional<ForeignTable> annotationsIn(const QJsonDocument &document)
{
    const QJsonArray list = annotationListIn(document);
    if (list.isEmpty())
        return std::nullopt;
    return ForeignTable{{}, RowUnit::Entry, true, [list](RecordTaker &taker) -> Result<void> {
                            bool goesOn = taker.takeRecord(0, Cells(columnNames.begin(), columnNames.end()));
                            for (qsizetype i = 0; goesOn && i < list.size(); ++i) {
                                const QJsonObject annotation = list[i].toObject();
                                goesOn = isOfType(annotation, "Annotation"_L1)
                                    ? taker.takeRecord(i + 1, cellsOf(annotation))
                                    : taker.takeProblem(i + 1, {}, {},
                                                        TablesText::tr("It is no annotation").toStdString());
                            }
                            return {};
                        }};
}

} // namespace dateline
