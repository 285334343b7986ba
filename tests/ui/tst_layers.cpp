#include "casefixture.h"
#include "ui/session.h"
#include "windowtest.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

constexpr QRgb sheetColour = qRgb(30, 220, 60);
constexpr LonLat onSheet{46.0, 39.8};

/// A picture of one colour with a world file, over half a degree north-west of Goris.
void makeSheet(const QString &path)
{
    QImage sheet(200, 200, QImage::Format_RGB32);
    sheet.fill(sheetColour);
    QVERIFY(sheet.save(path));
    QFile world(path.chopped(3) + u"pgw"_s);
    QVERIFY(world.open(QIODevice::WriteOnly));
    world.write("0.0025\n0\n0\n-0.0025\n45.8\n40.0\n");
}

} // namespace

/// The pane of the files over the map, and what it does.
class TestLayers : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(makeTestCase(m_folder->filePath(u"case.gpkg"_s)).has_value());
        makeSheet(m_folder->filePath(u"sheet.png"_s));
        openIt();
    }

    void aFileIsAddedShownAndTakenBack()
    {
        const QAbstractItemModelTester tester(layers(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        add(u"sheet.png"_s);
        QTRY_COMPARE(layers()->count(), 1);
        QCOMPARE(at(0, LayerList::SourceRole), u"sheet.png"_s);
        QTRY_VERIFY(at(0, LayerList::SummaryRole).toString().startsWith(u"200 × 200"_s));
        QTRY_VERIFY(m_open->named(u"layersPane"_s) || m_open->named(u"layerRow0"_s));
        QTRY_VERIFY2(isSheetAt(onSheet), "the sheet is not drawn");
        QCOMPARE(m_session->undoText(), u"Add the layer “sheet”"_s);
        m_session->undo();
        QTRY_COMPARE(layers()->count(), 0);
        QTRY_VERIFY(!isSheetAt(onSheet));
    }

    void eachTableOfTilesIsALayer()
    {
        const QString tables = m_folder->filePath(u"tables.gpkg"_s);
        for (const QString &table : {u"north"_s, u"south"_s}) {
            QProcess translate;
            translate.start(u"gdal_translate"_s,
                            {u"-q"_s, u"-of"_s, u"GPKG"_s, u"-a_srs"_s, u"EPSG:4326"_s, u"-co"_s,
                             u"APPEND_SUBDATASET=YES"_s, u"-co"_s, u"RASTER_TABLE="_s + table,
                             m_folder->filePath(u"sheet.png"_s), tables});
            QVERIFY(translate.waitForFinished());
            QVERIFY2(translate.exitCode() == 0, translate.readAllStandardError().constData());
        }
        add(u"tables.gpkg"_s);
        QTRY_COMPARE(layers()->count(), 2);
        QCOMPARE(at(0, LayerList::TitleRole), u"tables · south"_s);
        QCOMPARE(at(1, LayerList::TitleRole), u"tables · north"_s);
        QTRY_VERIFY(at(1, LayerList::SummaryRole).toString().contains(u" × "_s));
        QTRY_VERIFY2(isSheetAt(onSheet), "the sheet is not drawn");
        QCOMPARE(m_session->undoText(), u"Add the layers of “tables”"_s);
        m_session->undo();
        QTRY_COMPARE(layers()->count(), 0);
    }

    void theEyeTheSliderAndTheOrderAreStepsToUndo()
    {
        QVERIFY(QFile::copy(m_folder->filePath(u"sheet.png"_s), m_folder->filePath(u"second.png"_s)));
        QVERIFY(QFile::copy(m_folder->filePath(u"sheet.pgw"_s), m_folder->filePath(u"second.pgw"_s)));
        add(u"sheet.png"_s);
        QTRY_COMPARE(layers()->count(), 1);
        add(u"second.png"_s);
        QTRY_COMPARE(layers()->count(), 2);
        QCOMPARE(at(0, LayerList::TitleRole), u"second"_s);
        layers()->move(1, 0);
        QCOMPARE(at(0, LayerList::TitleRole), u"sheet"_s);
        m_session->undo();
        QTRY_COMPARE(at(0, LayerList::TitleRole), u"second"_s);

        layers()->preview(0, u"opacity"_s, 0.3);
        QCOMPARE(m_session->undoText(), u"Add the layer “second”"_s); // A preview is no step.
        layers()->set(0, u"opacity"_s, 0.4);
        QCOMPARE(at(0, LayerList::ValuesRole).toMap().value(u"opacity"_s).toDouble(), 0.4);
        QCOMPARE(m_session->undoText(), u"Change the layer “second”"_s);
        m_session->undo();
        QTRY_COMPARE(at(0, LayerList::ValuesRole).toMap().value(u"opacity"_s).toDouble(), 1.0);

        layers()->setCurrent(-1);
        QCoreApplication::processEvents();
        QQuickItem *eye = m_open->named(u"layerEye1"_s);
        QVERIFY(eye);
        QTest::mouseClick(m_open->window(), Qt::LeftButton, {},
                          eye->mapToScene(eye->boundingRect().center()).toPoint());
        QTRY_COMPARE(at(1, LayerList::ValuesRole).toMap().value(u"visible"_s).toBool(), false);
        QCOMPARE(m_session->undoText(), u"Hide the layer “sheet”"_s);
    }

    void aLayerIsDraggedUnderTheOthersInOneStep()
    {
        for (const QString &name : {u"b"_s, u"c"_s}) {
            QVERIFY(QFile::copy(m_folder->filePath(u"sheet.png"_s), m_folder->filePath(name + u".png"_s)));
            QVERIFY(QFile::copy(m_folder->filePath(u"sheet.pgw"_s), m_folder->filePath(name + u".pgw"_s)));
        }
        for (const QString &name : {u"sheet"_s, u"b"_s, u"c"_s}) {
            const int before = layers()->count();
            add(name + u".png"_s);
            QTRY_COMPARE(layers()->count(), before + 1);
        }
        layers()->setCurrent(-1);
        QCOMPARE(titles(), (QStringList{u"c"_s, u"b"_s, u"sheet"_s}));
        drag(u"layerGrip0"_s, u"layerGrip2"_s);
        QTRY_COMPARE(titles(), (QStringList{u"b"_s, u"sheet"_s, u"c"_s}));
        QVERIFY2(m_session->undoText().contains(u"“c”"_s), qPrintable(m_session->undoText()));
        // The window's keys are heard beside it.
        QTest::keyClick(m_open->window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(titles(), (QStringList{u"c"_s, u"b"_s, u"sheet"_s}));
        // By its name, too; what is let go of where it was stays.
        drag(u"layerRow2"_s, u"layerGrip1"_s);
        QTRY_COMPARE(titles(), (QStringList{u"c"_s, u"sheet"_s, u"b"_s}));
        const QString step = m_session->undoText();
        drag(u"layerGrip0"_s, u"layerGrip0"_s);
        QCOMPARE(titles(), (QStringList{u"c"_s, u"sheet"_s, u"b"_s}));
        QCOMPARE(m_session->undoText(), step);
        QCOMPARE(layers()->current(), -1); // It was no click.
        QTest::keyClick(m_open->window(), Qt::Key_Escape);
        QTRY_VERIFY(!layers()->isOpen());
    }

    void aMissingFileIsSaidAndFound()
    {
        add(u"sheet.png"_s);
        QTRY_COMPARE(layers()->count(), 1);
        closeIt();
        QDir().mkdir(m_folder->filePath(u"maps"_s));
        for (const QString &name : {u"sheet.png"_s, u"sheet.pgw"_s})
            QVERIFY(QFile::rename(m_folder->filePath(name), m_folder->filePath(u"maps/"_s + name)));
        openIt();
        QTRY_COMPARE(layers()->count(), 1);
        QVERIFY(at(0, LayerList::MissingRole).toBool());
        QVERIFY(at(0, LayerList::ProblemRole).toString().startsWith(u"“sheet.png” is not at "_s));
        layers()->show();
        QTRY_VERIFY(m_open->named(u"findLayer0"_s));
        layers()->find(0, QUrl::fromLocalFile(m_folder->filePath(u"maps/sheet.png"_s)));
        QTRY_VERIFY(at(0, LayerList::ProblemRole).toString().isEmpty());
        QTRY_VERIFY(isSheetAt(onSheet));
        QCOMPARE(at(0, LayerList::SourceRole), u"maps/sheet.png"_s);
    }

    void whatIsNoMapIsToldAndNotTaken()
    {
        QFile text(m_folder->filePath(u"words.tif"_s));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write("words");
        text.close();
        const QSignalSpy told(layers(), &LayerList::failed);
        add(u"words.tif"_s);
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(layers()->count(), 0);
    }

private:
    void openIt()
    {
        m_session = std::make_unique<Session>();
        m_session->beginOpening(m_folder->filePath(u"case.gpkg"_s));
        m_session->finishOpening();
        m_open = std::make_unique<OpenWindow>(*m_session);
        QTRY_VERIFY(m_session->camera()->zoom() > 5);
    }
    void closeIt()
    {
        m_open.reset();
        m_session.reset();
    }
    [[nodiscard]] LayerList *layers() const { return m_session->layers(); }
    [[nodiscard]] QVariant at(int row, int role) const { return layers()->data(layers()->index(row), role); }
    void add(const QString &name) { layers()->add(QUrl::fromLocalFile(m_folder->filePath(name))); }

    [[nodiscard]] QStringList titles() const
    {
        QStringList titles;
        for (int row = 0; row < layers()->count(); ++row)
            titles.append(at(row, LayerList::TitleRole).toString());
        return titles;
    }
    [[nodiscard]] QPoint middleOf(const QString &name) const
    {
        const QQuickItem *item = m_open->named(name);
        return item ? item->mapToScene(item->boundingRect().center()).toPoint() : QPoint();
    }
    /// Drags what is called @p from to a little below the middle of @p to, or above it where that is above.
    void drag(const QString &from, const QString &to)
    {
        QVERIFY(m_open->settled(from)); // The list is laid out anew after each step.
        QQuickWindow *window = m_open->window();
        const QPoint begin = middleOf(from);
        const QPoint middle = middleOf(to);
        const QPoint end = middle + QPoint(0, middle.y() < begin.y() ? -6 : 6);
        QTest::mousePress(window, Qt::LeftButton, {}, begin);
        for (int part = 1; part <= 8; ++part)
            QTest::mouseMove(window, begin + (end - begin) * part / 8);
        QTest::mouseRelease(window, Qt::LeftButton, {}, end);
    }

    /// Whether the window shows the sheet's colour there.
    [[nodiscard]] bool isSheetAt(LonLat place)
    {
        layers()->close(); // It may lie over the place.
        QQuickItem *map = m_open->named(u"map"_s);
        const std::optional<QPointF> at = m_session->camera()->viewport().pixelFromLonLat(place);
        if (!map || !at)
            return false;
        const QImage window = m_open->window()->grabWindow();
        const QColor seen = window.pixelColor(map->mapToScene(*at).toPoint());
        const QColor wanted = QColor::fromRgb(sheetColour);
        return std::abs(seen.red() - wanted.red()) < 12 && std::abs(seen.green() - wanted.green()) < 12
            && std::abs(seen.blue() - wanted.blue()) < 12;
    }
};

QTEST_MAIN(TestLayers)
#include "tst_layers.moc"
