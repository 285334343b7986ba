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
    Q_PROPERTY(dateline::FigureMaker *maker READ maker WRITE setMaker NOTIFY makerChanged REQUIRED)

public:
    explicit FigurePreview(QQuickItem *parent = nullptr);

    [[nodiscard]] FigureMaker *maker() const { return m_maker; }
    void setMaker(FigureMaker *maker);
    void paint(QPainter *painter) override;

Q_SIGNALS:
    void makerChanged();

private:
    FigureMaker *m_maker = nullptr;
};

} // namespace dateline
