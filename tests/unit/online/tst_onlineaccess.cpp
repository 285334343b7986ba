#include "localserver.h"
#include "online/onlineaccess.h"
#include "online/onlinesource.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 enough = 100'000;

std::unique_ptr<LocalServer> serverOf(const LocalServer::Answer &answer)
{
    return std::make_unique<LocalServer>([answer](const QString &) { return answer; });
}

} // namespace

/// The gate to the network, with servers on this computer on both sides of it.
class TestOnlineAccess : public QObject
{
    Q_OBJECT

    Result<QByteArray> ask(OnlineAccess &access, const QString &address)
    {
        std::optional<Result<QByteArray>> got;
        access.get(QUrl(address), enough, [&got](Result<QByteArray> answer) { got = std::move(answer); });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, 20'000))
            return failure(Error::Kind::Unreadable, u"no answer at all"_s);
        return *got;
    }

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setApplicationVersion(u"9.9"_s); }

    void asksNothingOfWhoIsNotAllowed()
    {
        const auto allowed = serverOf({.body = "yes"});
        const auto other = serverOf({.body = "no"});
        OnlineAccess access;
        const Result<QByteArray> early = ask(access, allowed->address() + u"/a"_s);
        QVERIFY(!early);
        QCOMPARE(early.error().message,
                 u"127.0.0.1:%1 was not asked, since it is not turned on for this case"_s.arg(allowed->serverPort()));
        access.allow({allowed->origin()});
        QCOMPARE(ask(access, allowed->address() + u"/a?b=c"_s).value_or("nothing"), "yes");
        QVERIFY(!ask(access, other->address() + u"/a"_s));
        QVERIFY(!ask(access, u"file:///etc/hostname"_s));
        QCOMPARE(allowed->paths(), QStringList{u"/a?b=c"_s});
        QVERIFY(other->paths().isEmpty());
    }

    void asksPlainly()
    {
        const auto server = serverOf({.body = "x", .headers = "Set-Cookie: who=you; Path=/\r\n"});
        OnlineAccess access;
        access.allow({server->origin()});
        QVERIFY(ask(access, server->address() + u"/1"_s));
        QVERIFY(ask(access, server->address() + u"/2"_s));
        QCOMPARE(server->questions().size(), 2);
        const QByteArray second = server->questions().at(1).toLower();
        QVERIFY(second.contains("user-agent: dateline/9.9\r\n"));
        QVERIFY(second.contains("accept-language: *\r\n"));
        for (const char *header : {"cookie", "referer", "authorization", "from:", "dnt:"})
            QVERIFY2(!second.contains(header), second);
    }

    void doesNotFollowToAnotherServer()
    {
        const auto other = serverOf({.body = "elsewhere"});
        const auto server = serverOf({.status = 302, .headers = "Location: " + other->address().toUtf8() + "/x\r\n"});
        OnlineAccess access;
        access.allow({server->origin(), other->origin()});
        const Result<QByteArray> answer = ask(access, server->address() + u"/1"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().message,
                 u"127.0.0.1:%1 sends the question on to another address, which was not followed; if you trust that "
                 u"address, add it by itself"_s.arg(server->serverPort()));
        QVERIFY(other->paths().isEmpty());
    }
    void followsWithinAServer()
    {
        LocalServer server([](const QString &path) {
            return path == u"/old" ? LocalServer::Answer{.status = 301, .headers = "Location: /new\r\n"}
                                   : LocalServer::Answer{.body = "new"};
        });
        OnlineAccess access;
        access.allow({server.origin()});
        QCOMPARE(ask(access, server.address() + u"/old"_s).value_or("nothing"), "new");
    }

    void readsNoMoreThanIsAskedFor_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("long") << QByteArray(enough + 1, 'x') << QByteArray();
        // A megabyte of nought in a thousand bytes.
        QByteArray packed = qCompress(QByteArray(1'000'000, '0'), 9).sliced(4);
        QTest::newRow("packed") << packed << QByteArray("Content-Encoding: deflate\r\n");
    }
    void readsNoMoreThanIsAskedFor()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, headers);
        const auto server = serverOf({.body = body, .headers = headers});
        OnlineAccess access;
        access.allow({server->origin()});
        const Result<QByteArray> answer = ask(access, server->address() + u"/large"_s);
        QVERIFY(!answer);
        QCOMPARE(answer.error().message,
                 u"The answer of 127.0.0.1:%1 is larger than 1 MB and was not read"_s.arg(server->serverPort()));
    }

    void tellsWhyThereIsNoAnswer()
    {
        const auto refusing = serverOf({.status = 403});
        const auto missing = serverOf({.status = 404});
        OnlineAccess access;
        const QString nobody = u"http://127.0.0.1:9"_s;
        access.allow({refusing->origin(), missing->origin(), nobody});
        const Result<QByteArray> refused = ask(access, refusing->address());
        QVERIFY(!refused);
        QCOMPARE(refused.error().message,
                 u"127.0.0.1:%1 refuses with error 403; look whether its address is right, or turn it off"_s.arg(
                     refusing->serverPort()));
        QCOMPARE(ask(access, missing->address()).error().kind, Error::Kind::NotFound);
        const Result<QByteArray> silent = ask(access, nobody);
        QVERIFY(!silent);
        QCOMPARE(silent.error().message,
                 u"127.0.0.1:9 does not answer; look whether this computer is online, or turn it off"_s);
    }

    void closingEndsWhatIsUnderWay()
    {
        const auto server = serverOf({.never = true});
        OnlineAccess access;
        access.allow({server->origin()});
        int answers = 0;
        for (int i = 0; i < 20; ++i)
            access.get(QUrl(server->address() + u"/%1"_s.arg(i)), enough, [&answers](const auto &) { ++answers; });
        QTRY_COMPARE(server->paths().size(), OnlineAccess::mostAtOnce);
        QTest::qWait(100); // No more than these.
        QCOMPARE(server->paths().size(), OnlineAccess::mostAtOnce);
        access.allow({});
        QTRY_COMPARE(server->broken(), OnlineAccess::mostAtOnce);
        QCOMPARE(server->paths().size(), OnlineAccess::mostAtOnce);
        QCOMPARE(answers, 0);
    }
    void droppingMakesRoomForTheNext()
    {
        const auto server = serverOf({.never = true});
        OnlineAccess access;
        access.allow({server->origin()});
        QList<quint64> questions;
        for (int i = 0; i <= OnlineAccess::mostAtOnce; ++i)
            questions.append(access.get(QUrl(server->address() + u"/%1"_s.arg(i)), enough, [](const auto &) {}));
        QTRY_COMPARE(server->paths().size(), OnlineAccess::mostAtOnce);
        access.drop(questions.front());
        QTRY_COMPARE(server->paths().size(), OnlineAccess::mostAtOnce + 1);
    }

    // Qt Location's plugins, and whatever else, have managers of their own.
    void theLockHoldsForWhoeverAsksInThisProcess()
    {
        const auto server = serverOf({.body = "x"});
        if (server->farAddress().isEmpty())
            QSKIP("This system lets no process have a network of its own");
        OnlineAccess access;
        QNetworkAccessManager stranger;
        const auto tryIt = [&] {
            const std::unique_ptr<QNetworkReply> reply(stranger.get(QNetworkRequest(QUrl(server->farAddress()))));
            QSignalSpy finished(reply.get(), &QNetworkReply::finished);
            return finished.wait(5'000) ? reply->error() : QNetworkReply::TimeoutError;
        };
        QCOMPARE(tryIt(), QNetworkReply::ProxyNotFoundError);
        QTcpSocket socket;
        socket.connectToHost(QUrl(server->farAddress()).host(), server->serverPort());
        QVERIFY(!socket.waitForConnected(1'000));
        QVERIFY(server->paths().isEmpty());
        access.allow({server->farAddress()});
        QCOMPARE(tryIt(), QNetworkReply::NoError);
        access.allow({});
        QCOMPARE(tryIt(), QNetworkReply::ProxyNotFoundError);
        QCOMPARE(server->paths().size(), 1);
    }

    void cannotBeAskedWithoutEncryptionBeyondThisNetwork()
    {
        OnlineAccess access;
        access.allow({u"http://tile.example.org:80"_s});
        QVERIFY(!access.allows(QUrl(u"http://tile.example.org/"_s)));
        access.allow({u"https://tile.example.org:443"_s});
        QVERIFY(access.allows(QUrl(u"https://tile.example.org/x"_s)));
        QVERIFY(!access.allows(QUrl(u"https://tile.example.org:8443/x"_s)));
        QVERIFY(!access.allows(QUrl(u"https://tile.example.org.evil.example/x"_s)));
    }
};

QTEST_GUILESS_MAIN(TestOnlineAccess)
#include "tst_onlineaccess.moc"
