#include "casefixture.h"
#include "rowsource.h"

#include <random>

#include <signal.h>

using namespace dateline;

/// The incidents' R-tree and packed columns, as we and as other programs keep them.
class TestSpatialIndex : public QObject, CaseFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void followsEveryKindOfEdit()
    {
        Incident point = stored(placed({46.3, 39.5}));
        check({QStringLiteral("46.3 39.5")});
        point.where->geometry = pointGeometry({47.5, 40.25});
        apply({point});
        check({QStringLiteral("47.5 40.25")});
        QVERIFY(m_case->undo().has_value());
        check({QStringLiteral("46.3 39.5")});
        QVERIFY(m_case->redo().has_value());
        check({QStringLiteral("47.5 40.25")});
        Incident nowhere = point;
        nowhere.where.reset();
        apply({nowhere});
        check({});
        Incident line = placed({});
        line.where->geometry = {Geometry::Type::Line, {{{10, 20}, {12, 26}}}};
        line = stored(line);
        check({QStringLiteral("11 23")});
        Incident area = placed({});
        area.where->geometry = {Geometry::Type::Polygon, {square(-10, -20, 4)}};
        area.where->precision = LocationPrecision::District;
        stored(area);
        check({QStringLiteral("11 23"), QStringLiteral("-8 -18")});
        apply({RemoveIncident{line.id}});
        check({QStringLiteral("-8 -18")});
        QVERIFY(m_case->undo().has_value());
        check({QStringLiteral("11 23"), QStringLiteral("-8 -18")});
    }

    void gdalFindsByPlaceWhatWasLoaded()
    {
        ManyRows rows(3000);
        QVERIFY(m_case->load(QStringLiteral("Load"), rows).has_value());
        check({});
        const QByteArray inside =
            "WHERE geom IS NOT NULL AND id IN (SELECT id FROM rtree_incident_geom WHERE maxx >= 10 "
            "AND minx <= 60.5 AND maxy >= -20 AND miny <= 30)";
        const int expected = sqlite(m_path, "SELECT count(*) FROM incident " + inside).trimmed().toInt();
        QVERIFY(expected > 20);
        const QByteArray seen =
            outputOf("ogrinfo", words({"-ro", "-q", "CASE", "incident", "-spat", "10", "-20", "60.5", "30"}));
        QCOMPARE(seen.count("OGRFeature(incident)"), expected);
    }

    void otherProgramsKeepBothTrue()
    {
        stored(placed({46.3, 39.5}));
        stored(placed({46.4, 39.6}));
        m_case.reset();
        outputOf("ogrinfo",
                 words({"CASE", "-sql",
                        "UPDATE incident SET geom = (SELECT geom FROM incident WHERE id = 2) WHERE id = 1"}));
        outputOf("ogrinfo", words({"CASE", "-sql", "DELETE FROM incident WHERE id = 2"}));
        outputOf("ogrinfo",
                 words({"CASE", "-sql", "UPDATE incident SET kind = 'Riots', credibility = 4 WHERE id = 1"}));
        QCOMPARE(sqlite(m_path, "SELECT count(*) FROM incident_columns"), "0\n");
        reopen();
        check({QStringLiteral("46.4 39.6")});
        QCOMPARE(m_case->columns().value().credibility.at(0), 4);
        QCOMPARE(m_case->columns().value().kind.at(0), static_cast<std::uint8_t>(Kind::Riots));
        QCOMPARE(sqlite(m_path, "SELECT count(*) FROM incident_columns"), "1\n");
    }

    void isMadeAgainWhenAProgramDidNotKeepIt_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("entries are missing") << QByteArray("DELETE FROM rtree_incident_geom WHERE id < 40");
        QTest::newRow("entries are too many") << QByteArray("INSERT INTO rtree_incident_geom VALUES(999, 1, 1, 1, 1)");
        QTest::newRow("an incident without its entry") << QByteArray("DELETE FROM incident WHERE id = 3");
        QTest::newRow("the columns are missing") << QByteArray("DELETE FROM incident_columns");
        QTest::newRow("the columns of another machine") << QByteArray("UPDATE incident_columns SET layout = 7");
    }
    void isMadeAgainWhenAProgramDidNotKeepIt()
    {
        QFETCH(QByteArray, sql);
        ManyRows rows(100);
        QVERIFY(m_case->load(QStringLiteral("Load"), rows).has_value());
        m_case.reset();
        // Without triggers, but for the packed columns.
        QCOMPARE(sqlite(m_path, "DROP TRIGGER rtree_incident_geom_delete; " + sql), QByteArray());
        reopen();
        check({});
    }

    void damagedColumnsAreReadFromTheIncidents_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("too short") << QByteArray("UPDATE incident_columns SET data = substr(data, 2)");
        QTest::newRow("empty") << QByteArray("UPDATE incident_columns SET data = x''");
        QTest::newRow("too many rows") << QByteArray("UPDATE incident_columns SET rows = rows + 1");
        QTest::newRow("more rows than there is room for")
            << QByteArray("UPDATE incident_columns SET rows = 1000000000000000000");
        QTest::newRow("a negative count") << QByteArray("UPDATE incident_columns SET rows = -1");
        QTest::newRow("values that are none")
            << QByteArray("UPDATE incident_columns SET data = zeroblob(length(data) - "
                          "4000) || replace(hex(zeroblob(2000)), '0', char(255))");
    }
    void damagedColumnsAreReadFromTheIncidents()
    {
        QFETCH(QByteArray, sql);
        ManyRows rows(1000);
        QVERIFY(m_case->load(QStringLiteral("Load"), rows).has_value());
        const IncidentColumns before = m_case->columns().value();
        m_case.reset();
        QCOMPARE(sqlite(m_path, sql), QByteArray());
        reopen();
        QCOMPARE(m_case->columns().value().id, before.id);
        QCOMPARE(m_case->columns().value().kind, before.kind);
    }

    void columnsThatAreMissingAreReadFromTheIncidents()
    {
        ManyRows rows(5000);
        QVERIFY(m_case->load(QStringLiteral("Load"), rows).has_value());
        QCOMPARE(sqlite(m_path,
                        "DELETE FROM incident_columns WHERE block IN (0, 2); "
                        "UPDATE incident_columns SET layout = 7 WHERE block = 3; "
                        "INSERT INTO incident_columns SELECT 1000, layout, rows, placed, data FROM incident_columns "
                        "WHERE block = 1"),
                 QByteArray());
        check({});
    }

    void followsAStepOfManyThatMovesSomeOfThem_data()
    {
        QTest::addColumn<int>("moved");
        QTest::newRow("none") << 0;
        QTest::newRow("a few") << 20;
        QTest::newRow("so many that it is packed anew") << 700;
    }
    void followsAStepOfManyThatMovesSomeOfThem()
    {
        QFETCH(int, moved);
        ManyRows rows(3000);
        QVERIFY(m_case->load(QStringLiteral("Load"), rows).has_value());
        Change change{QStringLiteral("Move some"), {}};
        for (int i = 0; i < 1000; ++i) {
            Incident incident = m_case->incident(IncidentId{1 + i * 3}).value();
            incident.credibility = (incident.credibility + 1) % credibilityCount;
            if (i < moved) {
                incident.where = Where{};
                incident.where->geometry = pointGeometry({7.125, 8.25});
            }
            change.edits.emplace_back(incident);
        }
        const QByteArray there = "SELECT count(*) FROM rtree_incident_geom WHERE minx = 7.125 AND maxy = 8.25";
        QCOMPARE(m_case->apply(change)->incidents.size(), 1000U);
        check({});
        QCOMPARE(sqlite(m_path, there).trimmed().toInt(), moved);
        QCOMPARE(m_case->undo()->incidents.size(), 1000U);
        check({});
        QCOMPARE(sqlite(m_path, there).trimmed().toInt(), 0);
    }

    void oneThatIsOnlyReadIsLeftAsItIs()
    {
        stored(placed({46.3, 39.5}));
        m_case.reset();
        const QByteArray before = bytesOf(m_path);
        reopen();
        QCOMPARE(m_case->columns().value().size(), 1U);
        m_case.reset();
        QCOMPARE(bytesOf(m_path), before);
    }

    void aKillInTheMiddleOfALoadLeavesTheOldCase()
    {
        stored(placed({46.3, 39.5}));
        for (const int rows : {1, 20000, 100000}) {
            m_case.reset();
            QProcess process;
            process.start(QStringLiteral(LOADCASE), {m_path, QStringLiteral("1000000"), QString::number(rows)});
            QVERIFY(process.waitForStarted());
            // It says when that many rows are written, and goes on.
            QVERIFY(process.waitForReadyRead());
            QVERIFY(::kill(static_cast<pid_t>(process.processId()), SIGKILL) == 0);
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitStatus(), QProcess::CrashExit);
            reopen();
            check({QStringLiteral("46.3 39.5")});
            QCOMPARE(m_case->incidents().value().size(), 1U);
            QCOMPARE(m_case->history(0).value().size(), 1U);
            QCOMPARE(sqlite(m_path, "PRAGMA integrity_check"), "ok\n");
        }
    }

private:
    static Incident placed(LonLat position)
    {
        Incident incident = sampleIncident();
        incident.where->geometry = pointGeometry(position);
        return incident;
    }
    static QByteArray sqlite(const QString &path, const QByteArray &sql)
    {
        return CaseFixture::sqlite(path, sql.constData());
    }
    /// The words of a command; CASE stands for the case's path.
    QStringList words(const std::vector<const char *> &list) const
    {
        QStringList all;
        for (const char *word : list)
            all.append(QLatin1StringView(word) == QLatin1StringView("CASE") ? m_path : QString::fromUtf8(word));
        return all;
    }
    QByteArray outputOf(const char *program, const QStringList &arguments)
    {
        QProcess process;
        process.start(QString::fromLatin1(program), arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("%s: %s", program, process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }
    /// The index is whole and holds just the incidents that have a place; the columns say what the incidents say.
    void check(const QStringList &middles)
    {
        QCOMPARE(sqlite(m_path, "SELECT rtreecheck('rtree_incident_geom')"), "ok\n");
        QCOMPARE(sqlite(m_path,
                        "SELECT id FROM incident WHERE geom IS NOT NULL EXCEPT SELECT id FROM rtree_incident_geom "
                        "UNION ALL SELECT id FROM (SELECT id FROM rtree_incident_geom EXCEPT SELECT id FROM "
                        "incident WHERE geom IS NOT NULL)"),
                 QByteArray());
        if (!middles.isEmpty()) {
            const QByteArray found = sqlite(m_path,
                                            "SELECT printf('%.6g %.6g', (minx + maxx) / 2, (miny + maxy) / 2) "
                                            "FROM rtree_incident_geom ORDER BY id");
            QCOMPARE(QString::fromLatin1(found).split(u'\n', Qt::SkipEmptyParts), middles);
        }
        IncidentColumns expected;
        std::vector<Incident> incidents = m_case->incidents().value();
        std::ranges::sort(incidents, {}, [](const Incident &incident) { return numberOf(incident.id); });
        for (const Incident &incident : incidents)
            append(expected, incident);
        const IncidentColumns columns = m_case->columns().value();
        QCOMPARE(columns.id, expected.id);
        QCOMPARE(columns.x, expected.x);
        QCOMPARE(columns.y, expected.y);
        QCOMPARE(columns.begin, expected.begin);
        QCOMPARE(columns.kind, expected.kind);
        QCOMPARE(columns.credibility, expected.credibility);
        QCOMPARE(columns.flags, expected.flags);
        QCOMPARE(columns.reach, expected.reach);
    }
};

QTEST_GUILESS_MAIN(TestSpatialIndex)
#include "tst_spatialindex.moc"
