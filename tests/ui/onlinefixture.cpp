#include "onlinefixture.h"

#include "ui/settings.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace dateline
{

void OnlineTest::init()
{
    settings().remove(u"online"_s);
    m_folder = std::make_unique<QTemporaryDir>();
}

void OnlineTest::open(const QString &path)
{
    if (!QFile::exists(path)) {
        const Result<void> made = makeTestCase(path);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    }
    close();
    m_session = std::make_unique<Session>();
    m_session->look()->setAppearance(Look::Light);
    m_session->beginOpening(path);
    m_session->finishOpening();
    m_open = std::make_unique<OpenWindow>(*m_session);
    QTRY_VERIFY(m_session->baseMap()->isReady());
    m_session->camera()->go({46.3, 39.5}, 6);
    QCoreApplication::processEvents();
}

void OnlineTest::close()
{
    if (m_open)
        QCOMPARE(m_open->warnings().count(), 0);
    m_open.reset();
    m_session.reset();
    QTest::qWait(200); // What was on its way to a server arrives there.
}

int OnlineTest::addSource(const LocalServer &server, OnlineKind kind)
{
    OnlineSource source{.kind = kind, .name = u"A server here"_s, .credit = u"© Server here"_s};
    // Qt leaves 127.0.0.1 free for plugins of its own: only another address shows whether they are held.
    const bool isFar = kind == OnlineKind::OpenStreetMap && !server.farAddress().isEmpty();
    source.address = (isFar ? server.farAddress() : server.address())
        + (kind == OnlineKind::OpenStreetMap ? u"/"_s
               : kind == OnlineKind::Tiles   ? u"/{z}/{x}/{y}.png"_s
                                             : u"/search"_s);
    const Result<void> added = maps().add(source);
    if (!added)
        qFatal("%s", qPrintable(added.error().message));
    return maps().rowCount() - 1;
}

void OnlineTest::turnOn(int row)
{
    maps().ask(row);
    maps().confirm();
}

void OnlineTest::moveMap()
{
    static double longitude = 20;
    m_session->camera()->go({++longitude, 45}, 7);
    QTest::qWait(400); // Nothing to wait for: that nothing is asked is what is looked at.
}

void OnlineTest::click(const QString &name)
{
    QTRY_VERIFY2(m_open->named(name), qPrintable(name));
    QQuickItem *item = m_open->named(name);
    QTest::mouseClick(m_open->window(), Qt::LeftButton, {}, item->mapToScene({item->width() / 2, 12}).toPoint());
}

} // namespace dateline
