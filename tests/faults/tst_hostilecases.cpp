#include "editscript.h"
#include "examine.h"
#include "trial.h"

#include <QTemporaryDir>
#include <QTest>

using namespace dateline;
using namespace Qt::StringLiterals;

/// Cases that somebody made to do harm: each is refused with one clear sentence as it is, or is read and edited safely.
class TestHostileCases : public QObject
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

    void survivesAHostileSchema_data()
    {
        QTest::addColumn<QByteArray>("sql");
        const QByteArray schema = "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ";
        QTest::newRow("a trigger that edits") << QByteArray(
            "CREATE TRIGGER t AFTER INSERT ON incident BEGIN DELETE FROM history; UPDATE document SET name = 'x'; END");
        QTest::newRow("a trigger without an end")
            << QByteArray("PRAGMA recursive_triggers = ON; CREATE TRIGGER t AFTER INSERT ON history BEGIN "
                          "INSERT INTO history SELECT * FROM history; END");
        QTest::newRow("a view that never ends") << QByteArray(
            "CREATE VIEW v AS WITH RECURSIVE r(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM r) SELECT a FROM r");
        QTest::newRow("a view in a table's place")
            << QByteArray("ALTER TABLE figure RENAME TO f; CREATE VIEW figure AS WITH RECURSIVE r(id) AS "
                          "(SELECT 1 UNION ALL SELECT id + 1 FROM r) SELECT id, 'a' AS title, '{}' AS spec FROM r");
        QTest::newRow("a virtual table in a table's place")
            << QByteArray("DROP TABLE layer; CREATE VIRTUAL TABLE layer USING fts5(id, title, source, style)");
        QTest::newRow("columns that make up gigabytes") << QByteArray(
            "DROP TABLE layer; CREATE TABLE layer(id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, title TEXT, source TEXT, "
            "style TEXT AS (hex(zeroblob(400000000)))); INSERT INTO layer(title, source) VALUES('a', 'b'), ('c', 'd')");
        QTest::newRow("a table without row numbers") << QByteArray(
            "DROP TABLE layer; CREATE TABLE layer(id INTEGER PRIMARY KEY NOT NULL, title, source, style) WITHOUT ROWID");
        QTest::newRow("a check that calls a function of no one") << schema
                + "replace(sql, 'title TEXT NOT NULL', 'title TEXT CHECK(load_extension(title))') "
                  "WHERE name = 'incident'";
        QTest::newRow("a default that calls a function of no one") << schema
                + "replace(sql, 'notes TEXT', 'notes TEXT DEFAULT (writefile(''/tmp/x'', ''x''))') "
                  "WHERE name = 'incident'";
        QTest::newRow("an index on a function of no one") << QByteArray("CREATE INDEX i ON incident(abs(title)); ")
                + schema + "'CREATE INDEX i ON incident(edit(title))' WHERE name = 'i'";
        QTest::newRow("a schema that is none") << schema + "'CREATE TABLE incident(' WHERE name = 'incident'";
        QTest::newRow("two tables in one place")
            << QByteArray("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = "
                          "(SELECT rootpage FROM sqlite_schema WHERE name = 'history') WHERE name = 'incident'");
        QTest::newRow("a table at the file's beginning")
            << QByteArray("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'incident'");
        QTest::newRow("a broken index of words")
            << QByteArray("PRAGMA writable_schema = ON; DROP TABLE document_search_data");
        QTest::newRow("an index of words that is not there") << QByteArray("DROP TABLE document_search");
        QTest::newRow("an index of words of rubbish")
            << QByteArray("UPDATE document_search_data SET block = randomblob(length(block))");
    }
    void survivesAHostileSchema()
    {
        QFETCH(QByteArray, sql);
        hostile(sql);
        tried();
    }

    void survivesHostileCells_data()
    {
        QTest::addColumn<QByteArray>("sql");
        const auto everywhere = [](const QByteArray &value) {
            QByteArray sql = "PRAGMA ignore_check_constraints = ON; ";
            const QList<QByteArray> columns{
                "incident: geom title kind sub_kind time_begin time_end time_precision time_zone place_name country "
                "location_precision radius_m actors losses status credibility tags notes graphic sensitive attributes",
                "document: name title published published_precision retrieved text_sha256 bytes_sha256 grade graphic "
                "replaces origin",
                "quote: document_id begin_position end_position exact prefix suffix speaker",
                "claim: incident_id quote_id stance about",
                "figure: title spec",
                "layer: title source style",
                "bookmark: name centre_lon centre_lat zoom view filter",
                "case_info: title author",
                "history: step action target time author label table_name row_id before after sha256 last_row_id",
                "document_text: text"};
            for (const QByteArray &table : columns) {
                const QByteArray name = table.first(table.indexOf(':'));
                for (const QByteArray &column : table.sliced(name.size() + 2).split(' '))
                    sql += "UPDATE OR IGNORE " + name + " SET " + column + " = " + value + "; ";
            }
            return sql;
        };
        const auto once = [](const QByteArray &value) {
            return "UPDATE incident SET losses = " + value + ", actors = " + value + ", attributes = " + value
                + " WHERE id = (SELECT max(id) FROM incident); UPDATE figure SET spec = " + value
                + "; UPDATE layer SET style = " + value + "; UPDATE bookmark SET filter = " + value
                + "; UPDATE claim SET about = " + value + " WHERE id = 1; UPDATE history SET before = " + value
                + ", after = " + value + " WHERE id = (SELECT max(id) FROM history)";
        };
        QTest::newRow("nothing") << everywhere("NULL");
        QTest::newRow("numbers") << everywhere("-7.5e300");
        QTest::newRow("the smallest number") << everywhere("-9223372036854775808");
        QTest::newRow("the largest number") << everywhere("9223372036854775807");
        QTest::newRow("bytes") << everywhere("randomblob(37)");
        QTest::newRow("text that is no UTF-8") << everywhere("CAST(x'ff00c0afeda080f4909080' AS TEXT)");
        QTest::newRow("text with a zero in it") << everywhere("'a' || char(0) || 'b'");
        QTest::newRow("not-a-number and infinity") << everywhere("9e999");
        QTest::newRow("long text") << everywhere("printf('%.*c', 5000, 'x')");
        QTest::newRow("a million brackets") << once("printf('%.*c', 1000000, '[')");
        QTest::newRow("a million braces") << once("replace(printf('%.*c', 1000000, 'x'), 'x', '{\"a\":')");
        QTest::newRow("huge ids") << QByteArray("UPDATE incident SET id = 9223372036854775807 WHERE id = "
                                                "(SELECT max(id) FROM incident)");
        QTest::newRow("a history that has no more numbers")
            << QByteArray("UPDATE history SET id = 9223372036854775807 WHERE id = (SELECT max(id) FROM history)");
        QTest::newRow("steps that have no more numbers") << QByteArray("UPDATE history SET step = 9223372036854775807");
        QTest::newRow("ids below zero") << QByteArray(
            "UPDATE incident SET id = -id; UPDATE document SET id = -id; UPDATE quote SET id = -id; UPDATE claim SET id = "
            "-id");
        QTest::newRow("references to nothing")
            << QByteArray("DELETE FROM document; UPDATE claim SET incident_id = 77; UPDATE quote SET document_id = 78");
        QTest::newRow("sources that replace each other in a circle") << QByteArray(
            "UPDATE document SET replaces = ifnull((SELECT min(d.id) FROM document d WHERE d.id > document.id), "
            "(SELECT min(id) FROM document)), origin = ifnull((SELECT min(d.id) FROM document d WHERE d.id > "
            "document.id), (SELECT min(id) FROM document))");
        QTest::newRow("a source that replaces itself") << QByteArray("UPDATE document SET replaces = id");
        QTest::newRow("a step that undoes itself") << QByteArray("UPDATE history SET action = 'undo', target = step");
        QTest::newRow("steps that undo each other")
            << QByteArray("UPDATE history SET action = iif(step % 2, 'undo', 'redo'), target = step + 1");
        QTest::newRow("a step of endless rows")
            << QByteArray("UPDATE history SET row_id = -9000000000000000000, last_row_id = 9000000000000000000");
        QTest::newRow("geometry of gigabytes")
            << QByteArray("UPDATE incident SET geom = x'47500001e61000000102000000ffffff7f' || zeroblob(64)");
        QTest::newRow("geometry in geometry")
            << QByteArray("UPDATE incident SET geom = CAST(x'47500001e6100000' || "
                          "replace(printf('%.*c', 100000, 'x'), 'x', x'010700000001000000') AS BLOB)");
    }
    void survivesHostileCells()
    {
        QFETCH(QByteArray, sql);
        hostile(sql);
        tried();
    }

    // The length of a cell is what the file says, 2 GB here, of a file of some hundred thousand bytes.
    void survivesACellThatClaimsGigabytes()
    {
        hostile("UPDATE document_text SET text = CAST(zeroblob(2000000) AS TEXT) WHERE id = 1");
        QByteArray bytes = bytesOf(m_file);
        // In its header a text of n bytes has the number 13 + 2 n, as a varint.
        const QByteArray was = QByteArray::fromHex("81f4920d");
        const qsizetype at = bytes.indexOf(was);
        QVERIFY(at > 0);
        bytes.replace(at, was.size(), QByteArray::fromHex("8fffff7f"));
        putBytes(m_file, bytes);
        tried();
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    static void clear(const Error &error, const QString &path)
    {
        QVERIFY2(isClear(error, path), qPrintable(error.message));
    }

    void hostile(const QByteArray &sql)
    {
        m_file = path(u"hostile.gpkg"_s);
        for (const char *ending : {"-journal", "-wal", "-shm"})
            QFile::remove(m_file + QLatin1StringView(ending));
        putBytes(m_file, bytesOf(path(u"good.gpkg"_s)));
        runSql(m_file, sql);
    }

    /// Refuses the file as it is, or lets all of it be read without changing it, and then be edited.
    void tried()
    {
        {
            const QByteArray before = bytesOf(m_file);
            const Result<std::unique_ptr<Case>> opened = openCase(m_file);
            if (!opened) {
                clear(opened.error(), m_file);
                QVERIFY(bytesOf(m_file) == before);
                return;
            }
        }
        // Its indexes may have been mended, once.
        const QByteArray before = bytesOf(m_file);
        {
            const std::unique_ptr<Case> opened = openCase(m_file).value();
            for (const Error &error : readEverything(*opened))
                clear(error, m_file);
        }
        QVERIFY(bytesOf(m_file) == before);
        const Result<std::unique_ptr<Case>> opened = openCase(m_file);
        const std::unique_ptr<Case> follower = openCase(m_file).value();
        EditScript script(**opened, 1);
        for (int i = 0; i < 6; ++i) {
            if (const Result<Changed> changed = script.next(); !changed)
                QVERIFY2(!changed.error().message.isEmpty(), qPrintable(changed.error().message));
        }
        static_cast<void>((*opened)->undo());
        static_cast<void>(follower->follow());
    }

    QTemporaryDir m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestHostileCases)
#include "tst_hostilecases.moc"
