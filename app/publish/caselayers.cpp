#include "publish/caselayers.h"

#include "domain/overlaystylejson.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace dateline
{

namespace
{

struct LayersText
{
    Q_DECLARE_TR_FUNCTIONS(Layers)
};

Layer restyled(const CaseLayer &layer, const OverlayStyle &style)
{
    Layer row = layer.layer;
    row.style = textFrom(style);
    return row;
}

} // namespace

Result<std::vector<CaseLayer>> layersOf(const Case &file)
{
    Result<std::vector<Layer>> rows = file.layers();
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<CaseLayer> layers;
    for (Layer &row : *rows) {
        const OverlayStyle style = overlayStyleFrom(row.style);
        const QString path = layerPath(file.path(), row.source);
        layers.push_back({std::move(row), style, path});
    }
    std::ranges::stable_sort(layers, {}, [](const CaseLayer &layer) { return layer.style.order; });
    return layers;
}

QString layerSource(const QString &casePath, const QString &path)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    const QString relative = QFileInfo(casePath).absoluteDir().relativeFilePath(file);
    constexpr int mostUp = 2; // From farther away the two are not moved together.
    const bool isNear = relative.count(QStringLiteral("../")) <= mostUp && QDir::isRelativePath(relative);
    return isNear ? relative : file;
}

QString layerPath(const QString &casePath, const QString &source)
{
    return QDir::cleanPath(QFileInfo(casePath).absoluteDir().absoluteFilePath(source));
}

QString missingText(const CaseLayer &layer)
{
    if (QFileInfo(layer.path).isFile())
        return {};
    return LayersText::tr("“%1” is not at %2: find it, or bring it back there")
        .arg(QFileInfo(layer.path).fileName(), QDir::toNativeSeparators(QFileInfo(layer.path).path()));
}

Change addLayerChange(const QString &casePath, const std::vector<CaseLayer> &layers, const QString &path,
                      OverlayStyle style)
{
    if (!layers.empty())
        style.order = layers.back().style.order + 1;
    const QString title = QFileInfo(path).completeBaseName();
    return {LayersText::tr("Add the layer “%1”").arg(title),
            {Layer{{}, title, layerSource(casePath, path), textFrom(style)}}};
}

Change addTablesChange(const QString &casePath, const std::vector<CaseLayer> &layers, const QString &path,
                       const QStringList &tables)
{
    Change all = addLayerChange(casePath, layers, path);
    if (tables.isEmpty())
        return all;
    Layer row = std::get<Layer>(all.edits.front());
    const QString file = row.title;
    OverlayStyle style = overlayStyleFrom(row.style);
    all.edits.clear();
    for (const QString &table : tables) {
        style.features.layer = table;
        row.title = QStringLiteral("%1 · %2").arg(file, table);
        row.style = textFrom(style);
        all.edits.emplace_back(row);
        ++style.order;
    }
    all.label = tables.size() == 1 ? LayersText::tr("Add the layer “%1”").arg(row.title)
                                   : LayersText::tr("Add the layers of “%1”").arg(file);
    return all;
}

Change findLayerChange(const QString &casePath, const CaseLayer &layer, const QString &path)
{
    Layer row = layer.layer;
    row.source = layerSource(casePath, path);
    return {LayersText::tr("Find the file of the layer “%1”").arg(row.title), {row}};
}

Change removeLayerChange(const CaseLayer &layer)
{
    return {LayersText::tr("Remove the layer “%1”").arg(layer.layer.title), {RemoveLayer{layer.layer.id}}};
}

Change restyleLayerChange(const CaseLayer &layer, const OverlayStyle &style, const QString &what)
{
    return {what, {restyled(layer, style)}};
}

Change moveLayerChange(const std::vector<CaseLayer> &layers, std::size_t from, std::size_t to)
{
    std::vector<const CaseLayer *> order;
    for (const CaseLayer &layer : layers)
        order.push_back(&layer);
    const CaseLayer *moved = order[from];
    order.erase(order.begin() + static_cast<std::ptrdiff_t>(from));
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(std::min(to, order.size())), moved);
    Change change{LayersText::tr("Move the layer “%1”").arg(moved->layer.title), {}};
    for (std::size_t i = 0; i < order.size(); ++i) {
        OverlayStyle style = order[i]->style;
        if (style.order == static_cast<int>(i))
            continue;
        style.order = static_cast<int>(i);
        change.edits.emplace_back(restyled(*order[i], style));
    }
    return change;
}

} // namespace dateline
