#include "onlinefixture.h"

#include "online/mapservice.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

LocalServer::Answer somePlaces(const QString &)
{
    return {.body = R"([{"lat":"39.51","lon":"46.34","name":"Zarnavaq","display_name":"Zarnavaq, Syunik, Armenia",
        "addresstype":"town","boundingbox":["39.48","39.54","46.30","46.38"],
        "address":{"state":"Syunik","country_code":"am"}}])"};
}

} // namespace

/// The search for places on the network, and adding addresses.
class TestOnlineSearch : public OnlineTest
{
    Q_OBJECT

    void type(const QString &text)
    {
        for (const QChar letter : text)
            QTest::keyClick(m_open->window(), letter.toLatin1());
        QTest::qWait(250); // Longer than the search waits for more letters.
    }

private Q_SLOTS:
    void nobodyIsAskedWhileOneTypes()
    {
        LocalServer server(somePlaces);
        open(path(u"case.gpkg"_s));
        const int row = addSource(server, OnlineKind::PlaceSearch);
        QVERIFY(!m_session->online()->search()->isAvailable());
        QTest::keyClick(m_open->window(), Qt::Key_F, Qt::ControlModifier);
        type(u"zarnavaq"_s);
        QVERIFY(!m_open->named(u"askOnline"_s));
        QTest::keyClick(m_open->window(), Qt::Key_Return);
        QTest::keyClick(m_open->window(), Qt::Key_Escape);
        turnOn(row);
        type(u"zarnavaq"_s);
        QVERIFY(m_open->named(u"askOnline"_s));
        QVERIFY(server.paths().isEmpty());

        QTest::keyClick(m_open->window(), Qt::Key_Return); // The gazetteer has no such place.
        QTRY_VERIFY(m_open->named(u"onlinePlace0"_s));
        QCOMPARE(server.paths().size(), 1);
        QVERIFY2(server.paths().front().startsWith(u"/search?q=zarnavaq&format=jsonv2&"_s),
                 qPrintable(server.paths().front()));
        click(u"onlinePlace0"_s);
        QTRY_VERIFY(std::abs(m_session->camera()->longitude() - 46.34) < 0.1);
    }

    void asksOnceASecondAtMost()
    {
        QList<qint64> times;
        LocalServer server([&times](const QString &path) {
            times.append(QDateTime::currentMSecsSinceEpoch());
            return somePlaces(path);
        });
        open(path(u"case.gpkg"_s));
        turnOn(addSource(server, OnlineKind::PlaceSearch));
        OnlineSearch &search = *m_session->online()->search();
        for (const QString &words : {u"one"_s, u"two"_s, u"three"_s}) {
            search.ask(words);
            QTRY_VERIFY(!search.isBusy() || words != u"one");
        }
        QTRY_COMPARE_WITH_TIMEOUT(times.size(), 2, 5'000); // “two” was given up for “three”.
        QTRY_VERIFY(!search.isBusy());
        QVERIFY2(times[1] - times[0] >= 990, qPrintable(QString::number(times[1] - times[0])));
        QVERIFY(server.paths().back().contains(u"q=three"_s));
    }

    void aFoundPlaceBecomesTheIncidentsWithItsPrecision()
    {
        LocalServer server(somePlaces);
        open(path(u"case.gpkg"_s));
        turnOn(addSource(server, OnlineKind::PlaceSearch));
        IncidentDraft &draft = *m_session->draft();
        draft.start();
        draft.setPlaceQuery(u"Zarnavaq"_s);
        m_session->online()->search()->ask(u"Zarnavaq"_s);
        QTRY_VERIFY(m_open->named(u"takeOnlinePlace0"_s));
        m_session->online()->search()->take(0);
        QVERIFY(draft.hasPlace());
        QVERIFY2(draft.where().startsWith(u"Zarnavaq"_s), qPrintable(draft.where()));
        QCOMPARE(draft.precision(), static_cast<int>(LocationPrecision::Near));
        QVERIFY(draft.where().contains(u"± 5 km"_s));
        draft.cancel();
    }

    void tellsWhenNothingIsKnownAndWhenNobodyAnswers()
    {
        LocalServer server([](const QString &path) {
            return path.contains(u"nowhere") ? LocalServer::Answer{.body = "[]"} : LocalServer::Answer{.status = 429};
        });
        open(path(u"case.gpkg"_s));
        turnOn(addSource(server, OnlineKind::PlaceSearch));
        OnlineSearch &search = *m_session->online()->search();
        const QString host = u"127.0.0.1:%1"_s.arg(server.serverPort());
        search.ask(u"nowhere"_s);
        QTRY_COMPARE(search.sentence(), host + u" knows no place of that name; try another spelling"_s);
        search.ask(u"busy"_s);
        QTRY_COMPARE(search.sentence(),
                     host + u" refuses with error 429; look whether its address is right, or turn it off"_s);
    }

    void aServiceIsAskedWhatItOffersOnlyWhenOneSaysSo()
    {
        QFile file(QStringLiteral(TEST_DATA_DIR "/online/wms-1.3.0.xml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        LocalServer server([capabilities = file.readAll()](const QString &path) {
            return path.contains(u"GetCapabilities") ? LocalServer::Answer{.body = capabilities}
                                                     : LocalServer::Answer{.body = tileOf("#00ff00")};
        });
        open(path(u"case.gpkg"_s));
        maps().show();
        click(u"addOnline"_s);
        OnlineAdding &adding = *m_session->online()->adding();
        adding.setAddress(server.address() + u"/wms"_s);
        QVERIFY(adding.isService());
        QTRY_VERIFY(m_open->named(u"askOffers"_s));
        QVERIFY(server.paths().isEmpty());
        QCOMPARE(adding.leaves(),
                 u"127.0.0.1:%1 learns this computer's network address and that you ask what maps it offers"_s.arg(
                     server.serverPort()));
        click(u"askOffers"_s);
        QVERIFY(maps().sign().startsWith(u"Online: 127.0.0.1"_s)); // While it is asked.
        QTRY_COMPARE(adding.offerCount(), 2);
        QCOMPARE(maps().sign(), QString());
        QCOMPARE(server.paths(), QStringList{u"/wms?SERVICE=WMS&REQUEST=GetCapabilities"_s});
        adding.setFilter(u"road"_s);
        QCOMPARE(adding.offers(), QStringList{u"Roads, all"_s});
        adding.choose(0);
        QCOMPARE(adding.credit(), u"Road Agency"_s);
        adding.add();
        QVERIFY(!adding.isOpen());
        server.forget();
        moveMap();
        QVERIFY(server.paths().isEmpty()); // It is off.
        maps().confirm();
        QTRY_VERIFY(!server.paths().isEmpty());
        QVERIFY(server.paths().front().contains(u"LAYERS=roads"_s));
        maps().close();
    }

    void refusesAnAddressInItsForm_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("problem");
        QTest::newRow("open http")
            << u"http://tile.example.org/{z}/{x}/{y}.png"_s
            << u"tile.example.org is asked over https only: over http, everybody on the way could read which part of the map you look at"_s;
        QTest::newRow("no row")
            << u"https://tile.example.org/{z}/{x}.png"_s
            << u"The address tells no tile from another: it needs {z}, {x} and {y}; or {TileMatrix}, {TileRow} and {TileCol}; or {bbox}"_s;
    }
    void refusesAnAddressInItsForm()
    {
        QFETCH(QString, address);
        QFETCH(QString, problem);
        open(path(u"case.gpkg"_s));
        maps().show();
        OnlineAdding &adding = *m_session->online()->adding();
        adding.start();
        adding.setAddress(address);
        adding.setName(u"X"_s);
        QVERIFY(!adding.isReady());
        adding.setCredit(u"© X"_s);
        adding.add();
        QCOMPARE(adding.problem(), problem);
        QVERIFY(adding.isOpen());
        maps().close();
        QVERIFY(!adding.isOpen());
    }
};

QTEST_MAIN(TestOnlineSearch)
#include "tst_onlinesearch.moc"
