#include "exchangecase.h"

#include "casefile/incidentreader.h"

#include <QProcess>

using namespace dateline;

/// Incidents as they stream from a case.
class TestIncidentReader : public QObject, private ExchangeCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void handsOverTheIncidentsInTheOrderAskedFor()
    {
        const std::vector<IncidentId> asked{IncidentId{3}, IncidentId{1}, IncidentId{2}, IncidentId{99}};
        QCOMPARE(idsOf(asked), (std::vector<qint64>{3, 1, 2}));
        QCOMPARE(idsOf(std::nullopt), (std::vector<qint64>{1, 2, 3, 4}));
        QCOMPARE(idsOf(std::span<const IncidentId>()), std::vector<qint64>());
    }

    void givesEachIncidentItsOwnQuotes()
    {
        std::vector<std::size_t> counts;
        const Result<void> read = reader()->forEach(std::nullopt, true, [&](const StoredIncident &row) {
            counts.push_back(row.quotes.size());
            if (row.id == IncidentId{1}) {
                [&] {
                    QCOMPARE(row.quotes[0].exact, "Shells fell on Goris at night.");
                    QCOMPARE(row.quotes[1].stance, "confirms");
                    QCOMPARE(row.quotes[1].speaker, "");
                    QCOMPARE(row.begin, "2022-09-12T20:05Z");
                }();
            }
            return true;
        });
        QVERIFY(read);
        QCOMPARE(counts, (std::vector<std::size_t>{2, 0, 1, 0}));
    }

    void stopsWhenItIsTold()
    {
        int seen = 0;
        QVERIFY(reader()->forEach(std::nullopt, true, [&seen](const StoredIncident &) { return ++seen < 2; }));
        QCOMPARE(seen, 2);
    }

    void seesNothingThatIsWrittenMeanwhile()
    {
        const std::unique_ptr<IncidentReader> open = reader();
        add(shelling(), {});
        int seen = 0;
        QVERIFY(open->forEach(std::nullopt, false, [&seen](const StoredIncident &) { return ++seen > 0; }));
        QCOMPARE(seen, 4);
    }

    void readsWhatOtherProgramsWrote()
    {
        m_case.reset();
        QProcess python; // The file's index asks for functions that programs for maps have.
        python.start(
            u"python3"_s,
            {u"-c"_s,
             u"import sqlite3, sys\n"
             u"case = sqlite3.connect(sys.argv[1])\n"
             u"for name in 'IsEmpty MinX MaxX MinY MaxY'.split():\n"
             u"    case.create_function('ST_' + name, 1, lambda blob: 0)\n"
             u"case.execute(\"UPDATE incident SET time_begin = '2022-09-12T20:05:00.000Z', time_end = NULL, "
             u"location_precision = 'about', radius_m = 9e999, title = CAST(x'41ff42' AS TEXT) WHERE id = 1\")\n"
             u"case.execute(\"UPDATE incident SET time_begin = 'once' WHERE id = 2\")\n"
             u"case.commit()"_s,
             path(u"case.gpkg"_s)});
        QVERIFY(python.waitForFinished());
        QCOMPARE(python.readAllStandardError(), QByteArray());
        int seen = 0;
        QVERIFY(reader()->forEach(std::nullopt, false, [&seen](const StoredIncident &row) {
            ++seen;
            [&] {
                if (row.id == IncidentId{1}) {
                    QCOMPARE(row.begin, "2022-09-12T20:05Z");
                    QCOMPARE(row.end, "2022-09-12T20:06Z");
                    QCOMPARE(row.placePrecision, "near");
                    QCOMPARE(row.radiusMetres, 0.0);
                    QCOMPARE(row.title,
                             "A\xef\xbf\xbd"
                             "B");
                } else if (row.id == IncidentId{2}) {
                    QVERIFY(row.begin.empty() && row.end.empty());
                }
            }();
            return true;
        }));
        QCOMPARE(seen, 4);
        m_case = takenCase(openCase(path(u"case.gpkg"_s)));
    }

private:
    std::unique_ptr<IncidentReader> reader()
    {
        Result<std::unique_ptr<IncidentReader>> opened = IncidentReader::open(path(u"case.gpkg"_s));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        return std::move(*opened);
    }
    std::vector<qint64> idsOf(const std::optional<std::span<const IncidentId>> &asked)
    {
        std::vector<qint64> ids;
        const Result<void> read = reader()->forEach(asked, false, [&ids](const StoredIncident &row) {
            ids.push_back(numberOf(row.id));
            return true;
        });
        return read ? ids : std::vector<qint64>{-1};
    }
};

QTEST_GUILESS_MAIN(TestIncidentReader)
#include "tst_incidentreader.moc"
