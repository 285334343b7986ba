#include "casefixture.h"
#include "rowsource.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace dateline;

class TestLoad : public QObject, CaseFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void aRowComesOutAsTheIncidentThatItSays()
    {
        const Incident incident = sampleIncident();
        const QByteArray title = incident.title.toUtf8();
        const std::vector<std::string_view> actors{"Armed forces of A", "“B”, with, commas", ""};
        const std::vector<LossRow> losses{{Loss::Kind::Killed, 49, 49, "service personnel", "N. P."},
                                          {Loss::Kind::Destroyed, 0, 9007199254740993, "", "", 9007199254740991}};
        const std::vector<std::string_view> tags{"artillery", "2022"};
        IncidentRow row;
        row.title = std::string_view(title.constData(), static_cast<std::size_t>(title.size()));
        row.kind = incident.kind;
        row.subKind = incident.subKind;
        row.time = incident.when->span;
        row.zone = "UTC+04:00";
        row.timeAsWritten = "At 00:05 am";
        row.precision = LocationPrecision::Near;
        row.point = LonLat{46.341666666666667, 39.511111111111113};
        row.radiusMetres = 15000.25;
        row.place = "Goris";
        row.province = "Syunik";
        row.country = "AM";
        row.placeAsWritten = "in the direction of Goris";
        row.actors = actors;
        row.losses = losses;
        row.status = Status::Disputed;
        row.credibility = 3;
        row.tags = tags;
        row.notes = "Line one\nline “two”";
        row.graphic = true;
        row.sensitive = true;
        row.dataSetId = "AZE1234";
        row.attributes = R"({"region":"Caucasus"})";
        const Loaded loaded = load({row});
        QCOMPARE(loaded.accepted, 1);
        Incident expected = incident;
        expected.id = loaded.first;
        QCOMPARE(m_case->incident(loaded.first).value(), expected);
        // To the byte the same as if a person had entered it.
        const IncidentId entered = stored(incident).id;
        const QByteArray differing = sqlite(
            m_path,
            QStringLiteral("SELECT count(*) FROM (SELECT * FROM (%1 WHERE id = %2) UNION SELECT * FROM (%1 WHERE id = "
                           "%3))")
                .arg(allColumns())
                .arg(numberOf(loaded.first))
                .arg(numberOf(entered))
                .toLatin1()
                .constData());
        QCOMPARE(differing, "1\n");
    }

    void keepsTheGoodRowsAndTellsOfTheOthers_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("outside the earth") << 0;
        QTest::newRow("not a number") << 1;
        QTest::newRow("ends before it begins") << 2;
        QTest::newRow("not UTF-8") << 3;
        QTest::newRow("a source that is not there") << 4;
        QTest::newRow("a year of five digits") << 5;
        QTest::newRow("refused by its source") << 6;
    }
    void keepsTheGoodRowsAndTellsOfTheOthers()
    {
        QFETCH(int, which);
        IncidentRow good;
        good.title = "Good";
        IncidentRow bad = good;
        bad.number = 2;
        const std::vector<QuoteRow> quotes{{.document = DocumentId{99}, .begin = 0, .end = 1, .exact = "x"}};
        const UtcMinute now = minuteAt("2022-09-12T20:05Z");
        if (which < 2) {
            bad.precision = LocationPrecision::Exact;
            bad.point = LonLat{which == 0 ? 181 : std::nan(""), 0};
        } else if (which == 2) {
            bad.time = TimeSpan{now, now, TimePrecision::Minute};
        } else if (which == 3) {
            bad.notes = "caf\xe9";
        } else if (which == 4) {
            bad.quotes = quotes;
        } else if (which == 5) {
            bad.time = TimeSpan{now, std::chrono::sys_days(std::chrono::year(10001) / 1 / 1), TimePrecision::Year};
        }
        std::vector<Result<IncidentRow>> rows{good, bad, good};
        if (which == 6)
            rows[1] = failure(Error::Kind::Malformed, QStringLiteral("No"));
        const Loaded loaded = load(rows);
        QCOMPARE(loaded.accepted, 2);
        QCOMPARE(loaded.refusedRows, 1);
        QCOMPARE(loaded.refused.size(), 1U);
        if (which != 6)
            QVERIFY(loaded.refused[0].message.contains(QLatin1String("ow 2")));
        QCOMPARE(m_case->incidents().value().size(), 2U);
        checkIndexes();
    }

    void keepsNoMoreThanSomeOfTheErrors()
    {
        const Loaded loaded =
            load(std::vector<Result<IncidentRow>>(5000, failure(Error::Kind::Malformed, QStringLiteral("No"))));
        QCOMPARE(loaded.refusedRows, 5000);
        QCOMPARE(loaded.refused.size(), Loaded::mostErrors);
        QVERIFY(m_case->history(0).value().empty());
    }

    void aLoadIsOneStepThatUndoTakesBackAndRedoMakesAgain()
    {
        const Document document = stored(sampleDocument());
        const Loaded loaded = loadMany(2500, document.id);
        QCOMPARE(loaded.accepted, 2500);
        const std::vector<Incident> incidents = m_case->incidents().value();
        QCOMPARE(incidents.size(), 2500U);
        QCOMPARE(m_case->evidence(loaded.last).value().size(), 1U);
        QCOMPARE(m_case->undoLabel(), QStringLiteral("Load"));
        checkIndexes();
        QVERIFY(m_case->undo().has_value());
        QVERIFY(m_case->incidents().value().empty());
        QVERIFY(m_case->quotesIn(document.id).value().empty());
        checkIndexes();
        QVERIFY(m_case->redo().has_value());
        QCOMPARE(m_case->incidents().value(), incidents);
        QCOMPARE(m_case->quotesIn(document.id).value().size(), 2500U);
        checkIndexes();
    }

    void historyHasOneRowForEachTableWithADigestThatAnOutsiderCanCompute()
    {
        const Document document = stored(sampleDocument());
        const Loaded loaded = loadMany(2345, document.id);
        const std::vector<HistoryStep> steps = m_case->history(0).value();
        QCOMPARE(steps.back().rows, 3 * 2345);
        const std::vector<HistoryRow> rows = m_case->historyRows(steps.back().step).value();
        QCOMPARE(rows.size(), 3U);
        for (const HistoryRow &row : rows) {
            QCOMPARE(row.lastId - row.id, 2344);
            QVERIFY(row.before.isEmpty());
            const QList<QByteArray> blocks = blockDigests(row.table, row.id, row.lastId);
            QCOMPARE(row.after[u"rows"].toInteger(), 2345);
            QCOMPARE(row.after[u"blocks"].toArray().size(), blocks.size());
            QCryptographicHash whole(QCryptographicHash::Sha256);
            for (qsizetype i = 0; i < blocks.size(); ++i) {
                whole.addData(blocks[i]);
                QCOMPARE(row.after[u"blocks"][i].toString(), QString::fromLatin1(blocks[i].toHex()));
            }
            QCOMPARE(row.after[u"sha256"].toString(), QString::fromLatin1(whole.result().toHex()));
        }
        QCOMPARE(rows[0].id, numberOf(loaded.first));
    }

    void aSecondLoadGoesOnAfterTheFirst()
    {
        const Loaded first = loadMany(1500, {});
        const Loaded second = loadMany(1500, {});
        QCOMPARE(numberOf(second.first), numberOf(first.last) + 1);
        checkIndexes();
        reopen();
        QCOMPARE(m_case->incidents().value().size(), 3000U);
        QCOMPARE(filesLeft().size(), 2); // The case and its lock.
    }

    void nothingIsStoredWhenTheUserCancels()
    {
        qsizetype told = 0;
        ManyRows rows(20000);
        const Result<Loaded> loaded = m_case->load(QStringLiteral("Load"), rows, [&told](qsizetype written) {
            told = written;
            return written < 5000;
        });
        QVERIFY(loaded.has_value());
        QVERIFY(loaded->cancelled);
        QCOMPARE(loaded->accepted, 0);
        QVERIFY(told >= 5000 && told < 20000);
        QVERIFY(m_case->incidents().value().empty());
        QVERIFY(m_case->history(0).value().empty());
        checkIndexes();
        QCOMPARE(loadMany(10, {}).accepted, 10);
    }

    void someoneWhoReadsTheCaseMeanwhileSeesTheRowsAfterwards()
    {
        stored(sampleIncident());
        const std::unique_ptr<Case> reader = taken(openCase(m_path));
        QVERIFY(reader->isReadOnly());
        QCOMPARE(reader->incidents().value().size(), 1U);
        QCOMPARE(loadMany(1200, {}).accepted, 1200);
        const Result<std::optional<Changed>> followed = reader->follow();
        QVERIFY(followed.has_value() && followed->has_value());
        QCOMPARE((*followed)->incidents.size(), 1200U);
        QCOMPARE(reader->columns().value().size(), 1201U);
    }

    void aReadOnlyCaseRefusesALoad()
    {
        stored(sampleIncident());
        const std::unique_ptr<Case> reader = taken(openCase(m_path));
        ManyRows rows(3);
        const Result<Loaded> loaded = reader->load(QStringLiteral("Load"), rows);
        QCOMPARE(loaded.error().kind, Error::Kind::Unwritable);
    }

private:
    Loaded load(std::vector<Result<IncidentRow>> rows)
    {
        RowSource source(std::move(rows));
        const Result<Loaded> loaded = m_case->load(QStringLiteral("Load"), source);
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().message));
        return *loaded;
    }
    Loaded loadMany(qint64 count, DocumentId document)
    {
        ManyRows source(count, document);
        const Result<Loaded> loaded = m_case->load(QStringLiteral("Load"), source);
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().message));
        return *loaded;
    }
    QString allColumns() const
    {
        const QByteArray names =
            sqlite(m_path, "SELECT group_concat(name) FROM pragma_table_info('incident') WHERE name <> 'id'");
        return QStringLiteral("SELECT %1 FROM incident").arg(QString::fromLatin1(names).trimmed());
    }
    /// As rowdigest.h tells it to whoever wants to check, from what SQLite's shell says.
    QList<QByteArray> blockDigests(const QString &table, std::int64_t first, std::int64_t last) const
    {
        const QString names = QString::fromUtf8(
            sqlite(m_path,
                   QStringLiteral("SELECT name FROM pragma_table_info('%1') WHERE name <> 'id' ORDER BY name")
                       .arg(table)
                       .toLatin1()
                       .constData()));
        QStringList parts;
        for (const QString &name : names.split(u'\n', Qt::SkipEmptyParts)) {
            const QString value = name == u"geom" ? QStringLiteral("nullif(lower(hex(geom)), '')") : name;
            // The test's radii are so few that their bits can be listed.
            const QString bits = QStringLiteral("CASE radius_m WHEN 0 THEN '0000000000000000' WHEN 1000.25 THEN "
                                                "'408f420000000000' WHEN 2000.5 THEN '409f420000000000' WHEN 3000.75 "
                                                "THEN '40a7718000000000' WHEN 4001.0 THEN '40af420000000000' END");
            const QString text = name == u"radius_m" ? bits : value;
            parts.append(
                QStringLiteral("ifnull('%1=' || octet_length(%2) || ':' || (%2) || char(10), '')").arg(name, text));
        }
        const QString sql =
            QStringLiteral("SELECT json_quote(%1 || char(10)) FROM %2 WHERE id BETWEEN %3 AND %4 ORDER BY id")
                .arg(parts.join(QStringLiteral(" || ")), table)
                .arg(first)
                .arg(last);
        QList<QByteArray> digests;
        QByteArray block;
        int rows = 0;
        const auto flush = [&] {
            digests.append(QCryptographicHash::hash(block, QCryptographicHash::Sha256));
            block.clear();
            rows = 0;
        };
        for (const QByteArray &line : sqlite(m_path, sql.toUtf8().constData()).split('\n')) {
            if (line.isEmpty())
                continue;
            block += QJsonDocument::fromJson('[' + line + ']').array()[0].toString().toUtf8();
            if (++rows == 1000)
                flush();
        }
        if (rows > 0)
            flush();
        return digests;
    }
    void checkIndexes()
    {
        QCOMPARE(sqlite(m_path, "SELECT rtreecheck('rtree_incident_geom')"), "ok\n");
        QCOMPARE(sqlite(m_path, "PRAGMA foreign_key_check"), "");
        QCOMPARE(sqlite(m_path,
                        "SELECT count(*) FROM rtree_incident_geom; "
                        "SELECT count(*) FROM incident WHERE geom IS NOT NULL AND id NOT IN (SELECT id FROM "
                        "rtree_incident_geom)")
                     .split('\n')
                     .at(1),
                 "0");
        QCOMPARE(sqlite(m_path, "SELECT count(*) FROM rtree_incident_geom"),
                 sqlite(m_path, "SELECT count(*) FROM incident WHERE geom IS NOT NULL"));
        const IncidentColumns columns = m_case->columns().value();
        std::vector<Incident> incidents = m_case->incidents().value();
        std::ranges::sort(incidents, {}, [](const Incident &incident) { return numberOf(incident.id); });
        IncidentColumns expected;
        for (const Incident &incident : incidents)
            append(expected, incident);
        QCOMPARE(columns.id, expected.id);
        QCOMPARE(columns.x, expected.x);
        QCOMPARE(columns.y, expected.y);
        QCOMPARE(columns.begin, expected.begin);
        QCOMPARE(columns.end, expected.end);
        QCOMPARE(columns.day, expected.day);
        QCOMPARE(columns.kind, expected.kind);
        QCOMPARE(columns.subKind, expected.subKind);
        QCOMPARE(columns.precision, expected.precision);
        QCOMPARE(columns.status, expected.status);
        QCOMPARE(columns.credibility, expected.credibility);
        QCOMPARE(columns.flags, expected.flags);
        QCOMPARE(columns.reach, expected.reach);
    }
};

QTEST_GUILESS_MAIN(TestLoad)
#include "tst_load.moc"
