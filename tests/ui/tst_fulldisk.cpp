#include "casefixture.h"
#include "openwindow.h"
#include "smalldisk.h"
#include "ui/networkrefusal.h"
#include "ui/session.h"

#include <QDir>
#include <QFile>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

namespace
{

/// Why this process has no mounts of its own.
QString &refusal()
{
    static QString sentence;
    return sentence;
}

bool shows(const QQuickItem *root, const QString &words)
{
    if (!root->isVisible())
        return false;
    const QList<QQuickItem *> children = root->childItems();
    return root->property("text").toString() == words
        || std::ranges::any_of(children, [&words](const QQuickItem *child) { return shows(child, words); });
}

} // namespace

/// The window with a case on a disk that is full.
class TestFullDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QQuickStyle::setStyle(u"Basic"_s); }

    void theWindowSaysSoAndGoesOn()
    {
        if (!refusal().isEmpty())
            QSKIP(qPrintable(u"This system lets tests have no disk of their own: "_s + refusal()));
        const QTemporaryDir folder;
        const SmallDisk disk(folder.path(), 16 * 1024 * 1024);
        QVERIFY(disk.isThere());
        const QString path = disk.path(u"case.gpkg"_s);
        QVERIFY(makeTestCase(path).has_value());
        Session session;
        session.beginOpening(path);
        session.finishOpening();
        const OpenWindow open(session);
        QQuickWindow *window = open.window();
        QTRY_COMPARE(session.incidents()->total(), 2);
        QVERIFY(!session.isReadOnly());

        fill(disk.path(u"filler"_s));
        session.selection()->selectIncident(session.incidents()->idAt(0));
        QTRY_COMPARE(session.details()->title(), u"Shelling towards Goris");
        session.removeSelected();
        QVERIFY2(tellsOfAFullDisk(session.notice(), path), qPrintable(session.notice()));
        QTRY_VERIFY(shows(window->contentItem(), session.notice()));

        // Nothing has changed, and all of it can still be looked at.
        QCOMPARE(session.incidents()->total(), 2);
        QCOMPARE(session.undoText(), u"Make the test case");
        session.selection()->selectIncident(session.incidents()->idAt(1));
        QTRY_COMPARE(session.details()->title(), u"Ceasefire talks");
        session.selection()->selectIncident(session.incidents()->idAt(0));
        QTRY_COMPARE(session.details()->title(), u"Shelling towards Goris");
        QCOMPARE(session.details()->evidence()->rowCount(), 2);
        QVERIFY(!window->grabWindow().isNull());
        QTest::keyClick(window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(tellsOfAFullDisk(session.notice(), path));
        QCOMPARE(session.incidents()->total(), 2);

        QVERIFY(QFile::remove(disk.path(u"filler"_s)));
        session.dismissNotice();
        session.removeSelected();
        QCOMPARE(session.notice(), QString());
        QTRY_COMPARE(session.incidents()->total(), 1);
        QTest::keyClick(window, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(session.incidents()->total(), 2);
    }

private:
    /// Writes to @p path until nothing more fits on the disk.
    static void fill(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        for (const QByteArray page(4096, 'x'); file.write(page) == page.size();) {
        }
    }
};

int main(int argc, char **argv)
{
    // Only a process of one thread may.
    refusal() = takeOwnMounts();
    const QGuiApplication application(argc, argv);
    TestFullDisk test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_fulldisk.moc"
