#pragma once

#include "ui/figuremaker.h"

#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace dateline
{

/// Shows the preview, as large as it fits.
class FigurePreview : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QRectF page READ page NOTIFY pageChanged)
    Q_PROPERTY(dateline::FigureMaker *maker READ maker WRITE setMaker NOTIFY makerChanged REQUIRED)

public:
    explicit FigurePreview(QQuickItem *parent = nullptr);

    [[nodiscard]] FigureMaker *maker() const { return m_maker; }
    void setMaker(FigureMaker *maker);
    [[nodiscard]] QRectF page() const; ///< Where the page is shown.
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void makerChanged();
    void pageChanged();

protected:
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;

private:
    FigureMaker *m_maker = nullptr;
};

} // namespace dateline
