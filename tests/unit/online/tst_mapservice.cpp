#include "online/mapservice.h"
#include "online/tileaddress.h"

#include <QFile>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

QByteArray dataOf(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR) + u"/online/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    return file.readAll();
}

const QUrl here(u"https://maps.example.org/ows?map=a%26b&SERVICE=WMS&request=GetCapabilities&version=1.1.0"_s);

QString nestedLayers(int depth)
{
    return u"<WMS_Capabilities version='1.3.0'><Capability>"_s + u"<Layer>"_s.repeated(depth)
        + u"</Layer>"_s.repeated(depth) + u"</Capability></WMS_Capabilities>"_s;
}

} // namespace

/// What WMTS and WMS say that they offer.
class TestMapService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksWhatAServiceOffers_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QStringList>("asked");
        QTest::newRow("a file") << u"https://e.org/wmts/1.0.0/WMTSCapabilities.xml"_s
                                << QStringList{u"https://e.org/wmts/1.0.0/WMTSCapabilities.xml"_s};
        QTest::newRow("the question itself") << here.toString() << QStringList{here.toString()};
        QTest::newRow("a service") << u"https://e.org/x?Service=wmts&key=1"_s
                                   << QStringList{u"https://e.org/x?key=1&SERVICE=WMTS&REQUEST=GetCapabilities"_s};
        QTest::newRow("no word of what it is")
            << u"https://e.org/ows"_s
            << QStringList{u"https://e.org/ows?SERVICE=WMS&REQUEST=GetCapabilities"_s,
                           u"https://e.org/ows?SERVICE=WMTS&REQUEST=GetCapabilities"_s};
        QTest::newRow("by its path") << u"https://e.org/WMTS/"_s
                                     << QStringList{u"https://e.org/WMTS/?SERVICE=WMTS&REQUEST=GetCapabilities"_s,
                                                    u"https://e.org/WMTS/?SERVICE=WMS&REQUEST=GetCapabilities"_s};
    }
    void asksWhatAServiceOffers()
    {
        QFETCH(QString, address);
        QFETCH(QStringList, asked);
        QStringList addresses;
        for (const QUrl &url : capabilitiesAddresses(QUrl(address)))
            addresses.append(url.toString());
        QCOMPARE(addresses, asked);
    }

    void readsAWms()
    {
        const Result<std::vector<OnlineSource>> maps = offeredMaps(dataOf(u"wms-1.3.0.xml"_s), here);
        QVERIFY2(maps, maps ? "" : qPrintable(maps.error().message));
        QCOMPARE(maps->size(), 2U);
        const OnlineSource &relief = maps->front();
        QCOMPARE(relief.name, u"Relief, shaded"_s);
        QCOMPARE(relief.credit, u"Survey Office of Somewhere"_s);
        QVERIFY(!relief.ownNames);
        // East before north, also in 1.3.0; asked where the user said, whatever the server calls itself.
        QCOMPARE(
            tileAddress(relief, {1, 1, 0}).toString(QUrl::FullyEncoded),
            u"https://maps.example.org/ows?map=a%26b&SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=relief%20%26%20"
            u"water&STYLES=&CRS=EPSG:3857&BBOX=0.0000,0.0000,20037508.3428,20037508.3428&WIDTH=256&HEIGHT=256&"
            u"FORMAT=image/png&TRANSPARENT=TRUE"_s);
        QCOMPARE(maps->back().name, u"Roads, all"_s);
        QCOMPARE(maps->back().credit, u"Road Agency"_s);
    }
    void readsAnOlderWms()
    {
        const Result<std::vector<OnlineSource>> maps =
            offeredMaps(dataOf(u"wms-1.1.1.xml"_s), QUrl(u"https://e.org/wms?"_s));
        QVERIFY2(maps, maps ? "" : qPrintable(maps.error().message));
        QCOMPARE(maps->size(), 1U);
        QCOMPARE(maps->front().name, u"aerial_2020"_s);
        QCOMPARE(maps->front().credit, u"Aerial pictures"_s);
        QVERIFY(maps->front().address.startsWith(
            u"https://e.org/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=aerial_2020&STYLES=&SRS=EPSG:900913&"_s));
        QVERIFY(maps->front().address.endsWith(u"FORMAT=image/jpeg&TRANSPARENT=FALSE"_s));
    }
    void readsAWmts()
    {
        const Result<std::vector<OnlineSource>> maps = offeredMaps(dataOf(u"wmts.xml"_s), here);
        QVERIFY2(maps, maps ? "" : qPrintable(maps.error().message));
        QStringList names;
        for (const OnlineSource &map : *maps)
            names.append(map.name);
        QCOMPARE(names, (QStringList{u"Topography"_s, u"photos"_s, u"Behind a proxy that forgets itself"_s}));
        const OnlineSource &topo = maps->front();
        QCOMPARE(topo.credit, u"Survey Office"_s);
        QCOMPARE(topo.finest, 2);
        QCOMPARE(tileAddress(topo, {2, 3, 1}).toString(QUrl::FullyEncoded),
                 u"https://t1.example.org/topo/colour%201/2024-05-01/mercator/m%3A2/1/3.png"_s);
        QCOMPARE(hostName(firstAddress(topo)), u"t1.example.org"_s); // What the user is told before it is on.
        QVERIFY(!tileAddress(topo, {3, 0, 0}).isValid());
        QCOMPARE(tileAddress((*maps)[1], {1, 0, 1}).toString(QUrl::FullyEncoded),
                 u"https://maps.example.org/kvp?SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&LAYER=photos&STYLE=default&"
                 u"FORMAT=image%2Fjpeg&TILEMATRIXSET=mercator&TILEMATRIX=m%3A1&TILEROW=1&TILECOL=0"_s);
        QCOMPARE(tileAddress((*maps)[2], {1, 0, 1}).toString(QUrl::FullyEncoded),
                 u"https://maps.example.org/p/m%3A1/1/0.png"_s);
    }

    void tellsInASentenceWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("sentence");
        const QString noList =
            u"What maps.example.org answers is no list of maps as WMTS and WMS have it; look whether the address is right"_s;
        const QString noMap =
            u"maps.example.org offers no map in Web Mercator (EPSG:3857), which is all that can be drawn here"_s;
        const QByteArray wms = dataOf(u"wms-1.3.0.xml"_s);
        QTest::newRow("nothing") << QByteArray() << noList;
        QTest::newRow("a web page") << QByteArray("<!DOCTYPE html><html><body>Hello</body></html>") << noList;
        QTest::newRow("cut off") << wms.first(wms.size() / 2) << noList;
        QTest::newRow("an entity") << QByteArray(
            "<!DOCTYPE a [<!ENTITY e \"x\">]><WMS_Capabilities>&e;</WMS_Capabilities>")
                                   << noList;
        QTest::newRow("a file as an entity") << QByteArray(
            "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><WMS_Capabilities>&e;</WMS_Capabilities>")
                                             << noList;
        QByteArray laughs("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 20; ++i) {
            const QByteArray before = "&l" + QByteArray::number(i - 1) + ";";
            laughs += "<!ENTITY l" + QByteArray::number(i) + " \"" + before.repeated(10) + "\">";
        }
        QTest::newRow("a billion laughs") << laughs + "]><WMS_Capabilities>&l19;</WMS_Capabilities>" << noList;
        QTest::newRow("nested without end") << nestedLayers(100'000).toUtf8() << noList;
        QTest::newRow("an exception")
            << QByteArray("<ows:ExceptionReport xmlns:ows='x'><ows:Exception/></ows:ExceptionReport>")
            << u"maps.example.org refuses to tell what maps it offers; look whether the address is complete"_s;
        QTest::newRow("no layer") << nestedLayers(3).toUtf8() << noMap;
        QTest::newRow("another projection")
            << QByteArray("<WMS_Capabilities version='1.3.0'><Capability><Layer><Name>a</Name><CRS>EPSG:4326</CRS>"
                          "</Layer></Capability></WMS_Capabilities>")
            << noMap;
        QTest::newRow("a WMTS without tiles") << QByteArray("<Capabilities><Contents/></Capabilities>") << noMap;
    }
    void tellsInASentenceWhatIsWrong()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, sentence);
        const Result<std::vector<OnlineSource>> maps = offeredMaps(answer, here);
        QVERIFY(!maps);
        QCOMPARE(maps.error().message, sentence);
    }
};

QTEST_APPLESS_MAIN(TestMapService)
#include "tst_mapservice.moc"
