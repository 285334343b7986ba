#include "tables/readers/geojson.h"

#include "base/zipreading.h"
#include "tables/cells.h"
#include "tables/readers/featureshape.h"
#include "tables/readers/jsoncells.h"
#include "tables/tablestext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace dateline
{

namespace
{

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

/// Where a member of a feature stands.
enum class Standing : std::uint8_t { Property, Beside };

// Where Recogito writes what was annotated of a place: beside a feature's properties, not in them.
constexpr std::array<std::string_view, 8> besideProperties{
    "titles", "uris", "names", "place_types", "source_gazetteers", "quotes", "tags", "comments"};

std::string_view tokenOf(ondemand::value &value)
{
    std::string_view token = value.raw_json_token();
    token = token.substr(0, token.find_last_not_of(" \n\r\t") + 1);
    return token;
}

/// Adds each part of @p list in a line of its own. @returns INCORRECT_TYPE if one of them is a list or an object.
[[nodiscard]] error_code addLines(ondemand::array &list, std::string &cell)
{
    for (auto part : list) {
        ondemand::value value;
        ondemand::json_type type{};
        std::string_view text;
        if (const error_code error = part.get(value))
            return error;
        if (const error_code error = value.type().get(type))
            return error;
        switch (type) {
        case ondemand::json_type::object:
        case ondemand::json_type::array: return simdjson::INCORRECT_TYPE;
        case ondemand::json_type::null: continue;
        case ondemand::json_type::string:
            if (const error_code error = value.get_string().get(text))
                return error;
            break;
        default: text = tokenOf(value);
        }
        if (!text.empty())
            cell.append(cell.empty() ? "" : "\n").append(text);
    }
    return simdjson::SUCCESS;
}

/// Writes @p value as a cell: a list of words in lines, what is nested deeper as JSON.
[[nodiscard]] error_code writeCell(ondemand::value value, std::string &cell)
{
    ondemand::json_type type{};
    std::string_view text;
    if (const error_code error = value.type().get(type))
        return error;
    cell.clear();
    switch (type) {
    case ondemand::json_type::null: return simdjson::SUCCESS;
    case ondemand::json_type::string: {
        const error_code error = value.get_string().get(text);
        cell = text;
        return error;
    }
    case ondemand::json_type::object: {
        const error_code error = value.raw_json().get(text);
        cell = text;
        return error;
    }
    case ondemand::json_type::array: {
        ondemand::array list;
        if (const error_code error = value.get_array().get(list))
            return error;
        if (const error_code error = addLines(list, cell); error != simdjson::INCORRECT_TYPE)
            return error;
        bool hasParts = false;
        if (const error_code error = list.reset().get(hasParts))
            return error;
        const error_code error = list.raw_json().get(text);
        cell = text;
        return error;
    }
    default: cell = tokenOf(value); return simdjson::SUCCESS;
    }
}

/// As writeCell(), of what is nested what it is called or leads to.
[[nodiscard]] error_code writeNamedCell(ondemand::value value, std::string &cell)
{
    std::string_view text;
    if (const error_code error = value.raw_json().get(text))
        return error;
    const QByteArray list = '[' + QByteArray(text.data(), static_cast<qsizetype>(text.size())) + ']';
    cell = cellFromJson(QJsonDocument::fromJson(list).array().at(0));
    return simdjson::SUCCESS;
}

/// The table of a GeoJSON file: its columns, and how its features become rows.
class FeatureTable
{
public:
    FeatureTable(GeoJsonOpening open, FeatureList list, QString name)
        : m_open(std::move(open))
        , m_list(list)
        , m_name(std::move(name))
    {
        static_cast<void>(columnNamed("wkt_geom"));
    }

    /// Goes through all of it once, since any feature may have properties that those before have not.
    [[nodiscard]] Result<void> findColumns()
    {
        Result<std::unique_ptr<QIODevice>> bytes = m_open();
        if (!bytes)
            return std::unexpected(bytes.error());
        FeatureStream features(std::move(*bytes), m_list);
        qint64 count = 0;
        while (const std::optional<QByteArrayView> feature = features.next()) {
            ++count;
            // What is no feature is told when it is read.
            const auto find = [this](std::string_view name, std::size_t at, ondemand::value, Standing) {
                static_cast<void>(columnNamed(name, at));
                return simdjson::SUCCESS;
            };
            static_cast<void>(forEachMember(*feature, find));
        }
        m_plane = features.plane();
        return count == 0 ? endOf(features) : Result<void>();
    }

    [[nodiscard]] const QByteArray &plane() const { return m_plane; }

    [[nodiscard]] Result<void> read(RecordTaker &taker)
    {
        Result<std::unique_ptr<QIODevice>> bytes = m_open();
        if (!bytes)
            return std::unexpected(bytes.error());
        if (!taker.takeRecord(0, m_names))
            return {};
        FeatureStream features(std::move(*bytes), m_list);
        Cells cells(m_names.size());
        qint64 number = 0;
        while (const std::optional<QByteArrayView> feature = features.next()) {
            ++number;
            for (std::string &cell : cells)
                cell.clear();
            const QString problem = readFeature(*feature, cells);
            if (!(problem.isEmpty() ? taker.takeRecord(number, cells)
                                    : taker.takeProblem(number, {}, {}, problem.toStdString())))
                return {};
        }
        return endOf(features);
    }

private:
    [[nodiscard]] Result<void> endOf(const FeatureStream &features) const
    {
        const auto *packed = dynamic_cast<const UnpackingDevice *>(&features.bytes());
        if (packed && packed->error())
            return std::unexpected(*packed->error());
        if (!features.isCutOff())
            return {};
        return failure(Error::Kind::Malformed,
                       TablesText::tr("“%1” is damaged or cut off: what is not JSON begins at byte %2; get it anew")
                           .arg(m_name)
                           .arg(features.offset()),
                       m_name);
    }

    /// The column named @p name, made if there is none. @param at where it is expected, as features are much alike.
    std::size_t columnNamed(std::string_view name, std::size_t at = 0)
    {
        if (at < m_names.size() && m_names[at] == name)
            return at;
        const auto [known, isNew] = m_columns.try_emplace(std::string(name), m_names.size());
        if (isNew)
            m_names.emplace_back(name);
        return known->second;
    }

    /// Hands @p take the name, the likely column and the value of each property and of what else is a column.
    template<typename Take>
    [[nodiscard]] error_code forEachMember(QByteArrayView feature, const Take &take)
    {
        const auto size = static_cast<std::size_t>(feature.size());
        ondemand::document document;
        if (const error_code error =
                m_parser.iterate(feature.data(), size, size + FeatureStream::padding).get(document))
            return error;
        ondemand::object members;
        if (const error_code error = document.get_object().get(members))
            return error;
        m_isFeature = false;
        std::size_t at = 1;
        for (auto member : members) {
            std::string_view name;
            ondemand::value value;
            if (const error_code error = member.unescaped_key().get(name))
                return error;
            if (const error_code error = member.value().get(value))
                return error;
            error_code error = simdjson::SUCCESS;
            if (name == "properties") {
                m_isFeature = true;
                error = forEachProperty(value, at, take);
            } else if (name == "geometry") {
                m_isFeature = true;
                error = take("wkt_geom", 0, value, Standing::Beside);
            } else if (name == "id" || std::ranges::contains(besideProperties, name)) {
                error = take(name, at++, value, Standing::Beside);
            }
            if (error)
                return error;
        }
        return document.at_end() ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
    }

    template<typename Take>
    [[nodiscard]] static error_code forEachProperty(ondemand::value value, std::size_t &at, const Take &take)
    {
        ondemand::object properties;
        bool isNull = false;
        if (value.is_null().get(isNull) || isNull)
            return simdjson::SUCCESS;
        if (const error_code error = value.get_object().get(properties))
            return error;
        for (auto property : properties) {
            std::string_view name;
            ondemand::value inner;
            if (const error_code error = property.unescaped_key().get(name))
                return error;
            if (const error_code error = property.value().get(inner))
                return error;
            // The shape has that name already.
            if (name == "wkt_geom")
                continue;
            if (const error_code error = take(name, at++, inner, Standing::Property))
                return error;
        }
        return simdjson::SUCCESS;
    }

    /// Fills @p cells; why @p feature cannot be read, empty if it can.
    [[nodiscard]] QString readFeature(QByteArrayView feature, Cells &cells)
    {
        if (feature.isEmpty())
            return TablesText::tr("It is longer than 64 MB: make its words or its shape shorter");
        QString problem;
        const auto fill = [&](std::string_view name, std::size_t at, ondemand::value value, Standing standing) {
            const std::size_t column = columnNamed(name, at);
            std::string_view json;
            if (column == 0) {
                const error_code error = value.raw_json().get(json);
                problem = error ? QString() : m_shapes.write(trimmed(json), cells[0]);
                return error;
            }
            if (standing == Standing::Beside && column < cells.size() && cells[column].empty())
                return writeNamedCell(value, cells[column]);
            if (standing == Standing::Property && column < cells.size())
                return writeCell(value, cells[column]);
            return simdjson::SUCCESS;
        };
        const error_code error = forEachMember(feature, fill);
        if (error)
            return TablesText::tr("It is no whole JSON: check its quotation marks, commas and brackets");
        if (!m_isFeature)
            return TablesText::tr("It is no feature: it has neither a geometry nor properties");
        return problem;
    }

    GeoJsonOpening m_open;
    FeatureList m_list;
    QString m_name;
    QByteArray m_plane;
    Cells m_names;
    std::unordered_map<std::string, std::size_t> m_columns; ///< By name.
    ondemand::parser m_parser;
    ShapeWriter m_shapes;
    bool m_isFeature = false; ///< The object read last.
};

bool isInDegrees(const QByteArray &plane)
{
    // What is only linked to is not looked up.
    const QJsonObject crs = QJsonDocument::fromJson(plane).object();
    const QString name = crs.value(u"properties").toObject().value(u"name").toString();
    return name.isEmpty() || name.endsWith(u"CRS84") || name.endsWith(u":4326");
}

} // namespace

Result<std::optional<ForeignTable>> tableOfGeoJson(GeoJsonOpening open, FeatureList list, const QString &name)
{
    const auto table = std::make_shared<FeatureTable>(std::move(open), list, name);
    if (const Result<void> found = table->findColumns(); !found)
        return std::unexpected(found.error());
    if (!isInDegrees(table->plane()))
        return std::nullopt;
    return ForeignTable{{}, RowUnit::Feature, true, [table](RecordTaker &taker) { return table->read(taker); }};
}

} // namespace dateline
