#include "onlinefixture.h"

#include <QDirIterator>
#include <QImage>
#include <QStandardPaths>
#include <QTest>
#include <QtEndian>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

LocalServer::Answer magentaTile(const QString &)
{
    return {.body = tileOf("#ff00ff"), .headers = "Content-Type: image/png\r\n"};
}

bool shows(QQuickWindow *window, QColor colour)
{
    const QImage image = window->grabWindow();
    int found = 0;
    for (int y = 0; y < image.height(); y += 7) {
        for (int x = 0; x < image.width(); x += 7)
            found += image.pixelColor(x, y) == colour ? 1 : 0;
    }
    return found > 200;
}

/// The sum that a part of a PNG ends with.
QByteArray crcOf(const QByteArray &part)
{
    quint32 crc = 0xffffffff;
    for (const char letter : part) {
        crc ^= static_cast<quint8>(letter);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320 : 0);
    }
    QByteArray bytes(4, '\0');
    qToBigEndian(~crc, bytes.data());
    return bytes;
}

/// All that is kept there, but for compiled QML.
QStringList filesIn(const QString &folder)
{
    QStringList names;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (const QString name = files.next(); !name.contains(u"/qmlcache/"))
            names.append(name);
    }
    return names;
}

} // namespace

/// Maps of the network in the window: asked once they are turned on, and not a moment longer.
class TestOnlineMaps : public OnlineTest
{
    Q_OBJECT

    QTemporaryDir m_cacheHome;

public:
    TestOnlineMaps() { qputenv("XDG_CACHE_HOME", m_cacheHome.path().toUtf8()); }

private Q_SLOTS:
    void nothingIsAskedUntilSomebodySaysYes()
    {
        LocalServer server(magentaTile);
        open(path(u"case.gpkg"_s));
        const int row = addSource(server);
        moveMap();
        QVERIFY(!m_open->named(u"onlineSign"_s));
        QVERIFY(!m_open->named(u"onlineBarSign"_s));
        QVERIFY(!maps().isAnyOn());
        maps().show();
        maps().cancel(); // What was just added waits for an answer.
        QCoreApplication::processEvents();
        click(u"onlineSwitch%1"_s.arg(row));
        QCOMPARE(maps().asked(), row);
        QCOMPARE(maps().data(maps().index(row), OnlineMaps::LeavesRole).toString(),
                 u"127.0.0.1:%1 learns this computer's network address and which part of the map you look at, whenever "
                 u"the map moves"_s.arg(server.serverPort()));
        moveMap();
        QVERIFY(server.paths().isEmpty());

        click(u"onlineConfirm%1"_s.arg(row));
        QTRY_VERIFY(!server.paths().isEmpty());
        QVERIFY(maps().isOn(maps().data(maps().index(row), OnlineMaps::IdRole).toString()));
        maps().close();
        QTRY_VERIFY(shows(m_open->window(), QColor(0xff00ff)));
        for (const QString &asked : server.paths())
            QVERIFY2(asked.startsWith(u"/7/"_s) && asked.endsWith(u".png"_s), qPrintable(asked));
        QCOMPARE(maps().sign(), u"Online: 127.0.0.1:%1"_s.arg(server.serverPort()));
        QVERIFY(m_open->named(u"onlineSign"_s));
        QVERIFY(m_open->named(u"onlineBarSign"_s));
        QCOMPARE(maps().credits(), u"© Server here"_s);

        click(u"onlineBarSign"_s);
        QVERIFY(maps().isOpen());
    }

    void workingOfflineEndsItAtOnce()
    {
        LocalServer server([](const QString &) { return LocalServer::Answer{.never = true}; });
        open(path(u"case.gpkg"_s));
        turnOn(addSource(server));
        QTRY_VERIFY(server.paths().size() - server.broken() >= 4);
        QTest::keyClick(m_open->window(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!maps().isAnyOn());
        QTRY_COMPARE(server.broken(), static_cast<int>(server.paths().size()));
        server.forget();
        moveMap();
        QVERIFY(server.paths().isEmpty());
        QVERIFY(!m_open->named(u"onlineSign"_s));
    }

    void isRememberedForThisCaseOnThisComputerOnly()
    {
        LocalServer server(magentaTile);
        const QString mine = path(u"case.gpkg"_s);
        open(mine);
        turnOn(addSource(server));
        QTRY_VERIFY(!server.paths().isEmpty());
        m_session->copyFile(QUrl::fromLocalFile(path(u"copy.gpkg"_s)));
        close();

        server.forget();
        open(path(u"copy.gpkg"_s));
        moveMap();
        QVERIFY2(server.paths().isEmpty(), qPrintable(server.paths().join(u' ')));
        open(path(u"colleague.gpkg"_s));
        moveMap();
        QVERIFY2(server.paths().isEmpty(), qPrintable(server.paths().join(u' ')));

        open(mine);
        QTRY_VERIFY(maps().isAnyOn());
        QTRY_VERIFY(!server.paths().isEmpty());
        QVERIFY(m_open->named(u"onlineSign"_s));
        // Another case in the same window turns it off, before the map moves there.
        server.forget();
        m_session->openPath(path(u"colleague.gpkg"_s));
        QTRY_COMPARE(m_session->casePath(), path(u"colleague.gpkg"_s));
        QTest::qWait(200);
        server.forget();
        moveMap();
        QVERIFY(server.paths().isEmpty());
        close();

        // And another one under the old name is another one.
        QVERIFY(QFile::remove(mine));
        QVERIFY(QFile::rename(path(u"colleague.gpkg"_s), mine));
        server.forget();
        open(mine);
        moveMap();
        QVERIFY(server.paths().isEmpty());
    }

    void tellsQuietlyWhatIsMissing()
    {
        int status = 503;
        LocalServer server([&status](const QString &path) {
            return status == 200 ? magentaTile(path) : LocalServer::Answer{.status = status};
        });
        open(path(u"case.gpkg"_s));
        turnOn(addSource(server));
        QTRY_COMPARE(maps().trouble(),
                     u"127.0.0.1:%1 refuses with error 503; look whether its address is right, or turn it off"_s.arg(
                         server.serverPort()));
        QVERIFY(m_open->named(u"onlineTrouble"_s));
        QVERIFY(m_session->notice().isEmpty());
        status = 200;
        moveMap();
        QTRY_COMPARE(maps().trouble(), QString());
        status = 404; // Nothing there is no trouble.
        moveMap();
        QCOMPARE(maps().trouble(), QString());
    }

    void takesNoPictureThatIsNoTile_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a web page") << QByteArray("<html>sign in</html>");
        QTest::newRow("a drawing with addresses")
            << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='256' height='256'/>");
        QByteArray huge = tileOf("#ff00ff");
        huge.replace(16, 8, QByteArray::fromHex("0000ea600000ea60")); // 60,000 by 60,000 pixels, it says.
        huge.replace(29, 4, crcOf(huge.sliced(12, 17)));
        QTest::newRow("a picture of 14 GB") << huge;
    }
    void takesNoPictureThatIsNoTile()
    {
        QFETCH(QByteArray, body);
        LocalServer server([&body](const QString &) { return LocalServer::Answer{.body = body}; });
        open(path(u"case.gpkg"_s));
        turnOn(addSource(server));
        QTRY_COMPARE(maps().trouble(),
                     u"What 127.0.0.1:%1 sends is no picture of a map; look whether its address is right"_s.arg(
                         server.serverPort()));
    }

    void anotherServerIsNotAskedForIt()
    {
        LocalServer other(magentaTile);
        LocalServer server([&other](const QString &path) {
            return LocalServer::Answer{.status = 302,
                                       .headers = "Location: " + (other.address() + path).toUtf8() + "\r\n"};
        });
        open(path(u"case.gpkg"_s));
        turnOn(addSource(server));
        QTRY_VERIFY(maps().trouble().contains(u"was not followed"_s));
        QVERIFY(other.paths().isEmpty());
    }

    void qtLocationsOwnMapAsksOneServerAndKeepsNothing()
    {
        const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
        LocalServer server(magentaTile);
        open(path(u"case.gpkg"_s));
        const int row = addSource(server, OnlineKind::OpenStreetMap);
        moveMap();
        const QStringList before = filesIn(cache);
        QVERIFY(!m_open->named(u"osmMap"_s));
        QVERIFY(server.paths().isEmpty());
        turnOn(row);
        QTRY_VERIFY(server.paths().size() > 4);
        QVERIFY(m_open->named(u"osmMap"_s));
        QTRY_VERIFY(
            server.paths().contains(u"/0/0/0.png"_s)); // Which tells whether it answers, and not where one looks.
        for (const QByteArray &question : server.questions())
            QVERIFY2(question.toLower().contains("user-agent: dateline/"), question);
        for (const QString &asked : server.paths())
            QVERIFY2(asked == u"/0/0/0.png" || (asked.startsWith(u"/7/"_s) && asked.endsWith(u".png"_s)),
                     qPrintable(asked));
        const QString kept = maps().cacheFolder();
        QVERIFY(!kept.isEmpty());
        QTRY_VERIFY(shows(m_open->window(), QColor(0xff00ff)));
        maps().workOffline();
        QTRY_VERIFY(!m_open->named(u"osmMap"_s));
        QTRY_VERIFY(!QFile::exists(kept));
        QTest::qWait(200); // What was on its way arrives.
        server.forget();
        moveMap();
        QVERIFY2(server.paths().isEmpty(), qPrintable(server.paths().join(u' ')));
        QCOMPARE(filesIn(cache), before);
    }

    void figuresSayThatTheyAreDrawnWithoutThem()
    {
        LocalServer server(magentaTile);
        open(path(u"case.gpkg"_s));
        m_session->figure()->start();
        QTRY_VERIFY(m_session->figure()->isOpen());
        QVERIFY(!m_open->named(u"figureOffline"_s));
        m_session->figure()->close();
        turnOn(addSource(server));
        m_session->figure()->start();
        QTRY_VERIFY(m_open->named(u"figureOffline"_s));
        m_session->figure()->close();
    }
};

QTEST_MAIN(TestOnlineMaps)
#include "tst_onlinemaps.moc"
