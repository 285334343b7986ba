#include "figure/worldfile.h"
#include "geo/projectionchoice.h"
#include "reported.h"

#include <QFile>
#include <QTemporaryDir>

using namespace dateline;

/// World files, as GDAL's own programs read them.
class TestWorldFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhereItsMapLies_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QString>("world");
        QTest::addColumn<QString>("projection");
        for (const CommonProjection &common : commonProjections({44, 38, 48, 41}))
            QTest::newRow(qPrintable(common.name)) << u"png"_s << u"pgw"_s << common.text;
        QTest::newRow("on another datum") << u"png"_s << u"pgw"_s << u"EPSG:28403"_s;
        QTest::newRow("axes northward first") << u"png"_s << u"pgw"_s << u"EPSG:3035"_s;
        QTest::newRow("JPEG") << u"jpg"_s << u"jgw"_s << u"EPSG:3035"_s;
        QTest::newRow("JPEG by its long name") << u"jpeg"_s << u"jgw"_s << u"EPSG:3035"_s;
    }
    void tellsWhereItsMapLies()
    {
        QFETCH(const QString, ending);
        QFETCH(const QString, world);
        QFETCH(const QString, projection);
        const QString path = m_folder.filePath(u"place."_s + ending);
        FigureSpec spec = smallPage();
        spec.projection = projection;
        const FigureContent content = reported();
        const Result<FigureReport> report = writeFigure(path, spec, content);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QVERIFY(worldFileProblem(path, spec).isEmpty());
        const Result<void> written = writeWorldFile(path, spec, *report);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        QVERIFY(QFile::exists(m_folder.filePath(u"place."_s + world)));
        const double worst = worstOffset(path, *report, content, spec.dpi / 96.0);
        QVERIFY2(worst < 0.5, qPrintable(QString::number(worst)));
    }

    void refusesWhatHasNoOnePlace_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("panels");
        QTest::newRow("SVG") << u"map.svg"_s << false;
        QTest::newRow("GeoTIFF, which tells it itself") << u"map.tif"_s << false;
        QTest::newRow("several maps") << u"map.png"_s << true;
    }
    void refusesWhatHasNoOnePlace()
    {
        QFETCH(const QString, file);
        QFETCH(const bool, panels);
        FigureSpec spec;
        if (panels)
            spec.panels = GroupBy::Day;
        QVERIFY(!worldFileProblem(file, spec).isEmpty());
        const Result<void> written = writeWorldFile(m_folder.filePath(file), spec, {});
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Unsupported);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestWorldFile)
#include "tst_worldfile.moc"
