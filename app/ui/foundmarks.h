#pragma once

#include "ui/foundlayers.h"
#include "ui/look.h"

#include <QQuickPaintedItem>
#include <QQuickTextDocument>
#include <QtQmlIntegration>

namespace dateline
{

/// The colour of the line, or tint, under what was found.
[[nodiscard]] QColor colourOf(Found found, const Theme &theme);

/// Lines and tints under the words of one paragraph that something was found in; without a text, the line of one kind.
class FoundMarks : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *target READ target WRITE setTarget NOTIFY targetChanged)
    Q_PROPERTY(dateline::FoundLayers *layers READ layers WRITE setLayers NOTIFY targetChanged)
    Q_PROPERTY(dateline::Look *look READ look WRITE setLook NOTIFY targetChanged REQUIRED)
    Q_PROPERTY(int row READ row WRITE setRow NOTIFY targetChanged)
    Q_PROPERTY(int sample READ sample WRITE setSample NOTIFY targetChanged)

public:
    explicit FoundMarks(QQuickItem *parent = nullptr);

    [[nodiscard]] QQuickTextDocument *target() const { return m_target; }
    void setTarget(QQuickTextDocument *target);
    [[nodiscard]] FoundLayers *layers() const { return m_layers; }
    void setLayers(FoundLayers *layers);
    [[nodiscard]] Look *look() const { return m_look; }
    void setLook(Look *look);
    [[nodiscard]] int row() const { return m_row; }
    void setRow(int row);
    [[nodiscard]] int sample() const { return m_sample; } ///< A kind for the legend; −1: the paragraph's.
    void setSample(int sample);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void targetChanged();

private:
    QQuickTextDocument *m_target = nullptr;
    FoundLayers *m_layers = nullptr;
    Look *m_look = nullptr;
    int m_row = -1;
    int m_sample = -1;
};

} // namespace dateline
