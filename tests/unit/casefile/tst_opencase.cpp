#include "casedata.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace dateline;

class TestOpenCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_path = path("good.gpkg");
        const std::unique_ptr<Case> made = createCase(m_path, QStringLiteral("A case")).value();
        QVERIFY(made->apply({QStringLiteral("Fill"), {sampleDocument(), sampleIncident()}}).has_value());
    }

    void doesNotMakeACaseOverAFile()
    {
        const QByteArray before = bytesOf(m_path);
        QCOMPARE(createCase(m_path, QString()).error().kind, Error::Kind::Conflict);
        QCOMPARE(bytesOf(m_path), before);
        QCOMPARE(createCase(path("none/x.gpkg"), QString()).error().kind, Error::Kind::Unwritable);
        QCOMPARE(createCase(m_folder.path(), QString()).error().kind, Error::Kind::Conflict);
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral(".*")}, QDir::Files | QDir::Hidden).isEmpty());
    }

    void refusesWhatIsNoCase_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Error::Kind>("kind");
        const QByteArray good = bytesOf(m_path);
        QTest::newRow("empty") << QByteArray() << Error::Kind::Malformed;
        QTest::newRow("one letter") << QByteArray("x") << Error::Kind::Malformed;
        QTest::newRow("text") << QByteArray("Shelling was reported near Goris.\n").repeated(400)
                              << Error::Kind::Malformed;
        QTest::newRow("zeros") << QByteArray(8192, '\0') << Error::Kind::Malformed;
        QTest::newRow("only the magic words") << good.first(16) << Error::Kind::Malformed;
        QTest::newRow("only the header") << good.first(100) << Error::Kind::Malformed;
        QTest::newRow("cut after the first page") << good.first(4096) << Error::Kind::Malformed;
        QTest::newRow("cut in half") << good.first(good.size() / 2) << Error::Kind::Malformed;
        QTest::newRow("cut at the end") << good.chopped(4096) << Error::Kind::Malformed;
        QByteArray torn = good;
        torn.replace(3 * 4096, 2048, QByteArray(2048, '\x55'));
        QTest::newRow("a page overwritten") << torn << Error::Kind::Malformed;
        QTest::newRow("a database") << database({"CREATE TABLE t(a)"}) << Error::Kind::Malformed;
        QTest::newRow("another GeoPackage") << edited({"DROP TABLE dateline_meta"}) << Error::Kind::Unsupported;
        QTest::newRow("no version") << edited({"DELETE FROM dateline_meta"}) << Error::Kind::Malformed;
        QTest::newRow("a table less") << edited({"DROP TABLE history"}) << Error::Kind::Malformed;
        QTest::newRow("a column less") << edited({"ALTER TABLE incident DROP COLUMN losses"}) << Error::Kind::Malformed;
        QTest::newRow("a view for a table")
            << edited({"DROP TABLE figure", "CREATE VIEW figure AS SELECT 1 AS id, 'a' AS title, '{}' AS spec"})
            << Error::Kind::Malformed;
    }
    void refusesWhatIsNoCase()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Error::Kind, kind);
        const QString file = path("bad.gpkg");
        write(file, bytes);
        const Result<std::unique_ptr<Case>> opened = openCase(file);
        QVERIFY(!opened);
        QVERIFY2(opened.error().kind == kind, qPrintable(opened.error().message));
        QVERIFY2(opened.error().message.contains(file), qPrintable(opened.error().message));
        QVERIFY2(opened.error().message.contains(QLatin1String(": ")), qPrintable(opened.error().message));
        QVERIFY(!opened.error().message.endsWith(QLatin1Char('.')));
        QCOMPARE(bytesOf(file), bytes);
        QVERIFY(!QFile::exists(file + QStringLiteral("-lock")));
    }

    void refusesWhatIsNoFile()
    {
        QCOMPARE(openCase(path("missing.gpkg")).error().kind, Error::Kind::NotFound);
        QCOMPARE(openCase(m_folder.path()).error().kind, Error::Kind::Malformed);
        QCOMPARE(openCase(QString()).error().kind, Error::Kind::NotFound);
        QCOMPARE(openCase(QStringLiteral("/dev/null")).error().kind, Error::Kind::Malformed);
    }

    void survivesFlippedBits()
    {
        const QByteArray good = bytesOf(m_path);
        const QString file = path("flipped.gpkg");
        std::uint64_t random = 42;
        for (int i = 0; i < 150; ++i) {
            QByteArray bytes = good;
            random = random * 6364136223846793005U + 1442695040888963407U;
            const auto at = static_cast<qsizetype>((random >> 20U) % static_cast<std::uint64_t>(bytes.size()));
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << ((random >> 10U) & 7U)));
            write(file, bytes);
            const Result<std::unique_ptr<Case>> opened = openCase(file);
            if (!opened) {
                QVERIFY(!opened.error().message.isEmpty());
                continue;
            }
            const Result<std::vector<Incident>> incidents = (*opened)->incidents();
            QVERIFY(incidents || !incidents.error().message.isEmpty());
            const Result<Document> document = (*opened)->document(DocumentId{1});
            QVERIFY(document || !document.error().message.isEmpty());
        }
    }

    void readsCellsThatNoDatelineWrote()
    {
        const QString file = path("cells.gpkg");
        write(
            file,
            edited({"UPDATE incident SET kind = 'Nonsense', sub_kind = 7, time_begin = 'yesterday', geom = x'4750', "
                    "location_precision = 'roughly', radius_m = 'far', actors = '{', losses = '[1,{\"kind\":\"x\"}]', "
                    "status = '', credibility = 99, tags = x'ff'",
                    "UPDATE document SET grade = 'ZZ', published = '2022-09-13', text_sha256 = 'x'"}));
        const std::unique_ptr<Case> opened = openCase(file).value();
        const Incident incident = opened->incident(IncidentId{1}).value();
        QCOMPARE(incident.title, sampleIncident().title);
        QVERIFY(!incident.when);
        QVERIFY(incident.where && incident.where->geometry.parts.empty());
        QVERIFY(incident.losses.empty());
        QCOMPARE(incident.credibility, 6);
        const Document document = opened->document(DocumentId{1}).value();
        QCOMPARE(document.grade, '\0');
        QVERIFY(document.text.isEmpty());
    }

    void readsTimesThatOtherProgramsWrite_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("read");
        QTest::newRow("with milliseconds") << QByteArray("2022-09-12T20:05:00.000Z") << "2022-09-12T20:05Z";
        QTest::newRow("with an offset") << QByteArray("2022-09-13T00:05+04:00") << "2022-09-12T20:05Z";
        QTest::newRow("no such day") << QByteArray("2022-02-30T00:05Z") << "";
        QTest::newRow("letters") << QByteArray("2O22-09-12T20:05Z") << "";
    }
    void readsTimesThatOtherProgramsWrite()
    {
        QFETCH(QByteArray, written);
        QFETCH(QString, read);
        const QString file = path("times.gpkg");
        write(file, edited({"UPDATE incident SET time_end = NULL, time_begin = '" + written + '\''}));
        const std::unique_ptr<Case> opened = openCase(file).value();
        const std::optional<When> when = opened->incident(IncidentId{1}).value().when;
        QCOMPARE(when ? isoFromUtc(when->span.begin) : QString(), read);
    }

    void secondOpenerReadsAndFollows()
    {
        const std::unique_ptr<Case> first = openCase(m_path).value();
        const std::unique_ptr<Case> second = openCase(m_path).value();
        QVERIFY(!first->isReadOnly());
        QVERIFY(second->isReadOnly());
        const std::size_t before = second->incidents().value().size();
        const Changed changed = first->apply({QStringLiteral("Add"), {sampleIncident()}}).value();
        QCOMPARE(second->incidents().value().size(), before + 1);
        const Result<Changed> refused = second->apply({QStringLiteral("Add"), {sampleIncident()}});
        QCOMPARE(refused.error().kind, Error::Kind::Unwritable);
        QVERIFY2(refused.error().message.contains(QStringLiteral("open in another window")),
                 qPrintable(refused.error().message));
        QCOMPARE(second->undo().error().kind, Error::Kind::Unwritable);
        QVERIFY(!second->undoLabel());
        QVERIFY(first->undo().has_value());
    }

    void tellsWhatOthersHaveChanged()
    {
        const std::unique_ptr<Case> first = openCase(m_path).value();
        const std::unique_ptr<Case> second = openCase(m_path).value();
        QVERIFY(!second->follow().value());
        const Changed added = first->apply({QStringLiteral("Add"), {sampleIncident()}}).value();
        CaseInfo info = first->info();
        info.title = QStringLiteral("Renamed");
        QVERIFY(first->apply({QStringLiteral("Rename"), {info}}).value().info);

        const std::optional<Changed> followed = second->follow().value();
        QVERIFY(followed);
        QCOMPARE(followed->incidents, added.incidents);
        QVERIFY(followed->info);
        QCOMPARE(second->info().title, QStringLiteral("Renamed"));
        QVERIFY(!second->follow().value());
        // One's own steps are no news to oneself.
        QVERIFY(!first->follow().value());
    }

    void readsACaseOfANewerProgram()
    {
        const QString file = path("newer.gpkg");
        write(file,
              edited({"UPDATE dateline_meta SET value = '99' WHERE key = 'schema_version'",
                      "ALTER TABLE incident ADD COLUMN mood TEXT", "CREATE TABLE weather(id INTEGER PRIMARY KEY)"}));
        const QByteArray before = bytesOf(file);
        {
            const std::unique_ptr<Case> opened = openCase(file).value();
            QVERIFY(opened->isReadOnly());
            QCOMPARE(opened->incident(IncidentId{1}).value().title, sampleIncident().title);
            const QString refusal = opened->apply({QString(), {sampleIncident()}}).error().message;
            QVERIFY2(refusal.contains(QStringLiteral("newer version")), qPrintable(refusal));
        }
        QCOMPARE(bytesOf(file), before);
    }

    void canBeWrittenAgainWhenTheFirstOpenerHasGone()
    {
        std::unique_ptr<Case> first = openCase(m_path).value();
        std::unique_ptr<Case> second = openCase(m_path).value();
        QVERIFY(first->apply({QStringLiteral("Add"), {sampleIncident()}}).has_value());
        QVERIFY(!second->incidents().value().empty());
        first.reset();
        QVERIFY(!second->incidents().value().empty());
        second.reset();
        const std::unique_ptr<Case> third = openCase(m_path).value();
        QVERIFY(!third->isReadOnly());
        QVERIFY(third->undo().has_value());
    }

    void locksACaseUnderAllItsNames()
    {
        const QString link = path("link.gpkg");
        QVERIFY(QFile::link(m_path, link));
        const std::unique_ptr<Case> first = openCase(link).value();
        QVERIFY(openCase(m_path).value()->isReadOnly());
    }

    void opensReadOnlyWhereNothingCanBeWritten()
    {
        // For root every folder can be written to, so this is done as nobody.
        const QString folder = path("shut");
        QVERIFY(QDir().mkpath(folder));
        const QString file = folder + QStringLiteral("/case.gpkg");
        write(file, bytesOf(m_path));
        QVERIFY(chmod(qPrintable(file), 0444) == 0 && chmod(qPrintable(folder), 0555) == 0
                && chmod(qPrintable(m_folder.path()), 0755) == 0);
        const bool root = geteuid() == 0;
        QVERIFY(!root || seteuid(65534) == 0);
        {
            const Result<std::unique_ptr<Case>> opened = openCase(file);
            QVERIFY2(opened.has_value(), opened ? "" : qPrintable(opened.error().message));
            QVERIFY((*opened)->isReadOnly());
            QVERIFY(!(*opened)->incidents().value().empty());
            QVERIFY(!(*opened)->search(QStringLiteral("jermuk"), 3).value().empty());
            QCOMPARE((*opened)->apply({QString(), {sampleIncident()}}).error().kind, Error::Kind::Unwritable);
            QCOMPARE(createCase(folder + QStringLiteral("/new.gpkg"), QString()).error().kind, Error::Kind::Unwritable);
        }
        QVERIFY(!root || seteuid(0) == 0);
        QVERIFY(chmod(qPrintable(folder), 0755) == 0);
        QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void saysThatItMayNotReadAFile()
    {
        const QString file = path("private.gpkg");
        write(file, bytesOf(m_path));
        QVERIFY(chmod(qPrintable(file), 0) == 0 && chmod(qPrintable(m_folder.path()), 0755) == 0);
        const bool root = geteuid() == 0;
        QVERIFY(!root || seteuid(65534) == 0);
        const Error::Kind kind = openCase(file).error().kind;
        QVERIFY(!root || seteuid(0) == 0);
        QCOMPARE(kind, Error::Kind::Unreadable);
    }

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
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
    static void runSql(const QString &path, const std::vector<QByteArray> &statements)
    {
        // Without triggers, as only a program does that knows nothing of GeoPackage: theirs need its functions.
        QStringList arguments{QStringLiteral("-cmd"), QStringLiteral(".dbconfig enable_trigger off"), path};
        for (const QByteArray &sql : statements)
            arguments.append(QString::fromUtf8(sql));
        QProcess process;
        process.start(QStringLiteral("sqlite3"), arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("sqlite3: %s", process.readAllStandardError().constData());
    }
    QByteArray database(const std::vector<QByteArray> &statements) const
    {
        const QString file = path("made.sqlite");
        QFile::remove(file);
        runSql(file, statements);
        return bytesOf(file);
    }
    // The good case after @p statements, as bytes.
    QByteArray edited(const std::vector<QByteArray> &statements) const
    {
        const QString file = path("edited.gpkg");
        write(file, bytesOf(m_path));
        runSql(file, statements);
        return bytesOf(file);
    }

    QTemporaryDir m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestOpenCase)
#include "tst_opencase.moc"
