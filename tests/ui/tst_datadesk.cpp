#include "casefixture.h"
#include "ui/dataexport.h"
#include "ui/dataimport.h"
#include "windowtest.h"

#include <QTest>

#include <algorithm>

using namespace dateline;
using namespace Qt::StringLiterals;

/// “Import data” and “Export data”.
class TestDataDesk : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(u"case.gpkg"_s);
        QVERIFY(makeTestCase(path).has_value());
        m_session = std::make_unique<Session>();
        m_session->beginOpening(path);
        m_session->finishOpening();
        m_open = std::make_unique<OpenWindow>(*m_session);
        m_before = m_session->incidents()->total();
        QVERIFY(m_before > 0);
    }

    void aTableThatIsDroppedIsShownAndComesIn()
    {
        m_session->takeFiles({table("acled.csv")});
        QTRY_COMPARE(import()->state(), DataImport::Ready);
        QCOMPARE(import()->found(), u"ACLED"_s);
        QCOMPARE(import()->rows().split(u'\n').size(), 3);
        QVERIFY2(import()->rows().contains(u"Goris"), qPrintable(import()->rows()));
        QVERIFY(import()->terms().contains(u"not to be passed on"));
        click(u"importButton"_s);
        QTRY_COMPARE(m_session->incidents()->total(), m_before + 3);
        QTRY_COMPARE(import()->state(), DataImport::Closed);
        QVERIFY2(m_session->notice().startsWith(u"3 incidents came in, with 2 sources"_s),
                 qPrintable(m_session->notice()));
        QVERIFY(!m_open->named(u"importButton"_s));
        m_session->undo();
        QTRY_COMPARE(m_session->incidents()->total(), m_before);
    }

    void whatTheRowsSayIsNotReviewedAgain()
    {
        ReviewModel *review = m_session->review();
        QTRY_VERIFY(!review->isBusy());
        const int waiting = review->count();
        QVERIFY(waiting > 0); // The report that is no table's.
        const QSignalSpy read(review->reading(), &ReadingQueue::finished);
        import()->take(table("acled.csv"));
        QTRY_COMPARE(import()->state(), DataImport::Ready);
        import()->confirm();
        QTRY_COMPARE(m_session->incidents()->total(), m_before + 3);
        QVERIFY(!review->isBusy());
        QCOMPARE(read.count(), 0);
        // Nor when one of them is opened.
        const std::vector<DocumentSummary> documents = *m_session->store()->current()->documents();
        const auto ofRows = std::ranges::find(documents, true, &DocumentSummary::ofRows);
        QVERIFY(ofRows != documents.end());
        review->reading()->want(ofRows->id);
        QTRY_COMPARE(read.count(), 1);
        QCOMPARE(review->count(), waiting);
        // Nor when the case is opened anew.
        const QString path = m_session->casePath();
        m_open.reset();
        m_session = std::make_unique<Session>();
        const QSignalSpy again(m_session->review()->reading(), &ReadingQueue::finished);
        m_session->beginOpening(path);
        m_session->finishOpening();
        QTRY_VERIFY(!m_session->review()->isBusy());
        QCOMPARE(again.count(), 1);
        QCOMPARE(m_session->review()->count(), waiting);
        QCOMPARE(m_session->review()->unread(), 0);
    }

    void rowsThatFailAreListedAndSaved()
    {
        QFile good(table("acled.csv").toLocalFile());
        QVERIFY(good.open(QIODevice::ReadOnly));
        const QString broken = m_folder->filePath(u"broken.csv"_s);
        write(broken, good.readAll().replace("2022-09-14", "14th of September"));
        import()->take(QUrl::fromLocalFile(broken));
        QTRY_COMPARE(import()->state(), DataImport::Ready);
        QVERIFY(import()->rows().contains(u"14th of September"));
        import()->setWithSources(false);
        click(u"importButton"_s);
        QTRY_COMPARE(import()->state(), DataImport::Done);
        QCOMPARE(m_session->incidents()->total(), m_before + 2);
        QCOMPARE(import()->summary(), u"2 incidents came in. 1 row did not."_s);
        QVERIFY2(import()->failures().startsWith(u"line 3, event_date “14th of September”: "),
                 qPrintable(import()->failures()));
        QVERIFY(m_open->named(u"importFailures"_s));
        const QString saved = m_folder->filePath(u"to correct.csv"_s);
        import()->saveFailures(QUrl::fromLocalFile(saved));
        const QByteArray rows = bytesOf(saved);
        QCOMPARE(rows.trimmed().split('\n').size(), 2);
        QVERIFY(rows.contains("dateline_reason"));
        // Corrected, it is data again.
        write(saved, QByteArray(rows).replace("14th of September", "2022-09-14"));
        import()->take(QUrl::fromLocalFile(saved));
        QTRY_COMPARE(import()->state(), DataImport::Ready);
        import()->confirm();
        QTRY_COMPARE(m_session->incidents()->total(), m_before + 3);
    }

    void whatIsNoDataIsRefusedInASentence()
    {
        const QString other = m_folder->filePath(u"other.csv"_s);
        write(other, "\n");
        m_session->takeFiles({QUrl::fromLocalFile(other)});
        QTRY_COMPARE(import()->state(), DataImport::Failed);
        QVERIFY(!import()->problem().isEmpty());
        QTRY_VERIFY(m_open->named(u"importProblem"_s));
        QTest::keyClick(m_open->window(), Qt::Key_Escape);
        QTRY_COMPARE(import()->state(), DataImport::Closed);
    }

    void whatTheFilterShowsIsExported()
    {
        IncidentFilter filter;
        filter.kinds.reset().set(static_cast<std::size_t>(Kind::Explosions));
        m_session->incidents()->setFilter(filter);
        const int shown = m_session->incidents()->count();
        QVERIFY(shown > 0 && shown < m_before);
        QTest::keyClick(m_open->window(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_open->named(u"exportButton"_s));
        QCOMPARE(data()->scopeNames().at(DataExport::Shown), u"What the filter shows: %1"_s.arg(shown));
        QCOMPARE(data()->suffix(), u"csv"_s);
        const QString out = m_folder->filePath(u"shown"_s);
        data()->save(QUrl::fromLocalFile(out));
        QTRY_COMPARE(data()->state(), DataExport::Done);
        QVERIFY2(data()->summary().startsWith(u"%1 incident"_s.arg(shown)), qPrintable(data()->summary()));
        QTRY_VERIFY(m_open->named(u"exportSummary"_s));
        QCOMPARE(bytesOf(out + u".csv"_s).count("Explosions/Remote violence"), shown);
        data()->close();
        QTRY_VERIFY(!m_open->named(u"exportSummary"_s));
    }

    void allOfItGoesIntoAnyForm()
    {
        const QStringList names = data()->formatNames();
        for (int format = 0; format < names.size(); ++format) {
            data()->start();
            data()->setScope(DataExport::All);
            data()->setFormat(format);
            const QString name = data()->suffix().isEmpty() ? u"folder"_s : u"all%1."_s.arg(format) + data()->suffix();
            const QString out = m_folder->filePath(name);
            data()->save(QUrl::fromLocalFile(out));
            QTRY_COMPARE(data()->state(), DataExport::Done);
            QVERIFY2(QFileInfo::exists(out), qPrintable(names.at(format)));
            data()->close();
        }
    }

    void whatCannotBeWrittenIsTold()
    {
        data()->start();
        data()->save(QUrl::fromLocalFile(m_folder->filePath(u"no/such/folder.csv"_s)));
        QTRY_COMPARE(data()->state(), DataExport::Failed);
        QVERIFY(!data()->problem().isEmpty());
        QTRY_VERIFY(m_open->named(u"exportProblem"_s));
        data()->close();
    }

private:
    [[nodiscard]] DataImport *import() const { return m_session->dataImport(); }
    [[nodiscard]] DataExport *data() const { return m_session->dataExport(); }
    [[nodiscard]] static QUrl table(const char *name)
    {
        return QUrl::fromLocalFile(QStringLiteral(TEST_DATA_DIR "/tables/") + QLatin1StringView(name));
    }
    void click(const QString &name) const
    {
        QTRY_VERIFY(m_open->named(name));
        const QQuickItem *item = m_open->named(name);
        QTest::mouseClick(m_open->window(), Qt::LeftButton, {},
                          item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    int m_before = 0;
};

QTEST_MAIN(TestDataDesk)
#include "tst_datadesk.moc"
