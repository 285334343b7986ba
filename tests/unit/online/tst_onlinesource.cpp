#include "online/tileaddress.h"

#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

OnlineSource tilesAt(const QString &address, const QStringList &matrices = {})
{
    return {.id = u"1"_s, .name = u"Tiles"_s, .credit = u"© Somebody"_s, .address = address, .matrices = matrices};
}

} // namespace

/// Which addresses may be asked, and where a tile is.
class TestOnlineSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAddressesThatMayBeAsked_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address : {"https://tile.example.org/1/2/3.png", "https://example.org:8443/wms?map=a",
                                    "http://localhost:8080/", "http://127.0.0.1/x", "http://192.168.1.20/tiles/",
                                    "http://10.0.0.1/", "http://[::1]/", "http://[fd00::1]/"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void takesAddressesThatMayBeAsked()
    {
        QFETCH(QString, address);
        QVERIFY(checkAddress(QUrl(address)));
    }

    void refusesAddressesWithAReason_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("reason");
        const QString none = u"That is no address of the web; write it as https://…"_s;
        QTest::newRow("nothing") << u""_s << none;
        QTest::newRow("a name") << u"tile.example.org"_s << none;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << none;
        QTest::newRow("another protocol") << u"ftp://example.org/x"_s << none;
        QTest::newRow("a password")
            << u"https://me:secret@example.org/"_s
            << u"An address with a name and a password is not taken, since it would be kept where others can read it"_s;
        const QString open =
            u"%1 is asked over https only: over http, everybody on the way could read which part of the map you look at"_s;
        QTest::newRow("the open web") << u"http://tile.example.org/x"_s << open.arg(u"tile.example.org"_s);
        QTest::newRow("looks like one's own")
            << u"http://192.168.1.20.example.org/x"_s << open.arg(u"192.168.1.20.example.org"_s);
        QTest::newRow("an address beyond") << u"http://203.0.113.9:81/"_s << open.arg(u"203.0.113.9:81"_s);
    }
    void refusesAddressesWithAReason()
    {
        QFETCH(QString, address);
        QFETCH(QString, reason);
        const Result<void> checked = checkAddress(QUrl(address));
        QVERIFY(!checked);
        QCOMPARE(checked.error().message, reason);
        QVERIFY(!checked.error().subject.contains(u"secret"_s));
    }

    void findsTilesByEveryTemplate_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QStringList>("matrices");
        QTest::addColumn<QString>("tile");
        QTest::newRow("XYZ") << u"https://t.example.org/{z}/{x}/{y}.png"_s << QStringList()
                             << u"https://t.example.org/3/5/2.png"_s;
        QTest::newRow("rows from the south")
            << u"https://t.example.org/{z}/{x}/{-y}.png"_s << QStringList() << u"https://t.example.org/3/5/5.png"_s;
        QTest::newRow("several servers") << u"https://{s}.example.org/{z}/{x}/{y}{r}.png?k=1"_s << QStringList()
                                         << u"https://a.example.org/3/5/2.png?k=1"_s;
        QTest::newRow("WMTS") << u"https://t.example.org/{TileMatrix}/{TileRow}/{TileCol}.png"_s << QStringList()
                              << u"https://t.example.org/3/2/5.png"_s;
        QTest::newRow("WMTS with names") << u"https://t.example.org/{TileMatrix}/{TileRow}/{TileCol}"_s
                                         << QStringList{u"w:0"_s, u"w:1"_s, u"w:2"_s, u"w:3"_s}
                                         << u"https://t.example.org/w%3A3/2/5"_s;
        QTest::newRow("no such level") << u"https://t.example.org/{TileMatrix}/{TileRow}/{TileCol}"_s
                                       << QStringList{u"0"_s, u"1"_s} << QString();
        QTest::newRow("WMS") << u"https://w.example.org/?BBOX={bbox}"_s << QStringList()
                             << u"https://w.example.org/?BBOX=5009377.0857,5009377.0857,10018754.1714,10018754.1714"_s;
    }
    void findsTilesByEveryTemplate()
    {
        QFETCH(QString, address);
        QFETCH(QStringList, matrices);
        QFETCH(QString, tile);
        QVERIFY(isTileTemplate(address));
        QVERIFY(checkTemplate(address));
        QCOMPARE(tileAddress(tilesAt(address, matrices), {3, 5, 2}).toString(QUrl::FullyEncoded), tile);
    }

    void tellsWhatATemplateLacks()
    {
        QVERIFY(!isTileTemplate(u"https://example.org/wms?map=x"_s));
        for (const QString &address : {u"https://e.org/{z}/{x}.png"_s, u"https://e.org/{TileMatrix}/{TileRow}"_s}) {
            const Result<void> checked = checkTemplate(address);
            QVERIFY(!checked);
            QCOMPARE(checked.error().message,
                     u"The address tells no tile from another: it needs {z}, {x} and {y}; or {TileMatrix}, {TileRow} "
                     u"and {TileCol}; or {bbox}"_s);
        }
    }

    void comesBackFromTheSettingsAsItWent()
    {
        OnlineSource source = tilesAt(u"https://{s}.example.org/{TileMatrix}/{TileRow}/{TileCol}"_s, {u"a"_s, u"b"_s});
        source.finest = 1;
        source.ownNames = true;
        QCOMPARE(onlineSourceFrom(jsonFrom(source)).value_or(OnlineSource()), source);
        for (const OnlineSource &own : ownOnlineSources())
            QCOMPARE(onlineSourceFrom(jsonFrom(own)).value_or(OnlineSource()), own);
    }
    void settingsThatSomebodyChangedOpenNothing()
    {
        QJsonObject json = jsonFrom(tilesAt(u"https://t.example.org/{z}/{x}/{y}"_s));
        json[u"address"] = u"http://t.example.org/{z}/{x}/{y}"_s;
        QVERIFY(!onlineSourceFrom(json));
        QVERIFY(!onlineSourceFrom({}));
    }

    void originsTellServersApart()
    {
        QCOMPARE(webOrigin(QUrl(u"https://example.org/a?b"_s)), u"https://example.org:443"_s);
        QCOMPARE(webOrigin(QUrl(u"https://example.org:8443/"_s)), u"https://example.org:8443"_s);
        QCOMPARE(hostName(QUrl(u"https://EXAMPLE.org:443/"_s)), u"example.org"_s);
        QCOMPARE(hostName(QUrl(u"http://localhost:8080/"_s)), u"localhost:8080"_s);
    }
};

QTEST_APPLESS_MAIN(TestOnlineSource)
#include "tst_onlinesource.moc"
