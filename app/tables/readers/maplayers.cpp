#include "tables/readers/maplayers.h"

#include "sources/readers/htmltree.h"
#include "tables/cells.h"
#include "tables/readers/roughtimes.h"
#include "tables/seenids.h"
#include "tables/tablestext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

namespace dateline
{

namespace
{

/// What a description in HTML says, and where it leads to.
struct PlainWords
{
    std::string text;
    std::string links;
};

PlainWords plainFrom(const std::string &html)
{
    PlainWords words;
    QString text;
    QStringList links;
    if (html.contains('<')) {
        const HtmlTree tree(QByteArray::fromStdString(html));
        for (int i = 0; i < tree.size(); ++i) {
            switch (tree.tag(i)) {
            case GUMBO_TAG_BR:
            case GUMBO_TAG_P:
            case GUMBO_TAG_DIV:
            case GUMBO_TAG_TR:
            case GUMBO_TAG_LI: text += u'\n'; break;
            case GUMBO_TAG_TD: text += u' '; break;
            case GUMBO_TAG_A: links.append(tree.attribute(i, "href")); break;
            default: text += tree.isText(i) ? tree.text(i) : QString();
            }
        }
    } else {
        text = QString::fromStdString(html);
    }
    static const QRegularExpression address(QStringLiteral("https?://[^\\s<>\"]+"));
    for (const QRegularExpressionMatch &match : address.globalMatch(text))
        links.append(match.captured());
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (const QString tidy = line.simplified(); !tidy.isEmpty())
            lines.append(tidy);
    }
    links.removeIf([](const QString &link) { return !link.startsWith(u"http"); });
    links.removeDuplicates();
    return {lines.join(u'\n').toStdString(), links.join(u'\n').toStdString()};
}

/// Some layers of a map as one table.
class LayersTable
{
public:
    LayersTable(std::shared_ptr<MapFile> map, FileKind kind, std::vector<int> layers, const std::string &mark)
        : m_map(std::move(map))
        , m_kind(kind)
        , m_layers(std::move(layers))
    {
        static_cast<void>(place("wkt_geom"));
        for (const int layer : m_layers) {
            std::vector<std::size_t> &columns = m_columns.emplace_back();
            for (const QString &field : m_map->fields(layer))
                columns.push_back(place(columnOf(field)));
        }
        if (!mark.empty())
            static_cast<void>(place(mark));
        if (m_kind == FileKind::Kml) {
            m_links = place("links");
            m_folder = place("folder");
        }
        if (m_kind == FileKind::Gpx)
            findTrackTimes();
    }

    [[nodiscard]] Result<void> read(RecordTaker &taker)
    {
        qint64 number = 0;
        bool goesOn = true;
        SeenIds seen;
        for (std::size_t i = 0; goesOn && i < m_layers.size(); ++i) {
            const std::string layer = m_map->layerName(m_layers[i]).toStdString();
            qint64 inLayer = 0;
            const Result<void> done = m_map->forEach(m_layers[i], [&](MapFeature &feature) {
                // A layer that cannot be read at all has no columns either.
                if (number == 0 && !taker.takeRecord(0, m_names))
                    return goesOn = false;
                ++number;
                Cells cells = cellsOf(feature, m_columns[i]);
                if (layer == "tracks")
                    takeTrack(cells, inLayer);
                ++inLayer;
                if (m_kind == FileKind::Kml && !seen.add(takeKml(cells, layer)))
                    return true; // A map of days in folders has the same mark in several.
                return goesOn = feature.problem.empty() ? taker.takeRecord(number, cells)
                                                        : taker.takeProblem(number, {}, {}, feature.problem);
            });
            if (!done)
                return done;
        }
        if (number == 0)
            static_cast<void>(taker.takeRecord(0, m_names));
        return {};
    }

private:
    [[nodiscard]] std::string columnOf(const QString &field) const
    {
        // A receiver's times name the day.
        if (m_kind == FileKind::Gpx && field == u"time")
            return "timestamp";
        return field.toStdString();
    }

    /// The column named @p name, made if there is none.
    std::size_t place(const std::string &name)
    {
        const auto [at, isNew] = m_places.try_emplace(smallLetters(name), m_names.size());
        if (isNew)
            m_names.push_back(name);
        return at->second;
    }

    [[nodiscard]] Cells cellsOf(MapFeature &feature, const std::vector<std::size_t> &columns) const
    {
        Cells cells(m_names.size());
        cells[0] = std::move(feature.shape);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i] != 0)
                cells[columns[i]] = std::move(feature.cells[i]);
        }
        return cells;
    }

    /// Finds when each track begins and ends, which only its points say.
    void findTrackTimes()
    {
        for (int layer = 0; layer < m_map->layerCount(); ++layer) {
            if (m_map->layerName(layer) != u"track_points")
                continue;
            const QStringList fields = m_map->fields(layer);
            const qsizetype track = fields.indexOf(u"track_fid");
            const qsizetype time = fields.indexOf(u"time");
            if (track < 0 || time < 0)
                continue;
            m_begin = place("begin");
            m_end = place("end");
            // A track that is cut off is told when its line is read.
            static_cast<void>(m_map->forEach(layer, [&](MapFeature &point) {
                const std::string &when = point.cells[static_cast<std::size_t>(time)];
                if (when.empty())
                    return true;
                auto &span =
                    m_tracks.try_emplace(point.cells[static_cast<std::size_t>(track)], when, when).first->second;
                span.first = std::min(span.first, when);
                span.second = std::max(span.second, when);
                return true;
            }));
        }
    }

    void takeTrack(Cells &cells, qint64 index) const
    {
        const auto times = m_tracks.find(std::to_string(index));
        if (times == m_tracks.end())
            return;
        cells[m_begin] = times->second.first;
        cells[m_end] = times->second.second;
    }

    /// Makes a description plain; what the mark is told from others by.
    std::string takeKml(Cells &cells, const std::string &folder)
    {
        const auto at = m_places.find("description");
        if (at != m_places.end()) {
            PlainWords words = plainFrom(cells[at->second]);
            cells[at->second] = std::move(words.text);
            cells[m_links] = std::move(words.links);
        }
        takeRoughTime(cells, "timestamp", roughTimeNames[0]);
        takeRoughTime(cells, "begin", roughTimeNames[1]);
        takeRoughTime(cells, "end", roughTimeNames[2]);
        std::string all;
        for (const std::string &cell : cells)
            all.append(cell).push_back('\x1f');
        cells[m_folder] = folder;
        return all;
    }

    /// A year or a month takes the place of the first day in it, which the file did not say.
    void takeRoughTime(Cells &cells, const char *column, const char *rough) const
    {
        const auto to = m_places.find(column);
        const auto from = m_places.find(rough);
        if (to != m_places.end() && from != m_places.end() && !cells[from->second].empty())
            cells[to->second] = std::exchange(cells[from->second], {});
    }

    std::shared_ptr<MapFile> m_map;
    FileKind m_kind;
    std::vector<int> m_layers;
    Cells m_names;
    std::map<std::string, std::size_t> m_places; ///< Of columns, by their names in small letters.
    std::vector<std::vector<std::size_t>> m_columns; ///< Of each layer's fields.
    std::map<std::string, std::pair<std::string, std::string>> m_tracks; ///< First and last time of each, by number.
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::size_t m_links = 0;
    std::size_t m_folder = 0;
};

/// A receiver's points of tracks and routes say again what the lines do.
bool isPartOfLine(const QString &layer)
{
    return layer == u"route_points" || layer == u"track_points";
}

} // namespace

ForeignTables tablesOfLayers(MapFile map, FileKind kind, const std::string &mark)
{
    const auto shared = std::make_shared<MapFile>(std::move(map));
    const auto add = [&](ForeignTables &tables, const QString &name, std::vector<int> layers) {
        const auto table = std::make_shared<LayersTable>(shared, kind, std::move(layers), mark);
        tables.push_back({name, RowUnit::Feature, true, [table](RecordTaker &taker) { return table->read(taker); }});
    };
    ForeignTables tables;
    std::vector<int> all;
    for (int layer = 0; layer < shared->layerCount(); ++layer) {
        if (kind != FileKind::Gpx || !isPartOfLine(shared->layerName(layer)))
            all.push_back(layer);
    }
    if (kind == FileKind::Kml || kind == FileKind::Gpx) {
        add(tables, {}, all);
        return tables;
    }
    for (const int layer : all)
        add(tables, all.size() == 1 ? QString() : shared->layerName(layer), {layer});
    return tables;
}

} // namespace dateline
