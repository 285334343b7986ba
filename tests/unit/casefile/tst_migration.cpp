#include "casedata.h"

#include "casefile/schema.h"
#include "casefile/verify.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace dateline;

class TestMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void bringsEveryEarlierSchemaUpToDate_data()
    {
        QTest::addColumn<int>("schema");
        for (int schema = 1; schema < schemaVersion; ++schema)
            QTest::addRow("schema %d", schema) << schema;
    }
    void bringsEveryEarlierSchemaUpToDate()
    {
        QFETCH(int, schema);
        const QString path = caseOf(schema);
        const QByteArray before = bytesOf(path);
        {
            const std::unique_ptr<Case> opened = openCase(path).value();
            QVERIFY(!opened->isReadOnly());
            compareContent(*opened, schema);
            CaseInfo info = opened->info();
            info.licence = QStringLiteral("CC BY 4.0");
            QVERIFY(opened->apply({QStringLiteral("Set the licence"), {info}}).has_value());
            // Steps of the earlier schema can still be taken back and done again.
            QVERIFY(opened->undo().has_value());
            QVERIFY(opened->undo().value().incidents.size() == 1);
            QCOMPARE(opened->incidents().value().size(), std::size_t{1});
            QVERIFY(opened->redo().has_value());
            compareContent(*opened, schema);
        }
        const QString aside = m_folder->filePath(QStringLiteral("case (schema %1).gpkg").arg(schema));
        QVERIFY(QFile::exists(aside));
        QVERIFY(bytesOf(path) != before);
        const std::unique_ptr<Case> again = openCase(path).value();
        compareContent(*again, schema);
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.gpkg")}).size(), 2);
    }

    void keepsBookmarksInACaseOfAnEarlierSchema_data() { bringsEveryEarlierSchemaUpToDate_data(); }
    void keepsBookmarksInACaseOfAnEarlierSchema()
    {
        QFETCH(int, schema);
        const QString path = caseOf(schema);
        Bookmark bookmark = sampleBookmark();
        {
            const std::unique_ptr<Case> opened = openCase(path).value();
            QVERIFY(opened->bookmarks().value().empty());
            bookmark.id = opened->apply({QStringLiteral("Bookmark"), {bookmark}}).value().bookmarks.at(0);
        }
        QCOMPARE(openCase(path).value()->bookmarks().value(), std::vector{bookmark});
        const Result<Verification> verified = verifyCase(path);
        QVERIFY(verified.has_value());
        for (const Finding &finding : verified->findings)
            QFAIL(qPrintable(finding.words));
    }

    void keepsTheOlderFileUnderANameOfItsOwn()
    {
        const QString path = caseOf(1);
        const QString taken = m_folder->filePath(QStringLiteral("case (schema 1).gpkg"));
        write(taken, "somebody's own file");
        QVERIFY(openCase(path).has_value());
        QCOMPARE(bytesOf(taken), QByteArray("somebody's own file"));
        QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("case (schema 1, 2).gpkg"))));
    }

    void readsAnEarlierSchemaWhereNothingCanBeWritten()
    {
        const QString path = caseOf(1);
        const QByteArray before = bytesOf(path);
        QVERIFY(chmod(qPrintable(path), 0444) == 0 && chmod(qPrintable(m_folder->path()), 0555) == 0);
        const bool root = geteuid() == 0;
        QVERIFY(!root || seteuid(65534) == 0);
        {
            const Result<std::unique_ptr<Case>> opened = openCase(path);
            QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().message));
            QVERIFY((*opened)->isReadOnly());
            compareContent(**opened, 1);
        }
        QVERIFY(!root || seteuid(0) == 0);
        QVERIFY(chmod(qPrintable(m_folder->path()), 0755) == 0);
        QCOMPARE(bytesOf(path), before);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

private:
    [[nodiscard]] QString caseOf(int schema) const
    {
        const QString path = m_folder->filePath(QStringLiteral("case.gpkg"));
        write(path, bytesOf(QStringLiteral(TEST_DATA_DIR "/cases/schema-%1.gpkg").arg(schema)));
        return path;
    }
    static void compareContent(const Case &opened, int schema)
    {
        QCOMPARE(opened.info().title, QStringLiteral("schema-%1").arg(schema));
        const std::vector<Incident> incidents = opened.incidents().value();
        QCOMPARE(incidents.size(), std::size_t{2});
        QCOMPARE(incidents[0].title, QStringLiteral("3 people reported wounded"));
        QCOMPARE(incidents[1].where->place, QStringLiteral("Vovchans'k"));
        const std::vector<Evidence> evidence = opened.evidence(incidents[1].id).value();
        QCOMPARE(evidence.size(), std::size_t{1});
        QVERIFY(evidence[0].matches);
        QCOMPARE(evidence[0].quote.speaker, QStringLiteral("regional administration"));
        QCOMPARE(opened.search(QStringLiteral("vovchansk"), 10).value().size(), std::size_t{2});
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", qPrintable(path));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
