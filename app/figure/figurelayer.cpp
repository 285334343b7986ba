#include "figure/figurelayer.h"

#include "base/sha256.h"
#include "figure/figuretext.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace dateline
{

namespace
{

constexpr double drawingDpi = 192; // of the picture within a PDF or an SVG
constexpr double mostLayerPixels = 80e6;
constexpr qint64 mostHashed = 100 * 1024 * 1024; // bytes
constexpr QSizeF swatchSize(18, 10.5);

/// How many pixels of the picture make one of the painter's units; 0 if nothing that is painted will be seen.
double pixelRatioOf(const QPainter &painter, QSizeF size)
{
    if (painter.device()->width() <= 1) // Painted for its words.
        return 0;
    const double scale = painter.combinedTransform().m11();
    const bool isPicture = painter.paintEngine()->type() == QPaintEngine::Raster;
    const double ratio = isPicture ? scale : scale * drawingDpi / painter.device()->logicalDpiX();
    return std::min(ratio, std::sqrt(mostLayerPixels / (size.width() * size.height())));
}

QString fileSha256(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Sha256 sum;
    constexpr qint64 piece = 1024 * 1024;
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(piece);
        if (bytes.isEmpty())
            break;
        sum.add({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    }
    return QString::fromLatin1(sum.take().toHex());
}

} // namespace

void paintLayers(QPainter &painter, std::span<const FigureLayer> layers, const Viewport &viewport)
{
    std::vector<DrawnOverlay> drawn;
    for (const FigureLayer &layer : layers) {
        if (layer.drawn.overlay)
            drawn.push_back(layer.drawn);
    }
    const double ratio = drawn.empty() ? 0 : pixelRatioOf(painter, viewport.sizePx());
    if (ratio <= 0)
        return;
    QStringList problems;
    QImage picture = overlayPicture(drawn, viewport, ratio, {}, {}, problems);
    if (picture.isNull())
        return;
    picture.setDevicePixelRatio(1);
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF({}, viewport.sizePx()), picture);
    painter.restore();
}

QString layersSentence(std::span<const FigureLayer> layers)
{
    QStringList named;
    for (const FigureLayer &layer : layers) {
        if (layer.drawn.overlay && !layer.title.isEmpty())
            named.append(layer.credit.isEmpty() ? layer.title
                                                : FigureText::tr("%1 (%2)").arg(layer.title, layer.credit));
    }
    return named.isEmpty() ? QString() : FigureText::tr("Over the base map: %1.").arg(named.join(QStringLiteral("; ")));
}

std::vector<SectionRow> layerRows(std::span<const FigureLayer> layers, const Theme &theme)
{
    std::vector<SectionRow> rows;
    for (const FigureLayer &layer : layers) {
        if (!layer.drawn.overlay)
            continue;
        for (const OverlayLegendRow &row : layer.drawn.overlay->legend()) {
            const bool isNamed = row.text.isEmpty() || row.text == layer.title;
            const QString text = isNamed ? layer.title : FigureText::tr("%1: %2").arg(layer.title, row.text);
            rows.push_back(
                {{{text, sansFont(textSize), theme.ink}}, [swatch = row.swatch, &theme](QPainter &painter, QPointF at) {
                     const QRectF box(at - QPointF(swatchSize.width(), swatchSize.height()) / 2, swatchSize);
                     painter.drawImage(box, swatch);
                     painter.setBrush(Qt::NoBrush);
                     painter.setPen(QPen(theme.countryBorder, 0.5));
                     painter.drawRect(box);
                 }});
        }
    }
    return rows;
}

QJsonArray layersObject(std::span<const FigureLayer> layers)
{
    QJsonArray told;
    for (const FigureLayer &layer : layers) {
        if (!layer.drawn.overlay)
            continue;
        QJsonObject object{{QStringLiteral("title"), layer.title},
                           {QStringLiteral("file"), layer.source},
                           {QStringLiteral("credit"), layer.credit},
                           {QStringLiteral("opacity"), layer.drawn.style.opacity}};
        const QFileInfo info(layer.path);
        if (info.size() <= mostHashed) {
            object.insert(QStringLiteral("sha256"), fileSha256(layer.path));
        } else {
            object.insert(QStringLiteral("bytes"), info.size());
            object.insert(QStringLiteral("modified"), info.lastModified(QTimeZone::UTC).toString(Qt::ISODate));
        }
        told.append(object);
    }
    return told;
}

} // namespace dateline
