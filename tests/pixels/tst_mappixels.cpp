#include "casefixture.h"
#include "openwindow.h"
#include "ui/basemaplayer.h"
#include "ui/incidentlayer.h"
#include "ui/labellayer.h"
#include "ui/session.h"

#include <QCoreApplication>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace dateline;
using namespace Qt::StringLiterals;

/// What is really drawn, with OpenGL and with the software renderer.
class TestMapPixels : public QObject
{
    Q_OBJECT

    [[nodiscard]] QImage mapPicture()
    {
        QCoreApplication::processEvents();
        const QImage window = m_window->grabWindow();
        const QRectF place = m_tiles->mapRectToScene(m_tiles->boundingRect());
        return window.copy(place.toRect());
    }

    void waitForMap() { QTRY_VERIFY_WITH_TIMEOUT(m_tiles->isComplete() && m_names->isComplete(), 30'000); }

private Q_SLOTS:
    void initTestCase()
    {
        QQuickStyle::setStyle(u"Basic"_s);
        const QString path = m_folder.filePath(u"case.gpkg"_s);
        QVERIFY(makeTestCase(path));
        m_session = std::make_unique<Session>();
        m_session->look()->setAppearance(Look::Light);
        m_session->beginOpening(path);
        m_session->finishOpening();
        m_open = std::make_unique<OpenWindow>(*m_session);
        m_window = m_open->window();
        m_tiles = m_window->findChild<BasemapLayer *>();
        m_names = m_window->findChild<LabelLayer *>();
        QVERIFY(m_tiles && m_names);
        waitForMap();
    }

    void cleanupTestCase()
    {
        m_open.reset();
        m_session.reset();
    }

    void theMarkHasItsKindsColourWhereGorisIs()
    {
        const QImage picture = mapPicture();
        const std::optional<QPointF> at = m_session->camera()->viewport().pixelFromLonLat({46.339, 39.511});
        QVERIFY(at);
        // Beside the white symbol in the middle, inside the disc.
        const QColor seen = picture.pixelColor((*at + QPointF(6, 3)).toPoint());
        const QColor kind = colourOf(Kind::Explosions, lightTheme());
        QVERIFY2(std::abs(seen.red() - kind.red()) < 12 && std::abs(seen.green() - kind.green()) < 12
                     && std::abs(seen.blue() - kind.blue()) < 12,
                 qPrintable(seen.name() + u" is not "_s + kind.name()));
    }

    void landAndLinesAreDrawn()
    {
        const QImage picture = mapPicture();
        std::set<QRgb> colours;
        for (int y = 0; y < picture.height(); y += 3) {
            for (int x = 0; x < picture.width(); x += 3)
                colours.insert(picture.pixel(x, y));
        }
        QVERIFY2(colours.size() > 40, qPrintable(QString::number(colours.size())));
        QVERIFY(colours.contains(lightTheme().land.rgb()));
    }

    void darkIsDrawnInOtherColours()
    {
        m_session->look()->setAppearance(Look::Dark);
        QCoreApplication::processEvents();
        waitForMap();
        const QImage picture = mapPicture();
        int dark = 0;
        int all = 0;
        for (int y = 0; y < picture.height(); y += 5) {
            for (int x = 0; x < picture.width(); x += 5, ++all)
                dark += qGray(picture.pixel(x, y)) < 96 ? 1 : 0;
        }
        m_session->look()->setAppearance(Look::Light);
        QVERIFY2(dark > all * 3 / 4, qPrintable(u"%1 of %2 are dark"_s.arg(dark).arg(all)));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<OpenWindow> m_open;
    QQuickWindow *m_window = nullptr;
    BasemapLayer *m_tiles = nullptr;
    LabelLayer *m_names = nullptr;
};

QTEST_MAIN(TestMapPixels)
#include "tst_mappixels.moc"
