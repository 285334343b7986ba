#include "editscript.h"
#include "examine.h"
#include "trial.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <sys/stat.h>

using namespace dateline;
using namespace Qt::StringLiterals;

/// Files that are no case: each is refused with one clear sentence, and none is changed.
class TestForeignFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const std::unique_ptr<Case> made = createCase(path(u"good.gpkg"_s), u"A case"_s).value();
        EditScript script(*made, 5);
        for (int i = 0; i < 15; ++i)
            static_cast<void>(script.next());
        QVERIFY(made->incidents().value().size() > 2);
    }

    void cleanup() { QVERIFY(!QFile::exists(m_file + u"-lock"_s)); }

    void refusesFilesOfOtherSorts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray rest = QByteArray(20000, 'x');
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("At 00:05 on Tuesday shells fell.\n").repeated(300);
        QTest::newRow("PDF") << "%PDF-1.7\n" + rest + "\n%%EOF\n";
        QTest::newRow("zip") << QByteArray::fromHex("504b0304140000000800") + rest;
        QTest::newRow("PNG") << QByteArray::fromHex("89504e470d0a1a0a0000000d49484452") + rest;
        QTest::newRow("the name of SQLite's format alone") << QByteArray("SQLite format 3") + '\0' + rest;
        QTest::newRow("a log without its database") << QByteArray::fromHex("377f06820026d3f000001000") + rest;
    }
    void refusesFilesOfOtherSorts()
    {
        QFETCH(QByteArray, bytes);
        m_file = path(u"other.gpkg"_s);
        putBytes(m_file, bytes);
        refused();
    }

    void refusesACaseThatWasCutShort_data()
    {
        QTest::addColumn<int>("part");
        for (int part = 0; part < 64; ++part)
            QTest::addRow("after %d parts of 64", part) << part;
    }
    void refusesACaseThatWasCutShort()
    {
        QFETCH(int, part);
        m_file = path(u"cut.gpkg"_s);
        const QByteArray good = bytesOf(path(u"good.gpkg"_s));
        putBytes(m_file, good.first(good.size() * part / 64));
        refused();
    }

    void refusesWhatIsNoFile()
    {
        for (const QString &what : {m_folder.path(), u"/dev/null"_s, u"/dev/zero"_s, u"/proc/self/mem"_s}) {
            const Result<std::unique_ptr<Case>> opened = openCase(what);
            QVERIFY2(!opened, qPrintable(what));
            clear(opened.error(), what);
        }
        m_file = path(u"pipe.gpkg"_s);
        QCOMPARE(mkfifo(qPrintable(m_file), 0600), 0);
        clear(openCase(m_file).error(), m_file);
        m_file = path(u"loop.gpkg"_s);
        QVERIFY(QFile::link(m_file, path(u"loop2.gpkg"_s)) && QFile::link(path(u"loop2.gpkg"_s), m_file));
        clear(openCase(m_file).error(), m_file);
    }

    // ogr2ogr is there wherever this is built, as GDAL is.
    void refusesAGeoPackageOfAnotherProgram()
    {
        const QString from = path(u"points.csv"_s);
        putBytes(from, "name,lon,lat\nGoris,46.3,39.5\nSotk,45.8,40.2\n");
        m_file = path(u"points.gpkg"_s);
        QProcess process;
        process.start(u"ogr2ogr"_s,
                      {m_file, from, u"-oo"_s, u"X_POSSIBLE_NAMES=lon"_s, u"-oo"_s, u"Y_POSSIBLE_NAMES=lat"_s});
        QVERIFY2(process.waitForFinished() && process.exitCode() == 0, process.readAllStandardError());
        QCOMPARE(refused(), Error::Kind::Unsupported);
    }

    void refusesOtherDatabases_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("of nothing") << QByteArray("CREATE TABLE t(a); DROP TABLE t");
        QTest::newRow("of map tiles") << QByteArray(
            "CREATE TABLE metadata(name, value); CREATE TABLE tiles(zoom_level, tile_column, tile_row, tile_data); "
            "INSERT INTO metadata VALUES('format', 'png')");
        QTest::newRow("of Spatialite") << QByteArray(
            "CREATE TABLE spatial_ref_sys(srid INTEGER PRIMARY KEY, auth_name); "
            "CREATE TABLE geometry_columns(f_table_name, f_geometry_column); CREATE TABLE incident(id, geom)");
        QTest::newRow("with a log") << QByteArray(
            "PRAGMA journal_mode = WAL; CREATE TABLE t(a); INSERT INTO t VALUES(1)");
    }
    void refusesOtherDatabases()
    {
        QFETCH(QByteArray, sql);
        m_file = path(u"database.gpkg"_s);
        QFile::remove(m_file);
        runSql(m_file, sql);
        refused();
    }

    // SQLite alone would roll the file back, or fold its log in, at the first look at it.
    void leavesAForeignFileWithItsJournalOrLogAlone_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::newRow("journal") << QByteArray("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; ");
        QTest::newRow("log") << QByteArray("PRAGMA journal_mode = WAL; ");
    }
    void leavesAForeignFileWithItsJournalOrLogAlone()
    {
        QFETCH(QByteArray, mode);
        m_file = path(u"unfinished.gpkg"_s);
        for (const char *ending : {"", "-journal", "-wal", "-shm"})
            QFile::remove(m_file + QLatin1StringView(ending));
        const QString other = path(u"writing.sqlite"_s);
        runSql(other, "CREATE TABLE t(a); INSERT INTO t SELECT zeroblob(3000) FROM generate_series(1, 50)");
        asTheProcessEnded(other, mode + "UPDATE t SET a = randomblob(3000)");
        refused();
        QFile::remove(other);
    }

    void isNotRuinedByTheJournalOrLogOfAnother_data()
    {
        QTest::addColumn<QByteArray>("mode");
        QTest::addColumn<QString>("ending");
        QTest::newRow("journal") << QByteArray("PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN; ")
                                 << u"-journal"_s;
        QTest::newRow("log") << QByteArray("PRAGMA journal_mode = WAL; ") << u"-wal"_s;
    }
    void isNotRuinedByTheJournalOrLogOfAnother()
    {
        QFETCH(QByteArray, mode);
        QFETCH(QString, ending);
        const QString other = path(u"other.sqlite"_s);
        m_file = path(u"theirs.gpkg"_s);
        runSql(other, "CREATE TABLE t(a); INSERT INTO t SELECT zeroblob(3000) FROM generate_series(1, 20)");
        asTheProcessEnded(other, mode + "UPDATE t SET a = randomblob(3000)");
        QVERIFY(QFile::exists(m_file + ending));
        const QByteArray good = bytesOf(path(u"good.gpkg"_s));
        putBytes(m_file, good);
        const QByteArray beside = bytesOf(m_file + ending);
        const Result<std::unique_ptr<Case>> opened = openCase(m_file);
        QVERIFY(!opened);
        clear(opened.error(), m_file);
        QVERIFY2(opened.error().message.contains(u"theirs.gpkg"_s + ending), qPrintable(opened.error().message));
        QVERIFY(bytesOf(m_file) == good);
        QVERIFY(bytesOf(m_file + ending) == beside);
        // What the sentence says to do helps.
        for (const char *left : {"-journal", "-wal", "-shm"})
            QFile::remove(m_file + QLatin1StringView(left));
        QCOMPARE(examine(m_file, stepsIn(path(u"good.gpkg"_s))).problems, QStringList());
        QFile::remove(other);
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    static void clear(const Error &error, const QString &path)
    {
        QVERIFY2(isClear(error, path), qPrintable(error.message));
    }

    /// Makes m_file what @p from would be if its process had been killed after @p sql.
    void asTheProcessEnded(const QString &from, const QByteArray &sql)
    {
        sqlite3 *handle = nullptr;
        QCOMPARE(sqlite3_open(qPrintable(from), &handle), SQLITE_OK);
        QCOMPARE(sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
        for (const char *ending : {"", "-journal", "-wal"}) {
            QFile::remove(m_file + QLatin1StringView(ending));
            QFile::copy(from + QLatin1StringView(ending), m_file + QLatin1StringView(ending));
        }
        sqlite3_close(handle);
    }

    Error::Kind refused()
    {
        const QByteArray before = bytesOf(m_file);
        const QByteArray journal = bytesOf(m_file + u"-journal"_s);
        const QByteArray log = bytesOf(m_file + u"-wal"_s);
        const Result<std::unique_ptr<Case>> opened = openCase(m_file);
        [&] {
            QVERIFY(!opened);
            clear(opened.error(), m_file);
            QVERIFY(bytesOf(m_file) == before);
            QVERIFY(bytesOf(m_file + u"-journal"_s) == journal);
            QVERIFY(bytesOf(m_file + u"-wal"_s) == log);
        }();
        return opened ? Error::Kind::Conflict : opened.error().kind;
    }

    QTemporaryDir m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestForeignFiles)
#include "tst_foreignfiles.moc"
