#pragma once

#include "ui/scandesk.h"

#include <QQuickItem>
#include <QTimer>

#include <stop_token>

namespace dateline
{

/// The picture that is being placed, to look at closely: what is seen is read by a worker, as finely as it is shown.
class ScanView : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(dateline::ScanDesk *desk READ desk WRITE setDesk NOTIFY deskChanged REQUIRED)
    Q_PROPERTY(double magnification READ magnification NOTIFY moved)
    Q_PROPERTY(QPointF offset READ offset NOTIFY moved)
    Q_PROPERTY(bool reading READ isReading NOTIFY readingChanged)

public:
    explicit ScanView(QQuickItem *parent = nullptr);
    ~ScanView() override;

    [[nodiscard]] ScanDesk *desk() const { return m_desk; }
    void setDesk(ScanDesk *desk);
    [[nodiscard]] double magnification() const
    {
        return m_magnification;
    } ///< Pixels of the item to one of the picture.
    [[nodiscard]] QPointF offset() const; ///< Where the picture's top left corner is.
    [[nodiscard]] bool isReading() const { return m_isReading; } ///< There is nothing to see yet.

    [[nodiscard]] Q_INVOKABLE QPointF pixelAt(QPointF point) const; ///< Of the picture, which it may lie beside.
    Q_INVOKABLE void pan(double right, double down); ///< Moves the picture.
    Q_INVOKABLE void zoomBy(double factor, QPointF at);
    Q_INVOKABLE void fit(); ///< All of it.

Q_SIGNALS:
    void deskChanged();
    void moved();
    void readingChanged();

protected:
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *data) override;
    void geometryChange(const QRectF &newGeometry, const QRectF &oldGeometry) override;

private:
    /// A part of the picture, read.
    struct Part
    {
        QRect rect; ///< In pixels of the picture.
        QImage image;
        bool isNew = false;
    };

    void takePicture();
    void reveal(QPointF pixel);
    void look(QPointF centre, double magnification);
    void readNext();
    void read(const QRect &rect, QSize into, bool isWhole);
    void take(const QRect &rect, const QImage &image, bool isWhole);

    ScanDesk *m_desk = nullptr;
    std::shared_ptr<ScanSource> m_picture;
    QPointF m_centre; ///< Of the view, in pixels of the picture.
    double m_magnification = 1;
    bool m_isFitted = true; ///< Nobody has looked closer yet.
    bool m_isReading = false;
    Part m_whole;
    Part m_detail;
    int m_turn = 0; ///< Counts pictures.
    bool m_isBusy = false;
    std::stop_source m_stop;
    QTimer m_pause;
    QThreadPool m_pool;
};

} // namespace dateline
