#include "figurecase.h"

#include <QJsonArray>

#include <random>

using namespace dateline;

/// Figures of more incidents than can be told one by one.
class TestManyIncidents : public QObject, FigureCase
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        std::mt19937 random(3);
        std::uniform_real_distribution<double> offset(-1, 1);
        std::vector<Edit> edits;
        for (int i = 0; i < 400; ++i) {
            Incident incident =
                incidentAt(u"Place %1"_s.arg(i), {46 + offset(random), 40 + offset(random)}, "2022-09-13T01:00Z");
            incident.id = IncidentId{-100 - i};
            edits.emplace_back(incident);
        }
        apply(std::move(edits));
    }
    void cleanup() { end(); }

    void countsThemInSquares()
    {
        const QString file = path(u"many.png"_s);
        QCOMPARE(figure({path(u"case.gpkg"_s), file, u"--dpi"_s, u"96"_s}), 0);
        const QJsonObject sidecar = readSidecar(file)->object;
        QVERIFY(sidecar[u"incidents"].toArray().isEmpty());
        qint64 counted = 0;
        for (const QJsonValue count : sidecar[u"squares"][u"counts"].toArray())
            counted += count.toInteger();
        QCOMPARE(counted, 402);
        QVERIFY(sidecar[u"alternativeText"].toString().contains(u"All 402 incidents are shown"_s));
        QCOMPARE(sidecar[u"sources"].toArray().size(), 1);
        QCOMPARE(verify(file), 0);
    }

    void namesTheSourcesOfWhatItShows()
    {
        Document unquoted;
        unquoted.title = u"Nothing of it is quoted"_s;
        unquoted.text = u"Quiet."_s;
        unquoted.textSha256 = sha256Of(unquoted.text);
        unquoted.bytes = unquoted.text.toUtf8();
        unquoted.bytesSha256 = sha256Of(unquoted.bytes);
        unquoted.mediaType = u"text/plain"_s;
        apply({unquoted});
        FigureSpec spec;
        spec.marks = FigureMarks::Squares;
        QCOMPARE(figureContentOf(*m_case, spec, nullptr)->sources.size(), 1);
        spec.filter.words = u"Goris"_s;
        const FigureContent reported = figureContentOf(*m_case, spec, nullptr).value();
        QCOMPARE(reported.table->countShown().count, 1U);
        QCOMPARE(reported.sources.size(), 1);
        spec.filter.words = u"Place 3"_s;
        const FigureContent others = figureContentOf(*m_case, spec, nullptr).value();
        QCOMPARE(others.table->countShown().count, 111U);
        QVERIFY(others.sources.empty());
    }

    void tellsWhatHasChangedSince()
    {
        const QString file = path(u"many.svg"_s);
        QCOMPARE(figure({path(u"case.gpkg"_s), file}), 0);
        Incident moved = m_case->incident(IncidentId{1}).value();
        moved.where->geometry = pointGeometry({45.2, 40.8});
        apply({moved, incidentAt(u"Jermuk"_s, {45.67, 39.84}, "2022-09-13T02:00Z")});
        QCOMPARE(changes(file),
                 QStringList{u"Of the squares, 3 hold another number of incidents now: 2 more and 1 fewer"_s});
        QCOMPARE(verify(file), 1);
    }

    void makesTheSameFigureAnew()
    {
        const QString first = path(u"first.png"_s);
        QCOMPARE(figure({path(u"case.gpkg"_s), first, u"--dpi"_s, u"96"_s}), 0);
        const QString again = path(u"again.png"_s);
        QCOMPARE(figure({u"--open"_s, first + u".json"_s, path(u"case.gpkg"_s), again}), 0);
        QCOMPARE(bytesOf(again), bytesOf(first));
    }

    void showsEachWhereAsked()
    {
        const QString file = path(u"each.svg"_s);
        QCOMPARE(figure({path(u"case.gpkg"_s), file, u"--marks"_s, u"each"_s}), 0);
        QCOMPARE(readSidecar(file)->object[u"incidents"].toArray().size(), 402);
        QCOMPARE(figure({path(u"case.gpkg"_s), file, u"--marks"_s, u"dots"_s}), 2);
    }

    void refusesToShowEachOfTooMany()
    {
        std::vector<Edit> edits;
        for (int i = 0; i < 1'700; ++i) {
            Incident incident = incidentAt(u"Place"_s, {46, 40}, "2022-09-13T01:00Z");
            incident.id = IncidentId{-100 - i};
            edits.emplace_back(incident);
        }
        apply(std::move(edits));
        const QString file = path(u"each.svg"_s);
        QCOMPARE(figure({path(u"case.gpkg"_s), file, u"--marks"_s, u"each"_s}), 1);
        QVERIFY(!QFile::exists(file));
    }
};

QTEST_MAIN(TestManyIncidents)
#include "tst_manyincidents.moc"
