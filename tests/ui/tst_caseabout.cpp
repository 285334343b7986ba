#include "casefile/schema.h"
#include "casefixture.h"
#include "ui/caseabout.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace dateline;

class TestCaseAbout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QString path = m_folder->filePath(QStringLiteral("case.gpkg"));
        QVERIFY(makeTestCase(path).has_value());
        m_store = std::make_unique<CaseStore>();
        QVERIFY(m_store->open(path));
        m_about = std::make_unique<CaseAbout>(m_store.get());
        m_about->show();
        QVERIFY(m_about->isOpen());
    }
    void cleanup()
    {
        m_about.reset();
        m_store.reset();
    }

    void storesWhatAPersonWritesAsOneStepToUndo()
    {
        const CaseInfo before = m_store->current()->info();
        QVERIFY(!m_about->isReady());
        m_about->setAuthor(QStringLiteral("An author"));
        m_about->setLicence(QStringLiteral("CC BY 4.0"));
        QVERIFY(m_about->isReady());
        m_about->save();
        QVERIFY(!m_about->isOpen());
        const CaseInfo after{before.title, QStringLiteral("An author"), QStringLiteral("CC BY 4.0"), before.notes};
        QCOMPARE(m_store->current()->info(), after);
        m_store->undo();
        QCOMPARE(m_store->current()->info(), before);
    }

    void aCaseKeepsATitle()
    {
        m_about->setTitle(QStringLiteral("  "));
        QVERIFY(!m_about->isReady());
        m_about->save();
        QVERIFY(m_about->isOpen());
        QVERIFY(!m_store->current()->info().title.isEmpty());
    }

    void whatIsNotSavedIsForgotten()
    {
        m_about->setNotes(QStringLiteral("Never mind"));
        m_about->close();
        m_about->show();
        QCOMPARE(m_about->notes(), m_store->current()->info().notes);
    }

    void tellsWhatTheFileIs()
    {
        QCOMPARE(m_about->path(), m_folder->filePath(QStringLiteral("case.gpkg")));
        QVERIFY2(m_about->contents().contains(u"1 source"), qPrintable(m_about->contents()));
        QVERIFY2(m_about->format().startsWith(QStringLiteral("Schema %1 of Dateline ").arg(schemaVersion)),
                 qPrintable(m_about->format()));
    }

    void whoeverOnlyReadsCannotSave()
    {
        const QString path = m_folder->filePath(QStringLiteral("case.gpkg"));
        CaseStore second;
        QVERIFY(second.open(path));
        QVERIFY(second.current()->isReadOnly());
        CaseAbout about(&second);
        about.show();
        about.setTitle(QStringLiteral("Another"));
        QVERIFY(about.isReadOnly());
        QVERIFY(!about.isReady());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CaseStore> m_store;
    std::unique_ptr<CaseAbout> m_about;
};

QTEST_GUILESS_MAIN(TestCaseAbout)
#include "tst_caseabout.moc"
