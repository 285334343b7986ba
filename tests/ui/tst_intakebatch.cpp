#include "deskfixture.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QTest>
#include <QTimer>

using namespace dateline;
using namespace Qt::StringLiterals;

/// Takes many and large sources in, in the real window.
class TestIntakeBatch : public QObject
{
    Q_OBJECT

    Session &session() { return m_desk->session(); }

private Q_SLOTS:
    void initTestCase() { QQuickStyle::setStyle(u"Basic"_s); }

    void init() { m_desk = std::make_unique<DeskFixture>(); }

    void cleanup()
    {
        const qsizetype warnings = m_desk->warnings();
        m_desk.reset();
        QCOMPARE(warnings, 0);
    }

    void aFolderIsTakenInAndWhatFailedIsListed()
    {
        QDir(m_desk->folder()).mkpath(u"papers/inner"_s);
        const auto write = [this](const QString &name, const QByteArray &bytes) {
            QFile file(m_desk->folder() + u"/papers/"_s + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write(u"a.txt"_s, "Shelling near Goris on Tuesday.");
        write(u"inner/b.txt"_s, "Protests in Yerevan on Monday.");
        write(u"c.txt"_s, "Shelling near Goris on Tuesday.");
        write(u"empty.txt"_s, "");
        session().takeFiles({QUrl::fromLocalFile(m_desk->folder() + u"/papers"_s)});
        QTRY_VERIFY(!session().batch()->isRunning());
        QCOMPARE(session().sources()->count(), 3);
        QCOMPARE(session().batch()->failedCount(), 2);
        QVERIFY(session().batch()->failures().contains(u"empty.txt: "));
        QVERIFY(session().batch()->failures().contains(u"c.txt: the same text"));
        QCOMPARE(session().batch()->summary(), u"2 documents are in the case.");
        QTRY_VERIFY(m_desk->item(u"batchFailures"_s));
        m_desk->click(u"copyFailures"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), session().batch()->failures());
        m_desk->click(u"batchDone"_s);
        QTRY_VERIFY(!m_desk->item(u"batchFailures"_s));
    }

    void whatWasTakenInStaysWhenTheRestIsLeft()
    {
        for (int i = 0; i < 50; ++i) {
            QFile file(m_desk->folder() + u"/%1.txt"_s.arg(i, 2, 10, QChar(u'0')));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("Report " + QByteArray::number(i));
        }
        QList<QUrl> files;
        for (int i = 0; i < 50; ++i)
            files.append(QUrl::fromLocalFile(m_desk->folder() + u"/%1.txt"_s.arg(i, 2, 10, QChar(u'0'))));
        session().takeFiles(files);
        QTRY_VERIFY(session().sources()->count() > 3);
        session().batch()->cancel();
        QVERIFY(!session().batch()->isRunning());
        const int taken = session().sources()->count();
        QVERIFY(taken < 51);
        QVERIFY2(session().batch()->summary().startsWith(u"Stopped at file"), qPrintable(session().batch()->summary()));
        QTRY_VERIFY(!session().review()->isBusy());
        QVERIFY(session().sources()->count() <= taken + 1); // With the one that was on its way to the disk.
    }

    void allDocumentsOfAFileAreOneStep()
    {
        session().takeFiles({QUrl::fromLocalFile(QStringLiteral(TEST_DATA_DIR "/sources/result.json"))});
        QTRY_COMPARE(session().sources()->count(), 3);
        QTRY_VERIFY(!session().batch()->isRunning());
        QCOMPARE(session().undoText(), u"Read 2 documents from “result.json”");
        QCOMPARE(session().batch()->summary(), u"2 documents are in the case.");
        session().undo();
        QCOMPARE(session().sources()->count(), 1);
    }

    void theWindowLivesWhileALargeTextIsKept()
    {
        // 50 shows what the window must bear; the rest of the way is the same with less.
        const int megabytes = qEnvironmentVariableIsSet("MEGABYTES") ? qEnvironmentVariableIntValue("MEGABYTES") : 10;
        const QByteArray part = reportText().toUtf8() + '\n';
        QFile file(m_desk->folder() + u"/large.txt"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(part.repeated(megabytes * 1'000'000 / part.size())) > 0);
        file.close();
        int beats = 0;
        qint64 longest = 0;
        QElapsedTimer since;
        QTimer pulse;
        connect(&pulse, &QTimer::timeout, this, [&] {
            beats += session().intake()->state() == Intake::Keeping ? 1 : 0;
            longest = std::max(longest, since.restart());
        });
        since.start();
        pulse.start(1);
        session().takeFiles({QUrl::fromLocalFile(file.fileName())});
        QTRY_COMPARE_WITH_TIMEOUT(session().intake()->state(), Intake::Ready, 60'000);
        session().intake()->confirm();
        QCOMPARE(session().intake()->state(), Intake::Keeping);
        session().intake()->cancel(); // What is on its way to the disk is not called back.
        QTRY_COMPARE_WITH_TIMEOUT(session().intake()->state(), Intake::Closed, 60'000);
        QVERIFY2(beats > 10, qPrintable(QString::number(beats)));
        QTRY_VERIFY(m_desk->item(u"readerText"_s));
        QVERIFY(session().review()->isBusy());
        session().review()->stopReading();
        QTRY_VERIFY(!session().review()->isBusy());
        QCOMPARE(session().review()->unread(), 1);
        qInfo("%d MB of text: the window was kept for %lld ms at most", megabytes, longest);
    }

    void whatIsNoFileOfThisComputerIsListed()
    {
        session().takeFiles(
            {QUrl(u"https://example.org/a.txt"_s), QUrl::fromLocalFile(m_desk->folder() + u"/no.txt"_s)});
        QTRY_VERIFY(!session().batch()->isRunning());
        QCOMPARE(session().batch()->failedCount(), 2);
        QCOMPARE(session().sources()->count(), 1);
    }

    void aReadingIsStopped()
    {
        Document document;
        document.id = DocumentId{-1};
        document.text =
            u"Shelling near Goris on Tuesday, officials said. Drones struck Vardenis.\n\n"_s.repeated(18'000);
        document.title = u"Long"_s;
        document.textSha256 = sha256Of(document.text);
        document.bytes = "x";
        document.bytesSha256 = sha256Of(document.bytes);
        QVERIFY(session().store()->apply({u"Read it"_s, {document}}));
        QVERIFY(session().review()->isBusy());
        QTRY_VERIFY(session().review()->busyText().contains(u"million characters"));
        QMetaObject::invokeMethod(&session(), &Session::documentAdded);
        m_desk->click(u"stopReading"_s);
        QTRY_VERIFY(!session().review()->isBusy());
        QCOMPARE(session().review()->unread(), 1);
    }

private:
    std::unique_ptr<DeskFixture> m_desk;
};

QTEST_MAIN(TestIntakeBatch)
#include "tst_intakebatch.moc"
