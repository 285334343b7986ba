#include "domain/overlaystylejson.h"

#include <QTest>

using namespace dateline;

class TestOverlayStyleJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultIsNoText()
    {
        QCOMPARE(textFrom(OverlayStyle{}), QString());
        QVERIFY(overlayStyleFrom({}) == OverlayStyle{});
    }

    void everythingComesBack()
    {
        const OverlayStyle style{.visible = false,
                                 .opacity = 0.4,
                                 .order = -3,
                                 .credit = QStringLiteral("Survey of “Syunik”, 2022"),
                                 .raster = {.lowPercent = 5,
                                            .highPercent = 90,
                                            .brightness = -0.25,
                                            .contrast = 0.5,
                                            .noData = -9999,
                                            .clear = 0xfffaf0},
                                 .features = {.layer = QStringLiteral("roads"),
                                              .colour = 0x0000ff,
                                              .widthPt = 3,
                                              .fill = NoteFill::Cross,
                                              .labelField = QStringLiteral("name")},
                                 .terrain = {.hillshade = true, .tint = true, .contourMetres = 50}};
        QVERIFY(overlayStyleFrom(textFrom(style)) == style);
    }

    void valuesAreDrawnIntoTheirRanges()
    {
        const OverlayStyle style = overlayStyleFrom(QStringLiteral(
            R"({"opacity":7,"raster":{"lowPercent":120,"contrast":-9,"clear":"red"},"features":{"width":0,"fill":"?"}})"));
        QCOMPARE(style.opacity, 1.0);
        QCOMPARE(style.raster.lowPercent, 99.0);
        QCOMPARE(style.raster.highPercent, 100.0);
        QCOMPARE(style.raster.contrast, -1.0);
        QVERIFY(!style.raster.clear);
        QCOMPARE(style.features.widthPt, 0.25);
        QCOMPARE(style.features.fill, FeatureStyle().fill);
    }

    void whatIsNoObjectIsAsByDefault()
    {
        for (const char *text : {"[1]", "not json", "{\"raster\":7}", "null"})
            QVERIFY(overlayStyleFrom(QString::fromLatin1(text)) == OverlayStyle{});
    }
};

QTEST_GUILESS_MAIN(TestOverlayStyleJson)
#include "tst_overlaystylejson.moc"
