#include "tables/readers/featureshape.h"

#include "tables/tablestext.h"

#include <algorithm>
#include <array>

namespace dateline
{

namespace
{

namespace ondemand = simdjson::ondemand;

enum class ShapeProblem : std::uint8_t { None, Empty, Positions, Type };

struct ShapeType
{
    std::string_view name;
    std::string_view text;
    int depth = 0; ///< Of lists around positions.
};

constexpr std::array shapeTypes{
    ShapeType{"Point", "POINT", 0},
    ShapeType{"LineString", "LINESTRING", 1},
    ShapeType{"Polygon", "POLYGON", 2},
    ShapeType{"MultiPoint", "MULTIPOINT", 1},
    ShapeType{"MultiPolygon", "MULTIPOLYGON", 3},
    ShapeType{"MultiLineString", "MULTILINESTRING", 2},
};

/// Longitude and latitude; false if there are not two numbers.
bool writePosition(ondemand::array position, std::string &text)
{
    int count = 0;
    for (auto part : position) {
        ondemand::value number;
        if (part.get(number))
            return false;
        std::string_view token = number.raw_json_token();
        double degrees = 0;
        if (number.get_double().get(degrees))
            return false;
        token = token.substr(0, token.find_last_not_of(" \n\r\t") + 1);
        text.append(count == 0 ? "" : " ").append(token);
        if (++count == 2)
            return true;
    }
    return false;
}

ShapeProblem writePositions(ondemand::value value, int depth, std::string &text)
{
    ondemand::array list;
    bool isEmpty = true;
    if (value.get_array().get(list) || list.is_empty().get(isEmpty))
        return ShapeProblem::Positions;
    if (isEmpty)
        return ShapeProblem::Empty;
    if (depth == 0)
        return writePosition(list, text) ? ShapeProblem::None : ShapeProblem::Positions;
    text.append(1, '(');
    bool isFirst = true;
    for (auto part : list) {
        ondemand::value inner;
        if (part.get(inner))
            return ShapeProblem::Positions;
        if (!std::exchange(isFirst, false))
            text.append(1, ',');
        if (writePositions(inner, depth - 1, text) != ShapeProblem::None)
            return ShapeProblem::Positions;
    }
    text.append(1, ')');
    return ShapeProblem::None;
}

ShapeProblem writeGeometry(ondemand::object geometry, std::string &text);

ShapeProblem writeCollection(ondemand::object geometry, std::string &text)
{
    ondemand::array list;
    bool isEmpty = true;
    if (geometry["geometries"].get_array().get(list) || list.is_empty().get(isEmpty))
        return ShapeProblem::Positions;
    if (isEmpty)
        return ShapeProblem::Empty;
    text.append("GEOMETRYCOLLECTION (");
    bool isFirst = true;
    for (auto part : list) {
        ondemand::object inner;
        if (part.get_object().get(inner))
            return ShapeProblem::Type;
        if (!std::exchange(isFirst, false))
            text.append(1, ',');
        if (const ShapeProblem problem = writeGeometry(inner, text); problem != ShapeProblem::None)
            return problem;
    }
    text.append(1, ')');
    return ShapeProblem::None;
}

ShapeProblem writeGeometry(ondemand::object geometry, std::string &text)
{
    std::string_view name;
    if (geometry["type"].get_string().get(name))
        return ShapeProblem::Type;
    if (name == "GeometryCollection")
        return writeCollection(geometry, text);
    const auto type = std::ranges::find(shapeTypes, name, &ShapeType::name);
    if (type == shapeTypes.end())
        return ShapeProblem::Type;
    ondemand::value positions;
    if (geometry["coordinates"].get(positions))
        return ShapeProblem::Positions;
    text.append(type->text).append(type->depth == 0 ? " (" : " ");
    const ShapeProblem problem = writePositions(positions, type->depth, text);
    if (type->depth == 0)
        text.append(1, ')');
    return problem;
}

} // namespace

QString ShapeWriter::write(std::string_view json, std::string &text)
{
    ondemand::document document;
    ondemand::object geometry;
    if (json == "null")
        return {};
    ShapeProblem problem = ShapeProblem::Type;
    if (!m_parser.iterate(json.data(), json.size(), json.size() + simdjson::SIMDJSON_PADDING).get(document)
        && !document.get_object().get(geometry))
        problem = writeGeometry(geometry, text);
    if (problem != ShapeProblem::None)
        text.clear();
    switch (problem) {
    case ShapeProblem::Positions: return TablesText::tr("Its geometry has positions that are no numbers, or too few");
    case ShapeProblem::Type: return TablesText::tr("Its geometry is of no type that GeoJSON has");
    default: return {};
    }
}

} // namespace dateline
