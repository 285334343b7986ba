#pragma once

#include "ui/look.h"

#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace dateline
{

/// The symbol of a kind of incident, as on the map.
class KindIcon : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY kindChanged REQUIRED)
    Q_PROPERTY(dateline::Look *look READ look WRITE setLook NOTIFY lookChanged REQUIRED)

public:
    explicit KindIcon(QQuickItem *parent = nullptr);

    [[nodiscard]] int kind() const { return m_kind; }
    void setKind(int kind);
    [[nodiscard]] Look *look() const { return m_look; }
    void setLook(Look *look);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void kindChanged();
    void lookChanged();

private:
    int m_kind = 0;
    Look *m_look = nullptr;
};

} // namespace dateline
